"""Where sentences end."""

from __future__ import annotations

import pytest

from claims.reading.languages.english import LEXICON
from claims.reading.records import Span
from claims.reading.sentences import LONGEST_SENTENCE, Splitter

SPLITTER = Splitter(LEXICON)
CASES = [
    ("One came. Two left.", ["One came.", "Two left."]),
    ("One came! Two left? Three stayed.", ["One came!", "Two left?", "Three stayed."]),
    ("Gen. Brek met Dr. Ormond. They left.", ["Gen. Brek met Dr. Ormond.", "They left."]),
    ("The U.N. envoy came at 6 p.m. on Monday.", ["The U.N. envoy came at 6 p.m. on Monday."]),
    ("J. R. Tolvan came.", ["J. R. Tolvan came."]),
    ("The U.S.-based group left.", ["The U.S.-based group left."]),
    ("It fell by 1.5 per cent. It rose again.", ["It fell by 1.5 per cent.", "It rose again."]),
    ("“One came. Two left.” Three stayed.", ["“One came. Two left.”", "Three stayed."]),
    ("“One came,” he said. “Two left.”", ["“One came,” he said.", "“Two left.”"]),
    ("“Who came?” Tolvan asked.", ["“Who came?” Tolvan asked."]),
    ("“Who came?” Nobody knew it. Two left.", ["“Who came?”", "Nobody knew it.", "Two left."]),
    ("They hit the whole city. opposition men fled.", ["They hit the whole city.", "opposition men fled."]),
    ("They fell silent... Then it began.", ["They fell silent...", "Then it began."]),
    ("One came\nTwo left", ["One came", "Two left"]),
    ("  One came.  \n\n  Two left. ", ["One came.", "Two left."]),
    ("They hit the ford… [It] burned.", ["They hit the ford…", "[It] burned."]),
    ("One came. 12 left.", ["One came.", "12 left."]),
    ("He (Brek) came. She left.", ["He (Brek) came.", "She left."]),
    ("", []),
    (" \n \n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    found = [sentence.span.of(text) for paragraph in SPLITTER.paragraphs(text) for sentence in paragraph.sentences]
    assert found == expected


def test_a_quotation_is_one_item_of_its_sentence() -> None:
    text = "He said: “One came. Two left.”"
    (sentence,) = next(iter(SPLITTER.paragraphs(text))).sentences
    assert [sentence.words[i].text for i in sentence.quotes] == ["One came. Two left."]
    assert sentence.size(0, len(sentence)) == 6


def test_sentences_inside_a_quotation() -> None:
    text = "“One came. Two left... Three stayed.”"
    assert [s.of(text) for s in SPLITTER.inside(text, Span(1, len(text) - 1))] == [
        "One came.",
        "Two left...",
        "Three stayed.",
    ]


def test_what_has_no_end_is_cut() -> None:
    text = "word " * (LONGEST_SENTENCE * 3)
    (paragraph,) = SPLITTER.paragraphs(text)
    assert max(len(sentence) for sentence in paragraph.sentences) <= LONGEST_SENTENCE
    assert sum(len(sentence) for sentence in paragraph.sentences) == LONGEST_SENTENCE * 3
