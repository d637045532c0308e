"""Lists: the same rows in every form, page by page without a row lost or doubled."""

from __future__ import annotations

import csv
import gzip
import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models.functions import Now
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.api.resources import CHANGES, CLAIM_PAIRS, DAYS, RESOURCES, Resource
from claims.api.serializers.shape import shape
from claims.models import Article, Claim, ClaimLink, ClaimPair, Figure, Place, Source
from claims.publishing import moment
from claims.reading.version import READING_VERSION
from claims.services import days, pairs, rendering
from claims.tasks import process_articles
from claims.vocabulary import Relation, ReviewState
from tests.api.conftest import Get
from tests.factories import DAY, make_article, make_ceasefire, make_claim, make_pair, make_source
from tests.services.conftest import CALM, SHELLED, Valley, valley

assert valley

EARLIER = date(2031, 5, 1)


def walk(client: Client, address: str) -> list[Any]:
    """All rows of a list, by its `next` addresses."""
    rows: list[Any] = []
    following: str | None = address
    while following:
        page = client.get(following).json()
        rows += page["results"]
        following = page["next"]
    return rows


@pytest.fixture
def everything(db: None) -> None:
    """At least one row of every resource."""
    pair = make_pair()
    Figure.objects.create(claim=pair.left, position=0, what="carts", words="seven", low=7, high=7, start=20, end=25)
    Place.objects.create(slug="valley", name="The valley", kind="region")
    days.recount({(pair.ceasefire_id, DAY)})


@pytest.mark.parametrize("resource", [*RESOURCES, DAYS], ids=lambda resource: resource.name)
@pytest.mark.usefixtures("everything")
def test_records_have_the_shape_that_the_schema_says(resource: Resource) -> None:
    records = resource.records(resource.rows().order_by(*resource.order)[:5], moment.now().names)
    assert records
    for record in records:
        assert _names(record) == set(_paths(shape(resource.serializer)))


def _paths(of: dict[str, Any], prefix: str = "") -> list[str]:
    return [
        path for name, below in of.items() for path in (_paths(below, f"{prefix}{name}.") if below else [prefix + name])
    ]


def _names(record: dict[str, Any], prefix: str = "") -> set[str]:
    names: set[str] = set()
    for name, value in record.items():
        is_open = name in ("aliases", "deeds")
        names |= _names(value, f"{prefix}{name}.") if isinstance(value, dict) and not is_open else {prefix + name}
    return names


@pytest.mark.parametrize("resource", [*RESOURCES, CHANGES], ids=lambda resource: resource.name)
@pytest.mark.usefixtures("everything")
def test_every_list_answers(client: Client, resource: Resource) -> None:
    for form in resource.formats:
        assert client.get(f"/api/v1/{resource.name}/", {"format": form}).status_code == 200


def test_no_row_is_lost_or_doubled_while_others_are_inserted(client: Client, db: None) -> None:
    ceasefire = make_ceasefire()
    before = [make_pair(ceasefire=ceasefire).pk for _ in range(7)]
    seen: list[int] = []
    following = "/api/v1/claim-pairs/?page_size=2"
    while following:
        page = client.get(following).json()
        seen += [row["id"] for row in page["results"]]
        following = page["next"]
        make_pair(ceasefire=ceasefire)
    assert seen == before[::-1]


def test_every_form_has_the_same_rows(client: Client, db: None) -> None:
    for _ in range(3):
        make_pair()
    rows = client.get("/api/v1/claim-pairs/").json()["results"]
    lines = client.get("/api/v1/claim-pairs/?format=ndjson").content.splitlines()
    table = list(csv.DictReader(io.StringIO(client.get("/api/v1/claim-pairs/?format=csv").content.decode())))
    assert [json.loads(line) for line in lines] == rows
    assert [(row["id"], row["left.text"], row["right.article.title"]) for row in table] == [
        (str(row["id"]), row["left"]["text"], row["right"]["article"]["title"]) for row in rows
    ]
    for form, read in (("json", lambda body: json.loads(body)["results"]), ("ndjson", _lines), ("csv", _table)):
        export = client.get(f"/api/v1/claim-pairs/export/?format={form}")
        assert [str(row["id"]) for row in read(export.getvalue())] == [str(row["id"]) for row in rows]


def _lines(body: bytes) -> list[Any]:
    return [json.loads(line) for line in body.splitlines()]


def _table(body: bytes) -> list[Any]:
    return list(csv.DictReader(io.StringIO(body.decode())))


def test_no_cell_is_a_formula(client: Client, db: None) -> None:
    make_claim('=HYPERLINK("http://example.org")', article=make_article("@text", title="+1 and more"))
    row = _table(client.get("/api/v1/claims/?format=csv").content)[0]
    assert row["text"].startswith("'=")
    assert row["article.title"].startswith("'+")


def test_an_export_is_whole_beyond_one_piece(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.publishing.pieces.AT_ONCE", 2)
    ids = [make_claim().pk for _ in range(5)]
    export = client.get("/api/v1/claims/export/?format=ndjson&fields=id")
    assert [row["id"] for row in _lines(export.getvalue())] == ids[::-1]


@pytest.mark.parametrize("rows", [2, 12])
@pytest.mark.parametrize(
    "path", ["claim-pairs/", "claims/", "claim-pairs/?expand=article,sources", "figures/", "sources/"]
)
def test_queries_do_not_grow(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries, rows: int, path: str
) -> None:
    for _ in range(rows):
        make_pair()
    client.get("/api/v1/places/")  # reads the names that records go by
    with django_assert_num_queries(9, exact=False):
        client.get(f"/api/v1/{path}")


def test_fields_and_expand(get: Get) -> None:
    source = make_source()
    claim = make_claim(by=source)
    (row,) = get("claims/", fields="id,article.title,sources", expand="sources")["results"]
    assert row["id"] == claim.pk
    assert row["article"] == {"title": claim.article.title}
    assert row["sources"][0]["name"] == source.name
    assert set(row) == {"id", "article", "sources"}


def test_count_only_if_asked(get: Get) -> None:
    make_pair()
    assert "count" not in get("claim-pairs/")
    page = get("claim-pairs/", count="1")
    assert (page["count"], page["count_is_estimate"]) == (1, False)


def test_large_counts_say_that_they_are_estimates(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.models.keyset.COUNTED", 2)
    for _ in range(4):
        make_claim()
    page = get("claims/", count="1")
    assert page["count_is_estimate"]
    assert page["count"] > 2


def test_linked_data(get: Get) -> None:
    claim = make_claim(form="direct")
    linked = get(f"claims/{claim.pk}/", format="jsonld")
    assert linked["@context"] == "https://schema.org"
    assert linked["@type"] == ["Claim", "Quotation"]
    assert linked["text"] == claim.text
    assert linked["appearance"]["@type"] == "NewsArticle"
    assert linked["@id"] == f"http://testserver/claims/{claim.pk}/"
    assert get("claims/", format="jsonld")["@graph"][0]["@id"] == linked["@id"]


def test_a_day_is_the_read_model_of_its_page(get: Get) -> None:
    pair = make_pair(relation=Relation.CONTRADICTS)
    days.recount({(pair.ceasefire_id, DAY)})
    day = get(f"ceasefires/{pair.ceasefire.slug}/days/{DAY}/")
    assert [d["pair"]["id"] for q in day["questions"] for d in q["disputes"]] == [pair.pk]
    assert {claim["id"] for claim in day["claims"]} == {pair.left_id, pair.right_id}
    (counts,) = get(f"ceasefires/{pair.ceasefire.slug}/days/")["results"]
    assert (counts["claims"], counts["contradicts"]) == (2, 1)


def test_the_whole_text_is_not_for_everybody(client: Client, get: Get, bearer: dict[str, str]) -> None:
    article = make_article("All of its words.")
    assert "text" not in get(f"articles/{article.pk}/")
    with_token = client.get(f"/api/v1/articles/{article.pk}/", headers=bearer).json()
    assert with_token["text"] == article.text
    for path in ("articles/", "articles/export/"):
        assert b"All of its words." not in client.get(f"/api/v1/{path}", headers=bearer).getvalue()


def test_unchanged_answers_are_not_sent_again(client: Client, transactional_db: None) -> None:
    make_pair()
    first = client.get("/api/v1/claim-pairs/")
    again = client.get("/api/v1/claim-pairs/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/v1/claim-pairs/?page_size=1", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200
    make_source()
    assert client.get("/api/v1/claim-pairs/", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_day_that_does_not_change_is_not_sent_again(client: Client, transactional_db: None) -> None:
    pair = make_pair()
    other = make_claim(), make_claim()
    days.recount({(pair.ceasefire_id, DAY)})
    path = f"/api/v1/ceasefires/{pair.ceasefire.slug}/days/{DAY}/"
    asked = {"If-None-Match": client.get(path)["ETag"]}
    make_pair(*other, ceasefire=pair.ceasefire, day_first=EARLIER, day_last=EARLIER)
    days.recount({(pair.ceasefire_id, EARLIER)})
    assert client.get(path, headers=asked).status_code == 304, "another day is no matter of this one"
    pairs.review(pair, ReviewState.CONFIRMED, by=User.objects.create_user("editor"))
    assert client.get(path, headers=asked).status_code == 200


def test_a_day_has_another_etag_whenever_it_is_another(
    client: Client, transactional_db: None, valley: Valley, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    path = f"/api/v1/ceasefires/{valley.truce.slug}/days/{DAY}/"
    seen: dict[str, bytes] = {}

    def look() -> None:
        answer = client.get(path)
        assert seen.setdefault(answer["ETag"], answer.content) == answer.content
        asked = {"If-None-Match": answer["ETag"]}
        with django_assert_num_queries(1):
            again = client.get(path, headers=asked)
        assert (again.status_code, again.content) == (304, b"")
        shared = ("ETag", "Last-Modified", "Vary", "Cache-Control", "Access-Control-Allow-Origin")
        assert [again.get(name) for name in shared] == [answer.get(name) for name in shared]
        assert client.get(path, headers=asked | {"Authorization": "Bearer cct_of_nobody"}).status_code == 401
        assert client.get(f"{path}?a=b", headers=asked).status_code == 400

    look()
    valley.take_in(CALM, name="a.txt")
    look()
    other = valley.take_in(SHELLED, name="b.txt", address="https://post.example/b")
    look()
    pairs.review(ClaimPair.objects.get(), ReviewState.REJECTED, by=User.objects.create_user("editor"))
    look()
    pairs.review(ClaimPair.objects.get(), ReviewState.CONFIRMED, by=User.objects.get())
    look()
    Source.objects.filter(pk=valley.council.pk).update(name="Another name", updated_at=Now())
    look()
    ClaimLink.objects.filter(claim__article=other, role="speaker").update(words="Fighters")
    Article.objects.filter(pk=other.pk).update(reading_version=READING_VERSION - 1, state="pending")
    process_articles(article_ids=[other.pk])
    look()
    valley.take_in(f"{CALM} It said no more.", name="d.txt", address="https://post.example/b")
    look()
    assert len(seen) == len(set(seen.values())) == 8


def test_a_claim_that_changes_is_told_to_the_days_of_its_pairs(transactional_db: None, valley: Valley) -> None:
    """A pair of claims of two days stands on all days between, where neither of them does."""
    article = valley.take_in(SHELLED, name="b.txt", address="https://post.example/b")
    claim, later = Claim.objects.get(), make_claim(ceasefire=valley.truce, day=DAY + timedelta(days=3))
    between = DAY + timedelta(days=2)
    make_pair(claim, later, ceasefire=valley.truce, day_first=DAY, day_last=later.day_last)
    days.recount({(valley.truce.pk, between)})
    before = moment.of_day(valley.truce.slug, between)
    valley.take_in(f"{CALM} It said no more.", name="d.txt", address="https://post.example/b")
    assert Article.objects.get(pk=article.pk).superseded_by_id
    after = moment.of_day(valley.truce.slug, between)
    assert before is not None
    assert after is not None
    assert before.mark != after.mark
    assert valley.truce.days.get(day=between).conflicts == 0


def test_answers_can_be_read_from_other_sites_and_packed(client: Client, db: None) -> None:
    make_pair()
    packed = client.get("/api/v1/claim-pairs/", headers={"Accept-Encoding": "gzip", "Origin": "https://desk.example"})
    assert packed["Access-Control-Allow-Origin"] == "*"
    assert json.loads(gzip.decompress(packed.content))["results"]
    asked = client.options("/api/v1/claim-pairs/", headers={"Origin": "https://desk.example"})
    assert asked.status_code == 204
    assert "GET" in asked["Access-Control-Allow-Methods"]


def test_accept_chooses_the_form(client: Client, db: None) -> None:
    make_claim()
    for accept, expected in (
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/json;q=0.5, application/x-ndjson", "application/x-ndjson"),
        ("*/*", "application/json"),
        ("text/*", "text/csv; charset=utf-8"),
    ):
        assert client.get("/api/v1/claims/", headers={"Accept": accept})["Content-Type"] == expected
    assert CLAIM_PAIRS.formats[0] == "json"


@pytest.mark.parametrize("query", ["", "?format=ndjson", "?format=csv", "?fields=id,left.text", "?expand=sources"])
@pytest.mark.parametrize("path", ["claim-pairs/", "claim-pairs/export/"])
def test_rendered_claims_change_no_answer(client: Client, valley: Valley, path: str, query: str) -> None:
    """Byte by byte, in every form."""
    valley.take_in(CALM, name="a.txt")
    valley.take_in(SHELLED, name="b.txt")
    address = f"/api/v1/{path}{query}"
    before = b"".join(client.get(address))
    assert rendering.fill() == 2
    assert b"".join(client.get(address)) == before
    pair = ClaimPair.objects.get()
    one = client.get(f"/api/v1/claim-pairs/{pair.pk}/")
    assert one.json()["left"] == client.get(f"/api/v1/claims/{pair.left_id}/").json()


def test_a_relation_that_a_person_gave_stands_beside_that_of_the_rules(get: Get) -> None:
    pair = make_pair(relation=Relation.COMPETES)
    found = (pair.relation, pair.dimension)
    pairs.review(
        pair,
        ReviewState.CONFIRMED,
        by=User.objects.create_user("ada"),
        note="Both name one day.",
        given=(Relation.CONTRADICTS, pair.dimension),
    )
    (told,) = get("claim-pairs/")["results"]
    assert (told["relation"], told["dimension"]) == ("contradicts", pair.dimension)
    assert (told["found_relation"], told["found_dimension"]) == found
    pairs.review(pair, ReviewState.SUGGESTED, by=User.objects.get())
    (told,) = get("claim-pairs/")["results"]
    assert (told["relation"], told["found_relation"]) == ("competes", "competes")
