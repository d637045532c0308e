"""Writes what was fetched into articles of which only the address was known."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from django.db import transaction

from claims.documents import Document, read_bytes
from claims.fetching import Fetched, FetchError
from claims.fetching.client import ARTICLE_TYPES
from claims.models import Article
from claims.services import hosts, revisiting
from claims.services.articles import columns, store_raw
from claims.services.work import RejectedError, TryAgainError
from claims.vocabulary import DateOrigin, ErrorCode

_PASSING = (408, 425, 429)
"""Refusals by which a site asks to come again; any other 4xx is final."""

_FIRST_WAIT = timedelta(minutes=5)
_NO_ARTICLE = "There is no article in what the site sent."


def fetch(article: Article, fence: int) -> None:
    """Fetch an article of which only the address is known; nothing to do for any other.

    If the same text at the same canonical address is here already, the article is merged into that one. Raises
    LaterError, TryAgainError, RejectedError, or FenceLostError with nothing written.
    """
    if article.raw_id is not None:
        return
    answer = _answer(article)
    results = read_bytes(
        answer.body,
        name=urlsplit(answer.address).path.rsplit("/", 1)[-1],
        content_type=answer.content_type,
        address=answer.address,
        outlet=article.outlet_words,
        published=article.published,
        published_origin=DateOrigin.FEED,
    )
    found = next(results, None)
    if found is None:
        raise RejectedError(ErrorCode.BAD_CONTENT, _NO_ARTICLE)
    if not isinstance(found, Document):
        raise RejectedError(found.code, found.message)
    _fill(article, fence, found, answer)


def _answer(article: Article) -> Fetched:
    try:
        answer = hosts.ask(article.address, media_types=ARTICLE_TYPES, host=article.host)
        try:
            return answer.or_error()
        except FetchError as fault:
            if 400 <= answer.status < 500 and answer.status not in _PASSING:
                raise RejectedError(fault.code, fault.message) from fault
            raise
    except FetchError as fault:
        if fault.code is ErrorCode.FETCH_FAILED:
            raise TryAgainError(fault.code, fault.message, first_wait=_FIRST_WAIT) from fault
        raise RejectedError(fault.code, fault.message) from fault


@transaction.atomic
def _fill(article: Article, fence: int, document: Document, answer: Fetched) -> None:
    Article.objects.hold({article.pk: fence})
    store_raw([document])
    fields = columns(document)
    same = Article.objects.filter(content_key=fields["content_key"]).exclude(pk=article.pk).first()
    if same is not None:
        # The article is another address of one that is here: it keeps its id, which leads there.
        article.merged_into = same.merged_into or same
        article.save(update_fields=["merged_into"])
        return
    fields |= {
        "address": article.address,
        "title": fields["title"] or article.title,
        "language": fields["language"] or article.language,
    }
    for name, value in fields.items():
        setattr(article, name, value)
    article.save(update_fields=list(fields))
    revisiting.plan(article, answer)
