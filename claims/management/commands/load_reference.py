"""Brings the reference data of the TOML files into the database."""

from django.core.management.base import BaseCommand, CommandError

from claims.reference import ReferenceError
from claims.services import reference


class Command(BaseCommand):
    help = "Load ceasefires, sources and places from claims/reference/*.toml: entries are updated, none is removed."

    def handle(self, **options: object) -> None:
        try:
            loaded = reference.load()
        except ReferenceError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Reference data: {loaded.sources} sources, {loaded.places} places, {loaded.ceasefires} ceasefires."
        )
