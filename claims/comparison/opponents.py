"""The matrix of who contradicts whom in a stretch of a ceasefire."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from claims.comparison import sides
from claims.comparison.disputes import speakers_of
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
    ends = list(pairs.conflicts().order_by().values_list("left", "right", "relation"))
    sides_of = {
        claim: next((side or "" for source, side in speakers if source), "")
        for claim, speakers in speakers_of({claim for left, right, _ in ends for claim in (left, right)}).items()
    }
    met = Counter((sides_of.get(left, ""), sides_of.get(right, ""), relation) for left, right, relation in ends)
    for (left, right, relation), conflicts in met.items():
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
