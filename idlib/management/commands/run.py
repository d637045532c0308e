"""`manage.py run`: the whole site on this machine, until Ctrl-C."""

import argparse
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from idlib import env
from idlib.embedded import supervisor
from idlib.embedded.state import SetupError


class Command(BaseCommand):
    help = "Prepare the database, read the demo articles, serve the site and its worker until Ctrl-C."
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="the port to serve; without it the first free one from 8000 on")
        parser.add_argument(
            "--articles", type=Path, metavar="DIR", help="a folder of articles to read besides the demo"
        )
        parser.add_argument("--parent", type=int, metavar="PID", help="a process with which this one is to end")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            supervisor.run(
                state=env.state(),
                embedded=env.embedded_postgres() or env.embedded_valkey(),
                port=options["port"],
                articles=options["articles"],
                parent=options["parent"],
            )
        except SetupError as error:
            sys.exit(str(error))
