"""Asks again for articles that came from the web: a changed text is a new version, by a bounded schedule."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.db import transaction
from django.db.models.functions import Now

from claims.documents import Document, read_bytes
from claims.feeds.schedule import next_visit
from claims.fetching import Fetched, FetchError
from claims.fetching.client import ARTICLE_TYPES
from claims.models import Article, Revisit
from claims.services import hosts
from claims.services.articles import columns, store_raw

_GONE = (404, 410)


def plan(article: Article, answer: Fetched) -> None:
    """Have an article that was just fetched asked for again, inside the caller's transaction."""
    wait = next_visit(0)
    if wait is not None:
        Revisit.objects.bulk_create(
            [Revisit(article=article, due_at=Now() + wait, etag=answer.etag, last_modified=answer.last_modified)],
            ignore_conflicts=True,
        )


def visit(revisit: Revisit, fence: int) -> int | None:
    """Ask for the article again; the id of the new version, if there is one. Plans the next visit.

    What cannot be had is asked for at the next visit; a page that is gone at none. Raises LaterError, or FenceLostError
    with nothing written.
    """
    article = revisit.article
    try:
        answer = hosts.ask(
            article.address,
            media_types=ARTICLE_TYPES,
            etag=revisit.etag,
            last_modified=revisit.last_modified,
            host=article.host,
        )
    except FetchError:
        return _rest(revisit, fence)
    if answer.status != 200:
        return _rest(revisit, fence, is_last=answer.status in _GONE)
    results = read_bytes(
        answer.body,
        name=urlsplit(answer.address).path.rsplit("/", 1)[-1],
        content_type=answer.content_type,
        address=answer.address,
        outlet=article.outlet_words,
        published=article.published,
        published_origin=article.published_origin,  # type: ignore[arg-type]
    )
    found = next(results, None)
    return _rest(revisit, fence, answer, found if isinstance(found, Document) else None)


@transaction.atomic
def _rest(
    revisit: Revisit,
    fence: int,
    answer: Fetched | None = None,
    found: Document | None = None,
    *,
    is_last: bool = False,
) -> int | None:
    """Write what came of the visit and when the next one is."""
    Revisit.objects.hold({revisit.pk: fence})
    newer = _newer(revisit.article, found) if found else None
    wait = None if is_last else next_visit(revisit.visits + 1)
    validators = {"etag": answer.etag, "last_modified": answer.last_modified} if answer else {}
    Revisit.objects.rest(revisit.pk, fence, wait=wait, article_id=newer or revisit.article_id, **validators)
    return newer


def _newer(article: Article, found: Document) -> int | None:
    """The id of a new version of the article, if the text is one that is not here yet."""
    store_raw([found])
    fields = columns(found) | {"address": article.address}
    key = fields["content_key"]
    if fields["canonical"] != article.canonical or Article.objects.filter(content_key=key).exists():
        return None
    fields["title"] = fields["title"] or article.title
    fields["language"] = fields["language"] or article.language
    made = Article(intake_key=key, host_id=article.host_id, feed_id=article.feed_id, **fields)
    Article.objects.bulk_create([made], ignore_conflicts=True)
    return Article.objects.filter(content_key=key).values_list("pk", flat=True).first()
