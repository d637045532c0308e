"""Figure: two sources give numbers for the same victims, place and days that cannot both be so."""

from __future__ import annotations

from claims.judging.events import apart, same_days
from claims.judging.gist import Gist, share_place
from claims.judging.kind import Finding, Kind
from claims.judging.records import FigureSeen, Marked
from claims.judging.sides import same_accused
from claims.judging.wording import quote, says
from claims.vocabulary import Dimension, Event, Relation

COMPARED = 12
"""Figures of a claim that are looked at, the first ones: a claim with hundreds is a table, not a statement."""


def find(a: Gist, b: Gist) -> Finding | None:
    if not a.account.figures or not b.account.figures or a.denying is not None or b.denying is not None:
        return None
    if apart(a, b) or not same_days(a, b):
        return None
    for x in a.account.figures[:COMPARED]:
        for y in b.account.figures[:COMPARED]:
            if same_count(a, x, b, y) and disjoint(x, y) and not part_of_total(a, x, b, y):
                return _finding(a, x, b, y)
    return None


def same_count(a: Gist, x: FigureSeen, b: Gist, y: FigureSeen) -> bool:
    """Like with like: the same thing counted, both whole or both of one part, in one place."""
    if counted(x.what) != counted(y.what) or x.is_part != y.is_part:
        return False
    if x.place != y.place and (x.place is not None and y.place is not None):
        return False
    return (x.place is None) == (y.place is None) or share_place(a, b) is True


def part_of_total(a: Gist, x: FigureSeen, b: Gist, y: FigureSeen) -> bool:
    """A smaller number for a place within the other's: a part of its total, where the places are not the same."""
    if not a.places or not b.places or a.places == b.places:
        return False
    inner, outer = (x, y) if b.places <= a.within else (y, x)
    return inner.low is not None and (outer.high is None or inner.low <= outer.high)


def counted(what: str) -> frozenset[str]:
    return frozenset(
        w for w in what.lower().replace("-", " ").split() if w not in {"of", "the", "people", "were", "in", "civilians"}
    )


def disjoint(x: FigureSeen, y: FigureSeen) -> bool:
    """No number satisfies both; an open end reaches as far as it likes, and a figure without any end says nothing."""
    if (x.low is None and x.high is None) or (y.low is None and y.high is None):
        return False
    return (x.high is not None and y.low is not None and x.high < y.low) or (
        y.high is not None and x.low is not None and y.high < x.low
    )


def _finding(a: Gist, x: FigureSeen, b: Gist, y: FigureSeen) -> Finding:
    totals = (
        Event.VIOLATIONS_COUNTED in a.account.events
        or Event.VIOLATIONS_COUNTED in b.account.events
        or "violation" in x.what
    )
    relation = Relation.COMPETES if totals and not same_accused(a, b) else Relation.CONTRADICTS
    reason = f"{says(a)} “{x.words}” ({x.what}: {quote(a)}); {says(b)} “{y.words}” ({quote(b)})."
    return Finding(relation, 75, reason, (Marked(x.start, x.end),), (Marked(y.start, y.end),))


KIND = Kind(
    key="figure",
    label="How many",
    rule="Two sources give numbers for the same victims, place and days that cannot both be so.",
    version=1,
    dimension=Dimension.FIGURE,
    find=find,
)
