"""The language of a text is told from a few sentences; text that cannot be read is said to be so."""

import tomllib
from pathlib import Path

import pytest

from claims.reading.language import can_read, language_of
from claims.reading.languages import LANGUAGES

SAMPLES = tomllib.loads((Path(__file__).parent / "cases" / "language.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SAMPLES.items() for text in texts])
def test_the_language_is_told(code: str, text: str) -> None:
    assert language_of(text) == code


def test_only_languages_with_a_package_are_read() -> None:
    folder = Path(__file__).parents[2] / "claims" / "reading" / "languages"

    assert all((folder / package / "__init__.py").exists() for package in LANGUAGES.values())
    assert can_read("en")
    assert not can_read("ar")
    assert not can_read("")


@pytest.mark.parametrize("text", ["", "   ", "12:30", "…", "\x00", "\ud800"])
def test_nothing_is_told_of_a_text_without_letters(text: str) -> None:
    assert language_of(text) == ""


def test_a_few_names_are_not_held_against_a_text() -> None:
    assert can_read(language_of("Karlsberg, Petra Lund"))


def test_quotations_in_another_script_do_not_turn_the_article() -> None:
    text = "The council said on Monday that the truce had held. “الهدنة مستمرة”, it said in a statement. " * 3

    assert language_of(text) == "en"


def test_a_long_text_is_judged_by_its_start_middle_and_end() -> None:
    english = "The council said on Monday that the truce had held for a third day. "

    assert language_of("x" * 5000 + english * 2000) == "en"
