"""Writes the reviewed reference data into the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Manager
from django.db.models.functions import Now

from claims import reference
from claims.models import (
    Ceasefire,
    CeasefireParty,
    CeasefireStatement,
    Person,
    Place,
    PlaceAlias,
    Side,
    Source,
    SourceAlias,
)
from claims.reference.records import (
    CeasefireEntry,
    PlaceEntry,
    Reference,
    SideEntry,
    SourceEntry,
    StartEntry,
    TermEntry,
)
from claims.services import reference_changes


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many entries stand in the database after a load."""

    sources: int
    places: int
    ceasefires: int


def load() -> Loaded:
    """Bring the database to the state of the TOML files: entries are updated by slug, none is removed.

    Raises reference.ReferenceError, with nothing written, if an entry is wrong.
    """
    sides, sources = reference.sides(), reference.sources()
    places, ceasefires = reference.places(), reference.ceasefires()
    with reference_changes.told():
        _load_sides(sides)
        _load_sources(sources)
        _load_places(places)
        for entry in ceasefires:
            _load_ceasefire(entry)
    return Loaded(sources=len(sources), places=len(places), ceasefires=len(ceasefires))


def _as_json(references: tuple[Reference, ...]) -> list[dict[str, str]]:
    return [{"address": r.address, "title": r.title} for r in references]


def _load_sides(entries: tuple[SideEntry, ...]) -> None:
    Side.objects.bulk_create(
        [Side(key=e.key, name=e.name, code=e.code, position=place) for place, e in enumerate(entries)],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["name", "code", "position"],
    )


def _load_sources(entries: tuple[SourceEntry, ...]) -> None:
    _upsert_changed(
        Source,
        {
            e.slug: {"name": e.name, "kind": e.kind, "side_id": e.side, "references": _as_json(e.references)}
            for e in entries
        },
    )
    rows = {source.slug: source for source in Source.objects.select_related("parent")}
    for e in entries:
        _set_parent(rows[e.slug], "parent", rows[e.parent] if e.parent else None)
    _replace_children(
        SourceAlias,
        "source",
        ("language", "words", "is_deed"),
        {
            (rows[e.slug].pk, language, words, is_deed)
            for e in entries
            for is_deed, table in ((False, e.aliases), (True, e.deeds))
            for language, values in table.items()
            for words in values
        },
        {rows[e.slug].pk for e in entries},
    )
    Person.objects.bulk_create(
        [
            Person(
                source=rows[e.slug],
                name=p.name,
                office=p.office,
                aliases=list(p.aliases),
                since=p.since,
                until=p.until,
            )
            for e in entries
            for p in e.persons
        ],
        update_conflicts=True,
        unique_fields=["source", "name", "office"],
        update_fields=["aliases", "since", "until"],
    )


def _load_places(entries: tuple[PlaceEntry, ...]) -> None:
    _upsert_changed(
        Place,
        {
            e.slug: {
                "name": e.name,
                "kind": e.kind,
                "latitude": e.latitude,
                "longitude": e.longitude,
                "references": _as_json(e.references),
            }
            for e in entries
        },
    )
    rows = {place.slug: place for place in Place.objects.select_related("within")}
    for e in entries:
        _set_parent(rows[e.slug], "within", rows[e.within] if e.within else None)
    _replace_children(
        PlaceAlias,
        "place",
        ("language", "words"),
        {
            (rows[e.slug].pk, language, words)
            for e in entries
            for language, values in e.aliases.items()
            for words in values
        },
        {rows[e.slug].pk for e in entries},
    )


def _upsert_changed(model: type[Source] | type[Place], wanted: dict[str, dict[str, object]]) -> None:
    """Create what is new and update only what differs, so that `updated_at` moves only when something did."""
    manager: Manager[Any] = model._default_manager
    stored = {row.slug: row for row in manager.filter(slug__in=wanted)}
    manager.bulk_create([model(slug=slug, **fields) for slug, fields in wanted.items() if slug not in stored])
    for slug, row in stored.items():
        changed = {name: value for name, value in wanted[slug].items() if getattr(row, name) != value}
        if changed:
            for name, value in changed.items():
                setattr(row, name, value)
            row.save()


def _set_parent(row: Source | Place, field: str, parent: Source | Place | None) -> None:
    if getattr(row, field) != parent:
        setattr(row, field, parent)
        row.save()


def _replace_children(
    model: type[SourceAlias] | type[PlaceAlias],
    owner: str,
    fields: tuple[str, ...],
    wanted: set[tuple[object, ...]],
    owners: set[int],
) -> None:
    """Make the children of `owners` exactly `wanted`, tuples of (owner's id, *fields)."""
    manager: Manager[Any] = model._default_manager
    stored = {
        row[1:]: row[0] for row in manager.filter(**{f"{owner}__in": owners}).values_list("pk", f"{owner}_id", *fields)
    }
    gone = [pk for key, pk in stored.items() if key not in wanted]
    manager.filter(pk__in=gone).delete()
    new = [key for key in wanted if key not in stored]
    manager.bulk_create(
        [model(**dict(zip((f"{owner}_id", *fields), key, strict=True))) for key in sorted(new, key=str)]
    )
    if gone or new:
        touched = {key[0] for key in (*new, *(k for k in stored if k not in wanted))}
        parents: Manager[Any] = (Source if model is SourceAlias else Place)._default_manager
        parents.filter(pk__in=touched).update(updated_at=Now())


def _load_ceasefire(entry: CeasefireEntry) -> None:
    row, _ = Ceasefire.objects.update_or_create(
        slug=entry.slug,
        defaults={
            "name": entry.name,
            "summary": entry.summary,
            "announced": entry.announced,
            "begins": entry.begins,
            "begins_clock": entry.begins_clock,
            "begins_precision": entry.begins_precision,
            "zone": entry.zone,
            "ended": entry.ended,
            "references": _as_json(entry.references),
        },
    )
    row.area.set(Place.objects.filter(slug__in=entry.area))
    sources = {source.slug: source for source in Source.objects.all()}
    row.parties.all().delete()
    CeasefireParty.objects.bulk_create(
        [
            CeasefireParty(
                ceasefire=row,
                source=sources[p.source],
                role=p.role,
                stated_by=sources[p.stated_by],
                reference_address=p.reference.address,
                reference_title=p.reference.title,
            )
            for p in entry.parties
        ]
    )
    row.statements.all().delete()
    kind = CeasefireStatement.Kind
    stated: tuple[tuple[CeasefireStatement.Kind, tuple[StartEntry | TermEntry, ...]], ...] = (
        (kind.START, entry.starts),
        (kind.END, entry.ends),
        (kind.TERM, entry.terms),
        (kind.LISTING, entry.listed_by),
    )
    CeasefireStatement.objects.bulk_create(
        [
            CeasefireStatement(
                ceasefire=row,
                kind=of_kind,
                position=position,
                text=statement.text if isinstance(statement, TermEntry) else "",
                day=statement.day if isinstance(statement, StartEntry) else None,
                clock=statement.clock if isinstance(statement, StartEntry) else "",
                stated_by=sources[statement.stated_by],
                reference_address=statement.reference.address,
                reference_title=statement.reference.title,
            )
            for of_kind, statements in stated
            for position, statement in enumerate(statements)
        ]
    )
