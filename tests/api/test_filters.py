"""Filters: each leaves what it says, `!` turns it round, and pairs take those of claims for either claim."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from claims.api.resources import CLAIM_PAIRS, CLAIMS, Resource
from claims.filters import ClaimFilter, PairFilter
from claims.models import Accusation, Place
from claims.vocabulary import Relation
from tests.api.conftest import Get
from tests.factories import DAY, make_article, make_ceasefire, make_claim, make_pair, make_source

EARLY, LATE = date(2031, 5, 1), date(2031, 5, 20)


@pytest.fixture
def two(db: None) -> dict[str, str]:
    """Two claims that differ in everything, and values of each filter that only the first one meets."""
    body, outlet = make_source("harbour-ministry", side="north"), make_source("harbour-post", kind="outlet")
    region = Place.objects.create(slug="valley", name="The valley", kind="region")
    town = Place.objects.create(slug="town", name="The town", kind="town", within=region)
    first = make_claim(
        "the road to the north was calm",
        by=body,
        article=make_article("x", outlet=outlet, published=EARLY),
        ceasefire=make_ceasefire("spring-truce"),
        day=EARLY,
        day_last=date(2031, 5, 3),
        about_last=date(2031, 5, 3),
        said_first=EARLY,
        said_last=EARLY,
        topics=["status"],
        events=["patrol"],
        stance="holding",
        form="direct",
        polarity="denial",
        review_state="confirmed",
    )
    first.places.add(town)
    Accusation.objects.create(claim=first, position=0, source=make_source("hill-council"))
    other = make_claim(
        "seven carts were seen",
        by=make_source("other-body", side="south"),
        article=make_article("y", published=LATE),
        ceasefire=make_ceasefire("autumn-truce"),
        day=None,
        day_first=LATE,
        day_last=LATE,
        said_first=LATE,
        said_last=LATE,
        topics=["casualties"],
        events=["killed"],
        stance="violated",
    )
    for claim in (first, other):
        mate = make_claim(ceasefire=claim.ceasefire, is_current=False)
        make_pair(claim, mate, relation=Relation.CONTRADICTS if claim is first else Relation.REPEATS)
    return {
        "ceasefire": "spring-truce",
        "day": "2031-05-02",
        "day_to": "2031-05-10",
        "review": "confirmed",
        "id": str(first.pk),
        "source": "harbour-ministry",
        "side": "north",
        "outlet": "harbour-post",
        "topic": "status,violation",
        "event": "patrol",
        "place": "valley",
        "accused": "hill-council",
        "stance": "holding,mixed",
        "form": "direct",
        "polarity": "denial",
        "undated": "no",
        "article": str(first.article_id),
        "origin": str(first.article.origin_id),
        "q": "calm -carts",
        "said": "2031-05-01",
        "said_to": "2031-05-02",
        "about": "2031-05-02",
        "about_from": "2031-05-03",
        "about_to": "2031-05-10",
        "reported": "2031-05-01",
        "reported_to": "2031-05-02",
        "relation": "contradicts",
        "dimension": "status",
    }


ABOVE = {"day_from": "2031-05-15", "said_from": "2031-05-15", "reported_from": "2031-05-15"}


def test_each_filter_leaves_what_it_says_and_its_opposite_the_rest(get: Get, two: dict[str, str]) -> None:
    first, other = sorted(row["id"] for row in get("claims/")["results"])
    for name, value in two.items():
        assert [row["id"] for row in get("claims/", **{name: value})["results"]] == [first], name
        assert [row["id"] for row in get("claims/", **{f"{name}!": value})["results"]] == [other], name
    for name, value in ABOVE.items():
        assert [row["id"] for row in get("claims/", **{name: value})["results"]] == [other], name
    tested = {*two, *ABOVE, "changed_since"}
    assert tested == set(ClaimFilter.base_filters)


def test_pairs_take_the_filters_of_claims_for_either_claim(get: Get, two: dict[str, str]) -> None:
    (expected,) = (row["id"] for row in get("claim-pairs/", relation="contradicts")["results"])
    of_pairs_alone = {"day", "day_to", "id", "review", "about", "said", "about_from", "reported", "reported_to"}
    for name, value in two.items():
        if name in PairFilter.base_filters and name not in of_pairs_alone | {"about_to", "undated"}:
            assert [row["id"] for row in get("claim-pairs/", **{name: value})["results"]] == [expected], name


def test_the_two_claims_of_a_pair_can_be_named_apart(get: Get) -> None:
    north, south, east = (make_source(slug, side=slug) for slug in ("north", "south", "east"))
    truce = make_ceasefire()
    one = make_pair(make_claim(by=north, ceasefire=truce), make_claim(by=south, ceasefire=truce))
    make_pair(make_claim(by=north, ceasefire=truce), make_claim(by=east, ceasefire=truce))
    same = make_pair(make_claim(by=north, ceasefire=truce), make_claim(by=north, ceasefire=truce))
    for name in ("sides", "sources"):
        assert [row["id"] for row in get("claim-pairs/", **{name: "south,north"})["results"]] == [one.pk]
        assert [row["id"] for row in get("claim-pairs/", **{name: "north,north"})["results"]] == [same.pk]
        assert len(get("claim-pairs/", **{name[:-1]: "north"})["results"]) == 3
        assert len(get("claim-pairs/", **{f"{name[:-1]}!": "east"})["results"]) == 2


def test_changed_since(get: Get) -> None:
    claim = make_claim()
    assert get("claims/", changed_since=claim.updated_at.isoformat().replace("+00:00", "Z"))["results"]
    assert not get("claims/", changed_since="2190-01-01T00:00:00Z")["results"]
    assert not get("claims/", changed_since="2190-01-01T00:00:00+02:00")["results"]


def test_an_imprecise_day_matches_and_says_so(get: Get) -> None:
    make_claim(about_first=date(2031, 5, 1), about_last=date(2031, 5, 31), about_precision="month")
    (row,) = get("claims/", about="2031-05-17")["results"]
    assert row["about"]["precision"] == "month"
    assert get("claims/", about_from=str(DAY), about_to=str(DAY))["results"]


@pytest.mark.parametrize("resource", [CLAIMS, CLAIM_PAIRS], ids=lambda resource: resource.name)
def test_unknown_and_doubled_parameters_are_named(client: Client, db: None, resource: Resource) -> None:
    answer = client.get(f"/api/v1/{resource.name}/?sise=north&day=2031-05-04&day=2031-05-05&stance=loud")
    assert answer.status_code == 400
    assert {(fault["at"], fault["code"]) for fault in answer.json()["errors"]} == {("day", "doubled")}
    answer = client.get(f"/api/v1/{resource.name}/?sise=north&page_size=0")
    assert {(fault["at"], fault["code"]) for fault in answer.json()["errors"]} == {
        ("sise", "unknown"),
        ("page_size", "out_of_range"),
    }
    answer = client.get(f"/api/v1/{resource.name}/?stance=loud&day=2031-02-30&place=nowhere&id=0")
    assert {(fault["at"], fault["code"]) for fault in answer.json()["errors"]} == {
        ("stance", "invalid_choice"),
        ("day", "invalid_day"),
        ("place", "invalid_choice"),
        ("id", "invalid_id"),
    }
