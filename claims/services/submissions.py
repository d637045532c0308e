"""Writes submissions: what a client sent in becomes articles to be read; the same key never does it twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import IntegrityError, transaction

from claims.documents import Document, DocumentError
from claims.models import Submission, Token
from claims.services import articles
from claims.services.work import RejectedError

Outcome = dict[str, Any]


class KeyUsedError(Exception):
    """The idempotency key was used for another request."""


def submit(token: Token, key: str, digest: str, take_in: Callable[[], list[Outcome]]) -> tuple[Submission, bool]:
    """The submission under this key, and whether it is new; `take_in` is called for a new one only.

    Of two writers with one key the second waits for the first and is given the same submission. Raises KeyUsedError if
    the key stands for a request with another digest.
    """
    try:
        with transaction.atomic():
            submission = Submission.objects.create(token=token, key=key, digest=digest)
            submission.outcomes = take_in()
            submission.save(update_fields=["outcomes"])
            return submission, True
    except IntegrityError:
        earlier = Submission.objects.under(token, key) if key else None
        if earlier is None:
            raise
    if earlier.digest != digest:
        raise KeyUsedError(key)
    return earlier, False


def take_in_documents(results: Iterable[Document | DocumentError]) -> list[Outcome]:
    """Accept each document; one outcome each, in their order."""
    return [
        _refused(result.name, result.code, result.message)
        if isinstance(result, DocumentError)
        else _accepted(result.name, articles.accept(result))
        for result in results
    ]


def take_in_address(address: str, *, outlet: str) -> Outcome:
    """Accept an address to be fetched by a worker."""
    try:
        return _accepted(address, articles.accept_address(address, outlet=outlet))
    except RejectedError as rejection:
        return _refused(address, rejection.code, rejection.message)


def _accepted(name: str, accepted: articles.Accepted) -> Outcome:
    return {"name": name, "article": accepted.article_id, "is_new": accepted.is_new, "code": "", "detail": ""}


def _refused(name: str, code: str, message: str) -> Outcome:
    return {"name": name, "article": None, "is_new": False, "code": str(code), "detail": message}
