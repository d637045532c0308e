"""Leases: one worker has a row, a lost one gives it back, a hopeless one is put aside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models.functions import Now

from claims.models import Article
from claims.models.work import MAX_ATTEMPTS, FenceLostError
from claims.services.work import RejectedError, taken
from claims.vocabulary import WorkState
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def pending() -> Article:
    return make_article(state=WorkState.PENDING)


def state(article: Article) -> str:
    return Article.objects.values_list("state", flat=True).get(pk=article.pk)


def test_only_one_worker_takes_a_row() -> None:
    article = pending()

    assert Article.objects.take([article.pk]) == {article.pk: 1}
    assert Article.objects.take([article.pk]) == {}


def test_a_lease_that_ran_out_is_taken_anew_and_the_old_fence_is_lost() -> None:
    article = pending()
    first = Article.objects.take([article.pk])
    Article.objects.filter(pk=article.pk).update(lease_until=Now() - timedelta(seconds=1))

    second = Article.objects.take([article.pk])

    assert (first, second) == ({article.pk: 1}, {article.pk: 2})
    with pytest.raises(FenceLostError):
        Article.objects.hold({article.pk: 1})
    Article.objects.finish(article.pk, 1)
    assert state(article) == WorkState.RUNNING


def test_work_that_ends_is_done() -> None:
    article = pending()

    with taken(Article.objects.all(), article.pk) as fence:
        assert fence == 1

    assert state(article) == WorkState.DONE


def test_a_failure_is_tried_again_later_and_then_put_aside_with_its_error() -> None:
    article = pending()

    for attempt in range(1, MAX_ATTEMPTS + 1):
        with taken(Article.objects.all(), article.pk) as fence:
            assert fence == attempt
            raise OSError("the disk is full")
        Article.objects.filter(pk=article.pk, state=WorkState.PENDING).update(due_at=Now())

    article.refresh_from_db()
    assert (article.state, article.error) == (WorkState.QUARANTINED, "OSError: the disk is full")


def test_a_failed_row_is_not_due_at_once() -> None:
    article = pending()

    with taken(Article.objects.all(), article.pk):
        raise OSError("the disk is full")

    assert Article.objects.take([article.pk]) == {}
    assert Article.objects.retried_later().count() == 1


def test_a_rejection_is_final_and_public() -> None:
    article = pending()

    with taken(Article.objects.all(), article.pk):
        raise RejectedError("bad_content", "There is no text in this article.")

    article.refresh_from_db()
    assert (article.state, article.error_code) == (WorkState.REJECTED, "bad_content")
    assert Article.objects.take([article.pk]) == {}
