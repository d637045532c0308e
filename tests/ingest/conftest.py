"""A site to fetch from, and the work that is due, done in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db.models.functions import Now
from pytest_django import Settings

from claims.models import Article, Feed, Host
from claims.tasks import poll_feed, process_articles
from claims.vocabulary import WorkState
from tests.ingest.site import Site, serving
from tests.services.conftest import Valley, valley

__all__ = ["Valley", "valley"]

Work = Callable[[], None]


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    with serving() as served:
        settings.TEST_SITE_PORT = served.port
        yield served


@pytest.fixture
def other_site(site: Site) -> Iterator[Site]:
    """Another host, which the same test setting opens: one port serves both."""
    with serving(host="127.0.0.2", port=site.port) as served:
        yield served


def time_passes() -> None:
    """All hosts may be asked again, and all that waits is due."""
    Host.objects.update(free_at=Now())
    for model in (Article, Feed):
        model.objects.filter(state=WorkState.PENDING).update(due_at=Now())


def work_once(*, turns: int = 8) -> None:
    """Do all that is due once: feeds, then articles, with `turns` of each host; what failed is not tried again."""
    for _ in range(turns):
        Host.objects.update(free_at=Now())
        for feed_id in Feed.objects.due().filter(attempts=0).ids():
            poll_feed(feed_id=feed_id)
            Host.objects.update(free_at=Now())
        for article_id in Article.objects.due().oldest_first(100).ids():
            process_articles(article_ids=[article_id])
            Host.objects.update(free_at=Now())
        Article.objects.filter(state=WorkState.PENDING, attempts=0).update(due_at=Now())
        Feed.objects.filter(state=WorkState.PENDING, polls=0).update(due_at=Now())
