"""What a kind of relation is: a key, a label, a rule in one sentence, and a finder that is asked of both orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.judging.gist import Gist
from claims.judging.records import Marked, Verdict
from claims.vocabulary import Dimension, Relation


@dataclass(frozen=True, slots=True)
class Finding:
    """What a finder says of (a, b): a in the rule's first role, b in its second. `strength` is 0..100."""

    relation: Relation
    strength: int
    reason: str
    marks_a: tuple[Marked, ...] = ()
    marks_b: tuple[Marked, ...] = ()


Finder = Callable[[Gist, Gist], Finding | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """`find` is asked of both orders; the stronger answer counts, the given order first.

    `is_mutual`: both accounts have one role, so that one order is enough.
    """

    key: str
    label: str
    rule: str
    version: int
    dimension: Dimension | None
    find: Finder
    is_mutual: bool = False

    def judge(self, a: Gist, b: Gist) -> Verdict | None:
        """The verdict on a pair; left_marks are those of `a`."""
        here, there = self.find(a, b), None if self.is_mutual else self.find(b, a)
        if here is not None and (there is None or here.strength >= there.strength):
            return self._verdict(here, here.marks_a, here.marks_b)
        if there is not None:
            return self._verdict(there, there.marks_b, there.marks_a)
        return None

    def _verdict(self, finding: Finding, left: tuple[Marked, ...], right: tuple[Marked, ...]) -> Verdict:
        return Verdict(
            relation=finding.relation,
            dimension=self.dimension,
            kind=self.key,
            version=self.version,
            strength=finding.strength,
            reason=finding.reason,
            left_marks=left,
            right_marks=right,
        )
