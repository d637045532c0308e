"""Comparing the numbers of two claims: which are looked at, and when no number satisfies both."""

from __future__ import annotations

from claims.judging.records import FigureSeen

COMPARED = 12
"""Figures of a claim that are looked at, the first ones: a claim with hundreds is a table, not a statement."""


def disjoint(x: FigureSeen, y: FigureSeen) -> bool:
    """No number satisfies both; an open end reaches as far as it likes, and a figure without any end says nothing."""
    if (x.low is None and x.high is None) or (y.low is None and y.high is None):
        return False
    return (x.high is not None and y.low is not None and x.high < y.low) or (
        y.high is not None and x.low is not None and y.high < x.low
    )


_HURT = ("killed", "wounded", "injured", "dead", "death", "casualt")


def tolls(figures: tuple[FigureSeen, ...]) -> frozenset[int]:
    """The numbers of dead and hurt that are stated, and what all of one kind add up to."""
    stated = [f for f in figures[:COMPARED] if f.low is not None and any(word in f.what for word in _HURT)]
    by_kind: dict[str, int] = {}
    for figure in stated:
        by_kind[figure.what] = by_kind.get(figure.what, 0) + (figure.low or 0)
    return frozenset([*(figure.low or 0 for figure in stated), *by_kind.values()])
