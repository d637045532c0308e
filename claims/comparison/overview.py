"""The overview's read model: every ceasefire as a small multiple, the most disputed days, what is new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from claims.models import Ceasefire, CeasefireDay, Change

SHOWN_DAYS = 60
DISPUTED_DAYS = 6
NEWS = 8


@dataclass(frozen=True, slots=True)
class Multiple:
    """A ceasefire with its days; `days` are those from a little before its start, SHOWN_DAYS of them at most."""

    ceasefire: Ceasefire
    days: tuple[CeasefireDay, ...]
    claims: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class Overview:
    multiples: tuple[Multiple, ...]
    disputed: tuple[CeasefireDay, ...]
    news: tuple[Change, ...]

    @property
    def claims(self) -> int:
        return sum(multiple.claims for multiple in self.multiples)

    @property
    def conflicts(self) -> int:
        return sum(multiple.conflicts for multiple in self.multiples)

    @property
    def days(self) -> int:
        return sum(len(multiple.days) for multiple in self.multiples)


def overview() -> Overview:
    days: dict[int, list[CeasefireDay]] = defaultdict(list)
    for day in CeasefireDay.objects.with_claims().order_by("ceasefire", "day"):
        days[day.ceasefire_id].append(day)
    return Overview(
        multiples=tuple(_multiple(c, days[c.pk]) for c in Ceasefire.objects.in_order()),
        disputed=tuple(CeasefireDay.objects.most_disputed()[:DISPUTED_DAYS]),
        news=tuple(Change.objects.newest_first()[:NEWS]),
    )


def _multiple(ceasefire: Ceasefire, days: list[CeasefireDay]) -> Multiple:
    first = ceasefire.begins - timedelta(days=3)
    last = ceasefire.begins + timedelta(days=SHOWN_DAYS)
    return Multiple(
        ceasefire=ceasefire,
        days=tuple(day for day in days if first <= day.day <= last),
        claims=sum(day.claims for day in days),
        conflicts=sum(day.conflicts for day in days),
    )
