"""What the database refuses, by the readable names of its constraints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, models, transaction

from claims.models import Article, Ceasefire, Change, Claim, ClaimMatter, ClaimPair, Figure, Place, Source
from claims.vocabulary import ChangeKind, DateOrigin, Relation
from tests.factories import DAY, make_article, make_ceasefire, make_claim, make_pair, make_source

pytestmark = pytest.mark.django_db


def update(row: models.Model, **fields: object) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**fields)


def own_parent() -> None:
    source = make_source()
    update(source, parent=source)


def pair_with_itself() -> None:
    pair = make_pair()
    update(pair, right=pair.left)


def pair_twice() -> None:
    pair = make_pair()
    make_pair(pair.left, pair.right)


def conflict_about_nothing() -> None:
    update(make_pair(relation=Relation.COMPETES), dimension="")


def agreement_about_something() -> None:
    update(make_pair(relation=Relation.CORROBORATES), dimension="status")


def pair_without_reason() -> None:
    update(make_pair(), reason="")


def long_pair() -> None:
    update(make_pair(), day_last=DAY + timedelta(days=14))


def same_span_twice() -> None:
    claim = make_claim()
    update(make_claim(article=claim.article), start=claim.start, end=claim.end)


def empty_span() -> None:
    claim = make_claim()
    update(claim, end=claim.start)


def days_out_of_order() -> None:
    update(make_claim(), about_last=DAY - timedelta(days=1))


def end_before_start() -> None:
    update(make_ceasefire(), ended=DAY - timedelta(days=1))


def long_matter() -> None:
    truce = make_ceasefire()
    claim = make_claim()
    ClaimMatter.objects.create(
        claim=claim, article=claim.article, ceasefire=truce, key="truce", first=DAY, last=DAY + timedelta(days=15)
    )


def figure_of_nothing() -> None:
    Figure.objects.create(claim=make_claim(), position=0, what="carts", words="some", start=0, end=4)


def day_from_nowhere() -> None:
    update(make_article(), published_origin=DateOrigin.UNKNOWN)


def read_without_text() -> None:
    update(make_article(), text="")


def off_the_earth() -> None:
    Place.objects.create(slug="far", name="Far", kind="town", latitude=91, longitude=0)


def merge_into_nothing() -> None:
    Change.objects.create(kind=ChangeKind.MERGED, record=Change.Record.CLAIM, record_id=1)


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("source_is_not_its_own_parent", own_parent),
        ("pair_is_stored_once", pair_with_itself),
        ("pair_is_one_for_each_dimension", pair_twice),
        ("a_conflict_says_what_differs", conflict_about_nothing),
        ("a_conflict_says_what_differs", agreement_about_something),
        ("pair_says_why", pair_without_reason),
        ("pair_is_listed_on_few_days", long_pair),
        ("span_of_an_article_is_claimed_once", same_span_twice),
        ("claim_has_a_span", empty_span),
        ("about_days_are_in_order", days_out_of_order),
        ("ceasefire_ends_after_it_begins", end_before_start),
        ("matter_spans_few_days", long_matter),
        ("figure_has_an_end", figure_of_nothing),
        ("published_day_says_where_it_is_from", day_from_nowhere),
        ("a_read_article_has_a_text", read_without_text),
        ("coordinates_are_on_earth", off_the_earth),
        ("a_merge_says_into_what", merge_into_nothing),
    ],
)
def test_the_database_keeps_the_promise(constraint: str, wrong: Callable[[], None]) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        wrong()


def test_the_promises_cover_each_table() -> None:
    tables: list[type[models.Model]] = [
        Article,
        Ceasefire,
        Change,
        Claim,
        ClaimMatter,
        ClaimPair,
        Figure,
        Place,
        Source,
    ]
    assert all(table._meta.constraints for table in tables)
