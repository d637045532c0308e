"""What the clocks need to know of a statement's matter, and the reasons that they give for a day."""

from __future__ import annotations

from datetime import date, timedelta

from claims.reading.assertions.findings import Ground
from claims.reading.record import record
from claims.reading.records import Span, When
from claims.vocabulary import Precision

SAME_STATEMENT = "the same statement"
SAME_SPEAKER = "the same speaker's other statement"
SAME_MEETING = "the same meeting"
TOLD_THAT_DAY = "told of the day of publication"
TRUCE_START = "the ceasefire's start"
TRUCE_KEPT = "from the ceasefire's start to the day of the statement"
DAYS_BEFORE = "counted back from the statement before it"
DAY_MADE = "the day on which it was said"
PASSAGE_DAY = "the day that the passage is about"
FOLLOWING_DAY = "the day that the passage goes on to name"

SHORT = timedelta(days=2)

UNKNOWN = When()


@record(kw_only=True)
class Gist:
    """A statement's matter as the clocks see it.

    ground      what its stance rests on, if it has one
    declares    a truce's beginning is what is told;  keeps: how it is kept;  is_quiet: that there is less fire or none
    is_ahead    a promise, threat, wish or forecast
    is_event    something is said to have happened (not: a general assessment);  is_ongoing: an attack, a breach is told
    is_meeting  the reporting clause names a meeting;  turns: another passage begins here
    background  spans within it that date something else ("a ceasefire reached earlier this month")
    speakers    slugs of those who said it
    matters     bits of what happened, and places: two tellings of one incident share them
    start       the first day of the ceasefire, as these speakers state it
    relays      slugs of those through whom it was said;  bodies: the speakers and what they belong to
    resumes     opens with the attack told before ("the strikes also killed …")
    echoes      says nothing by itself but of what the statement before it told ("we think it was intentional")
    """

    ground: Ground | None
    declares: bool
    keeps: bool
    is_quiet: bool
    is_ahead: bool
    is_event: bool
    is_ongoing: bool
    is_meeting: bool
    turns: bool
    background: tuple[Span, ...]
    speakers: frozenset[str]
    relays: frozenset[str]
    bodies: frozenset[str]
    resumes: bool
    matters: int
    places: frozenset[str]
    start: date | None
    echoes: bool


@record()
class Clocks:
    """`is_own`: the days spoken of stand in the statement's own words."""

    said: When
    about: When
    is_own: bool


def is_day(when: When) -> bool:
    return when.first is not None and when.first == when.last


def is_short(when: When) -> bool:
    """A day, or days next to each other: not a stretch of weeks."""
    return when.first is not None and when.last is not None and when.last - when.first <= SHORT


def on_day(day: date | None, reason: str) -> When:
    return When(first=day, last=day, precision=Precision.DAY, reason=reason) if day else When()


def inherited(when: When, reason: str) -> When:
    """The same days without the words and the clock, which are another statement's."""
    precision = Precision.DAY if is_day(when) else when.precision
    return When(first=when.first, last=when.last, precision=precision, reason=reason, flag=when.flag)
