"""Carries out all that articles need, for one or for many at once: fetch, clean, read, store, judge."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from claims.models import Article
from claims.models.work import Fences
from claims.services import articles, pairs, retrieval, statements, world
from claims.services.work import closing, taken

log = structlog.get_logger(__name__)


def process(ids: Sequence[int]) -> None:
    """Do the work of those of the articles that are due and that nobody else has.

    What has to be fetched, is large or has failed before is taken by itself; the rest is taken, stored and judged
    together. If anything fails there, each of them is done again by itself, so that one cannot take the others with it;
    versions of one article go by themselves, too.
    """
    fences = Article.objects.first_tries().take(ids) if len(ids) > 1 else {}
    if len(fences) > 1 and not Article.objects.share_an_address(fences) and _together(fences):
        ids = [pk for pk in ids if pk not in fences]
    for pk in ids:
        if pk in fences:
            with closing(Article.objects.all(), pk, fences[pk]):
                _work({pk: fences[pk]})
        else:
            with taken(Article.objects.all(), pk) as fence:
                if fence is not None:
                    _work({pk: fence})


def _together(fences: Fences) -> bool:
    """Whether the work of all of them could be done at once."""
    try:
        _work(fences)
    except Exception as error:
        log.warning("batch_failed", articles=list(fences), error=f"{type(error).__name__}: {error}"[:300])
        return False
    return True


def _work(fences: Fences) -> None:
    found = list(Article.objects.of_ids(list(fences)).select_related("host").order_by("pk"))
    for article in found:
        retrieval.fetch(article, fences[article.pk])
    listed = [article for article in found if article.is_listed]
    for article in found:
        if not article.is_listed:
            Article.objects.finish(article.pk, fences[article.pk])
    if not listed:
        return
    held = {article.pk: fences[article.pk] for article in listed}
    known = world.current()
    for article in listed:
        articles.clean(article, known)
    new = statements.store([(article, statements.read_article(article, known)) for article in listed], held, known)
    pairs.judge_articles(listed, held, known, new=new)
