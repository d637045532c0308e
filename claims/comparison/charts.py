"""Geometry of the charts drawn on the server: x in per cent, y in pixels, time running with the script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language_bidi

from claims.models.day import DayCounts
from claims.vocabulary import Relation

BAR = 0.72
"""The part of a day's place that its bar fills."""


def percent(share: float) -> str:
    return f"{100 * share:.3f}%"


def pixels(value: float) -> str:
    return f"{value:.1f}"


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first`, each an equal share of the width; from right to left in a script that runs so."""

    first: date
    days: int
    mirrored: bool

    @classmethod
    def of(cls, first: date, last: date) -> Axis:
        return cls(first, max(1, (last - first).days + 1), get_language_bidi())

    def left(self, day: date) -> float:
        """Share of the width at the left edge of the day's place."""
        at = (day - self.first).days
        return (self.days - 1 - at if self.mirrored else at) / self.days

    def middle(self, day: date) -> str:
        return percent(self.left(day) + 0.5 / self.days)

    def span(self, first: date, last: date) -> tuple[str, str]:
        """x and width of the stretch from the first to the last day, cut to the axis."""
        ends = self._cut(first), self._cut(last)
        return percent(min(self.left(day) for day in ends)), percent(((ends[1] - ends[0]).days + 1) / self.days)

    def _cut(self, day: date) -> date:
        last = date.fromordinal(self.first.toordinal() + self.days - 1)
        return min(max(day, self.first), last)


@dataclass(frozen=True, slots=True)
class Bar:
    x: str
    y: str
    width: str
    height: str
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A diamond; hollow where accounts only compete."""

    x: str
    y: str
    is_strict: bool


@dataclass(frozen=True, slots=True)
class Tick:
    x: str
    day: date
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of claims a day with the strongest conflict of each day above its bar."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    band: tuple[str, str] | None
    base: int
    height: int


def strongest(counts: DayCounts) -> Relation | None:
    if not counts.conflicts:
        return None
    return Relation.CONTRADICTS if counts.contradicts else Relation.COMPETES


def bars(
    days: Sequence[tuple[date, DayCounts]],
    axis: Axis,
    *,
    top: int,
    base: int,
    tallest: int,
    now: date | None = None,
    ticks: Sequence[date] = (),
    band: tuple[date, date] | None = None,
) -> Bars:
    """Bars between the lines `top` and `base` (pixels from above), scaled from zero to `tallest` claims."""
    width = BAR / axis.days
    drawn, marks = [], []
    for day, counts in days:
        height = (base - top) * counts.claims / max(1, tallest)
        drawn.append(
            Bar(
                x=percent(axis.left(day) + (1 / axis.days - width) / 2),
                y=pixels(base - height),
                width=percent(width),
                height=pixels(height),
                is_now=day == now,
            )
        )
        if counts.conflicts:
            marks.append(Mark(axis.middle(day), pixels(base - height - 6), strongest(counts) is Relation.CONTRADICTS))
    return Bars(
        bars=tuple(drawn),
        marks=tuple(marks),
        ticks=tuple(Tick(axis.middle(day), day, day == now) for day in ticks),
        band=axis.span(*band) if band else None,
        base=base,
        height=base + 16,
    )
