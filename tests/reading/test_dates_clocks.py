"""The clocks: when each statement was made, and the days it speaks of, in small articles of the invented country."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.dates.ranges import NO_PUBLICATION
from claims.reading.records import ArticleInput, Statement, When
from claims.reading.statements import describe
from tests.reading.world import CASES, calendar, directory, gazetteer, marked

PUBLISHED = date(2031, 5, 15)


def articles() -> list[dict[str, Any]]:
    document = tomllib.loads((CASES / "dates" / "clocks.toml").read_text(encoding="utf-8"))
    return list(document["article"])


def read(text: str, *, published: date | None = PUBLISHED) -> tuple[Statement, ...]:
    plain, attributions, chains = marked(text.strip())
    return describe(
        ArticleInput(text=plain, outlet="", published=published),
        attributions,
        chains,
        directory=directory(),
        gazetteer=gazetteer(),
        calendar=calendar(),
    )


def shown(when: When) -> str:
    if when.first is None or when.last is None:
        return ""
    return f"{when.first}" if when.first == when.last else f"{when.first}..{when.last}"


@pytest.mark.parametrize("article", articles(), ids=lambda a: a["name"])
def test_article(article: dict[str, Any]) -> None:
    given_day = article.get("published", PUBLISHED.isoformat())
    found = read(article["text"], published=date.fromisoformat(given_day) if given_day else None)
    assert [shown(s.said) for s in found] == article["said"]
    assert [shown(s.about) for s in found] == article["about"]


def test_every_day_says_where_it_comes_from() -> None:
    for article in articles():
        for statement in read(article["text"]):
            for when in (statement.said, statement.about):
                assert when.first is None or when.words or when.reason


def test_an_open_relative_day_keeps_its_words_and_says_why() -> None:
    (statement,) = read("The army <said> on Tuesday that {kelvar-army|insurgents had shelled Ovin}.", published=None)
    assert (statement.said.words, statement.said.flag) == ("Tuesday", NO_PUBLICATION)


def test_reading_again_with_the_day_completes_it() -> None:
    text = "The army <said> on Tuesday that {kelvar-army|insurgents had shelled Ovin}."
    before, after = read(text, published=None), read(text)
    assert shown(before[0].said) == ""
    assert shown(after[0].said) == "2031-05-13"


def test_the_clock_is_kept_with_its_day() -> None:
    (statement,) = read("{merrow-centre|From 00:01 on May 10, government forces ceased fire}, the centre <said>.")
    assert (statement.about.precision, statement.about.clock) == ("minute", statement.about.clock)
    assert statement.about.clock is not None
    assert statement.about.clock.minute == 1


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([a["text"] for a in articles()]), st.none() | st.dates())
def test_no_publication_day_raises_or_turns_a_range_round(text: str, published: date | None) -> None:
    for statement in read(text, published=published):
        for when in (statement.said, statement.about):
            assert (when.first is None) == (when.last is None)
            assert when.first is None or when.last is None or when.first <= when.last
