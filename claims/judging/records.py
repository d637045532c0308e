"""The records of judging: what a judge may see of a claim, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from claims.vocabulary import (
    Dimension,
    Event,
    Polarity,
    Relation,
    Stance,
    Target,
    Topic,
)


@dataclass(frozen=True, slots=True)
class Body:
    """A source as judging sees it. `family` is its own slug and those of its parents: a body and its parent are one."""

    slug: str
    name: str
    side: str
    family: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with everything that contains it, its own slug included."""

    slug: str
    name: str
    within: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSeen:
    """A number of the claim; open ends are None. `start`, `end`: offsets in the claim's own text."""

    what: str
    words: str
    low: int | None
    high: int | None
    place: str | None
    is_part: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a judge may see of a claim: nothing that could tell it who is right."""

    id: int
    article: int
    origin: int
    text: str
    sources: tuple[Body, ...]
    relays: tuple[Body, ...] = ()
    polarity: Polarity = Polarity.ASSERT
    said: date | None = None
    about_from: date | None = None
    about_to: date | None = None
    about_clock: time | None = None
    reported: date | None = None
    ceasefire: str | None = None
    ceasefire_begins: date | None = None
    ceasefire_ended: date | None = None
    topics: frozenset[Topic] = frozenset()
    stance: Stance | None = None
    events: frozenset[Event] = frozenset()
    targets: frozenset[Target] = frozenset()
    accused: tuple[Body, ...] = ()
    figures: tuple[FigureSeen, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a claim that show the verdict: offsets in the claim's own text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One kind's answer about two accounts: stored as a ClaimPair.

    dimension is None for corroborates and repeats. strength is 0..100, only to choose where a claim has more pairs than
    are kept. reason is one plain sentence that names both sources. left_* and right_* follow the order in which the
    accounts were given: the judge always gives the one with the lower id as left.
    """

    relation: Relation
    dimension: Dimension | None
    kind: str
    version: int
    strength: int
    reason: str
    left_marks: tuple[Marked, ...] = ()
    right_marks: tuple[Marked, ...] = ()
