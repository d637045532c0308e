"""Makes and revokes tokens of the API."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from claims.models import Token
from claims.services import tokens
from claims.vocabulary import Scope


class Command(BaseCommand):
    help = "Make a token of the API, which is shown once, or revoke one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="whose token it is; with --revoke, its id")
        parser.add_argument("--scope", action="append", choices=[s.value for s in Scope], help="may be given again")
        parser.add_argument("--days", type=int, default=90, help="days until it expires (default: 90)")
        parser.add_argument("--revoke", action="store_true")

    def handle(self, *, name: str, scope: list[str] | None, days: int, revoke: bool, **options: object) -> None:
        if revoke:
            token = Token.objects.in_bulk([int(name)]).get(int(name)) if name.isdigit() else None
            if token is None:
                raise CommandError(f"There is no token {name!r}.")
            tokens.revoke(token)
            self.stdout.write(f"Revoked: {token}.")
            return
        if not 1 <= days <= 3650:
            raise CommandError("A token lasts 1 to 3650 days.")
        token, secret = tokens.create(name, [Scope(value) for value in scope or [Scope.SUBMIT]], days=days)
        self.stdout.write(f"Token {token.pk}, {token}, may {', '.join(token.scopes)}. It is shown only now:")
        self.stdout.write(secret)
