"""Who said what: every case of cases/attribution, a file for each family of frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from claims.reading.attribution import attributions
from claims.reading.records import Attribution, Span
from claims.vocabulary import Polarity

CASES = Path(__file__).parent / "cases" / "attribution"
PAIRS = {"[": "]", "<": ">", "{": "}", "~": "~"}
WORDS = re.compile(r"\w+")


@dataclass
class Case:
    """A line of a case file: its text without marks, and what the marks say."""

    text: str = ""
    spans: dict[str, list[Span]] = field(default_factory=lambda: {"[": [], "<": [], "{": [], "~": []})
    denied: list[bool] = field(default_factory=list)
    all_speak: bool = False


def parsed(line: str) -> Case:
    case = Case(all_speak=line.startswith("+"))
    line = line.removeprefix("+").replace(" / ", "\n")
    opened: dict[str, int] = {}
    closers = {"]": "[", ">": "<", "}": "{"}
    at = 0
    while at < len(line):
        mark = line[at]
        if mark in "[<{" or (mark == "~" and "~" not in opened):
            opened[mark] = len(case.text)
            if mark == "{":
                case.denied.append(line[at + 1] == "-")
                at += case.denied[-1]
        elif mark in closers or mark == "~":
            opener = closers.get(mark, mark)
            case.spans[opener].append(Span(opened.pop(opener), len(case.text)))
        else:
            case.text += mark
        at += 1
    case.spans["{"].sort()
    return case


def words(text: str) -> list[str]:
    return WORDS.findall(text)


def of(case: Case, kind: str, index: int) -> list[str]:
    spans = case.spans[kind]
    if not spans:
        return []
    return words(spans[min(index, len(spans) - 1)].of(case.text))


def lines() -> list[tuple[str, str]]:
    return [
        (path.stem, line)
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def speakers_of(attribution: Attribution, text: str) -> list[str]:
    first, last = attribution.speakers[0].span, attribution.speakers[-1].span
    return words(text[first.start : last.end])


@pytest.mark.parametrize(("family", "line"), lines())
def test_who_said_what(family: str, line: str) -> None:
    case = parsed(line)
    found = attributions(case.text)
    assert [words(a.content.of(case.text)) for a in found] == [words(s.of(case.text)) for s in case.spans["{"]]
    cues = case.spans["<"]
    for index, attribution in enumerate(found):
        assert (attribution.polarity is Polarity.DENIAL) == case.denied[index]
        expected = of(case, "[", index)
        assert (speakers_of(attribution, case.text) if attribution.speakers else []) == expected
        relays = [words(relay.words) for relay in attribution.relays]
        assert relays == [words(s.of(case.text)) for s in case.spans["~"]]
        if attribution.cue is not None and len(cues) == len(found):
            cue = cues[index]
            assert attribution.cue.start < cue.end
            assert cue.start < attribution.cue.end


def test_each_family_has_its_cases() -> None:
    counted: dict[str, int] = {}
    for family, line in lines():
        assert family == "no_claim" or "{" in line
        counted[family] = counted.get(family, 0) + 1
    assert {family: n for family, n in counted.items() if n < 60} == {}
