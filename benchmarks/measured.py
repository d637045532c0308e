"""What the measurements of intake ask of the database: accept invented articles, hurry retries, say what stands."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from django.db import InterfaceError, OperationalError, connection
from django.db.models import Q
from django.db.models.functions import Now

from benchmarks.corpus import Invented, invented
from benchmarks.faults import _POISON_LENGTH, CORPUS_SEED, POISON, Outcome
from claims.documents import Document, read_bytes
from claims.models import Article, CeasefireDay, Change, Claim, ClaimPair, DayCell, Feed, Host, Origin, RawDocument
from claims.services import articles, days
from claims.tasks import PROMPT, TOGETHER, hint_articles
from claims.vocabulary import WorkState

T = TypeVar("T")
_PATIENCE = 60.0


def patiently(step: Callable[[], T]) -> T:
    """The step's result, tried again while the database restarts, as a client would."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return step()
        except (OperationalError, InterfaceError):
            connection.close()
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def empty() -> None:
    """Remove all that came of articles; the reference data stays."""
    models = (Article, Claim, ClaimPair, CeasefireDay, DayCell, Change, Origin, RawDocument, Host, Feed)
    names = ", ".join(model._meta.db_table for model in models)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names} CASCADE")


def as_document(article: Invented, *, html: bool = False) -> Document:
    address = f"https://news.test/{article.name}" if html else ""
    found = next(
        read_bytes(
            article.page(address) if html else article.text.encode(),
            name=f"{article.name}.{'html' if html else 'txt'}",
            outlet=article.outlet,
            published=article.published,
            title=article.title,
            address=address,
        )
    )
    assert isinstance(found, Document), found
    return found


def accept_all(number: int, *, piece: int, pieces: int, poison: int | None) -> None:
    """Accept the piece's share of the articles, and hint at them; before them the poison, tried so often before."""
    documents = [as_document(article) for article in list(invented(number, seed=CORPUS_SEED))[piece::pieces]]
    if poison is not None:
        text = ("The Hill Council said it was calm. " * (_POISON_LENGTH // 35)).encode()
        found = next(read_bytes(text, name=POISON, outlet="Mill Tribune"))
        assert isinstance(found, Document), found
        accepted = patiently(lambda: articles.accept(found))
        Article.objects.filter(pk=accepted.article_id).update(attempts=poison)
        hint_articles([accepted.article_id])
    for start in range(0, len(documents), TOGETHER):
        some = documents[start : start + TOGETHER]
        hint_articles([a.article_id for a in patiently(lambda some=some: articles.accept_all(some))])  # type: ignore[misc]


def hint_again(*, times: int, most: int) -> None:
    """Send messages for waiting articles once more, past the queue, so that workers meet at them."""
    waiting = Article.objects.filter(state=WorkState.PENDING).exclude(name=POISON)
    ids = patiently(lambda: list(waiting.order_by("-pk").values_list("pk", flat=True)[:most]))
    for _ in range(times):
        hint_articles(ids, queue=PROMPT)


def hurry() -> None:
    """Let the waits for retries be over."""
    waiting = Article.objects.filter(state=WorkState.PENDING, due_at__gt=Now())
    patiently(lambda: waiting.update(due_at=Now(), hinted_at=None))


def finished() -> bool:
    left = Article.objects.filter(Q(state=WorkState.PENDING) | Q(state=WorkState.RUNNING))
    return not patiently(left.exists)


def outcome() -> Outcome:
    days.recount_stale()
    found = Outcome(drifted_days=len(days.verify()))
    keys: dict[int, str] = {}
    for pk, key, name, state, error in Article.objects.order_by("pk").values_list(
        "pk", "content_key", "name", "state", "error"
    ):
        keys[pk] = str(key)
        if name == POISON:
            found.poison = f"{state}: {error[:80]}"
            continue
        found.articles[str(key)] += 1
        if state != WorkState.DONE:
            found.undone.append(f"{name} {state}: {error}")
    claims: dict[int, str] = {}
    others = Claim.objects.exclude(article__name=POISON).order_by("pk")
    for pk, article, start, end, polarity in others.values_list("pk", "article", "start", "end", "polarity"):
        claims[pk] = f"{keys[article]} {start} {end} {polarity}"
        found.claims[claims[pk]] += 1
    for left, right, dimension, relation, is_current in ClaimPair.objects.order_by("pk").values_list(
        "left", "right", "dimension", "relation", "is_current"
    ):
        key = [*sorted((claims[left], claims[right])), dimension, relation, "" if is_current else "withdrawn"]
        found.pairs[" / ".join(key)] += 1
    return found
