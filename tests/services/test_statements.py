"""Storing what was read: exact anchors, stable ids, tombstones, nothing half stored."""

from __future__ import annotations

import pytest

from claims.models import Article, Change, Claim, ClaimPair
from claims.models.work import FenceLostError
from claims.services import statements, world
from claims.tasks import process_articles
from claims.vocabulary import ChangeKind, WorkState
from tests.services.conftest import CALM, SHELLED, SUNDAY, Valley


def test_a_claim_is_the_article_s_text_at_its_offsets(valley: Valley) -> None:
    article = valley.take_in(f"{CALM}\n\n{SHELLED}")

    claims = list(Claim.objects.public().order_by("start"))
    assert len(claims) == 2
    assert [claim.text for claim in claims] == [article.text[claim.start : claim.end] for claim in claims]
    assert [claim.side_keys for claim in claims] == [["north"], ["south"]]
    assert {claim.ceasefire for claim in claims} == {valley.truce}
    assert {(claim.about_first, claim.said_first, claim.reported) for claim in claims} == {(SUNDAY, SUNDAY, SUNDAY)}
    assert [str(a.source) for a in claims[1].accusations.all()] == ["Harbour Army"]
    assert [(f.words, f.low, f.high) for f in claims[1].figures.all()] == [("at least a dozen", 12, None)]


def test_reading_again_keeps_ids_and_says_nothing_new(valley: Valley) -> None:
    article = valley.take_in(f"{CALM}\n\n{SHELLED}")
    ids, changes = set(Claim.objects.values_list("pk", flat=True)), Change.objects.count()
    pairs = set(ClaimPair.objects.values_list("pk", flat=True))

    Article.objects.all().renew()
    process_articles(article_ids=[article.pk])

    assert set(Claim.objects.values_list("pk", flat=True)) == ids
    assert set(ClaimPair.objects.values_list("pk", flat=True)) == pairs
    assert Change.objects.count() == changes


def test_a_claim_that_rules_no_longer_find_is_withdrawn_with_its_pairs(valley: Valley) -> None:
    article = valley.take_in(f"{CALM}\n\n{SHELLED}")
    calm = Claim.objects.get(text__contains="calm")
    Article.objects.filter(pk=article.pk).update(text=article.text.replace(CALM, "x" * len(CALM)))

    Article.objects.all().renew()
    process_articles(article_ids=[article.pk])

    calm.refresh_from_db()
    assert not calm.is_current
    assert calm.withdrawn_reason
    assert not ClaimPair.objects.public().exists()
    withdrawn = Change.objects.filter(kind=ChangeKind.WITHDRAWN).values_list("record", "record_id")
    assert (Change.Record.CLAIM, calm.pk) in withdrawn
    assert list(valley.truce.days.values_list("claims", "contradicts")) == [(1, 0)]


def test_another_language_gives_no_claims_and_says_so(valley: Valley) -> None:
    article = valley.take_in("قالت وزارة الميناء يوم الأحد إن الوضع هادئ على طول الخط كله منذ الصباح الباكر.")

    assert article.state == WorkState.DONE
    assert not Claim.objects.exists()
    assert article.reading_report["flags"]


def test_a_lost_fence_writes_nothing(valley: Valley) -> None:
    article = valley.take_in(CALM)
    Claim.objects.all().delete()
    Article.objects.all().renew()
    fences = Article.objects.take([article.pk])
    reading = statements.read_article(article, world.current())

    with pytest.raises(FenceLostError):
        statements.store([(article, reading)], {article.pk: fences[article.pk] - 1}, world.current())

    assert not Claim.objects.exists()


def test_text_without_words_is_rejected_in_plain_words(valley: Valley) -> None:
    article = valley.take_in("\n \n")

    assert article.state == WorkState.REJECTED
    assert article.error_code == "bad_content"
    assert article.error
