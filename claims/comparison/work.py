"""The read model of the work: how far articles are, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from claims.models import Article, Claim, ClaimPair
from claims.vocabulary import WorkState


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of articles by what is left to do, and of the claims and pairs that came of them.

    `waiting` are those that a worker may take now or has; `retried_later` failed and are due again after a while.
    """

    waiting: int
    retried_later: int
    done: int
    failed: int
    claims: int
    pairs: int

    @property
    def finished(self) -> int:
        return self.done + self.failed


def progress(article_ids: list[int] | None = None) -> Progress:
    """How far these articles are; without ids, all of them."""
    articles, claims, pairs = Article.objects.all(), Claim.objects.public(), ClaimPair.objects.public()
    if article_ids is not None:
        articles = articles.filter(pk__in=article_ids)
        claims = claims.filter(article__in=article_ids)
        pairs = pairs.filter(right__article__in=article_ids)
    states, later = articles.by_state(), articles.retried_later().count()
    return Progress(
        waiting=states.get(WorkState.PENDING, 0) + states.get(WorkState.RUNNING, 0) - later,
        retried_later=later,
        done=states.get(WorkState.DONE, 0),
        failed=states.get(WorkState.REJECTED, 0) + states.get(WorkState.QUARANTINED, 0),
        claims=claims.count(),
        pairs=pairs.count(),
    )
