"""The read models of single records: a claim, a pair, an article, a source."""

from __future__ import annotations

from dataclasses import dataclass

from claims.comparison.cards import Card, Piece, with_pairs
from claims.comparison.wording import QUESTIONS, RELATIONS, Label
from claims.models import Article, Claim, ClaimPair, PairReview, Source
from claims.vocabulary import Dimension, Relation

CONTEXT = 240
"""Characters of the article shown on either side of a claim to a reader who may not read the whole text."""
LISTED = 50


@dataclass(frozen=True, slots=True)
class Context:
    """A claim's surroundings in its article, cut at line ends; `before` and `after` are the article's own words."""

    before: str
    after: str


def context_of(claim: Claim) -> Context:
    text = claim.article.text
    before = text[max(0, claim.start - CONTEXT) : claim.start].rpartition("\n\n")[2]
    after = text[claim.end : claim.end + CONTEXT].partition("\n\n")[0]
    return Context(before=before, after=after)


@dataclass(frozen=True, slots=True)
class ClaimView:
    card: Card
    context: Context
    pairs: tuple[ClaimPair, ...]


def claim_view(claim: Claim) -> ClaimView:
    pairs = list(ClaimPair.objects.public().of_claims([claim.pk]).for_display().strictest_first()[:LISTED])
    return ClaimView(card=with_pairs([claim], pairs)[claim.pk], context=context_of(claim), pairs=tuple(pairs))


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
    reviews: tuple[PairReview, ...]


def pair_view(pair: ClaimPair) -> PairView:
    cards = with_pairs([pair.left, pair.right], [pair])
    return PairView(
        pair=pair,
        left=cards[pair.left_id],
        right=cards[pair.right_id],
        left_context=context_of(pair.left),
        right_context=context_of(pair.right),
        relation=RELATIONS[Relation(pair.relation)],
        question=QUESTIONS[Dimension(pair.dimension)] if pair.dimension else None,
        reviews=tuple(pair.reviews.select_related("by").order_by("-at", "-pk")),
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: claimed (with its card) or not; `is_gap` stands for what is not shown."""

    piece: Piece
    card: Card | None
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class ArticleView:
    article: Article
    cards: tuple[Card, ...]
    paragraphs: tuple[tuple[Passage, ...], ...]
    copies: tuple[Article, ...]
    is_whole: bool


def article_view(article: Article, *, whole: bool) -> ArticleView:
    """The article with its claims in place; without `whole` only the paragraphs that hold a claim."""
    claims = list(Claim.objects.public().filter(article=article).for_display().in_order())
    pairs = ClaimPair.objects.public().of_claims([claim.pk for claim in claims]).for_display().strictest_first()
    cards = with_pairs(claims, pairs)
    copies = Article.objects.filter(origin=article.origin_id).exclude(pk=article.pk) if article.origin_id else ()
    return ArticleView(
        article=article,
        cards=tuple(cards.values()),
        paragraphs=tuple(_paragraphs(article.text, sorted(cards.values(), key=lambda c: c.claim.start), whole)),
        copies=tuple(copies.for_display().newest_first()[:LISTED]) if copies else (),
        is_whole=whole,
    )


def _paragraphs(text: str, cards: list[Card], whole: bool) -> list[tuple[Passage, ...]]:
    paragraphs: list[tuple[Passage, ...]] = []
    at = 0
    for paragraph in text.split("\n\n"):
        end = at + len(paragraph)
        inside = [card for card in cards if at <= card.claim.start < end]
        if inside or whole:
            paragraphs.append(tuple(_passages(text, at, end, inside)))
        elif paragraphs and not paragraphs[-1][0].is_gap:
            paragraphs.append((Passage(Piece("", False), None, is_gap=True),))
        at = end + 2
    return paragraphs


def _passages(text: str, start: int, end: int, cards: list[Card]) -> list[Passage]:
    passages: list[Passage] = []
    at = start
    for card in cards:
        if card.claim.start > at:
            passages.append(Passage(Piece(text[at : card.claim.start], False), None))
        shown = max(at, card.claim.start)
        if card.claim.end > shown:
            passages.append(Passage(Piece(text[shown : card.claim.end], True), card))
            at = card.claim.end
    if end > at:
        passages.append(Passage(Piece(text[at:end], False), None))
    return passages


@dataclass(frozen=True, slots=True)
class SourceView:
    source: Source
    cards: tuple[Card, ...]


def source_view(source: Source) -> SourceView:
    claims = Claim.objects.public().said_by([source.pk]).for_display().order_by("-day_first", "-pk")[:LISTED]
    return SourceView(source=source, cards=tuple(Card(claim) for claim in claims))
