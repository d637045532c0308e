"""A real PostgreSQL and a real Valkey that come with the project and live as long as somebody uses them.

`launcher.attach` is the way in. The first process that attaches starts a keeper; the keeper runs the two servers as its
children and ends with the last process that holds them (docs/decisions/0001-embedded-servers.md).
"""
