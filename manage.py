#!/usr/bin/env python
"""The command line: Django's and the project's commands, each with the servers that it needs."""

import contextlib
import sys

from idlib import env
from idlib.embedded.launcher import attach
from idlib.embedded.state import SetupError
from idlib.embedded.worker import worker_beside

WITHOUT_SERVERS = {"check", "collectstatic", "compilemessages", "diffsettings", "help", "makemessages", "spectacular"}


def main(arguments: list[str]) -> None:
    """Share the embedded servers, or run them as long as the command does, unless the environment names others."""
    env.use_settings()
    env.log_warnings_only()
    command = arguments[1] if len(arguments) > 1 else "help"
    if command == "run":
        env.use_locally()
    try:
        with contextlib.ExitStack() as stack:
            if needs_servers(command, arguments):
                stack.enter_context(
                    attach(env.state(), postgres_bin=env.path("POSTGRES_BIN"), valkey_server=env.path("VALKEY_SERVER"))
                )
                # Django is imported only now: its settings ask where the servers are.
                from idlib.embedded import prepare

                if env.embedded_postgres():
                    prepare.for_command(command, env.state())
            if command == "ingest" and "--help" not in arguments:
                stack.enter_context(worker_beside(env.state()))
            from django.core.management import execute_from_command_line

            execute_from_command_line(arguments)
    except SetupError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)  # as the shell reports an end by Ctrl-C


def needs_servers(command: str, arguments: list[str]) -> bool:
    if command in WITHOUT_SERVERS or command.startswith("-") or "--help" in arguments:
        return False
    return env.embedded_postgres() or env.embedded_valkey()


if __name__ == "__main__":
    main(sys.argv)
