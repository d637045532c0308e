"""Blame: two sources name opposite hands for one incident, or for breaking the truce in the same days."""

from __future__ import annotations

from datetime import date, timedelta

from claims.judging import words
from claims.judging.events import ONE_REPORT, apart, same_incident
from claims.judging.gist import Gist
from claims.judging.kind import Finding, Kind
from claims.judging.naming import name_pattern
from claims.judging.records import Marked
from claims.judging.sides import blames, other_accused
from claims.judging.wording import says_of, shown
from claims.vocabulary import Dimension, Event, Relation


def find(a: Gist, b: Gist) -> Finding | None:
    if a.denying is not None or b.denying is not None or a.is_ahead or b.is_ahead:
        return None
    if _each_the_other(a, b):
        return _finding(65, a, b)
    return _finding(50, a, b) if _answers(a, b) else None


def _each_the_other(a: Gist, b: Gist) -> bool:
    if not other_accused(a, b) or a.camps == b.camps or _both_count(a, b) or not _told_of_one_time(a, b):
        return False
    if same_incident(a, b):
        return True
    if not (a.broken and b.broken) or not (a.is_wide or b.is_wide):
        return False
    if _may_be_older(a) or _may_be_older(b):
        return False
    return not (apart(a, b) and a.is_local and b.is_local)


def _told_of_one_time(a: Gist, b: Gist) -> bool:
    """Of two articles, an undated charge is told at most a day after what the other speaks of."""
    if (a.is_dated and b.is_dated) or a.account.article == b.account.article:
        return True
    x, y = (_last_day(g) for g in (a, b))
    return x is None or y is None or abs(x - y) <= timedelta(days=1)


def _last_day(g: Gist) -> date | None:
    return g.account.about_to or g.account.about_from or g.account.said or g.account.reported


def _may_be_older(g: Gist) -> bool:
    """Blows of a stretch that began before the truce."""
    first, begins = g.account.about_from, g.account.ceasefire_begins
    return bool(g.blows) and g.days > ONE_REPORT and first is not None and begins is not None and first < begins


def _both_count(a: Gist, b: Gist) -> bool:
    """Who counts breaches is not who is accused of them: two counts differ in number, not in hand."""
    return Event.VIOLATIONS_COUNTED in a.account.events and Event.VIOLATIONS_COUNTED in b.account.events


def _answers(charge: Gist, answer: Gist) -> bool:
    """The accused says that it answers the other camp's attacks, where the charge is of the whole campaign."""
    return (
        blames(charge, answer)
        and not charge.is_hedged
        and answer.responds
        and bool(answer.accused_slugs)
        and not answer.accused_camps & charge.accused_camps
        and charge.is_wide
        and not (charge.is_dated and charge.account.figures)
        and not (apart(charge, answer) and charge.is_local)
    )


def _finding(strength: int, a: Gist, b: Gist) -> Finding:
    reason = f"{_names(a)}; {_names(b)}."
    return Finding(Relation.COMPETES, strength, reason, _marks(a), _marks(b))


def _marks(g: Gist) -> tuple[Marked, ...]:
    return shown(g, words.BLOW, *(name_pattern(body) for body in g.accused))


def _names(g: Gist) -> str:
    return says_of(g, g.accused, words.BLOW)


KIND = Kind(
    key="blame",
    label="Who did it",
    rule="Two sources blame opposite sides for the same incident, or for breaking the truce in the same days.",
    version=3,
    dimension=Dimension.BLAME,
    find=find,
)
