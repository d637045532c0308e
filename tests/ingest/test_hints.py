"""Messages are hints: a dead or silent queue costs a process one short wait, and what waits is not sent twice."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from celery import current_app
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from claims import tasks
from claims.models import Article, Feed
from claims.models.work import MAX_ATTEMPTS, WORKER_LOST
from claims.services import articles
from claims.vocabulary import WorkState
from tests.factories import make_article, make_document
from tests.services.conftest import CALM, Valley
from tests.worker import Worker


@pytest.fixture
def silent_queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A queue that takes connections and never says a word, as a frozen one does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"redis://127.0.0.1:{server.getsockname()[1]}/0"
        monkeypatch.setattr(tasks, "_silent_until", 0.0)
        monkeypatch.setattr(current_app.amqp, "_producer_pool", None)
        with current_app.connection_for_write(address).Producer() as producer:
            monkeypatch.setattr(current_app.amqp, "_producer_pool", _Always(producer))
            yield


class _Always:
    """A pool that has one producer."""

    def __init__(self, producer: object) -> None:
        self.producer = producer

    def acquire(self, **_: object) -> _Always:
        return self

    def __enter__(self) -> object:
        return self.producer

    def __exit__(self, *_: object) -> None:
        pass


def test_accepting_needs_no_queue(client: Client, db: None, silent_queue: None) -> None:
    began = time.monotonic()
    for n in range(3):
        ticket = client.post("/ingest/upload/", {"text": f"{CALM} {n}"}).context["ticket"]
        form = {"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0", "ticket": ticket}
        assert client.post("/ingest/upload/take-in/", form).status_code == 302

    assert time.monotonic() - began < 10
    assert Article.objects.due().count() == 3


def test_a_silent_queue_is_waited_for_once(db: None, silent_queue: None) -> None:
    ids = [articles.accept(make_document(f"{CALM} {n}")).article_id for n in range(50)]
    began = time.monotonic()

    assert tasks.hint_articles(ids) == []
    assert time.monotonic() - began < 10


def test_the_sweep_sends_what_no_message_carries_and_nothing_twice(worker: Worker, settings: Settings) -> None:
    settings.HINT_SECONDS = 60
    accepted = articles.accept(make_document(CALM)).article_id
    assert Article.objects.unhinted().ids() == []
    Article.objects.update(hinted_at=timezone.now() - timedelta(seconds=61))
    assert Article.objects.unhinted().ids() == [accepted]

    tasks.sweep()
    assert Article.objects.unhinted().ids() == []
    worker.finish()
    assert Article.objects.get().state == WorkState.DONE


def test_what_took_its_worker_down_each_time_is_put_aside(db: None) -> None:
    lost = make_article(
        state=WorkState.RUNNING, attempts=MAX_ATTEMPTS, lease_until=timezone.now() - timedelta(seconds=1)
    )
    again = make_article(state=WorkState.RUNNING, attempts=1, lease_until=timezone.now() - timedelta(seconds=1))

    assert Article.objects.take([lost.pk]) == {}
    assert (Article.objects.give_up(), Feed.objects.give_up()) == (1, 0)
    lost.refresh_from_db()
    assert (lost.state, lost.error) == (WorkState.QUARANTINED, WORKER_LOST)
    assert Article.objects.due().ids() == [again.pk]


def test_older_rules_are_made_good_only_when_nothing_new_waits(valley: Valley) -> None:
    old = make_article(reading_version=0)
    new = articles.accept(make_document(CALM)).article_id
    Article.objects.update(hinted_at=None)

    tasks.sweep()
    assert Article.objects.get(pk=old.pk).state == WorkState.DONE
    tasks.process_articles(article_ids=[new])
    tasks.sweep()
    assert Article.objects.get(pk=old.pk).state == WorkState.PENDING
    tasks.process_articles(article_ids=[old.pk])
    assert Article.objects.outdated().count() == 0
