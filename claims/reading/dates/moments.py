"""Puts the expressions of one moment together (a clock and its day, a weekday and its date, "from … to …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date, time, timedelta

from claims.reading.dates.expressions import Expression, Finder, TimeWords
from claims.reading.dates.intervals import resolve
from claims.reading.dates.ranges import AFTER_PUBLICATION, NO_SUCH_DAY, Anchor
from claims.reading.phrases import fold
from claims.reading.record import record
from claims.reading.records import Span, When
from claims.vocabulary import Precision

DISAGREE = "the weekday and the date disagree"
WRONG_ORDER = "the range ends before it begins"

# Kinds that name a day by itself; only such are joined to one moment or to a range.
DAY_KINDS = frozenset({"monthday", "daymonth", "iso", "numeric", "weekday", "relday"})
TRUCE_KINDS = frozenset({"trucesince", "truceday", "trucestart", "counted", "eve", "now"})
"""Kinds whose words tell of a truce as well."""

MIDNIGHT_IN_GMT = (21, 22)
"""Hours of Greenwich at which a day begins in Syria, which has been two and three hours ahead of it."""

SPOKEN_KINDS = frozenset({"relday", "window", "counted", "now", "period", "trucesince"})


@record()
class Moment:
    """Expressions that together say one time; `join` is "range" or "and" where the second closes a stretch."""

    span: Span
    expressions: tuple[Expression, ...]
    join: str = ""
    kinds: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", frozenset([e.kind for e in self.expressions]))

    @property
    def lead(self) -> str:
        return self.expressions[0].lead

    @property
    def future(self) -> bool:
        return any(e.future for e in self.expressions)


class Clockwork:
    """Finds and settles moments in texts of one language."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        self._find = Finder(words).find
        self.same_period = re.compile(rf"\b(?:{'|'.join(words.same_period)})\b")
        self.agreed = re.compile(rf"\b(?:{words.agreed})(?: (?:on|in|late|early|last))*,? $")
        self.made = re.compile(words.made)
        self.came_after = re.compile(words.came_after)
        self.first = re.compile(rf"\b(?:{'|'.join(words.firsts)})\b[^.;,]*$")

    def moments(self, text: str, folded: str | None = None) -> tuple[Moment, ...]:
        folded = fold(text) if folded is None else folded
        out: list[Moment] = []
        for expression in self._find(text, folded):
            between = folded[out[-1].span.end : expression.span.start] if out else ""
            if out and (joined := self._joined(out[-1], expression, between)):
                out[-1] = joined
            else:
                out.append(Moment(expression.span, (expression,)))
        return tuple(out)

    def _joined(self, left: Moment, right: Expression, between: str) -> Moment | None:
        if not between or len(between) > 10 or (left.join and right.kind != "clock"):
            return None
        span = Span(left.span.start, right.span.end)
        to_come = right.to_come or any(e.to_come for e in left.expressions)
        right = replace(right, to_come=to_come, lead=right.lead or left.lead)
        last = left.expressions[-1]
        days = last.kind in DAY_KINDS, right.kind in DAY_KINDS
        if all(days) and between in self.words.joins and last.kind != "relday":
            join = self.words.joins[between]
            if join == "range" or last.kind == right.kind:
                return Moment(span, (*left.expressions, right), join)
        if between not in self.words.touches:
            return None
        one_day = {last.kind, right.kind}
        if last.kind == "trucesince" and days[1]:
            return Moment(span, (*left.expressions, right))
        if ("clock" in one_day and any(days)) or (one_day == {"relday", "weekday"}):
            return Moment(span, (*left.expressions, right), left.join)
        if all(days) and "weekday" in one_day and one_day & {"monthday", "daymonth", "iso"} and not left.join:
            return Moment(span, (*left.expressions, right))
        return None

    def settle(self, moment: Moment, text: str, *, anchor: Anchor) -> When:
        """The days of the moment; its words are the text's."""
        try:
            return self._settled(moment, text, anchor)
        except OverflowError:
            return When(words=moment.span.of(text), flag=NO_SUCH_DAY)

    def _settled(self, moment: Moment, text: str, anchor: Anchor) -> When:
        words = moment.span.of(text)
        expressions = moment.expressions
        if moment.join:  # "from Sunday to Tuesday" is told as past unless a "will" stands before it
            expressions = tuple(replace(e, lead="") for e in expressions)
        found = [resolve(e, words, anchor=anchor, language=self.words) for e in expressions]
        clock = next((w.clock for w, e in zip(found, expressions, strict=True) if e.kind == "clock"), None)
        days = [(w, e) for w, e in zip(found, expressions, strict=True) if e.kind != "clock"]
        if not days:
            return replace(found[0], words=words)
        is_since = moment.lead == "since" and "trucesince" not in moment.kinds
        if days[0][1].kind == "trucesince" and len(days) > 1:  # "since a truce was declared on May 3": its own day
            is_since, days = True, days[1:]
        when = _stretch(days) if moment.join else _one(days)
        if is_since and when.first:
            when = _since(when, anchor.now)
        if clock is not None:
            exact = when.first is not None and when.first == when.last and when.flag in ("", AFTER_PUBLICATION)
            if exact and when.first is not None and _is_midnight_abroad(clock):
                day = when.first + timedelta(1)
                when, clock = replace(when, first=day, last=day), time(0, clock.minute)
            when = replace(when, clock=clock, precision=Precision.MINUTE if exact else when.precision)
        return when if when.words == words else replace(when, words=words)


def _is_midnight_abroad(clock: time) -> bool:
    """Whether it is midnight, or the minute behind it, where it is two or three hours later: "2200 GMT on Thursday"."""
    return clock.utcoffset() == timedelta(0) and clock.hour in MIDNIGHT_IN_GMT and clock.minute <= 1


def _stretch(days: Sequence[tuple[When, Expression]]) -> When:
    """From the first day to the last; a weekday that would lie before the first is the next of its name."""
    (first, _), (last, end) = days[0], days[-1]
    if any(w.first is None for w, _ in days):
        return next(w for w, _ in days if w.first is None)
    start, stop = first.first, last.last
    assert start is not None
    assert stop is not None
    if stop < start and end.kind == "weekday":
        stop += timedelta(7)
    if stop < start:
        return When(first=stop, last=start, precision=Precision.RANGE, flag=WRONG_ORDER)
    return When(first=start, last=stop, precision=Precision.DAY if start == stop else Precision.RANGE)


def _one(days: Sequence[tuple[When, Expression]]) -> When:
    """One day said in two ways; where a weekday and a date disagree, the range that holds both."""
    dated = [w for w, e in days if e.kind not in ("weekday", "relday")]
    weekdays = [(w, e) for w, e in days if e.kind == "weekday"]
    if not dated:
        return weekdays[0][0] if weekdays else days[0][0]
    when = dated[0]
    if not weekdays or when.first is None or when.first != when.last:
        return when
    other = weekdays[0][0].first
    if other is None:
        return when
    off = (other.weekday() - when.first.weekday() + 3) % 7 - 3
    if off == 0:
        return when
    ends = sorted((when.first, when.first + timedelta(off)))
    return When(first=ends[0], last=ends[1], precision=Precision.RANGE, flag=DISAGREE)


def _since(when: When, now: date | None) -> When:
    if when.first is None or now is None or now < when.first:
        return when
    return replace(when, last=now, precision=Precision.DAY if now == when.first else Precision.RANGE)
