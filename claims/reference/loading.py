"""Reads the TOML files of reference data into records, and says which entry is wrong when one is."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from claims.reference.records import (
    CeasefireEntry,
    PartyEntry,
    PersonEntry,
    PlaceEntry,
    Reference,
    SideEntry,
    SourceEntry,
    StartEntry,
    TermEntry,
)
from claims.vocabulary import PartyRole, Precision, SourceKind

FOLDER = Path(__file__).parent

Table = dict[str, Any]
Entry = TypeVar("Entry")


class ReferenceError(ValueError):
    """An entry of the reference data that cannot be used; the message names file, entry and fault."""


@cache
def sides() -> tuple[SideEntry, ...]:
    """The sides, in the order of the file, which is the ring that the pages turn."""
    return _load("sources.toml", "side", "key", lambda t: SideEntry(key=t["key"], name=t["name"], code=t["code"]))


@cache
def sources() -> tuple[SourceEntry, ...]:
    """Every source; a parent may stand anywhere in the file."""
    entries = _load("sources.toml", "source", "slug", _source)
    _known(entries, "sources.toml", "parent", {e.slug for e in entries}, lambda e: (e.parent,))
    _known(entries, "sources.toml", "side", {s.key for s in sides()}, lambda e: (e.side,))
    return entries


@cache
def places() -> tuple[PlaceEntry, ...]:
    entries = _load("places.toml", "place", "slug", _place)
    _known(entries, "places.toml", "within", {e.slug for e in entries}, lambda e: (e.within,))
    return entries


@cache
def ceasefires() -> tuple[CeasefireEntry, ...]:
    entries = _load("ceasefires.toml", "ceasefire", "slug", _ceasefire)
    slugs = {s.slug for s in sources()}
    _known(entries, "ceasefires.toml", "area", {p.slug for p in places()}, lambda e: e.area)
    _known(entries, "ceasefires.toml", "source", slugs, lambda e: [p.source for p in e.parties])
    _known(
        entries,
        "ceasefires.toml",
        "stated_by",
        slugs,
        lambda e: [
            *(s.stated_by for s in (*e.starts, *e.ends)),
            *(t.stated_by for t in (*e.terms, *e.listed_by)),
            *(p.stated_by for p in e.parties),
        ],
    )
    return entries


def _load(file: str, key: str, name: str, make: Callable[[Table], Entry]) -> tuple[Entry, ...]:
    try:
        document = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ReferenceError(f"{file}: {error}") from error
    entries: dict[str, Entry] = {}
    for number, table in enumerate(document.get(key, []), start=1):
        label = table.get(name, f"number {number}")
        try:
            entry = make(table)
        except KeyError as error:
            raise ReferenceError(f"{file}: {key} {label}: {error.args[0]} is missing") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise ReferenceError(f"{file}: {key} {label}: {error}") from error
        if label in entries:
            raise ReferenceError(f"{file}: {key} {label} stands twice")
        entries[label] = entry
    return tuple(entries.values())


def _known(
    entries: Iterable[Entry], file: str, field: str, known: set[str], used: Callable[[Entry], Iterable[str | None]]
) -> None:
    for entry in entries:
        for slug in used(entry):
            if slug is not None and slug not in known:
                raise ReferenceError(f"{file}: {getattr(entry, 'slug', entry)}: {field} {slug!r} is unknown")


def _references(table: Table) -> tuple[Reference, ...]:
    references = tuple(_reference(r) for r in table["references"])
    if not references:
        raise ValueError("an entry needs a reference")
    return references


def _reference(table: Table) -> Reference:
    return Reference(address=table["address"], title=table["title"])


def _words(table: Table, key: str) -> dict[str, tuple[str, ...]]:
    return {language: tuple(words) for language, words in table.get(key, {}).items()}


def _day(table: Table, key: str) -> date | None:
    value = table.get(key)
    if value is not None and type(value) is not date:
        raise ValueError(f"{key} is not a day: {value!r}")
    return value


def _source(table: Table) -> SourceEntry:
    return SourceEntry(
        slug=table["slug"],
        name=table["name"],
        kind=SourceKind(table["kind"]),
        side=table["side"],
        parent=table.get("parent"),
        aliases=_words(table, "aliases"),
        deeds=_words(table, "deeds"),
        persons=tuple(
            PersonEntry(
                name=p["name"],
                office=p["office"],
                aliases=tuple(p.get("aliases", ())),
                since=_day(p, "since"),
                until=_day(p, "until"),
            )
            for p in table.get("persons", ())
        ),
        references=_references(table),
    )


def _place(table: Table) -> PlaceEntry:
    return PlaceEntry(
        slug=table["slug"],
        name=table["name"],
        kind=table["kind"],
        within=table.get("within"),
        latitude=table.get("latitude"),
        longitude=table.get("longitude"),
        aliases=_words(table, "aliases"),
        references=_references(table),
    )


def _start(table: Table) -> StartEntry:
    day = _day(table, "day")
    if day is None:
        raise ValueError("a start or an end needs a day")
    return StartEntry(
        day=day, clock=table.get("clock", ""), stated_by=table["stated_by"], reference=_reference(table["reference"])
    )


def _term(table: Table) -> TermEntry:
    return TermEntry(text=table["text"], stated_by=table["stated_by"], reference=_reference(table["reference"]))


def _ceasefire(table: Table) -> CeasefireEntry:
    begins = _day(table, "begins")
    if begins is None:
        raise ValueError("begins is missing")
    return CeasefireEntry(
        slug=table["slug"],
        name=table["name"],
        summary=table["summary"],
        announced=_day(table, "announced"),
        begins=begins,
        begins_clock=table.get("begins_clock", ""),
        begins_precision=Precision(table["begins_precision"]),
        zone=table["zone"],
        ended=_day(table, "ended"),
        area=tuple(table["area"]),
        starts=tuple(_start(t) for t in table["starts"]),
        ends=tuple(_start(t) for t in table.get("ends", ())),
        parties=tuple(
            PartyEntry(
                source=t["source"],
                role=PartyRole(t["role"]),
                stated_by=t["stated_by"],
                reference=_reference(t["reference"]),
            )
            for t in table["parties"]
        ),
        terms=tuple(_term(t) for t in table["terms"]),
        listed_by=tuple(_term(t) for t in table["listed_by"]),
        references=_references(table),
    )
