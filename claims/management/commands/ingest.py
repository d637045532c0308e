"""Takes in articles from files and folders, and waits until the worker has read and judged them.

That there is a worker is seen to by whoever calls it: manage.py starts one if none answers.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from claims import comparison
from claims.documents import Document, DocumentError, read_path
from claims.models import Article
from claims.services import articles
from claims.tasks import TOGETHER, hint_articles, sweep

POLL_SECONDS = 0.2
MOST_AT_ONCE = 5_000_000
"""Bytes of documents that are accepted together."""
STALLED_SECONDS = 15


class Command(BaseCommand):
    help = (
        "Take in articles: txt, html, jsonl and other files, or folders with a manifest.jsonl. What is here already is "
        "not doubled, so that the command can be stopped and started again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--manifest", type=Path, help="a manifest.jsonl whose files lie beside it")
        parser.add_argument("--outlet", default="", help="the outlet of articles that name none")
        parser.add_argument("--published", default=None, help="YYYY-MM-DD, for articles that give no day")
        parser.add_argument("--strict", action="store_true", help="exit with 1 if anything was not taken in")

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        began = time.monotonic()
        refused: list[DocumentError] = []
        accepted: list[int] = []
        for found in _batches(self._read(paths, options), refused):
            ids = [article.article_id for article in articles.accept_all(found)]
            hint_articles(ids)
            accepted += ids
        for error in refused:
            self.stderr.write(f"{error.name}: {error.message}")
        self._wait_for(accepted, began)
        report = comparison.progress(accepted)
        for name, message in Article.objects.failures(accepted):
            self.stderr.write(f"{name}: {message}")
        self.stdout.write(
            f"{report.done} articles done, {report.failed} failed, {report.retried_later} to be tried again, "
            f"{len(refused)} not taken in: {report.claims} claims, {report.pairs} pairs."
        )
        if options["strict"] and (refused or report.failed or report.retried_later):
            sys.exit(1)

    def _read(self, paths: list[Path], options: dict[str, Any]) -> Iterator[Document | DocumentError]:
        for path in paths:
            yield from read_path(
                path, outlet=options["outlet"], published=options["published"], manifest=options["manifest"]
            )

    def _wait_for(self, accepted: list[int], began: float) -> None:
        """Show progress until nothing of what was accepted is left to do; hint again if no message carries it."""
        moved, before = time.monotonic(), -1
        while True:
            asked = time.monotonic()
            report = comparison.progress(accepted)
            if report.finished != before:
                before, moved = report.finished, time.monotonic()
            if sys.stdout.isatty() or not report.waiting:
                self._show(report.finished, len(set(accepted)), report.claims, report.pairs, time.monotonic() - began)
            if not report.waiting:
                return
            if time.monotonic() - moved > STALLED_SECONDS:
                sweep.delay()
                moved = time.monotonic()
            # Asking must not take much of what it asks about.
            time.sleep(max(POLL_SECONDS, 20 * (time.monotonic() - asked)))

    def _show(self, finished: int, total: int, claims: int, pairs: int, seconds: float) -> None:
        rate = finished / seconds if seconds else 0.0
        left = (total - finished) / rate if rate else 0.0
        ending = "\r" if sys.stdout.isatty() and finished < total else "\n"
        self.stdout.write(
            f"{finished} of {total} articles, {claims} claims, {pairs} pairs, {rate:.0f} a second, {left:.0f} s left",
            ending=ending,
        )
        self.stdout.flush()


def _batches(found: Iterable[Document | DocumentError], refused: list[DocumentError]) -> Iterator[list[Document]]:
    """Documents to be accepted together: as many as a message carries, and not much at once. Errors are put aside."""
    batch: list[Document] = []
    for document in found:
        if isinstance(document, DocumentError):
            refused.append(document)
            continue
        batch.append(document)
        if len(batch) == TOGETHER or sum(len(each.raw) for each in batch) > MOST_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
