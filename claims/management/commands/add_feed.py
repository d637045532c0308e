"""Adds a feed, which is then polled for new articles."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from claims.models import Side, Source
from claims.services import feeds
from claims.services.work import RejectedError
from claims.tasks import hint_feeds


class Command(BaseCommand):
    help = "Add a feed: RSS, Atom, JSON Feed, a news sitemap, or a list of addresses. Its type is found by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address")
        parser.add_argument("--outlet", metavar="SLUG", help="the source whose articles it lists")
        parser.add_argument("--language", default="", help="of its articles, where they do not say")
        parser.add_argument("--covers", nargs="*", default=[], metavar="SIDE", help="sides whose accounts it brings")
        parser.add_argument("--covers-since", type=date.fromisoformat, metavar="YYYY-MM-DD")

    def handle(
        self, *, address: str, outlet: str | None, language: str, covers: list[str], **options: date | None
    ) -> None:
        sides = Side.objects.in_bulk(covers)
        if unknown := set(covers) - set(sides):
            raise CommandError(f"There is no such side: {', '.join(sorted(unknown))}.")
        try:
            feed = feeds.add(
                address,
                outlet=Source.objects.get(slug=outlet) if outlet else None,
                language=language,
                covers=sides.values(),
                covers_since=options["covers_since"],
            )
        except Source.DoesNotExist as fault:
            raise CommandError(f"There is no source {outlet}.") from fault
        except RejectedError as fault:
            raise CommandError(fault.message) from fault
        hint_feeds([feed.pk])
        self.stdout.write(f"Feed {feed.pk}: {feed.address} is polled from now on.")
