"""The order of the steps for each piece of work; what a step does stands in the services."""

from __future__ import annotations

from celery import shared_task

from claims.models import Article
from claims.services import articles, pairs, reference, statements
from claims.services.work import taken

SWEPT_AT_ONCE = 500


@shared_task
def process_article(*, article_id: int) -> None:
    """Everything that an article needs: clean, read, judge. Does nothing if it is not due or another worker has it."""
    with taken(Article.objects.all(), article_id) as fence:
        if fence is None:
            return
        world = reference.world()
        article = Article.objects.get(pk=article_id)
        articles.clean(article, fence, world)
        statements.extract(article, fence, world)
        pairs.judge_article(article, fence, world)


@shared_task
def sweep() -> None:
    """Pick up whatever no message carries: articles that are due, and those that older rules have read or judged."""
    Article.objects.outdated().oldest_first(SWEPT_AT_ONCE).renew()
    for article_id in Article.objects.due().oldest_first(SWEPT_AT_ONCE).ids():
        process_article.delay(article_id=article_id)
