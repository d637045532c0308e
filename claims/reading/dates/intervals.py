"""Gives an expression of time its days: never a wrong exact day, but none, or a wider range, with a flag."""

from __future__ import annotations

from collections.abc import Callable

from claims.reading.dates import explicit, relative
from claims.reading.dates.expressions import Expression, TimeWords
from claims.reading.dates.ranges import AFTER_PUBLICATION, NO_SUCH_DAY, Anchor
from claims.reading.records import When

_DATES = frozenset({"iso", "numeric", "monthday", "daymonth"})


def resolve(expression: Expression, words: str, *, anchor: Anchor, language: TimeWords) -> When:
    """The days of the expression; `words` are its words as printed."""
    try:
        found = _KINDS[expression.kind](expression, anchor, language)
    except (ValueError, OverflowError):
        found = When(flag=NO_SUCH_DAY)
    flag = found.flag
    if not flag and found.first and anchor.written and found.first > anchor.written and not expression.future:
        flag = AFTER_PUBLICATION if expression.kind in _DATES else ""
    return When(
        first=found.first, last=found.last, precision=found.precision, words=words, clock=found.clock, flag=flag
    )


_KINDS: dict[str, Callable[[Expression, Anchor, TimeWords], When]] = {
    "clock": explicit.clock,
    "iso": explicit.iso,
    "numeric": explicit.numeric,
    "monthday": explicit.monthday,
    "daymonth": explicit.daymonth,
    "relday": relative.relday,
    "weekday": relative.weekday,
    "month": relative.in_month,
    "counted": relative.counted,
    "named_day": relative.named_day,
    "window": relative.window,
    "period": relative.period,
    "year": relative.in_year,
    "eve": relative.eve,
    "truceday": relative.truceday,
    "trucesince": relative.trucesince,
    "trucestart": relative.trucestart,
    "now": relative.now,
}
