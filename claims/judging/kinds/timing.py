"""Timing: two sources give another day or hour for one event."""

from __future__ import annotations

from datetime import timedelta

from claims.judging import words
from claims.judging.gist import Gist
from claims.judging.kind import Finding, Kind
from claims.judging.pairing import START
from claims.judging.wording import quote, says, shown, spelled
from claims.vocabulary import Dimension, Event, Relation, Topic

ONE_DAY = timedelta(days=1)
NEAR_MINUTES = 30
"""Hours that differ by less are one: "midnight" and "one minute past midnight"."""


def find(a: Gist, b: Gist) -> Finding | None:
    if START not in a.matters or START not in b.matters or a.denying is not None or b.denying is not None:
        return None
    x, y = a.account, b.account
    if x.about_from is None or y.about_from is None or not (_tells_start(a) and _tells_start(b)):
        return None
    if x.about_from == y.about_from and not _other_hour(a, b):
        return None
    if abs(x.about_from - y.about_from) == ONE_DAY and (words.NIGHT.search(a.text) or words.NIGHT.search(b.text)):
        return None
    reason = f"{says(a)} {_dated(a)}; {says(b)} {_dated(b)}."
    return Finding(Relation.CONTRADICTS, 80, reason, shown(a, words.BEGINS), shown(b, words.BEGINS))


def _other_hour(a: Gist, b: Gist) -> bool:
    """Two hours of one day that are not near each other, nor told by the clocks of two zones."""
    x, y = a.account.about_clock, b.account.about_clock
    if x is None or y is None or words.ZONE.findall(a.text) != words.ZONE.findall(b.text):
        return False
    return abs((x.hour - y.hour) * 60 + x.minute - y.minute) >= NEAR_MINUTES


def _tells_start(g: Gist) -> bool:
    """Itself names a day on which the truce is said to begin, or fire to halt; not one that dates something else.

    "The first breach since the truce began on Friday" tells of a breach; "calm since midnight" of calm.
    """
    if (
        g.is_conditional
        or Event.TALKED in g.account.events
        or words.TRUCE_HALTED.search(g.text)
        or not words.DAY_NAMED.search(g.text)
    ):
        return False
    told = words.PRESUPPOSED.sub(" ", g.text)
    dated = (
        words.BEGINS.search(told)
        or words.TRUCE_NAMED.match(told)
        or (words.HALTED.search(told) and (g.account.about_clock or words.AHEAD.search(told)))
    )
    of_truce = words.TRUCE.search(told) or (Topic.ANNOUNCEMENT in g.account.topics and words.HALTED.search(told))
    return bool(dated and of_truce) and not g.blows and not words.CALM.search(told)


def _dated(g: Gist) -> str:
    """The words of the start, with the day in brackets where they do not spell it."""
    day, told = g.account.about_from, quote(g, words.DAY_NAMED)
    assert day is not None
    month = spelled(day).split()[1].lower()[:3]
    return told if str(day.day) in told and month in told.lower() else f"{told} ({spelled(day)})"


KIND = Kind(
    key="timing",
    label="When",
    rule="Two sources give another day or hour for the beginning of the truce.",
    version=3,
    dimension=Dimension.TIMING,
    find=find,
    is_mutual=True,
)
