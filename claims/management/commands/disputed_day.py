"""Prints the address of the most disputed day."""

from django.core.management.base import BaseCommand
from django.urls import reverse

from claims.models import CeasefireDay


class Command(BaseCommand):
    help = "The path of the day with the most conflicts, or of the overview while there is none."

    def handle(self, **options: object) -> None:
        day = CeasefireDay.objects.most_disputed().first()
        self.stdout.write(day.get_absolute_url() if day else reverse("claims:overview"))
