"""The feed of changes: a total order, and a mirror built from it equals the dump."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from claims.models import Article, Claim, ClaimPair, Source
from claims.reading.version import READING_VERSION
from claims.services import changes, dumps, pairs, rendering, tokens
from claims.tasks import process_articles
from claims.vocabulary import ChangeKind, ReviewState, Scope
from tests.api.conftest import wait_for_the_feed
from tests.factories import DAY
from tests.services.conftest import CALM, SHELLED, Valley, valley

assert valley

RECORDS = {"claim": "claims", "claim-pair": "claim-pairs", "article": "articles"}


class Mirror:
    """What a client keeps by docs/api.md: a record for each id, brought up to date from where it stopped."""

    def __init__(self, client: Client, resume: str = "/api/v1/changes/") -> None:
        self.client, self.resume = client, resume
        self.records: dict[tuple[str, int], Any] = {}
        self.seen: list[tuple[int, int]] = []

    def follow(self) -> Mirror:
        following: str | None = self.resume
        while following:
            page = self.client.get(following, {} if "expand" in following else {"expand": "current", "page_size": "3"})
            body = page.json()
            for change in body["results"]:
                self.seen.append((change["transaction"], change["id"]))
                key = (change["record"], change["record_id"])
                if change["current"] is None:
                    self.records.pop(key, None)
                else:
                    self.records[key] = change["current"]
            following, self.resume = body["next"], body["resume"]
        return self

    def of(self, record: str) -> dict[int, Any]:
        return {pk: value for (sort, pk), value in self.records.items() if sort == record}


def dumped(folder: Path) -> dict[str, dict[int, Any]]:
    manifest = dumps.latest(folder)
    assert manifest is not None
    found = {}
    for file in manifest["files"]:
        lines = gzip.decompress((folder / manifest["day"] / file["name"]).read_bytes()).splitlines()
        assert len(lines) == file["records"]
        found[file["name"].partition(".")[0]] = {r.get("id"): r for r in map(json.loads, lines)}
    return found


def assert_equal(mirror: Mirror, folder: Path) -> None:
    """Changes show claims as they are made now, the dump those that were rendered when they were told of."""
    dumps.write(folder, day=DAY)
    now = dumped(folder)
    wait_for_the_feed()
    for record, name in RECORDS.items():
        assert mirror.follow().of(record) == now[name], name
    assert mirror.seen == sorted(set(mirror.seen))
    rendering.fill()


@pytest.mark.django_db(transaction=True)
def test_a_mirror_equals_the_dump_whatever_happens(client: Client, valley: Valley, tmp_path: Path) -> None:
    mirror = Mirror(client)
    assert_equal(mirror, tmp_path)
    valley.take_in(CALM, name="a.txt")
    assert_equal(mirror, tmp_path)
    article = valley.take_in(SHELLED, name="b.txt")
    assert_equal(mirror, tmp_path)
    assert mirror.of("claim-pair"), "the two accounts must conflict, or this shows nothing"

    pair = ClaimPair.objects.get(pk=next(iter(mirror.of("claim-pair"))))
    pairs.review(pair, ReviewState.REJECTED, by=User.objects.create_user("editor"))
    assert_equal(mirror, tmp_path)
    assert pair.pk not in mirror.of("claim-pair")
    pairs.review(pair, ReviewState.CONFIRMED, by=User.objects.get())
    assert_equal(mirror, tmp_path)

    # Read again after its speaker became unknown: the claim keeps its id, but shows another chain.
    Source.objects.get(slug="hill-council").aliases.all().delete()
    Source.objects.get(slug="hill-council").save()
    Article.objects.filter(pk=article.pk).update(reading_version=READING_VERSION - 1, state="pending")
    process_articles(article_ids=[article.pk])
    assert_equal(mirror, tmp_path)
    assert Claim.objects.public().count() == len(mirror.of("claim"))


@pytest.mark.django_db(transaction=True)
def test_a_mirror_can_start_from_the_dump(client: Client, valley: Valley, settings: Settings, tmp_path: Path) -> None:
    settings.DUMPS = tmp_path
    valley.take_in(CALM, name="a.txt")
    dumps.write(tmp_path, day=DAY)
    start = dumped(tmp_path)
    manifest = client.get("/api/v1/dumps/latest/").json()
    valley.take_in(SHELLED, name="b.txt")

    mirror = Mirror(client, manifest["changes"])
    mirror.records = {(sort, pk): r for sort, name in RECORDS.items() for pk, r in start[name].items()}
    assert_equal(mirror, tmp_path)


@pytest.mark.django_db(transaction=True)
def test_the_manifest_says_what_was_written(client: Client, valley: Valley, settings: Settings, tmp_path: Path) -> None:
    settings.DUMPS = tmp_path
    assert client.get("/api/v1/dumps/latest/").status_code == 404
    valley.take_in(CALM, name="a.txt")
    dumps.write(tmp_path, day=DAY)
    files = {file["name"]: file for file in client.get("/api/v1/dumps/latest/").json()["files"]}
    for file in files.values():
        answer = client.get(file["url"])
        assert answer["ETag"] == f'"{file["sha256"]}"'
        assert len(answer.getvalue()) == file["bytes"]
    assert files["claims.ndjson.gz"]["records"] == 1


@pytest.mark.django_db
def test_only_the_newest_dumps_stay(tmp_path: Path) -> None:
    for n in range(1, 11):
        dumps.write(tmp_path, day=DAY.replace(day=n))
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"2031-05-{n:02}" for n in range(4, 11)]


@pytest.mark.django_db(transaction=True)
def test_a_slower_transaction_is_not_overtaken(client: Client, valley: Valley) -> None:
    """The feed waits for a transaction that began earlier, so that no cursor ever passes it."""
    import psycopg
    from django.db import connection

    parameters = connection.get_connection_params()
    with (
        psycopg.connect(host=parameters["host"], user=parameters["user"], dbname=parameters["dbname"]) as slow,
        slow.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO claims_change (at, kind, record, record_id, note) VALUES (now(), 'created', 'claim', 1, '')"
        )
        changes.record(ChangeKind.CREATED, "claim", [2])
        assert client.get("/api/v1/changes/").json()["results"] == []
        slow.commit()
    wait_for_the_feed()
    rows = client.get("/api/v1/changes/").json()["results"]
    assert [row["record_id"] for row in rows] == [1, 2]


def test_a_revoked_token_opens_nothing(client: Client, db: None) -> None:
    token, secret = tokens.create("a reader", [Scope.TEXT], days=1)
    headers = {"Authorization": f"Bearer {secret}"}
    assert client.get("/api/v1/claims/", headers=headers).status_code == 200
    tokens.revoke(token)
    assert client.get("/api/v1/claims/", headers=headers).status_code == 401
