"""Figures of one kind over the days of a ceasefire, by who counts and who is accused, with sums of parts checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from claims.comparison import sides
from claims.comparison.charts import Axis
from claims.comparison.wording import Words
from claims.models import Ceasefire, Claim, Figure, Side
from claims.vocabulary import Event

MOST = 2000
"""Figures that one page looks at."""


@dataclass(frozen=True, slots=True)
class CountKind:
    """A kind of figure: claims with this event, and what the figure says it counts."""

    key: str
    label: Words
    event: Event
    what: re.Pattern[str]


COUNT_KINDS = (
    CountKind(
        "violations",
        _("Violations counted"),
        Event.VIOLATIONS_COUNTED,
        re.compile(r"breach|violation|shooting|case|shelling|truce|ceasefire", re.I),
    ),
    CountKind("killed", _("Killed"), Event.KILLED, re.compile(r"kill|dead|death|die|fatalit", re.I)),
    CountKind("wounded", _("Wounded"), Event.WOUNDED, re.compile(r"wound|injur|hurt", re.I)),
    CountKind("displaced", _("Displaced"), Event.DISPLACED, re.compile(r"displac|uproot|flee|fled|refugee", re.I)),
)


@dataclass(frozen=True, slots=True)
class Count:
    """One claim's total with its parts. `sum_of_parts` is None where a part is open or there is none."""

    claim: Claim
    day: date | None
    side: Side | None
    total: Figure | None
    parts: tuple[Figure, ...]

    @property
    def sum_of_parts(self) -> int | None:
        if len(self.parts) < 2 or any(part.low is None or part.low != part.high for part in self.parts):
            return None
        return sum(part.low or 0 for part in self.parts)

    @property
    def adds_up(self) -> bool | None:
        """None where there is nothing to check: no exact total, or no exact parts."""
        total = self.total
        if total is None or total.low is None or total.low != total.high or self.sum_of_parts is None:
            return None
        return total.low == self.sum_of_parts

    @property
    def value(self) -> int:
        """What the chart draws: the least that the total can be, else the sum of the parts."""
        if self.total is not None:
            return (self.total.low if self.total.low is not None else self.total.high) or 0
        return self.sum_of_parts or 0


@dataclass(frozen=True, slots=True)
class Dot:
    x: str
    y: str
    side: str
    count: Count


@dataclass(frozen=True, slots=True)
class CountsView:
    ceasefire: Ceasefire
    kind: CountKind
    counts: tuple[Count, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[str, date], ...]
    levels: tuple[tuple[str, int], ...]
    sides: tuple[Side, ...]
    listed: tuple[Figure, ...]

    @property
    def warnings(self) -> int:
        return sum(count.adds_up is False for count in self.counts)


HEIGHT = 180


def counts_view(ceasefire: Ceasefire, kind: CountKind) -> CountsView:
    shown = Prefetch("claim", Claim.objects.for_display())
    figures = [
        figure
        for figure in Figure.objects.of_event(ceasefire, kind.event).prefetch_related(shown)[:MOST]
        if kind.what.search(figure.what) or kind.event is Event.VIOLATIONS_COUNTED
    ]
    ring = sides.in_order(ceasefire.begins)
    counts = sorted(_counts(figures, {side.key: side for side in ring}), key=_place)
    dated = [count for count in counts if count.day and count.value]
    axis = Axis.of(min(c.day for c in dated if c.day), max(c.day for c in dated if c.day)) if dated else None
    most = max((count.value for count in dated), default=1)
    return CountsView(
        ceasefire=ceasefire,
        kind=kind,
        counts=tuple(counts),
        dots=tuple(
            Dot(axis.middle(c.day), _y(c.value, most), c.side.key if c.side else "", c) for c in dated if axis and c.day
        ),
        ticks=_ticks(axis),
        levels=tuple((_y(level, most), level) for level in sorted({0, most // 2, most})),
        sides=tuple(side for side in ring if any(c.side and c.side.key == side.key for c in counts)),
        listed=tuple(figures),
    )


def _place(count: Count) -> tuple[date, str, int]:
    return count.day or date.max, count.side.key if count.side else "", count.claim.pk


def _counts(figures: Iterable[Figure], by_key: dict[str, Side]) -> list[Count]:
    """The figures by claim: its total, and the parts of it. A claim of several totals is several counts."""
    grouped: dict[int, list[Figure]] = {}
    for figure in figures:
        grouped.setdefault(figure.claim_id, []).append(figure)
    counts = []
    for members in grouped.values():
        claim = members[0].claim
        side = by_key.get(next(iter(claim.side_keys), ""))
        day = claim.about_last or claim.said_last or claim.reported
        parts = tuple(figure for figure in members if figure.is_part)
        totals = [figure for figure in members if not figure.is_part]
        for place, total in enumerate(totals or [None]):
            counts.append(Count(claim, day, side, total, parts if place == 0 else ()))
    return counts


def _y(value: int, most: int) -> str:
    return f"{HEIGHT - (HEIGHT - 16) * value / max(1, most):.1f}"


def _ticks(axis: Axis | None) -> tuple[tuple[str, date], ...]:
    if axis is None:
        return ()
    step = max(1, axis.days // 6)
    days = [date.fromordinal(axis.first.toordinal() + n) for n in range(0, axis.days, step)]
    return tuple((axis.middle(day), day) for day in days)
