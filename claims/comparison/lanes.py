"""The three clocks of a pair of claims, lined up: a lane for each clock, both claims on one axis of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from claims.comparison import charts
from claims.comparison.cards import Clock, clocks
from claims.models import Claim, ClaimPair

LONGEST = 45
"""Days that the axis shows at most; what lies before is cut at its edge."""
TICKS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One claim in one lane; without a place on the axis its time is not stated."""

    side: str
    clock: Clock
    x: str
    width: str
    is_placed: bool
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Lane:
    key: str
    left: Bar
    right: Bar


@dataclass(frozen=True, slots=True)
class Lanes:
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[str, str, date], ...]
    """Each with its line's place, its label's place and its day."""
    start: tuple[str, date] | None
    """Where the day by which the truce is listed begins, if the axis shows it."""


def lanes(pair: ClaimPair) -> Lanes:
    both = clocks(pair.left), clocks(pair.right)
    stated = [day for found in both for clock in found for day in (clock.first, clock.last) if day]
    begins = pair.ceasefire.begins
    first, last = (min(stated), max(stated)) if stated else (begins, begins)
    if abs((begins - last).days) < LONGEST // 2:
        first, last = min(first, begins), max(last, begins)
    first = max(first, last - timedelta(days=LONGEST - 1)) - timedelta(days=1)
    axis = charts.Axis.of(first, last + timedelta(days=1))
    step = max(1, -(-axis.days // TICKS))
    days = [first + timedelta(days=n) for n in range(0, axis.days, step)]
    return Lanes(
        lanes=tuple(
            Lane(key=left.key, left=_bar(pair.left, left, axis), right=_bar(pair.right, right, axis))
            for left, right in zip(*both, strict=True)
        ),
        ticks=tuple((charts.percent(_edge(axis, day)), axis.middle(day), day) for day in days),
        start=(charts.percent(_edge(axis, begins)), begins) if first <= begins <= last else None,
    )


def _edge(axis: charts.Axis, day: date) -> float:
    """The edge at which the day begins: the left one, or the right one where time runs to the left."""
    return axis.left(day) + (1 / axis.days if axis.mirrored else 0)


def _bar(claim: Claim, clock: Clock, axis: charts.Axis) -> Bar:
    side = next(iter(claim.side_keys), "")
    if clock.first is None or clock.last is None:
        return Bar(side, clock, "0%", "0%", is_placed=False, is_cut=False)
    x, width = axis.span(clock.first, clock.last)
    return Bar(side, clock, x, width, is_placed=clock.last >= axis.first, is_cut=clock.first < axis.first)
