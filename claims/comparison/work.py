"""The read model of the work: how far articles are, and what came of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claims.models import Article, Claim, ClaimPair, Feed
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


SHOWN = 50
DAYS_SHOWN = 14


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles of a feed, or accepted on a day, stand in which state."""

    label: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def cells(self) -> list[int]:
        """The counts in the order of the states."""
        return [self.counts.get(state, 0) for state in WorkState]


@dataclass(frozen=True, slots=True)
class Intake:
    """What the intake page shows; at most SHOWN articles in each list."""

    progress: Progress
    states: dict[str, int]
    running: list[Article]
    retried: list[Article]
    put_aside: list[Article]
    by_feed: list[Tally]
    by_day: list[Tally]
    feeds_failing: int

    @property
    def headings(self) -> list[str]:
        return [state.value for state in WorkState]

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "states": {state.value: self.states.get(state, 0) for state in WorkState},
            "retried_later": self.progress.retried_later,
            "claims": self.progress.claims,
            "pairs": self.progress.pairs,
            "feeds_failing": self.feeds_failing,
            "running": [_entry(article) for article in self.running],
            "retried": [_entry(article) for article in self.retried],
            "put_aside": [_entry(article) for article in self.put_aside],
            "by_feed": [{"feed": tally.label, **tally.counts} for tally in self.by_feed],
            "by_day": [{"day": tally.label, **tally.counts} for tally in self.by_day],
        }


def _entry(article: Article) -> dict[str, Any]:
    return {
        "id": article.pk,
        "name": str(article),
        "address": article.address,
        "state": article.state,
        "attempts": article.attempts,
        "due_at": article.due_at.isoformat(),
        "code": article.error_code,
        "error": article.error,
    }


def intake() -> Intake:
    """The work as it stands."""
    listed = Article.objects.for_work_list()
    names = {feed.pk: str(feed) for feed in Feed.objects.order_by("pk")}
    return Intake(
        progress=progress(),
        states=Article.objects.by_state(),
        running=list(listed.running()[:SHOWN]),
        retried=list(listed.to_be_retried()[:SHOWN]),
        put_aside=list(listed.put_aside()[:SHOWN]),
        by_feed=_tallies((names[feed], state, n) for feed, state, n in Article.objects.states_by_feed()),
        by_day=_tallies((f"{day}", state, n) for day, state, n in Article.objects.states_by_day(DAYS_SHOWN)),
        feeds_failing=Feed.objects.failing().count(),
    )


def _tallies(counted: Iterable[tuple[str, str, int]]) -> list[Tally]:
    found: dict[str, dict[str, int]] = {}
    for label, state, number in counted:
        counts = found.setdefault(label, {})
        counts[state] = counts.get(state, 0) + number
    return [Tally(label, counts) for label, counts in found.items()]
