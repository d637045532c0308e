"""Date expressions to intervals: the table of cases, the words, and input that no calendar knows."""

from __future__ import annotations

import csv
from datetime import date, time
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.dates.moments import DISAGREE, Clockwork
from claims.reading.dates.ranges import DAY_ORDER, NO_PUBLICATION, NO_SUCH_DAY, NO_YEAR, Anchor
from claims.reading.languages.english.times import TIMES
from claims.reading.phrases import listed
from claims.reading.records import When
from claims.vocabulary import Precision
from tests.reading.world import CASES

CLOCKWORK = Clockwork(TIMES)


class Case(NamedTuple):
    published: str
    told: str
    truce: str
    text: str
    words: str
    first: str
    last: str
    precision: str
    clock: str
    flag: str


def cases() -> list[Case]:
    with (CASES / "dates" / "expressions.tsv").open(encoding="utf-8") as file:
        return [Case(*row) for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]]


def day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None


def settled(
    text: str, *, published: date | None, told: date | None = None, truce: date | None = None
) -> dict[str, When]:
    anchor = Anchor(written=published, told=told, truce=truce)
    moments = CLOCKWORK.moments(text)
    return {m.span.of(text): CLOCKWORK.settle(m, text, anchor=anchor) for m in moments}


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c.text} ({c.published})")
def test_expression(case: Case) -> None:
    found = settled(case.text, published=day(case.published), told=day(case.told), truce=day(case.truce))
    assert found[case.words] == When(
        first=day(case.first),
        last=day(case.last),
        precision=Precision(case.precision),
        words=case.words,
        clock=time.fromisoformat(case.clock) if case.clock else None,
        flag=case.flag,
    )


def test_there_are_enough_expressions() -> None:
    assert len(cases()) >= 150


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("The order was read on 31 February.", NO_SUCH_DAY),
        ("The order was read on 18 May 0000.", NO_SUCH_DAY),
        ("The order was read on May 18, 99999.", NO_SUCH_DAY),
        ("The order was read on 05/06/2019.", DAY_ORDER),
        ("The order was read on Sunday, 18 May 2019.", DISAGREE),
    ],
)
def test_what_no_calendar_knows_is_never_an_exact_day(text: str, flag: str) -> None:
    (when,) = settled(text, published=date(2021, 6, 17)).values()
    assert when.flag == flag
    assert when.first is None or when.first != when.last


@pytest.mark.parametrize("published", [date(2021, 1, 3), date(2020, 12, 30)])
def test_a_day_without_a_year_near_new_year_stays_open_where_two_years_are_possible(published: date) -> None:
    (when,) = settled("The order was read on June 30.", published=published).values()
    assert when == When(words="June 30", flag=NO_YEAR) or when.first in (date(2020, 6, 30), date(2021, 6, 30))
    (may,) = settled("The order was read on May 18.", published=published).values()
    assert (may.first, may.flag) == (None, NO_YEAR)


@pytest.mark.parametrize(
    "words", ["Friday", "yesterday", "this month", "in the past 24 hours", "May 18", "two days ago"]
)
def test_without_a_publication_day_relative_days_stay_open(words: str) -> None:
    for when in settled(f"The order was read {words}.", published=None).values():
        assert when.first is when.last is None
        assert when.flag == NO_PUBLICATION


def test_what_is_said_counts_from_the_day_of_saying() -> None:
    text = "Over the past 24 hours nothing moved."
    (moment,) = CLOCKWORK.moments(text)
    when = CLOCKWORK.settle(moment, text, anchor=Anchor(written=date(2021, 6, 17), spoken=date(2021, 6, 15)))
    assert (when.first, when.last) == (date(2021, 6, 14), date(2021, 6, 15))


WORDS = st.sampled_from(
    listed(
        """
        on, from, since, until, by, between, and, the, a, last, next, this, early, late, mid, of, in, over, past, 24,
        48, hours, days, weeks, ago, before, after, Monday, Friday, Sunday, January, Feb., May, March, 18, 31, 0, 29,
        2019, 2020, 99999, 0000, 18:00, 6am, midnight, GMT, overnight, yesterday, today, tomorrow, truce, ceasefire,
        eve, began, took effect, it, first, tenth, day, -, (, ), ., 5/6/2019, 2019-02-30, previous, following, now,
        two, three
        """
    )
)


@given(
    st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.none() | st.dates(),
)
def test_no_text_and_no_day_raises_or_gives_a_range_that_ends_before_it_begins(
    text: str, published: date | None, told: date | None, truce: date | None
) -> None:
    for words, when in settled(text, published=published, told=told, truce=truce).items():
        assert when.words == words
        assert (when.first is None) == (when.last is None)
        if when.first is not None and when.last is not None:
            assert when.first <= when.last
        else:
            assert when.flag
