"""The read models of lists: pairs, articles, and the pairs that wait for a reviewer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from claims.comparison.paging import Page, page_of
from claims.comparison.records import PairRow, PairView, pair_rows, pair_view
from claims.models import Article, ClaimPair
from claims.models.pair import ClaimPairQuerySet

PAGE = 20
ARTICLES = 50
QUEUE = 20


@dataclass(frozen=True, slots=True)
class PairsView:
    page: Page[ClaimPair]
    rows: tuple[PairRow, ...]


def pairs_view(pairs: ClaimPairQuerySet, *, after: int | None = None) -> PairsView:
    page = page_of(pairs, size=PAGE, after=after)
    loaded = ClaimPair.objects.of_ids([pair.pk for pair in page.records]).for_display().order_by("-pk")
    return PairsView(page, pair_rows(list(loaded)))


@dataclass(frozen=True, slots=True)
class ArticlesView:
    page: Page[Article]
    articles: tuple[Article, ...]
    waiting: int


def articles_view(*, after: int | None = None) -> ArticlesView:
    page = page_of(Article.objects.current().only("pk"), size=ARTICLES, after=after)
    ids = [article.pk for article in page.records]
    return ArticlesView(
        page=page,
        articles=tuple(Article.objects.with_counts(ids).for_display().order_by("-pk")),
        waiting=Article.objects.waiting().count(),
    )


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The queue of pairs that nobody has decided on, strictest first, and the one that is open."""

    queue: tuple[ClaimPair, ...]
    waiting: int
    done: int
    open: PairView | None
    decided: ClaimPair | None
    """The pair that was decided on just now: the decision can be taken back."""

    @property
    def before(self) -> ClaimPair | None:
        """The pair above the open one in the queue."""
        return next((one for one, other in pairwise(self.queue) if self.open and other == self.open.pair), None)

    @property
    def after(self) -> ClaimPair | None:
        return next((other for one, other in pairwise(self.queue) if self.open and one == self.open.pair), None)


def review_view(pk: int | None = None, *, decided: int | None = None) -> ReviewView:
    suggested = ClaimPair.objects.public().suggested()
    queue = list(suggested.strictest_first()[:QUEUE])
    wanted = pk or (queue[0].pk if queue else None)
    found = ClaimPair.objects.with_article_texts().of_ids([wanted]).first() if wanted else None
    return ReviewView(
        queue=tuple(queue),
        waiting=suggested.count(),
        done=ClaimPair.objects.decided().count(),
        open=pair_view(found) if found else None,
        decided=ClaimPair.objects.decided().of_ids([decided]).first() if decided else None,
    )
