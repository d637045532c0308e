"""The read models of an article: its text with the claims in place, and the list of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claims.comparison.cards import Card
from claims.comparison.loading import cards_of
from claims.comparison.wording import DROP_REASONS, Words
from claims.models import Article, Claim

COPIES = 50


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: claimed (with its card and its number) or not; `is_gap`: what is not shown."""

    text: str
    card: Card | None = None
    number: int = 0
    opens: bool = False
    closes: bool = False
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class ArticleView:
    article: Article
    cards: tuple[Card, ...]
    paragraphs: tuple[tuple[Passage, ...], ...]
    copies: tuple[Article, ...]
    dropped: tuple[tuple[Words, int], ...]
    is_whole: bool
    may_see_all: bool

    @property
    def flags(self) -> tuple[str, ...]:
        """What intake and reading found worth telling about this article."""
        report = self.article.reading_report
        return tuple(
            dict.fromkeys([*self.article.flags, *(report.get("flags", ()) if isinstance(report, dict) else ())])
        )

    @property
    def gaps(self) -> int:
        return sum(passage.is_gap for paragraph in self.paragraphs for passage in paragraph)


def article_view(article: Article, *, whole: bool, may_see_all: bool = False) -> ArticleView:
    """The article with its claims in place; without `whole` only the paragraphs that hold a claim."""
    cards = cards_of(Claim.objects.in_article(article).for_display())
    copies = Article.objects.copies_of(article).for_display().newest_first()[:COPIES] if article.origin_id else ()
    return ArticleView(
        article=article,
        cards=tuple(cards.values()),
        paragraphs=tuple(_paragraphs(article.text, list(cards.values()), whole=whole)),
        copies=tuple(copies),
        dropped=_dropped(article),
        is_whole=whole,
        may_see_all=may_see_all,
    )


def _dropped(article: Article) -> tuple[tuple[Words, int], ...]:
    """What cleaning and reading left out: the reason and how often, most first."""
    report = article.reading_report if isinstance(article.reading_report, dict) else {}
    counts: Counter[str] = Counter(report.get("reasons", {}))
    counts.update(reason for _, reason in report.get("cleaned", []))
    return tuple((DROP_REASONS.get(key, key), count) for key, count in counts.most_common())


def _paragraphs(text: str, cards: Sequence[Card], *, whole: bool) -> list[tuple[Passage, ...]]:
    numbered = sorted(enumerate(cards, start=1), key=lambda item: item[1].claim.start)
    paragraphs: list[tuple[Passage, ...]] = []
    at = 0
    for paragraph in text.split("\n\n"):
        end = at + len(paragraph)
        inside = [(n, card) for n, card in numbered if card.claim.start < end and card.claim.end > at]
        if inside or whole:
            paragraphs.append(tuple(_passages(text, at, end, inside)))
        elif not paragraphs or not paragraphs[-1][0].is_gap:
            paragraphs.append((Passage("", is_gap=True),))
        at = end + 2
    return paragraphs


def _passages(text: str, start: int, end: int, numbered: Sequence[tuple[int, Card]]) -> list[Passage]:
    passages: list[Passage] = []
    at = start
    for number, card in numbered:
        first, last = max(at, card.claim.start), min(end, card.claim.end)
        if first > at:
            passages.append(Passage(text[at:first]))
        if last > first:
            passages.append(Passage(text[first:last], card, number, first == card.claim.start, last == card.claim.end))
            at = last
    if end > at:
        passages.append(Passage(text[at:end]))
    return passages
