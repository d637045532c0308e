"""Which two accounts may be compared at all, as rows that SQL can search: a matter and the days it spans.

`comparable` is defined by `matters` alone, so that a btree (ceasefire, key, first) INCLUDE (last) over the same rows
gives the same answer: two accounts of one ceasefire that share a key with overlapping days, and are not of one speaker
in one article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from claims.judging.records import Account
from claims.vocabulary import Event, Stance, Topic

SPAN = timedelta(days=14)
"""No matter spans more: an index can then look for first in [first - 14, last]."""
LOOK_BACK = timedelta(days=7)
"""An account without a day is taken to speak of the days up to its saying (or its report)."""
DECLARED_STANDS = timedelta(days=2)
"""A truce declared or come into force is true of its first days; what comes later is told of later days."""
HALT_STANDS = timedelta(days=3)
"""That fire was halted is said of more than the hour of its halting, but not of weeks."""


@dataclass(frozen=True, slots=True, order=True)
class Matter:
    """One thing that an account speaks of, with the first and the last day for which it does."""

    key: str
    first: date
    last: date


_KEYS = {
    Topic.ANNOUNCEMENT: "truce",
    Topic.TERMS: "truce",
    Topic.STATUS: "truce",
    Topic.VIOLATION: "truce",
    Topic.AIRSTRIKE: "truce",
    Topic.CASUALTIES: "casualties",
    Topic.DISPLACEMENT: "people",
    Topic.HUMANITARIAN: "people",
    Topic.TERRITORY: "forces",
    Topic.DEPLOYMENT: "forces",
    Topic.DIPLOMACY: "talks",
    Topic.THREAT: "threat",
}
START = "start"
"""The matter of those who say when the truce began: all meet, whatever day they give."""


def matters(account: Account) -> tuple[Matter, ...]:
    """The rows by which candidates are found, sorted; none for an account without a ceasefire or any day at all."""
    window = days_of(account)
    if account.ceasefire is None or window is None:
        return ()
    first, last = window
    keys = {_KEYS[topic] for topic in account.topics}
    if account.stance is not None or account.accused or account.events & _HOSTILE:
        keys.add("truce")
    if account.events & {Event.KILLED, Event.WOUNDED, Event.DESTROYED}:
        keys.add("casualties")
    found = [Matter(key, first, last) for key in keys]
    if account.ceasefire_begins is not None and says_when_it_begins(account):
        found.append(Matter(START, account.ceasefire_begins, account.ceasefire_begins))
    return tuple(sorted(found))


_HOSTILE = frozenset({Event.ATTACK, Event.SHELLING, Event.AIR_RAID, Event.CLASH, Event.HALTED, Event.COMPLIED})


def comparable(a: Account, b: Account) -> bool:
    """Whether the two may be asked about: in terms of `matters`, so that Python and SQL agree by construction."""
    if a.ceasefire is None or a.ceasefire != b.ceasefire or not may_meet(a, b):
        return False
    theirs = {m.key: m for m in matters(b)}
    return any(
        (other := theirs.get(m.key)) is not None and m.first <= other.last and other.first <= m.last for m in matters(a)
    )


def may_meet(a: Account, b: Account) -> bool:
    """Not one claim twice, and not two of the same speaker in one article (who there develops one statement)."""
    if a.id == b.id:
        return False
    return a.article != b.article or not {s.slug for s in a.sources} & {s.slug for s in b.sources}


def days_of(account: Account) -> tuple[date, date] | None:
    """First and last day that an account speaks of, at most SPAN apart; None where nothing dates it.

    A range of more than SPAN keeps its end. A declared truce and a halt of fire stay open after their first day.
    """
    first, last = account.about_from or account.about_to, account.about_to or account.about_from
    if first is None or last is None:
        anchor = account.said or account.reported
        if anchor is None:
            begins = account.ceasefire_begins
            return (begins, _shifted(begins, SPAN)) if begins else None
        return _shifted(anchor, -LOOK_BACK), anchor
    first, last = min(first, last), max(first, last)
    stands = stands_for(account)
    if stands:
        last = max(last, min(_shifted(first, stands), account.ceasefire_ended or date.max))
    return max(first, _shifted(last, -SPAN)), last


def _shifted(day: date, by: timedelta) -> date:
    """The day moved, but not out of the calendar."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def stands_for(account: Account) -> timedelta:
    """How long a truce declared, agreed or come into force, or a halt of fire, is true after its day; else nothing.

    That raids stopped, or that the truce was kept, is a report of a day, not a promise for the next.
    """
    events = account.events
    if account.stance is None and Event.AGREED in events and Topic.ANNOUNCEMENT in account.topics:
        return DECLARED_STANDS
    if account.stance is not Stance.HOLDING:
        return timedelta()
    if Event.HALTED in events:
        return timedelta() if Event.AIR_RAID in events else HALT_STANDS
    begun = bool(events & {Event.BEGAN, Event.AGREED}) and Event.COMPLIED not in events
    return DECLARED_STANDS if begun or Topic.ANNOUNCEMENT in account.topics else timedelta()


def says_when_it_begins(account: Account) -> bool:
    if account.about_from is None or account.about_to not in (None, account.about_from):
        return False
    if account.events & {Event.HALTED, Event.BEGAN}:
        return True
    agreed = account.stance is Stance.HOLDING or Event.AGREED in account.events
    return Topic.ANNOUNCEMENT in account.topics and agreed
