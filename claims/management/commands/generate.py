"""Fills the database with synthetic claims and pairs, for measuring."""

from __future__ import annotations

import time
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from claims.services import synthetic


class Command(BaseCommand):
    help = "Add synthetic articles, claims and pairs with invented sources and truces (seeded; for measuring only)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--claims", type=int, required=True, metavar="N")
        parser.add_argument("--days", type=int, default=synthetic.DAYS, help="of each truce; the fewer, the fuller")
        parser.add_argument("--seed", type=float, default=0.5, help="-1 to 1; the same seed gives the same data")

    def handle(self, *, claims: int, days: int, seed: float, **options: object) -> None:
        began = time.monotonic()
        made = synthetic.generate(claims, seed=seed, of_days=days)
        seconds = time.monotonic() - began
        self.stdout.write(f"{made.articles} articles, {made.claims} claims, {made.pairs} pairs in {seconds:.0f} s.")
