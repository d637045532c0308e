"""The calendar: to which ceasefire a statement belongs, by day and place, and the reason that it gives."""

from __future__ import annotations

from datetime import date

import pytest

from claims.reading.ceasefires import Calendar
from claims.reading.records import ArticleInput, When
from claims.reading.statements import describe
from claims.reference import ceasefires
from claims.vocabulary import Precision
from tests.reading.world import calendar, directory, gazetteer, marked


def day(text: str) -> When:
    return When(first=date.fromisoformat(text), last=date.fromisoformat(text), precision=Precision.DAY)


def assign(about: When, *places: str, published: str = "2031-05-15", is_own_day: bool = True) -> tuple[str | None, str]:
    entry = calendar().of_article(date.fromisoformat(published), ())
    found = calendar().assign(about, places, article=entry, is_own_day=is_own_day, gazetteer=gazetteer())
    return found.slug, found.reason


@pytest.mark.parametrize(
    ("published", "slug"),
    [
        ("2031-01-31", None),
        ("2031-02-01", "first-truce"),
        ("2031-02-20", "first-truce"),
        ("2031-03-06", "first-truce"),
        ("2031-03-07", None),
        ("2031-05-07", None),
        ("2031-05-08", "sarn-truce"),
        ("2031-05-09", "sarn-truce"),
        ("2032-05-09", "sarn-truce"),
    ],
)
def test_an_article_is_about_the_truce_known_on_its_day_and_not_long_ended(published: str, slug: str | None) -> None:
    entry = calendar().of_article(date.fromisoformat(published), ())
    assert (entry.slug if entry else None) == slug


def test_an_article_without_a_day_is_about_the_truce_of_the_days_it_names() -> None:
    entry = calendar().of_article(None, (date(2031, 2, 3), date(2030, 1, 1)))
    assert entry is not None
    assert entry.slug == "first-truce"
    assert calendar().of_article(None, ()) is None


def test_a_statement_of_the_day() -> None:
    assert assign(day("2031-05-12"), "ovin") == ("sarn-truce", "the day spoken of lies in it")


def test_a_late_report_lands_on_the_truce_of_the_day_it_speaks_of() -> None:
    assert assign(day("2031-02-05"), "ovin") == ("first-truce", "the day spoken of lies in it")


def test_a_day_long_before_any_truce_belongs_to_none() -> None:
    assert assign(day("2030-08-01"), "ovin") == (None, "no ceasefire on the day spoken of")


def test_a_day_inherited_from_the_passage_tells_no_other_truce() -> None:
    slug, _ = assign(day("2031-02-05"), is_own_day=False)
    assert slug == "sarn-truce"


def test_another_region_is_outside_and_says_so() -> None:
    assert assign(day("2031-05-12"), "hollen") == (None, "another region: Hollen")


def test_one_place_inside_is_enough() -> None:
    slug, _ = assign(day("2031-05-12"), "hollen", "ovin")
    assert slug == "sarn-truce"


def test_a_place_of_no_known_country_says_nothing() -> None:
    slug, _ = assign(day("2031-05-12"), "somewhere")
    assert slug == "sarn-truce"


def test_the_region_of_the_passage_carries_over() -> None:
    plain, attributions, chains = marked(
        "The army <said> on Monday {kelvar-army|Merrovian troops had entered Hollen}.\n"
        "Residents <said> {residents|a convoy passed a bridge on Sunday}.\n"
        "Merrow <said> {merrow-government|the truce was holding}."
    )
    found = describe(
        ArticleInput(text=plain, outlet="", published=date(2031, 5, 15)),
        attributions,
        chains,
        directory=directory(),
        gazetteer=gazetteer(),
        calendar=calendar(),
    )
    assert [s.ceasefire for s in found] == [None, None, "sarn-truce"]
    assert [s.ceasefire_reason for s in found[:2]] == ["another region: Hollen"] * 2


def test_the_reviewed_ceasefires_each_know_their_own_first_day() -> None:
    known = Calendar.of(ceasefires())
    for entry in ceasefires():
        found = known.on(entry.begins)
        assert found is not None
        assert found.slug == entry.slug
    assert known.on(date(2000, 1, 1)) is None


def test_an_article_of_some_length_that_names_no_place_of_the_ceasefire_belongs_to_none() -> None:
    told = (
        "The bridge <said> {valley-watch|rockets hit the port despite the truce}. "
        + "Far away, in Thornland, it rained. " * 20
    )
    text, attributions, chains = marked(told)
    [statement] = describe(
        ArticleInput(text=text, outlet="", published=date(2031, 5, 15)),
        attributions,
        chains,
        directory=directory(),
        gazetteer=gazetteer(),
        calendar=calendar(),
    )
    assert (statement.ceasefire, statement.stance) == (None, "violated")
    assert statement.ceasefire_reason == "the article names no place of a known ceasefire"
