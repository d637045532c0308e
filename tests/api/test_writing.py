"""What the API takes in: submissions that are done once, webhooks that are signed, and readers that ask too often."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.client import encode_multipart
from pytest_django import Settings

from claims.models import Article, ClaimPair, Delivery, Submission, Token, Webhook
from claims.services import changes, tokens, webhooks
from claims.services.work import RejectedError, TryAgainError
from claims.tasks import deliver, queue_deliveries
from claims.vocabulary import ChangeKind, Relation, Scope, WorkState
from tests.api.conftest import wait_for_the_feed
from tests.services.conftest import CALM, SHELLED, Valley, valley

assert valley
SUBMISSIONS = "/api/v1/submissions/"


def post(client: Client, body: Any, headers: dict[str, str], *, path: str = SUBMISSIONS) -> Any:
    return client.post(path, body, content_type="application/json", headers=headers)


def test_a_text_is_taken_in_and_can_be_followed(client: Client, bearer: dict[str, str]) -> None:
    answer = post(client, {"text": CALM, "outlet": "The Harbour Post", "published": "2031-05-04"}, bearer)
    assert answer.status_code == 202
    job = client.get(answer["Location"], headers=bearer).json()
    (item,) = job["items"]
    assert (item["is_new"], item["state"], job["is_done"]) == (True, "pending", False)
    article = Article.objects.get(pk=item["article"])
    assert (article.outlet_words, str(article.published)) == ("The Harbour Post", "2031-05-04")
    Article.objects.filter(pk=article.pk).update(state=WorkState.DONE)
    assert client.get(answer["Location"], headers=bearer).json()["is_done"]


def test_a_batch_says_of_each_what_became_of_it(client: Client, bearer: dict[str, str]) -> None:
    items = [{"text": CALM}, {"address": "https://news.example.org/a"}, {"address": "nowhere"}, {"text": CALM}]
    outcomes = post(client, {"items": items}, bearer).json()["items"]
    assert [bool(outcome["article"]) for outcome in outcomes] == [True, True, False, True]
    assert outcomes[2]["code"] == "fetch_blocked"
    assert [outcome["is_new"] for outcome in outcomes] == [True, True, False, False]


def test_a_file_is_taken_in(client: Client, bearer: dict[str, str]) -> None:
    page = f"<html><head><title>A page</title></head><body><article><p>{CALM}</p></article></body></html>"
    path = f"{SUBMISSIONS}?outlet=The+Harbour+Post&name=page.html"
    answer = client.post(path, page.encode(), content_type="text/html", headers=bearer)
    assert answer.status_code == 202, answer.content
    article = Article.objects.get(pk=answer.json()["items"][0]["article"])
    assert (article.name, article.outlet_words) == ("page.html", "The Harbour Post")


def test_a_file_is_taken_in_from_a_form(client: Client, bearer: dict[str, str]) -> None:
    headers = {**bearer, "Idempotency-Key": "form"}
    answers = []
    for boundary in ("one", "another"):
        page = SimpleUploadedFile("report.txt", CALM.encode(), content_type="text/plain")
        given = {"file": page, "outlet": "The Harbour Post", "published": "2031-05-04"}
        body = encode_multipart(boundary, given)
        form = f"multipart/form-data; boundary={boundary}"
        answers.append(client.post(SUBMISSIONS, body, content_type=form, headers=headers))
    assert [answer.status_code for answer in answers] == [202, 202], answers[0].content
    assert answers[0].json()["id"] == answers[1].json()["id"], "the boundary is no part of what is sent"
    article = Article.objects.get()
    assert (article.name, article.outlet_words, str(article.published)) == (
        "report.txt",
        "The Harbour Post",
        "2031-05-04",
    )


def test_one_key_does_it_once(client: Client, bearer: dict[str, str]) -> None:
    headers = {**bearer, "Idempotency-Key": "monday-1"}
    first = post(client, {"text": CALM}, headers)
    again = post(client, {"text": CALM}, headers)
    assert (again.status_code, again.json()["id"]) == (202, first.json()["id"])
    other = post(client, {"text": SHELLED}, headers)
    assert (other.status_code, other.json()["code"]) == (409, "conflict")
    _, secret = tokens.create("another", [Scope.SUBMIT], days=1)
    stranger = post(client, {"text": SHELLED}, {**headers, "Authorization": f"Bearer {secret}"})
    assert stranger.status_code == 202
    assert client.get(first["Location"], headers={"Authorization": f"Bearer {secret}"}).status_code == 404
    assert Submission.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_writers_with_one_key_make_one_submission(bearer: dict[str, str]) -> None:
    headers = {**bearer, "Idempotency-Key": "at once"}
    ids: list[int] = []
    begun = threading.Barrier(4)

    def write() -> None:
        begun.wait()
        try:
            ids.append(post(Client(), {"text": CALM}, headers).json()["id"])
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == 4
    assert len(set(ids)) == 1
    assert (Submission.objects.count(), Article.objects.count()) == (1, 1)


def test_tokens_are_kept_as_hashes_and_expire(client: Client, token: tuple[Token, str], bearer: dict[str, str]) -> None:
    row, secret = token
    assert secret not in json.dumps(list(Token.objects.values("name", "digest")))
    row.created_at = row.created_at.replace(year=2001)
    row.expires_at = row.created_at.replace(year=2002)
    row.save()
    assert client.get("/api/v1/claims/", headers=bearer).status_code == 401


def test_readers_that_ask_too_often_wait(client: Client, db: None, settings: Settings) -> None:
    settings.API_RATES = {"anonymous": 3, "token": 10**9, "writing": 10**9}
    address = f"198.51.100.{time.time_ns() % 250}"
    answers = [client.get("/api/v1/claims/", REMOTE_ADDR=address) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"anonymous";q=3;w=60'
    assert answers[1]["RateLimit"].startswith('"anonymous";r=1;t=')
    assert 1 <= int(answers[3]["Retry-After"]) <= 60
    assert answers[3].json()["code"] == "throttled"
    _, secret = tokens.create("a reader", [Scope.TEXT], days=1)
    headers = {"Authorization": f"Bearer {secret}"}
    assert client.get("/api/v1/claims/", headers=headers, REMOTE_ADDR=address).status_code == 200


def test_addresses_of_one_subscriber_count_as_one(client: Client, db: None, settings: Settings) -> None:
    settings.API_RATES = {"anonymous": 1, "token": 1, "writing": 1}
    network = f"2001:db8:{time.time_ns() % 65535:x}:{time.time_ns() // 65535 % 65535:x}"
    statuses = [client.get("/api/v1/claims/", REMOTE_ADDR=f"{network}::{n}").status_code for n in (1, 2)]
    assert statuses == [200, 429]


class Receiver(HTTPServer):
    """A site that takes webhooks, answering with `status`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.received = 200, []  # type: ignore[var-annotated]


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append((dict(self.headers), body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def receiver(settings: Settings) -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        settings.TEST_SITE_PORT = server.server_port
        yield server
        server.shutdown()
        thread.join()


def make_webhook(client: Client, headers: dict[str, str], receiver: Receiver, query: str) -> dict[str, Any]:
    address = f"http://127.0.0.1:{receiver.server_port}/hook"
    answer = post(client, {"address": address, "filter": query}, headers, path="/api/v1/webhooks/")
    assert answer.status_code == 201, answer.content
    made: dict[str, Any] = answer.json()
    return made


def queued_for(webhook_id: int) -> int | None:
    """The delivery of all that was written so far."""
    wait_for_the_feed()
    return webhooks.queue(webhook_id)


@pytest.mark.django_db(transaction=True)
def test_a_webhook_is_told_what_its_filter_leaves_signed(
    client: Client, bearer: dict[str, str], valley: Valley, receiver: Receiver
) -> None:
    made = make_webhook(client, bearer, receiver, "relation=contradicts")
    make_webhook(client, bearer, receiver, "relation=repeats")
    valley.take_in(CALM, name="a.txt")
    valley.take_in(SHELLED, name="b.txt")
    queued = [queued_for(webhook.pk) for webhook in Webhook.objects.order_by("pk")]
    assert queued[1] is None
    deliver(delivery_id=queued[0])
    ((headers, body),) = receiver.received
    (event,) = json.loads(body)["events"]
    assert (event["kind"], event["pair"]["relation"]) == ("created", "contradicts")
    signed = f"{headers['Webhook-Id']}.{headers['Webhook-Timestamp']}.".encode() + body
    mac = hmac.new(bytes.fromhex(made["secret"]), signed, hashlib.sha256).digest()
    assert headers["Webhook-Signature"] == "v1," + base64.b64encode(mac).decode()
    assert abs(int(headers["Webhook-Timestamp"]) - time.time()) < 60
    assert Delivery.objects.get().state == WorkState.DONE
    assert queued_for(made["id"]) is None, "nothing has changed since"
    deliver(delivery_id=queued[0])
    assert len(receiver.received) == 1


@pytest.mark.django_db(transaction=True)
def test_a_webhook_is_told_that_a_pair_matches_no_longer(
    client: Client, bearer: dict[str, str], valley: Valley, receiver: Receiver
) -> None:
    made = make_webhook(client, bearer, receiver, "relation=contradicts")
    valley.take_in(CALM, name="a.txt")
    valley.take_in(SHELLED, name="b.txt")
    first = Delivery.objects.get(pk=queued_for(made["id"]))
    (told,) = json.loads(first.body)["events"]
    ClaimPair.objects.filter(pk=told["id"]).update(relation=Relation.COMPETES)
    changes.record(ChangeKind.UPDATED, "claim-pair", [told["id"]])
    (event,) = json.loads(Delivery.objects.get(pk=queued_for(made["id"])).body)["events"]
    assert (event["kind"], event["id"], event["pair"]) == (webhooks.UNMATCHED, told["id"], None)
    ClaimPair.objects.filter(pk=told["id"]).update(relation=Relation.CONTRADICTS, is_current=False)
    changes.record(ChangeKind.WITHDRAWN, "claim-pair", [told["id"]])
    (event,) = json.loads(Delivery.objects.get(pk=queued_for(made["id"])).body)["events"]
    assert (event["kind"], event["id"], event["pair"]) == ("withdrawn", told["id"], None)


@pytest.mark.django_db(transaction=True)
def test_what_is_not_taken_is_tried_again_and_410_ends_it(
    client: Client, bearer: dict[str, str], valley: Valley, receiver: Receiver
) -> None:
    made = make_webhook(client, bearer, receiver, "")
    valley.take_in(CALM, name="a.txt")
    valley.take_in(SHELLED, name="b.txt")
    delivery = Delivery.objects.get(pk=queued_for(made["id"]))
    receiver.status = 500
    deliver(delivery_id=delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (WorkState.PENDING, 1)
    assert delivery.error == "The receiver answered 500."
    with pytest.raises(TryAgainError):
        webhooks.send(delivery)
    receiver.status = 302
    with pytest.raises(TryAgainError):
        webhooks.send(delivery)
    receiver.status = 410
    with pytest.raises(RejectedError):
        webhooks.send(delivery)
    assert not Webhook.objects.get().is_enabled
    wait_for_the_feed()
    queue_deliveries()
    assert Delivery.objects.count() == 1


def test_webhooks_are_listed_and_removed_by_their_token(client: Client, bearer: dict[str, str]) -> None:
    made = post(client, {"address": "https://example.org/hook"}, bearer, path="/api/v1/webhooks/").json()
    assert [hook["id"] for hook in client.get("/api/v1/webhooks/", headers=bearer).json()["results"]] == [made["id"]]
    assert "secret" not in client.get(f"/api/v1/webhooks/{made['id']}/", headers=bearer).json()
    _, secret = tokens.create("another", [Scope.WEBHOOKS], days=1)
    stranger = {"Authorization": f"Bearer {secret}"}
    assert client.get("/api/v1/webhooks/", headers=stranger).json()["results"] == []
    assert client.delete(f"/api/v1/webhooks/{made['id']}/", headers=stranger).status_code == 404
    assert client.delete(f"/api/v1/webhooks/{made['id']}/", headers=bearer).status_code == 204
    assert Webhook.objects.count() == 0


def test_a_webhook_leads_to_no_private_address(db: None, token: tuple[Token, str]) -> None:
    webhook = webhooks.create(token[0], "https://10.0.0.1/hook", "")
    with pytest.raises(TryAgainError) as fault:
        webhooks.send(Delivery(webhook=webhook, pk=1, body="{}"))
    assert fault.value.code == "fetch_blocked"
