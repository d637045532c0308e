"""Hands out what reading and judging need to know of the reference data, as the database has it now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, Max

from claims.judging.records import Body
from claims.judging.records import Place as JudgedPlace
from claims.models import Ceasefire, Place, Source
from claims.reading.ceasefires import Calendar
from claims.reading.places import Gazetteer
from claims.reading.speakers import Directory


@dataclass(frozen=True, slots=True)
class World:
    """What reading and judging are given: the directory, the gazetteer, the calendar, and rows by slug and by id."""

    directory: Directory
    gazetteer: Gazetteer
    calendar: Calendar
    source_ids: dict[str, int]
    source_slugs: dict[int, str]
    place_ids: dict[str, int]
    ceasefire_ids: dict[str, int]
    bodies: dict[int, Body]
    places: dict[int, JudgedPlace]


def current() -> World:
    """The world as the database has it now; built anew only when a source, place or ceasefire has changed."""
    stamps = tuple(
        tuple(model.objects.aggregate(Count("pk"), Max("updated_at")).values()) for model in (Source, Place, Ceasefire)
    )
    return _world(stamps)


@lru_cache(maxsize=2)
def _world(stamps: object) -> World:
    directory = Source.objects.as_directory()
    gazetteer = Place.objects.as_gazetteer()
    return World(
        directory=directory,
        gazetteer=gazetteer,
        calendar=Ceasefire.objects.as_calendar(),
        source_ids=dict(Source.objects.values_list("slug", "pk")),
        source_slugs=dict(Source.objects.values_list("pk", "slug")),
        place_ids=dict(Place.objects.values_list("slug", "pk")),
        ceasefire_ids=dict(Ceasefire.objects.values_list("slug", "pk")),
        bodies={
            source.pk: _body(source.merged_into or source, directory)
            for source in Source.objects.select_related("merged_into")
        },
        places={
            place.pk: JudgedPlace(slug=place.slug, name=place.name, within=gazetteer.within(place.slug))
            for place in Place.objects.all()
        },
    )


def _body(source: Source, directory: Directory) -> Body:
    """The source as judging sees it; one that was merged is the one that it was merged into."""
    return Body(slug=source.slug, name=source.name, side=source.side_id, family=directory.family(source.slug))
