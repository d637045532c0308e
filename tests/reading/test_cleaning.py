"""Raw pages become clean articles, what is left out is named, and every character can be found in the raw text."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.reading.cleaning import clean
from claims.reading.datelines import split_dateline
from claims.reading.furniture import judge
from claims.reading.records import Span
from claims.vocabulary import DropReason

CASES = Path(__file__).parent / "cases" / "cleaning"


def cases(file: str, key: str) -> list[Any]:
    table = tomllib.loads((CASES / file).read_text(encoding="utf-8"))[key]
    return [pytest.param(case, id=case["name"]) for case in table]


@pytest.mark.parametrize("page", cases("pages.toml", "page"))
def test_a_page_is_cleaned(page: dict[str, Any]) -> None:
    result = clean(page["raw"], outlet=page.get("outlet", ""))

    assert result.text == page["text"].strip()
    assert [[d.reason.value, d.words] for d in result.dropped] == page["dropped"]
    assert (result.title, result.dateline, result.credit) == (page["title"], page["dateline"], page["credit"])


@pytest.mark.parametrize("case", cases("characters.toml", "case"))
def test_characters_are_mended(case: dict[str, str]) -> None:
    assert clean(case["raw"]).text == case["text"]


@pytest.mark.parametrize("line", (CASES / "datelines.txt").read_text(encoding="utf-8").splitlines())
def test_a_dateline_is_cut_off(line: str) -> None:
    words, credit, rest = line.split(" | ")
    paragraph = words + rest
    found = split_dateline(paragraph)

    assert found is not None
    assert (found.words, found.credit) == (words.rstrip(" -–—:."), credit.strip())
    assert paragraph[found.length :] == rest


@pytest.mark.parametrize("sentence", (CASES / "sentences.txt").read_text(encoding="utf-8").splitlines())
def test_a_sentence_of_the_article_is_kept(sentence: str) -> None:
    assert judge([sentence, "The council said so."])[0].reason is None
    assert split_dateline(sentence) is None


@pytest.mark.parametrize("line", (CASES / "furniture.txt").read_text(encoding="utf-8").splitlines())
def test_furniture_is_left_out_with_its_reason(line: str) -> None:
    reason, words = line.split(" | ", 1)
    verdicts = judge(["The council met on Monday.", words, "It said it would stay."])

    assert [v.reason for v in verdicts] == [None, DropReason(reason), None]


def test_a_mended_word_is_found_in_the_raw_text() -> None:
    raw = "By Anna Reed\r\n\r\nItâ€™s  over, the\u00a0mayor\u00ad said.\r\n"
    result = clean(raw)

    at = result.text.index("It’s over")
    assert result.raw_span(Span(at, at + len("It’s over"))).of(raw) == "Itâ€™s  over"
    at = result.text.index("the mayor said")
    assert result.raw_span(Span(at, at + len("the mayor said"))).of(raw) == "the\u00a0mayor\u00ad said"


def test_an_empty_span_has_a_place_too() -> None:
    result = clean("One.\n\nTwo.")

    assert result.raw_span(Span(0, 0)) == Span(0, 0)
    assert result.raw_span(Span(len(result.text), len(result.text))) == Span(10, 10)
    assert clean("").raw_span(Span(0, 0)) == Span(0, 0)


@given(st.text())
@example("\ud800 said \x00")
@example("Â\u2019")
@example("&#1114112; &#0; &#55296;")
def test_any_text_is_cleaned_and_its_words_stay_in_order(raw: str) -> None:
    result = clean(raw)

    places = [result.raw_span(Span(i, i + 1)) for i in range(len(result.text))]
    assert all(0 <= p.start <= p.end <= len(raw) for p in places)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(places))
    assert all(
        p.of(raw) == c for p, c in zip(places, result.text, strict=True) if c.isascii() and c.isalpha() and len(p) == 1
    )
    assert not any("\ud800" <= c <= "\udfff" or c == "\x00" for c in result.text)


@given(st.lists(st.sampled_from(("The council said it would stay.", "“No,” he said.", "Two died.")), max_size=6))
def test_plain_paragraphs_come_back_as_they_are(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    result = clean(text)

    assert result.text == text
    assert result.dropped == ()
    assert all(result.raw_span(Span(i, i + 1)).of(text) == c for i, c in enumerate(result.text) if c != "\n")
