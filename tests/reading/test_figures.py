"""Figures: what is counted, the lowest and highest value, the words themselves, the place, and what is no figure."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.dates.moments import Clockwork
from claims.reading.figures import Counter
from claims.reading.languages.english.numbers import NUMBERS
from claims.reading.languages.english.times import TIMES
from claims.reading.phrases import fold
from claims.reading.records import Figure, Span
from tests.reading.world import CASES, gazetteer

COUNTER = Counter(NUMBERS)
CLOCKWORK = Clockwork(TIMES)


def figures(text: str) -> tuple[Figure, ...]:
    folded, span = fold(text), Span(0, len(text))
    times = [m.span for m in CLOCKWORK.moments(text, folded)]
    places = gazetteer().find(text, span, folded=folded)
    return COUNTER.figures(text, span, folded=folded, times=times, places=places)


def shown(found: Sequence[Figure]) -> str:
    """`at least 12 = 12.. killed @place part`, joined by semicolons: the form of the cases."""
    return "; ".join(
        f"{f.words} = {'' if f.low is None else f.low}..{'' if f.high is None else f.high} {f.what}"
        + (f" @{f.place}" if f.place else "")
        + (" part" if f.is_part else "")
        for f in found
    )


def cases() -> list[tuple[str, str]]:
    with (CASES / "figures" / "phrases.tsv").open(encoding="utf-8") as file:
        return [(r["text"], r["figures"]) for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_phrase(text: str, expected: str) -> None:
    assert shown(figures(text)) == expected


def test_there_are_enough_phrases() -> None:
    assert len(cases()) >= 100


def test_words_are_those_of_the_text() -> None:
    text = "At least EIGHTEEN people were killed"
    assert [f.span.of(text) for f in figures(text)] == ["At least EIGHTEEN"]


def test_parts_add_up_to_their_total() -> None:
    total, *parts = figures("14 breaches: three in Sarn, five in Brec and six in Eastmark")
    assert not total.is_part
    assert all(p.is_part for p in parts)
    assert total.low == sum(p.low or 0 for p in parts)


@given(st.text(alphabet=st.sampled_from("0123456789,.+-%() ") | st.characters(max_codepoint=0x2FF), max_size=60))
def test_any_text_gives_ordered_bounds_and_true_words(text: str) -> None:
    for figure in figures(text):
        assert figure.words == figure.span.of(text)
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


@given(st.integers(min_value=2101, max_value=10**9), st.sampled_from(["at least ", "up to ", "about ", ""]))
def test_a_bound_opens_one_end_only(number: int, bound: str) -> None:
    (figure,) = figures(f"{bound}{number:,} loaves")
    assert (figure.low, figure.high) == {
        "at least ": (number, None),
        "up to ": (None, number),
        "about ": (number, number),
        "": (number, number),
    }[bound]


def test_a_number_of_any_length_is_read_or_left_out() -> None:
    assert figures("9" * 400 + " loaves") == ()
