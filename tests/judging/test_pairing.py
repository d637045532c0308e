"""Matters: by which key and over which days two accounts meet."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from claims.judging.pairing import SPAN, comparable, days_of, matters
from tests.judging.accounts import make_account

HALT = {"topics": "announcement status", "stance": "holding", "events": "halted"}


@pytest.mark.parametrize(
    ("short", "first", "last"),
    [
        ({"about": "2031-05-04"}, date(2031, 5, 4), date(2031, 5, 4)),
        ({"about": "2031-05-04..2031-05-06"}, date(2031, 5, 4), date(2031, 5, 6)),
        ({"about": "2011-01-01..2031-05-20"}, date(2031, 5, 6), date(2031, 5, 20)),
        ({"about": "2031-05-01", **HALT}, date(2031, 5, 1), date(2031, 5, 4)),
        ({"about": "2031-05-01", **HALT, "events": "began"}, date(2031, 5, 1), date(2031, 5, 3)),
        (
            {"about": "2031-05-01", "topics": "announcement", "events": "agreed"},
            date(2031, 5, 1),
            date(2031, 5, 3),
        ),
        (
            {"about": "2031-05-01", **HALT, "topics": "status", "events": "agreed complied"},
            date(2031, 5, 1),
            date(2031, 5, 1),
        ),
        ({"about": "2031-05-01", **HALT, "stance": ""}, date(2031, 5, 1), date(2031, 5, 1)),
        ({"about": "2031-05-01", **HALT, "events": "halted air-raid"}, date(2031, 5, 1), date(2031, 5, 1)),
        ({"reported": "2031-05-10"}, date(2031, 5, 3), date(2031, 5, 10)),
        ({"reported": "2031-05-10", "said": "2031-05-08"}, date(2031, 5, 1), date(2031, 5, 8)),
        ({"about": "9999-12-31", **HALT}, date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_the_days_that_an_account_speaks_of(short: dict[str, str], first: date, last: date) -> None:
    assert days_of(make_account(id=1, **short)) == (first, last)


def test_a_truce_that_ended_is_open_until_its_end() -> None:
    halted = replace(make_account(id=1, about="2031-05-01", **HALT), ceasefire_ended=date(2031, 5, 2))
    assert days_of(halted) == (date(2031, 5, 1), date(2031, 5, 2))


def test_without_any_day_the_ceasefire_s_start_stands_in() -> None:
    undated = replace(make_account(id=1, topics="status"), reported=None)
    assert days_of(undated) == (date(2031, 5, 1), date(2031, 5, 1) + SPAN)
    assert matters(replace(undated, ceasefire_begins=None)) == ()
    assert matters(replace(undated, ceasefire=None)) == ()


def test_start_days_meet_however_far_apart() -> None:
    early = make_account(id=1, about="2031-03-01", topics="announcement", stance="holding", events="began")
    late = make_account(
        id=2, by="truce-watch", about="2031-06-01", topics="announcement", stance="holding", events="began"
    )
    assert comparable(early, late)
    assert not comparable(early, replace(late, topics=frozenset(), events=frozenset()))


def test_other_matters_of_the_same_day_do_not_meet() -> None:
    talks = make_account(id=1, about="2031-05-02", topics="diplomacy")
    toll = make_account(id=2, by="truce-watch", about="2031-05-02", topics="casualties")
    assert not comparable(talks, toll)


def test_one_speaker_in_one_article_is_not_compared_with_itself() -> None:
    one = make_account(id=1, about="2031-05-02", topics="status", article=1)
    again = make_account(id=2, about="2031-05-02", topics="status", article=1)
    assert not comparable(one, again)
    assert comparable(one, replace(again, article=2))
    assert not comparable(one, one)


def test_comparable_is_overlap_of_matters_and_nothing_else() -> None:
    """The SQL twin searches the rows of `matters`; what it finds is what Python finds."""
    corpus = [
        make_account(id=n, by=by, about=about, topics=topics, article=n % 4, ceasefire=ceasefire)
        for n, (by, about, topics, ceasefire) in enumerate(
            (by, about, topics, ceasefire)
            for by in ("residents", "truce-watch")
            for about in ("", "2031-05-02", "2031-05-08..2031-05-30")
            for topics in ("status", "casualties", "")
            for ceasefire in ("basin-truce", "harbour-truce", "")
        )
    ]
    met = 0
    for a, b in combinations(corpus, 2):
        overlap = any(
            m.key == o.key and m.first <= o.last and o.first <= m.last for m in matters(a) for o in matters(b)
        )
        speaks_twice = a.article == b.article and a.sources == b.sources
        expected = bool(a.ceasefire) and a.ceasefire == b.ceasefire and overlap and not speaks_twice
        assert comparable(a, b) is comparable(b, a) is expected
        met += expected
    assert 0 < met < len(corpus) ** 2 / 4
