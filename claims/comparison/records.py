"""The read models of single records: a claim and a pair of claims."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from claims.comparison.cards import Card, Piece, Tie
from claims.comparison.lanes import Lanes, lanes
from claims.comparison.loading import cards_of
from claims.comparison.wording import QUESTIONS, RELATIONS, Label
from claims.models import Change, Claim, ClaimPair, PairReview
from claims.vocabulary import ChangeKind, Dimension, Relation

CONTEXT = 240
"""Characters of the article shown on either side of a claim to a reader who may not read the whole text."""
LISTED = 50


@dataclass(frozen=True, slots=True)
class Context:
    """A claim's surroundings in its article, cut at line ends; `before` and `after` are the article's own words."""

    before: str
    after: str
    is_cut_before: bool
    is_cut_after: bool


def context_of(claim: Claim) -> Context:
    """What stands around a claim, which needs `with_article_texts()`."""
    text = claim.article.text
    start = max(0, claim.start - CONTEXT)
    before = text[start : claim.start].rpartition("\n\n")[2]
    after = text[claim.end : claim.end + CONTEXT].partition("\n\n")[0]
    cut_before = start > 0 and len(before) == claim.start - start
    cut_after = len(after) == CONTEXT
    if cut_before:
        before = before.partition(" ")[2]
    if cut_after:
        after = after.rpartition(" ")[0]
    return Context(before, after, cut_before, cut_after)


@dataclass(frozen=True, slots=True)
class ClaimView:
    card: Card
    context: Context
    pairs: tuple[ClaimPair, ...]
    pair_count: int
    history: tuple[Change, ...]

    @property
    def others(self) -> tuple[tuple[ClaimPair, Claim, tuple[Piece, ...]], ...]:
        """Each pair with the claim on its other side and that claim's marked quote."""
        return tuple(
            (pair, other_of(pair, self.card.claim), _marked(pair)[1 - _at(pair, self.card.claim)])
            for pair in self.pairs
        )


def other_of(pair: ClaimPair, claim: Claim) -> Claim:
    return pair.right if pair.left_id == claim.pk else pair.left


def _at(pair: ClaimPair, claim: Claim) -> int:
    return 0 if pair.left_id == claim.pk else 1


def _marked(pair: ClaimPair) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    cards = _cards_of(pair)
    return cards[0].quote, cards[1].quote


def _cards_of(pair: ClaimPair) -> tuple[Card, Card]:
    """Both claims of a pair, each with no other tie than this one, marked whatever the relation is."""
    left, right = (
        Card(
            claim,
            (
                Tie(
                    pair_id=pair.pk,
                    relation=Relation(pair.relation),
                    other=other.pk,
                    other_origin=other.article.origin_id or -other.article_id,
                    marks=tuple((start, end) for start, end in marks),
                ),
            ),
        )
        for claim, other, marks in (
            (pair.left, pair.right, pair.left_marks),
            (pair.right, pair.left, pair.right_marks),
        )
    )
    return left, right


def claim_view(claim: Claim) -> ClaimView:
    public = ClaimPair.objects.public().of_claims([claim.pk])
    return ClaimView(
        card=cards_of([claim])[claim.pk],
        context=context_of(claim),
        pairs=tuple(public.for_display().strictest_first()[:LISTED]),
        pair_count=public.count(),
        history=tuple(Change.objects.of_record(Change.Record.CLAIM, claim.pk).newest_first()[:LISTED]),
    )


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair with both claims as cards, the words that show it marked, and what people decided."""

    pair: ClaimPair
    left: Card
    right: Card
    left_context: Context
    right_context: Context
    relation: Label
    question: Label | None
    lanes: Lanes
    reviews: tuple[PairReview, ...]
    history: tuple[Change, ...]

    @property
    def accounts(self) -> tuple[tuple[Card, Context], tuple[Card, Context]]:
        return (self.left, self.left_context), (self.right, self.right_context)

    @property
    def title(self) -> str:
        """ "Was the truce kept? Turkish Ministry of National Defence and Opposition fighters" """
        opening = f"{self.question.label}" if self.question else f"{self.relation.label}:"
        return gettext("%(opening)s %(left)s and %(right)s") % {
            "opening": opening,
            "left": self.left.names,
            "right": self.right.names,
        }

    @property
    def is_rejected(self) -> bool:
        return self.pair.review_state == "rejected"


def pair_view(pair: ClaimPair) -> PairView:
    left, right = _cards_of(pair)
    return PairView(
        pair=pair,
        left=left,
        right=right,
        left_context=context_of(pair.left),
        right_context=context_of(pair.right),
        relation=RELATIONS[Relation(pair.relation)],
        question=QUESTIONS[Dimension(pair.dimension)] if pair.dimension else None,
        lanes=lanes(pair),
        reviews=tuple(pair.reviews.select_related("by").order_by("-at", "-pk")),
        history=tuple(
            change
            for change in Change.objects.of_record(Change.Record.PAIR, pair.pk).newest_first()[:LISTED]
            if change.kind != ChangeKind.CREATED
        ),
    )


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair in a list: both quotes with the words that show it."""

    pair: ClaimPair
    left: Card
    right: Card


def pair_rows(pairs: list[ClaimPair]) -> tuple[PairRow, ...]:
    return tuple(PairRow(pair, *_cards_of(pair)) for pair in pairs)
