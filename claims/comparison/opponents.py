"""The matrix of who contradicts whom in a stretch of a ceasefire."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from claims.comparison import sides
from claims.comparison.span import Span
from claims.models import ClaimPair, Side
from claims.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Meeting:
    """A cell of the matrix of who contradicts whom."""

    left: Side
    right: Side
    contradicts: int
    competes: int

    @property
    def conflicts(self) -> int:
        return self.contradicts + self.competes

    @property
    def weight(self) -> int:
        return 1 if self.conflicts < 5 else 2 if self.conflicts < 20 else 3


@dataclass(frozen=True, slots=True)
class Opponents:
    """Who contradicts whom in a span of one ceasefire: a row and a column for each side."""

    span: Span
    sides: tuple[Side, ...]
    rows: tuple[tuple[Side, tuple[Meeting | None, ...]], ...]


def opponents(span: Span) -> Opponents:
    """The matrix; a cell without conflicts is None."""
    ring = sides.in_order(span.ceasefire.begins)
    pairs = ClaimPair.objects.begun_between(span.ceasefire, span.first, span.last)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for left, right, relation, conflicts in pairs.between_sides():
        for one, other in {(left, right), (right, left)}:
            counts[one, other][relation] += conflicts

    def meeting(one: Side, other: Side) -> Meeting | None:
        found = counts.get((one.key, other.key))
        if not found:
            return None
        return Meeting(one, other, found[Relation.CONTRADICTS], found[Relation.COMPETES])

    return Opponents(
        span=span,
        sides=tuple(ring),
        rows=tuple((one, tuple(meeting(one, other) for other in ring)) for one in ring),
    )
