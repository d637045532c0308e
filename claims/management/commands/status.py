"""Says what waits, runs and failed, and by which versions of the rules the rest was done."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims import comparison
from claims.judging.judge import JUDGING_VERSION
from claims.models import Article, ClaimLink, Feed
from claims.reading.version import READING_VERSION
from claims.vocabulary import WorkState


class Command(BaseCommand):
    help = "The state of the work: articles waiting, running, done and failed; claims, pairs, unresolved speakers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: object) -> None:
        states = Article.objects.by_state()
        report = comparison.progress()
        status: dict[str, Any] = {
            "articles": {str(state): states.get(state, 0) for state in WorkState},
            "outdated": Article.objects.outdated().count(),
            "feeds": {"enabled": Feed.objects.enabled().count(), "failing": Feed.objects.failing().count()},
            "claims": report.claims,
            "pairs": report.pairs,
            "unresolved_speakers": ClaimLink.objects.unresolved().count(),
            "reading_version": READING_VERSION,
            "judging_version": JUDGING_VERSION,
            "failures": [f"{name}: {message}" for name, message in Article.objects.failures()[:20]],
        }
        if options["json"]:
            self.stdout.write(json.dumps(status, ensure_ascii=False, indent=2))
            return
        articles = ", ".join(f"{count} {state}" for state, count in status["articles"].items() if count) or "none"
        self.stdout.write(f"Articles: {articles}; {status['outdated']} done by older rules.")
        self.stdout.write(f"Feeds: {status['feeds']['enabled']} enabled, {status['feeds']['failing']} failing.")
        self.stdout.write(
            f"Claims: {report.claims}; pairs: {report.pairs}; unresolved speakers: {status['unresolved_speakers']}."
        )
        self.stdout.write(f"Rules: reading {READING_VERSION}, judging {JUDGING_VERSION}.")
        for failure in status["failures"]:
            self.stdout.write(failure)
