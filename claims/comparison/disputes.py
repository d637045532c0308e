"""The disputes of a day: what two speakers differ on, put together from the pairs of their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.comparison.wording import QUESTIONS, Label
from claims.models import ClaimLink, ClaimPair
from claims.models.pair import ClaimPairQuerySet
from claims.vocabulary import Dimension

SHOWN_IN_A_QUESTION = 4


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict of the day between two speakers, numbered as the cards show it.

    Their accounts often meet more than once, in several articles or sentences: `pair` is the strictest of these pairs,
    `pair_ids` are all of them.
    """

    number: int
    pair: ClaimPair
    pair_ids: tuple[int, ...]

    @property
    def more(self) -> int:
        return len(self.pair_ids) - 1


@dataclass(frozen=True, slots=True)
class Question:
    """The disputes of one dimension under the question that it asks.

    `total` counts the disputes, those not shown too; `pairs` the pairs behind them.
    """

    dimension: Dimension
    label: Label
    disputes: tuple[Dispute, ...]
    total: int
    pairs: int

    @property
    def hidden(self) -> int:
        return self.total - len(self.disputes)


_QUESTION_ORDER = (
    Dimension.STATUS,
    Dimension.DENIAL,
    Dimension.BLAME,
    Dimension.FIGURE,
    Dimension.TIMING,
    Dimension.TERMS,
)
Conflict = tuple[int, str, int, int]
"""A pair's id and dimension, and its left and right claim."""

Speakers = dict[int, list[tuple[int | None, str | None]]]
"""By claim: the source and side of each speaker, None for one that no source answers to."""


def speakers_of(claim_ids: Iterable[int]) -> Speakers:
    speakers: Speakers = defaultdict(list)
    for claim, source, side in ClaimLink.objects.of_claims(sorted(claim_ids)):
        speakers[claim].append((source, side))
    return speakers


def questions_of(pairs: ClaimPairQuerySet, conflicts: Sequence[Conflict], speakers: Speakers) -> tuple[Question, ...]:
    """The first disputes of each question, numbered in the order they are read; known speakers first."""
    grouped: dict[str, dict[tuple[object, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for pk, dimension, left, right in conflicts:
        between = tuple(sorted((_who(left, speakers), _who(right, speakers))))
        grouped[dimension][between].append(pk)
    ordered = {
        dimension: sorted(found.items(), key=lambda item: any(name.startswith("?") for name in map(str, item[0])))
        for dimension, found in grouped.items()
    }
    shown = [ids[0] for found in ordered.values() for _, ids in found[:SHOWN_IN_A_QUESTION]]
    loaded = {pair.pk: pair for pair in pairs.of_ids(shown)}
    questions, number = [], 0
    for dimension in _QUESTION_ORDER:
        disputes = []
        for _, ids in ordered.get(dimension, [])[:SHOWN_IN_A_QUESTION]:
            number += 1
            disputes.append(Dispute(number, loaded[ids[0]], tuple(ids)))
        if disputes:
            found = ordered[dimension]
            questions.append(
                Question(
                    dimension=dimension,
                    label=QUESTIONS[dimension],
                    disputes=tuple(disputes),
                    total=len(found),
                    pairs=sum(len(ids) for _, ids in found),
                )
            )
    return tuple(questions)


def _who(claim: int, speakers: Speakers) -> str:
    """The first speaker, by which disputes are put together; an unknown one is nobody else."""
    source = next((source for source, _ in speakers[claim]), None)
    return f"?{claim}" if source is None else str(source)
