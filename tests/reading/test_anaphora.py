"""Who a pronoun, a document, a short name or an office refers to; and who speaks where several do."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading.attribution import attributions
from claims.reading.mentions import members
from claims.reading.records import Span

CASES = Path(__file__).parent / "cases" / "anaphora" / "antecedents.txt"


def lines() -> list[tuple[str, str]]:
    rows = [line.split(" => ") for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(text.replace(" / ", "\n"), who) for text, who in rows]


@pytest.mark.parametrize(("text", "who"), lines())
def test_antecedent(text: str, who: str) -> None:
    assert [mention.full for mention in attributions(text)[-1].speakers] == [who]


SPEAKERS = [
    ("residents and rescuers", ["residents", "rescuers"]),
    ("residents, opposition groups and medics", ["residents", "opposition groups", "medics"]),
    ("residents, opposition groups, and medics", ["residents", "opposition groups", "medics"]),
    ("Velland and Ostrel", ["Velland", "Ostrel"]),
    ("an army defector and two senior opposition sources", ["an army defector", "two senior opposition sources"]),
    ("witnesses and Vellandic news agencies", ["witnesses", "Vellandic news agencies"]),
    ("Velland and its allies", ["Velland", "its allies"]),
    ("a war monitor and a rebel commander", ["a war monitor", "a rebel commander"]),
    ("Mira Tolvan and Oren Valk", ["Mira Tolvan", "Oren Valk"]),
    ("the Ministry of Health and Population", ["the Ministry of Health and Population"]),
    ("the foreign and defence ministries", ["the foreign and defence ministries"]),
    ("Russian and Turkish officials", ["Russian and Turkish officials"]),
    ("Mira Tolvan, head of the Roads and Bridges Office", ["Mira Tolvan, head of the Roads and Bridges Office"]),
    ("Mira Tolvan, a lawyer and a mother", ["Mira Tolvan, a lawyer and a mother"]),
    ("an official at the Foreign and Trade Ministry", ["an official at the Foreign and Trade Ministry"]),
    ("the Observatory, which relies on doctors and medics", ["the Observatory, which relies on doctors and medics"]),
    ("the search and rescue group", ["the search and rescue group"]),
]


@pytest.mark.parametrize(("words", "expected"), SPEAKERS)
def test_members(words: str, expected: list[str]) -> None:
    assert [span.of(words) for span in members(words, Span(0, len(words)))] == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tolvan said the road was shut, adding that it was mined.", [1, 1]),
        ("Tolvan said the road was shut. She added that it was mined.", [1, 1]),
        ("Tolvan said the road was shut. Valk said it was open.", [1, 2]),
        ("“It is shut,” Tolvan said. “It is mined. Keep away.”", [1, 1, 1]),
        ("The ministry said in a statement that it was shut.\nThe statement said it was mined.", [1, 1]),
        ("Tolvan said the road was shut. Tolvan said it was mined.", [1, 2]),
    ],
)
def test_what_is_one_utterance(text: str, numbers: list[int]) -> None:
    assert [a.statement for a in attributions(text)] == numbers
