"""Sources, places and ceasefires as records: the reviewed reference data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claims.models import Ceasefire, CeasefireDay, Place, Source
from claims.models.ceasefire import CeasefireQuerySet, CeasefireStatement
from claims.models.day import CeasefireDayQuerySet
from claims.models.place import PlaceQuerySet
from claims.models.source import SourceQuerySet
from claims.publishing.moment import Names

Record = dict[str, Any]


def sources() -> SourceQuerySet:
    return Source.objects.listed()


def outlets() -> SourceQuerySet:
    return Source.objects.listed().outlets()


def source_records(found: SourceQuerySet, names: Names) -> list[Record]:
    return [
        {
            "slug": source.slug,
            "url": source.get_absolute_url(),
            "name": source.name,
            "kind": source.kind,
            "side": source.side_id,
            "parent": names.sources[source.parent_id].slug if source.parent_id else None,
            "aliases": _words([a for a in source.aliases.all() if not a.is_deed]),
            "deeds": _words([a for a in source.aliases.all() if a.is_deed]),
            "persons": [
                {
                    "name": person.name,
                    "office": person.office,
                    "since": person.since,
                    "until": person.until,
                }
                for person in sorted(source.persons.all(), key=lambda p: p.pk)
            ],
            "references": source.references,
            "updated_at": source.updated_at,
        }
        for source in found.with_names()
    ]


def sources_by_slug(slugs: Iterable[str], names: Names) -> dict[str, Record]:
    return {record["slug"]: record for record in source_records(Source.objects.of_slugs(slugs), names)}


def sources_by_id(ids: list[int], names: Names) -> dict[int, Record]:
    """The sources with these ids that were not merged into others."""
    slugs = {names.sources[pk].slug: pk for pk in ids}
    return {slugs[r["slug"]]: r for r in source_records(sources().of_slugs(slugs), names)}


def places() -> PlaceQuerySet:
    return Place.objects.all()


def place_records(found: PlaceQuerySet, names: Names) -> list[Record]:
    return [
        {
            "slug": place.slug,
            "name": place.name,
            "kind": place.kind,
            "within": names.places[place.within_id] if place.within_id else None,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "aliases": _words(place.aliases.all()),
            "references": place.references,
            "updated_at": place.updated_at,
        }
        for place in found.prefetch_related("aliases")
    ]


def _words(aliases: Any) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for alias in sorted(aliases, key=lambda a: (a.language, a.words)):
        words.setdefault(alias.language, []).append(alias.words)
    return words


def ceasefires() -> CeasefireQuerySet:
    return Ceasefire.objects.all()


def ceasefire_records(found: CeasefireQuerySet, names: Names) -> list[Record]:
    return [
        {
            "slug": ceasefire.slug,
            "url": ceasefire.get_absolute_url(),
            "name": ceasefire.name,
            "summary": ceasefire.summary,
            "announced": ceasefire.announced,
            "begins": ceasefire.begins,
            "begins_clock": ceasefire.begins_clock,
            "begins_precision": ceasefire.begins_precision,
            "zone": ceasefire.zone,
            "ended": ceasefire.ended,
            "area": sorted(place.slug for place in ceasefire.area.all()),
            "parties": [
                {
                    "source": names.sources[party.source_id].slug,
                    "role": party.role,
                    "stated_by": names.sources[party.stated_by_id].slug,
                    "reference": {"address": party.reference_address, "title": party.reference_title},
                }
                for party in sorted(ceasefire.parties.all(), key=lambda p: p.pk)
            ],
            "statements": [
                _statement(statement, names) for statement in sorted(ceasefire.statements.all(), key=_place)
            ],
            "references": ceasefire.references,
            "updated_at": ceasefire.updated_at,
        }
        for ceasefire in found.prefetch_related("area", "parties", "statements")
    ]


def ceasefires_by_id(ids: list[int], names: Names) -> dict[int, Record]:
    slugs = {names.ceasefires[pk]: pk for pk in ids}
    return {slugs[r["slug"]]: r for r in ceasefire_records(Ceasefire.objects.of_slugs(slugs), names)}


def _place(statement: CeasefireStatement) -> tuple[str, int]:
    return statement.kind, statement.position


def _statement(statement: CeasefireStatement, names: Names) -> Record:
    return {
        "kind": statement.kind,
        "text": statement.text,
        "day": statement.day,
        "clock": statement.clock,
        "stated_by": names.sources[statement.stated_by_id].slug,
        "reference": {"address": statement.reference_address, "title": statement.reference_title},
    }


def days() -> CeasefireDayQuerySet:
    return CeasefireDay.objects.all()


def day_records(found: CeasefireDayQuerySet, names: Names) -> list[Record]:
    return [day_record(day, names) for day in found]


def day_record(day: CeasefireDay, names: Names) -> Record:
    """The counts of a day; its claims and disputes stand at the day's own address."""
    return {
        "ceasefire": names.ceasefires[day.ceasefire_id],
        "day": day.day,
        "url": day.get_absolute_url(),
        "claims": day.claims,
        "undated": day.undated,
        "contradicts": day.contradicts,
        "competes": day.competes,
        "corroborates": day.corroborates,
        "updated_at": day.updated_at,
    }
