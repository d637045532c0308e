"""Accepts articles by their addresses, to be fetched."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from claims.services import articles
from claims.services.work import RejectedError
from claims.tasks import hint_articles


class Command(BaseCommand):
    help = "Accept articles by their addresses; the workers fetch, read and judge them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("addresses", nargs="+", metavar="ADDRESS")
        parser.add_argument("--outlet", default="", help="the outlet, where the pages do not name it")
        parser.add_argument("--again", action="store_true", help="fetch what is here anew; a changed text is a version")

    def handle(self, *, addresses: list[str], outlet: str, again: bool, **options: object) -> None:
        for address in addresses:
            try:
                accepted = articles.accept_address(address, outlet=outlet, again=again)
            except RejectedError as fault:
                self.stderr.write(f"{address}: {fault.message}")
                continue
            hint_articles([accepted.article_id])
            self.stdout.write(f"{address}: {'accepted' if accepted.is_new else 'here already'}, {accepted.article_id}")
