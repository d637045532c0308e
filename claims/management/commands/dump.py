"""Writes the dump of today."""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from claims.services import dumps


class Command(BaseCommand):
    help = "Write today's dump now, as the nightly task does."

    def handle(self, **options: object) -> None:
        dumped = dumps.write(settings.DUMPS, day=timezone.now().date())
        self.stdout.write(f"{dumped.records} records in {dumped.folder}.")
