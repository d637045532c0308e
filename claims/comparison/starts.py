"""When a truce starts, as each party states it: all the starts lined up on one axis of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from claims.comparison.charts import Axis, percent
from claims.comparison.terms import PartyTerms
from claims.models import CeasefireStatement, Source

TICKS = 6
MOMENT = 0.004
"""Width of a start with a time of day, as a share of the picture; one without is as wide as its day."""


@dataclass(frozen=True, slots=True)
class Start:
    """A start that one party states, in its place on the axis."""

    source: Source
    statement: CeasefireStatement
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Starts:
    starts: tuple[Start, ...]
    ticks: tuple[tuple[str, str, date], ...]
    """Each with its line's place, its label's place and its day."""


def starts_of(parties: Iterable[PartyTerms]) -> Starts | None:
    """The picture, if there is anything to compare: two starts that differ."""
    stated = [(party.source, start) for party in parties for start in party.starts if start.day]
    days = [start.day for _, start in stated if start.day]
    if len({(start.day, start.clock) for _, start in stated}) < 2:
        return None
    axis = Axis.of(min(days) - timedelta(days=1), max(days) + timedelta(days=1))
    step = -(-axis.days // TICKS)
    shown = [axis.first + timedelta(days=n) for n in range(0, axis.days, step)]
    return Starts(
        starts=tuple(_start(source, start, axis) for source, start in stated),
        ticks=tuple((percent(axis.left(day) + _late(axis, 0)), axis.middle(day), day) for day in shown),
    )


def _start(source: Source, start: CeasefireStatement, axis: Axis) -> Start:
    assert start.day is not None
    left = axis.left(start.day)
    hours, _, minutes = start.clock.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()):
        return Start(source, start, percent(left), percent(1 / axis.days))
    passed = (int(hours) + int(minutes) / 60) / 24
    return Start(source, start, percent(left + _late(axis, passed) - MOMENT / 2), percent(MOMENT))


def _late(axis: Axis, passed: float) -> float:
    """How far into a day's place the time lies of which that share of the day has passed; time runs with the script."""
    return (1 - passed if axis.mirrored else passed) / axis.days
