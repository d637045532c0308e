"""The records of the reference data, as they stand in the TOML files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.vocabulary import PartyRole, Precision, SourceKind


@dataclass(frozen=True, slots=True)
class Reference:
    """Where an entry can be checked: an address (without scheme where the report gave none) and a title."""

    address: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEntry:
    key: str
    name: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """A person who speaks for a source, in an office, from and until a day (None: open)."""

    name: str
    office: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """Anyone who speaks, relays or publishes.

    aliases: language code -> the words that name it as a speaker, relay or outlet ("Russian Defense Ministry").
    deeds: language code -> the words by which its acts are told ("Russian jets", "insurgents"): who is accused.
    """

    slug: str
    name: str
    kind: SourceKind
    side: str
    parent: str | None
    aliases: dict[str, tuple[str, ...]]
    deeds: dict[str, tuple[str, ...]]
    persons: tuple[PersonEntry, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place: `within` is the slug of what contains it (village -> district -> province -> region)."""

    slug: str
    name: str
    kind: str
    within: str | None
    latitude: float | None
    longitude: float | None
    aliases: dict[str, tuple[str, ...]]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry:
    source: str
    role: PartyRole
    stated_by: str
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry:
    """One term as one party stated it, in our own words unless quoted."""

    text: str
    stated_by: str
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class StartEntry:
    """A start (or an end) of a ceasefire as one party stated it. `clock` is "HH:MM" local time or empty."""

    day: date
    clock: str
    stated_by: str
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class CeasefireEntry:
    """A ceasefire. `begins` is the day used to place claims; `starts` and `ends` keep what each party stated.

    area: slugs of places that it covers. listed_by: who counts it as a ceasefire, and where.
    """

    slug: str
    name: str
    summary: str
    announced: date | None
    begins: date
    begins_clock: str
    begins_precision: Precision
    zone: str
    ended: date | None
    area: tuple[str, ...]
    starts: tuple[StartEntry, ...]
    ends: tuple[StartEntry, ...]
    parties: tuple[PartyEntry, ...]
    terms: tuple[TermEntry, ...]
    listed_by: tuple[TermEntry, ...]
    references: tuple[Reference, ...]
