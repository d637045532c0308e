"""The overview's read model: every ceasefire as a small multiple, the most disputed days, what is new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from claims.comparison import charts
from claims.comparison.news import News, news
from claims.models import Ceasefire, CeasefireDay, ClaimLink, ClaimPair
from claims.models.day import Totals

DAYS_BEFORE = 3
SHOWN_DAYS = 60
TICK = 10
DISPUTED_DAYS = 6
CANDIDATES = 8
"""Conflicts of a disputed day that its headline is chosen from."""
NEWS = 8
NOTHING = Totals(days=0, claims=0, conflicts=0, disputed_days=0)


@dataclass(frozen=True, slots=True)
class Multiple:
    """A ceasefire with its chart, which shows SHOWN_DAYS days from a little before its start; the counts are of all."""

    ceasefire: Ceasefire
    chart: charts.Bars
    totals: Totals


@dataclass(frozen=True, slots=True)
class DisputedDay:
    """A day with its strictest conflict."""

    day: CeasefireDay
    pair: ClaimPair | None


@dataclass(frozen=True, slots=True)
class Overview:
    multiples: tuple[Multiple, ...]
    ticks: tuple[tuple[str, int], ...]
    disputed: tuple[DisputedDay, ...]
    news: tuple[News, ...]

    @property
    def claims(self) -> int:
        return sum(multiple.totals.claims for multiple in self.multiples)

    @property
    def conflicts(self) -> int:
        return sum(multiple.totals.conflicts for multiple in self.multiples)

    @property
    def days(self) -> int:
        return sum(multiple.totals.days for multiple in self.multiples)


def overview() -> Overview:
    days: dict[int, list[CeasefireDay]] = defaultdict(list)
    for day in CeasefireDay.objects.at_the_start(before=DAYS_BEFORE, days=SHOWN_DAYS):
        days[day.ceasefire_id].append(day)
    tallest = max((day.claims for found in days.values() for day in found), default=1)
    totals = CeasefireDay.objects.totals()
    ceasefires = list(Ceasefire.objects.in_order())
    return Overview(
        multiples=tuple(
            _multiple(ceasefire, days[ceasefire.pk], tallest, totals.get(ceasefire.pk, NOTHING))
            for ceasefire in ceasefires
        ),
        ticks=tuple(_tick(days_on) for days_on in range(0, SHOWN_DAYS - DAYS_BEFORE, TICK)),
        disputed=_disputed(),
        news=news(NEWS),
    )


def _disputed() -> tuple[DisputedDay, ...]:
    days = list(CeasefireDay.objects.most_disputed()[:DISPUTED_DAYS])
    strictest = ClaimPair.objects.strictest_of_each([(day.ceasefire, day.day) for day in days], CANDIDATES)
    claims = {end for pairs in strictest.values() for pair in pairs for end in (pair.left_id, pair.right_id)}
    known = {claim for claim, source, _ in ClaimLink.objects.of_claims(sorted(claims)) if source is not None}

    def headline(day: CeasefireDay) -> ClaimPair | None:
        """The strictest conflict, one between known speakers if there is one."""
        pairs = strictest.get((day.ceasefire_id, day.day), [])
        return next((p for p in pairs if {p.left_id, p.right_id} <= known), next(iter(pairs), None))

    return tuple(DisputedDay(day, headline(day)) for day in days)


def _tick(days_on: int) -> tuple[str, int]:
    start = date(2000, 1, 1)
    return _axis(start).middle(start + timedelta(days=days_on)), days_on


def _axis(begins: date) -> charts.Axis:
    """The same axis for every truce, so that their days line up; which year it is does not matter."""
    first = begins - timedelta(days=DAYS_BEFORE)
    return charts.Axis.of(first, first + timedelta(days=SHOWN_DAYS - 1))


def _multiple(ceasefire: Ceasefire, days: list[CeasefireDay], tallest: int, totals: Totals) -> Multiple:
    axis = _axis(ceasefire.begins)
    last = axis.first + timedelta(days=axis.days - 1)
    return Multiple(
        ceasefire=ceasefire,
        chart=charts.bars(
            [(day.day, day) for day in days],
            axis,
            top=14,
            base=62,
            tallest=tallest,
            band=(ceasefire.begins, min(ceasefire.ended or last, last)),
        ),
        totals=totals,
    )
