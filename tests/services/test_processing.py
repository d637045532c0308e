"""Many articles at once: the same as one after the other, and none takes the others with it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models.functions import Now

from benchmarks.corpus import invented, load_cast
from benchmarks.measured import empty
from claims.judging import judge
from claims.models import Article, CeasefireDay, Change, Claim, ClaimPair
from claims.models.article_work import LARGEST_TOGETHER
from claims.services import articles, processing
from claims.tasks import process_articles
from claims.vocabulary import WorkState
from tests.factories import make_document
from tests.services.conftest import CALM, SHELLED, SUNDAY, Valley

ARTICLES = 30


@pytest.fixture
def cast(valley: Valley) -> None:
    load_cast()


def take_in(*, together: int) -> None:
    """Accept the invented articles, of which two are copies, and work on so many of them at once."""
    given = [
        make_document(a.text, published=a.published, outlet=a.outlet, title=a.title, name=a.name)
        for a in invented(ARTICLES, seed=3)
    ]
    copy = make_document(f"{given[4].text_raw}\n\nThe boats stayed ashore.", outlet="Mill Tribune", name="copy")
    ids = [article.article_id for article in articles.accept_all([*given, copy])]
    for start in range(0, len(ids), together):
        process_articles(article_ids=ids[start : start + together])


def standing() -> dict[str, Any]:
    """All that came of it, without ids and times."""
    claims = {pk: key for key, pk in _claims()}
    pairs = ClaimPair.objects.values_list("left", "right", "relation", "dimension", "reason", "strength", "is_current")
    origins = Counter(Article.objects.values_list("origin", flat=True))
    return {
        "states": Counter(Article.objects.values_list("state", flat=True)),
        "reports": sorted(Article.objects.values_list("name", "reading_report", "judging_version"), key=repr),
        "origins": sorted(origins.values()),
        "claims": sorted(claims.values()),
        "pairs": sorted((*sorted((claims[left], claims[right])), *rest) for left, right, *rest in pairs),
        "days": sorted(CeasefireDay.objects.values_list("day", "claims", "contradicts", "competes", "corroborates")),
        "changes": Counter(Change.objects.values_list("kind", "record")),
    }


def _claims() -> list[tuple[str, int]]:
    stored = Claim.objects.for_display().select_related("article")
    return [(f"{c.article.name} {c.start} {c.export() | {'id': '', 'article': ''}}", c.pk) for c in stored]


@pytest.mark.parametrize("per_claim", [judge.PAIRS_PER_CLAIM, 3])
def test_whatever_the_batch_the_same_stands(cast: None, per_claim: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge.keep, "__kwdefaults__", {"per_claim": per_claim})
    found = []
    for together in (1, 7, ARTICLES + 1):
        _empty()
        take_in(together=together)
        found.append(standing())

    assert found[0] == found[1] == found[2]
    assert len(found[0]["claims"]) > ARTICLES
    assert len(found[0]["pairs"]) > ARTICLES
    assert max(found[0]["origins"]) == 2
    assert any(report["pairs_cut"] for _, report, _ in found[0]["reports"]) == (per_claim == 3)


def test_working_on_many_again_changes_nothing(cast: None) -> None:
    take_in(together=ARTICLES)
    before, ids = standing(), set(ClaimPair.objects.values_list("pk", flat=True))

    Article.objects.all().renew()
    process_articles(article_ids=Article.objects.order_by("pk").ids())

    assert standing() == before
    assert set(ClaimPair.objects.values_list("pk", flat=True)) == ids


def test_many_cost_hardly_more_queries_than_few(cast: None, django_assert_max_num_queries: Any) -> None:
    documents = [make_document(a.text, published=a.published, name=a.name) for a in invented(24, seed=4)]
    ids = [article.article_id for article in articles.accept_all(documents)]
    processing.process(ids[:2])

    with django_assert_max_num_queries(50):
        processing.process(ids[2:])


def test_one_that_fails_leaves_the_others_alone(valley: Valley) -> None:
    texts = [CALM, " \n", SHELLED, f"{CALM} {SHELLED}"]
    ids = [a.article_id for a in articles.accept_all([make_document(t, published=SUNDAY, name=t[:9]) for t in texts])]
    # Two of one batch that cannot be stored: the database refuses a claim of the last one.
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE claims_claim ADD CONSTRAINT poison CHECK (article_id <> {ids[3]}) NOT VALID")

    process_articles(article_ids=ids)

    found = dict(Article.objects.values_list("pk", "state"))
    assert [found[pk] for pk in ids] == [WorkState.DONE, WorkState.REJECTED, WorkState.DONE, WorkState.PENDING]
    assert {claim.article_id for claim in Claim.objects.all()} == {ids[0], ids[2]}
    assert ClaimPair.objects.count() == 1
    assert "poison" in Article.objects.get(pk=ids[3]).error


def test_what_failed_once_or_is_large_goes_by_itself(valley: Valley) -> None:
    texts = [CALM, SHELLED, CALM + " " * LARGEST_TOGETHER + "Seven carts went to the mill."]
    ids = [a.article_id for a in articles.accept_all([make_document(t, published=SUNDAY) for t in texts])]
    Article.objects.filter(pk=ids[0]).update(
        state=WorkState.RUNNING, attempts=1, lease_until=Now() - timedelta(seconds=1)
    )

    assert Article.objects.first_tries().take(ids) == {ids[1]: 1}
    Article.objects.filter(pk=ids[1]).renew()
    process_articles(article_ids=ids)

    assert set(Article.objects.filter(pk__in=[ids[0], ids[2]]).values_list("state", flat=True)) == {WorkState.DONE}


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    empty()
