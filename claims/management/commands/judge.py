"""Judges again what older rules have judged."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from claims import comparison
from claims.models import Article
from claims.tasks import TOGETHER, process_articles


class Command(BaseCommand):
    help = "Read and judge again, in this process: articles done by older rules, or all of them with --all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="also what the newest rules have done")

    def handle(self, **options: object) -> None:
        rows = Article.objects.done() if options["all"] else Article.objects.outdated()
        ids = rows.order_by("pk").ids()
        rows.renew()
        for start in range(0, len(ids), TOGETHER):
            process_articles(article_ids=ids[start : start + TOGETHER])
        report = comparison.progress(ids)
        self.stdout.write(f"{report.done} articles done again, {report.failed} failed; {report.pairs} pairs.")
