"""Prints claims and pairs as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.models import Ceasefire, Claim, ClaimPair
from claims.reading.export import pair_record


class Command(BaseCommand):
    help = "Claims and pairs as JSON: {claims: [...], pairs: [...]}, of all articles or of one ceasefire."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ceasefire", metavar="SLUG", help="only this ceasefire's claims")

    def handle(self, **options: object) -> None:
        claims, pairs = Claim.objects.public(), ClaimPair.objects.public()
        if options["ceasefire"]:
            try:
                ceasefire = Ceasefire.objects.get(slug=options["ceasefire"])
            except Ceasefire.DoesNotExist as error:
                raise CommandError(f"There is no ceasefire {options['ceasefire']!r}.") from error
            claims, pairs = Claim.objects.of_ceasefire(ceasefire), pairs.of_ceasefire(ceasefire)
        self.stdout.write('{"claims": [', ending="\n")
        self._write(claim.export() for claim in claims.for_display().order_by("pk").iterator(chunk_size=500))
        self.stdout.write('], "pairs": [')
        self._write(
            pair_record(
                a=str(pair.left_id),
                b=str(pair.right_id),
                relation=pair.relation,
                kind=pair.dimension or None,
                why=pair.reason,
            )
            for pair in pairs.order_by("pk").iterator(chunk_size=2000)
        )
        self.stdout.write("]}")

    def _write(self, records: Iterable[dict[str, Any]]) -> None:
        separator = ""
        for record in records:
            self.stdout.write(separator + json.dumps(record, ensure_ascii=False), ending="\n")
            separator = ","
