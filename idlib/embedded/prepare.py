"""The embedded database as its users expect it: with this version's tables and the reference data."""

import sys

import django
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from idlib.embedded.locks import FileLock
from idlib.embedded.state import State


def migrate(state: State) -> None:
    """Bring the tables up to date; of processes that start side by side one does it and the others wait."""
    lock = FileLock(state.prepare_lock)
    try:
        lock.take()
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        lock.close()


def for_command(command: str, state: State) -> None:
    """Do what `run` would have done, for a command of the app that comes first, or first after a change of the code."""
    django.setup()  # before the commands are asked for: without the apps only Django's own are known, and kept
    if get_commands().get(command) != "claims":
        return
    from claims.models import Source  # models can be imported only now

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        migrate(state)
    elif Source.objects.exists():
        return
    call_command("load_reference", stdout=sys.stderr)
