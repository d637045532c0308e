"""Where a reader begins without a document: what there is, and what an error means."""

from __future__ import annotations

from django.test import Client

from claims.api.problems import TITLES
from claims.models import Change
from claims.vocabulary import ChangeKind
from tests.api.conftest import wait_for_the_feed
from tests.factories import make_ceasefire, make_source


def test_the_index_leads_to_every_list(client: Client, db: None) -> None:
    truce = make_ceasefire()
    index = client.get("/api/v1/").json()
    for resource in index["resources"]:
        assert resource["about"]
        assert client.get(resource["address"].replace("<slug>", truce.slug)).status_code == 200
    for name in ("schema", "docs", "problems"):
        assert client.get(index[name]).status_code == 200


def test_the_type_of_an_error_leads_to_the_list_of_all(client: Client, db: None) -> None:
    problem = client.get("/api/v1/claims/?stance=loud&day=2031-02-30").json()
    place, _, code = problem["type"].partition("#")
    listed = {one["code"]: one["title"] for one in client.get(place).json()["results"]}
    assert listed == TITLES
    assert listed[code] == problem["title"]


def test_errors_say_what_could_have_been_asked(client: Client, db: None) -> None:
    faults = client.get("/api/v1/claims/?stance=loud&day=2031-02-30&day_from=4.5.2031").json()["errors"]
    words = {fault["at"]: fault["detail"] for fault in faults}
    assert "holding, " in words["stance"]
    assert words["day"] == "There is no day 2031-02-30."
    assert "YYYY-MM-DD" in words["day_from"]


def test_a_range_that_ends_before_it_begins_is_an_error(client: Client, db: None) -> None:
    answer = client.get("/api/v1/claims/?said_from=2031-05-04&said_to=2031-05-01")
    assert [(fault["at"], fault["code"]) for fault in answer.json()["errors"]] == [("said_to", "reversed")]
    assert client.get("/api/v1/claims/?said_from=2031-05-04&said_to=2031-05-04").status_code == 200


def test_a_merged_source_is_told_of_with_the_address_of_the_other(client: Client, transactional_db: None) -> None:
    stays = make_source()
    goes = make_source(merged_into=stays)
    Change.of(ChangeKind.MERGED, Change.Record.SOURCE, goes.pk, into_id=stays.pk).save()
    wait_for_the_feed()
    told = client.get("/api/v1/changes/?expand=current").json()["results"][-1]
    assert told["address"] == f"/api/v1/sources/{goes.slug}/"
    assert (told["into"], told["into_address"]) == (stays.pk, f"/api/v1/sources/{stays.slug}/")
    assert told["current"] is None
