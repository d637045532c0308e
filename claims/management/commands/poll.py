"""Polls feeds in this process, and says what came of it."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from claims.models import Feed
from claims.services import feeds
from claims.tasks import poll_feed


class Command(BaseCommand):
    help = "Poll feeds now, in this process: those named by number, or all that are enabled."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("feeds", nargs="*", type=int, metavar="NUMBER")

    def handle(self, **options: list[int]) -> None:
        for feed in Feed.objects.enabled().chosen(options["feeds"]):
            feeds.poll_now(feed)
            poll_feed(feed_id=feed.pk)
            feed.refresh_from_db()
            self.stdout.write(f"{feed.pk} {feed.address}: {feed.error or 'read'}; next poll {feed.due_at:%F %H:%M} UTC")
