"""Copies of one text share a band and are told from other stories."""

import random

import pytest

from claims.judging.origins import BANDS, bands, same_text

RANDOM = random.Random(5)
WORDS = [f"word{n}" for n in range(3000)]


def story(length: int = 400) -> list[str]:
    return RANDOM.choices(WORDS, k=length)


def meet(a: list[str], b: list[str]) -> bool:
    one, other = " ".join(a), " ".join(b)
    return bool(set(bands(one)) & set(bands(other))) and same_text(one, other)


def test_a_copy_with_another_dateline_and_credit_is_found() -> None:
    stories = [story() for _ in range(50)]
    assert all(meet(s, ["CAPITAL", "Agency", *s, "edited", "by", "desk"]) for s in stories)


def test_a_cut_copy_is_nearly_always_found() -> None:
    stories = [story() for _ in range(100)]
    assert sum(meet(s, s[:280]) for s in stories) >= 90


def test_another_story_that_quotes_a_fifth_is_not_a_copy() -> None:
    stories = [story() for _ in range(100)]
    assert not any(meet(s, [*s[:80], *story(320)]) for s in stories)


def test_punctuation_and_case_do_not_matter() -> None:
    assert bands("The front was calm, he said.") == bands("the FRONT was calm he said")


@pytest.mark.parametrize("text", ["", " ", "...", "\N{ZERO WIDTH SPACE}"])
def test_a_text_without_words_is_nobodys_copy(text: str) -> None:
    assert bands(text) == []
    assert not same_text(text, text)


def test_a_short_text_has_bands_that_fit_the_column() -> None:
    found = bands("calm")
    assert len(found) == len(set(found)) == BANDS
    assert all(0 <= band < 2**40 for band in found)
    assert same_text("calm", "Calm.")
