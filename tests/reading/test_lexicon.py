"""The table of reporting verbs: its forms, and that one line is all a new verb takes."""

from __future__ import annotations

import pytest

from claims.reading.attribution.search import findings
from claims.reading.languages.english import LEXICON, reporting
from claims.reading.lexicon import Lexicon, Lists, VerbForm, forms, verb_table
from claims.reading.sentences import Splitter

TAKES = {"clause", "that", "to", "object", "whom", "told", "quote", "noun", "denial", "past", "particle", "figure"}


@pytest.mark.parametrize(
    ("lemma", "given", "expected"),
    [
        ("announce", [], ["announce", "announced", "announcing", "announces"]),
        ("deny", [], ["deny", "denied", "denying", "denies"]),
        ("warn", [], ["warn", "warned", "warning", "warns"]),
        ("stress", [], ["stress", "stressed", "stressing", "stresses"]),
        ("refer", ["referred"], ["refer", "referred", "referring", "refers"]),
        ("agree", [], ["agree", "agreed", "agreeing", "agrees"]),
        ("write", ["wrote", "written", "writing", "writes"], ["write", "wrote", "written", "writing", "writes"]),
    ],
)
def test_forms(lemma: str, given: list[str], expected: list[str]) -> None:
    assert set(forms(lemma, given)) == set(expected)


def test_no_verb_stands_twice_and_all_that_a_verb_takes_is_explained() -> None:
    lines = reporting.VERBS.strip().splitlines()
    lemmas = [line.split()[0] for line in lines]
    assert lemmas == sorted(set(lemmas))
    takes = {word for line in lines for word in line.split(" : ")[1].split() if not word.startswith("+")}
    assert takes == TAKES
    assert all(f"\n{word} " in (reporting.__doc__ or "") for word in TAKES)


def test_a_verb_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mira Tolvan trumpeted that the road was open."
    assert findings(text).attributions == ()
    table = verb_table(reporting.VERBS + "trumpet : that\n")
    lexicon = Lexicon(Lists(table, LEXICON.lists.classes, LEXICON.lists.abbreviations))
    monkeypatch.setattr("claims.reading.attribution.search.SPLITTER", Splitter(lexicon))
    (attribution,) = findings(text).attributions
    assert attribution.content.of(text) == "the road was open"


def test_of_two_readings_the_past_counts() -> None:
    assert LEXICON["read"].form is VerbForm.PAST
    assert LEXICON["said"].form is VerbForm.PAST
    assert LEXICON["says"].form is VerbForm.THIRD
    assert LEXICON["saying"].form is VerbForm.ING
    assert LEXICON["Said"].low == "said"
