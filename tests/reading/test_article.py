"""The whole of reading: any text ends, offsets are exact, headlines count once, other languages give nothing."""

import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims import reference
from claims.reading.article import read
from claims.reading.attribution import FRAMES
from claims.reading.ceasefires import Calendar
from claims.reading.cleaning import clean
from claims.reading.places import Gazetteer
from claims.reading.records import ArticleInput, Reading
from claims.reading.speakers import Directory
from claims.vocabulary import DropReason, LinkRole

PUBLISHED = date(2020, 3, 16)

ARTICLE = """Valley council says truce holds

The valley council said on Monday that the truce had held for a third day.

“We have counted no shots since Friday,” council secretary Petra Lund told reporters. She added that two dozen families
had returned.

Local sources denied that the hill militia had left.
"""


@cache
def world() -> tuple[Directory, Gazetteer, Calendar]:
    return (
        Directory.of(reference.sources()),
        Gazetteer.of(reference.places()),
        Calendar.of(reference.ceasefires()),
    )


def reading_of(
    text: str, *, outlet: str = "", published: date | None = PUBLISHED, language: str = "", credit: str = ""
) -> Reading:
    directory, gazetteer, calendar = world()
    article = ArticleInput(text=text, outlet=outlet, published=published, language=language, credit=credit)
    return read(article, directory=directory, gazetteer=gazetteer, calendar=calendar)


def test_an_article_is_read() -> None:
    result = reading_of(clean(ARTICLE).text, outlet="Valley Post")

    assert [s.text for s in result.statements] == [
        "the truce had held for a third day",
        "We have counted no shots since Friday",
        "two dozen families had returned",
        "the hill militia had left",
    ]
    assert [s.polarity.value for s in result.statements] == ["assert", "assert", "assert", "denial"]
    assert all(s.links[-1].role is LinkRole.OUTLET for s in result.statements)
    assert result.language == "en"


def test_what_is_told_twice_by_the_headline_is_dropped_and_listed() -> None:
    result = reading_of(clean(ARTICLE).text)

    assert [(d.words, d.reason) for d in result.dropped if d.reason is DropReason.REPEATED] == [
        ("truce holds", DropReason.REPEATED)
    ]
    assert not any(s.is_headline for s in result.statements)


def test_a_headline_that_says_more_than_the_text_is_kept() -> None:
    text = "Hill militia says it shot down two drones\n\nThe valley council said on Monday that schools will open."
    result = reading_of(text)

    assert [s.text for s in result.statements if s.is_headline] == ["it shot down two drones"]


def test_a_heading_within_the_article_says_nothing() -> None:
    text = (
        "The road was cut on Monday, residents said.\n\nRebels say they stay\n\nThe road is open again, residents said."
    )

    assert [s.text for s in reading_of(text).statements] == ["The road was cut on Monday", "The road is open again"]


def test_unresolved_speakers_are_counted() -> None:
    flags = reading_of("Petra Lund said that the truce had held.").flags

    assert "Speakers that no one has resolved yet: 1." in flags


def test_an_unknown_day_is_flagged_and_nothing_is_invented() -> None:
    result = reading_of("The valley council said on Friday that the truce had held.", published=None)

    assert result.flags[0].startswith("The day of publication is not known")
    assert [s.said.last for s in result.statements] == [None]


def test_text_in_another_language_is_reported_and_gives_no_statements() -> None:
    result = reading_of("Der Rat sagte am Montag, dass die Waffenruhe gehalten habe: „Es ist ruhig“, sagte er. " * 3)

    assert result.statements == ()
    assert (result.language, result.dropped[0].reason) == ("de", DropReason.OTHER_LANGUAGE)
    assert result.flags == ("The text is not in a language that is read (de).",)


def test_a_given_language_is_believed() -> None:
    assert reading_of(ARTICLE, language="tr").statements == ()


@pytest.mark.parametrize("text", ["", " \n\n ", "\x00", "\u200b"])
def test_nothing_gives_nothing(text: str) -> None:
    result = reading_of(clean(text).text)

    assert (result.statements, result.flags) == ((), ("The article has no text.",))


def pieces() -> Iterator[str]:
    yield from ("The council", "said", "that", "denied", "accused", "according to", "adding", "he", "Moscow", "Lavrov")
    yield from ("“", "”", '"', "''", "«", "»", "‘", "’", "(", ")", "[", "]", "—", " - ", ",", ".", "...", "…", ":", ";")
    yield from (
        "\n",
        "\n\n",
        " ",
        "  ",
        "\u00a0",
        "\u200f",
        "\x00",
        "\ud800",
        "ß",
        "İ",
        "ﬁ",
        "قال",
        "Совет",
        "🕊",
        "e\u0301",
    )
    yield from (
        "on Monday",
        "last weekend",
        "at 14:00",
        "March 15",
        "at least 12",
        "killed",
        "in Idlib",
        "the ceasefire",
    )
    yield from ("Russia’s defense ministry", "the statement", "Interfax reported", "told Reuters", "SANA", "(AFP)")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(sorted(pieces())), st.text(max_size=8)), max_size=40).map(" ".join))
@example("“" * 50 + " said he")
@example("İİİİ said “İ” on Monday.")
def test_any_text_ends_and_every_statement_stands_at_its_offsets(raw: str) -> None:
    page = clean(raw)
    result = reading_of(page.text, language="en")

    for statement in result.statements:
        assert statement.text == statement.span.of(page.text)
        assert statement.text.strip()
        within = page.raw_span(statement.span)
        assert 0 <= within.start < within.end <= len(raw)
        assert page.text[: statement.span.start].endswith(statement.prefix)
        assert page.text[statement.span.end :].startswith(statement.suffix)
        for figure in statement.figures:
            assert statement.span.covers(figure.span)
        assert all(link.words for link in statement.links)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_end(raw: str) -> None:
    reading_of(clean(raw).text)
    reading_of(raw.encode("utf-8", errors="replace").decode("utf-8"), language="en")


BAD = {
    "one long line": "the council said that the army had shelled the valley and ",
    "one word": "x",
    "blanks": " ",
    "quotation marks": '"',
    "opening marks": "“",
    "nested marks": "“‘",
    "brackets": "([",
    "commas after cues": "said, ",
    "dots": ". ",
    "numbers": "12 ",
    "capitals": "A B ",
    "short lines": "he said\n",
    "one name": "Lavrov ",
    "hyphens": "-a",
    "mangled": "â€™",
    "markup": "<p ",
    "mixed scripts": "council قال said Совет \u202e",
}


@pytest.mark.parametrize("unit", BAD.values(), ids=BAD)
def test_bad_text_takes_no_more_than_two_seconds_a_hundred_kilobytes(unit: str) -> None:
    """Time is linear: ten times the text takes about ten times as long, with room for a busy machine."""
    times = []
    for size in (20_000, 200_000):
        raw = (unit * (size // len(unit) + 1))[:size]
        begin = time.process_time()
        reading_of(clean(raw).text, language="en")
        times.append(time.process_time() - begin)

    assert times[1] < 2 * 2.0
    assert all(after < 40 * max(before, 0.01) for before, after in pairwise(times))


UNENDING = "the harbour council said on Monday that 12 people were killed and the Velland army shelled Ostrel again, "


def test_a_megabyte_on_one_line_without_a_sentence_end_is_read_in_linear_time() -> None:
    """Ten times the text takes about ten times as long, and no more than half again of that."""
    times = []
    for size in (100_000, 1_000_000):
        text = (UNENDING * (size // len(UNENDING) + 1))[:size]
        begin = time.process_time()
        reading = reading_of(text, language="en")
        times.append(time.process_time() - begin)
        assert reading.statements

    assert times[1] < 15 * times[0]


def test_the_method_page_names_every_frame() -> None:
    page = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")

    assert len(FRAMES) > 5
    assert all(f"| {frame.name} |" in page for frame in FRAMES)
