"""Timing: two sources give another day or hour for one event."""

from __future__ import annotations

from claims.judging import words
from claims.judging.gist import Gist
from claims.judging.kind import Finding, Kind
from claims.judging.pairing import START
from claims.judging.wording import quote, says, shown, spelled
from claims.vocabulary import Dimension, Relation, Topic


def find(a: Gist, b: Gist) -> Finding | None:
    if START not in a.matters or START not in b.matters or a.denying is not None or b.denying is not None:
        return None
    x, y = a.account, b.account
    if x.about_from is None or y.about_from is None or not (_tells_start(a) and _tells_start(b)):
        return None
    other_hour = x.about_from == y.about_from and x.about_clock and y.about_clock and x.about_clock != y.about_clock
    if x.about_from == y.about_from and not other_hour:
        return None
    reason = f"{says(a)} that it began {_when(a)} ({quote(a)}); {says(b)} that it began {_when(b)} ({quote(b)})."
    return Finding(Relation.CONTRADICTS, 80, reason, shown(a, words.BEGINS), shown(b, words.BEGINS))


def _tells_start(g: Gist) -> bool:
    """A day or an hour at which the truce is said to begin, or fire to halt."""
    dated = words.BEGINS.search(g.text) or (
        words.HALTED.search(g.text) and (g.account.about_clock or words.AHEAD.search(g.text))
    )
    of_truce = words.TRUCE.search(g.text) or Topic.ANNOUNCEMENT in g.account.topics
    return bool(dated and of_truce)


def _when(g: Gist) -> str:
    clock = g.account.about_clock
    day = g.account.about_from
    assert day is not None
    return f"at {clock:%H:%M} on {spelled(day)}" if clock else f"on {spelled(day)}"


KIND = Kind(
    key="timing",
    label="When",
    rule="Two sources give another day or hour for the beginning of the truce.",
    version=1,
    dimension=Dimension.TIMING,
    find=find,
)
