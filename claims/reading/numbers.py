"""Numbers as they are written, in words or figures, with their lowest and highest value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claims.reading.phrases import alternation
from claims.reading.record import record
from claims.reading.records import Span

LARGEST = 10**12


@record(kw_only=True)
class NumberWords:
    """A language's words for numbers; sets of folded words, phrases with their lowest and highest value.

    times, measures, not_joined   behind a number: no figure;  labels: before it: a name's number
    events                        what a counted person suffered -> words that tell it
    ratio                         between the two numbers of a share ("four in five")
    stops, verb_endings           what ends the noun phrase that is counted
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    phrases: Mapping[str, tuple[int, int]]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    or_more: tuple[str, ...]
    joins: tuple[str, ...]
    between: str
    and_join: str
    times: frozenset[str]
    measures: frozenset[str]
    labels: frozenset[str]
    parties: frozenset[str]
    determiners: frozenset[str]
    not_one: frozenset[str]
    no_one: frozenset[str]
    not_joined: frozenset[str]
    stops: frozenset[str]
    verb_endings: tuple[str, ...]
    events: Mapping[str, frozenset[str]]
    persons: frozenset[str]
    auxiliaries: frozenset[str]
    place_leads: frozenset[str]
    part_leads: tuple[str, ...]
    ratio: str


@record()
class Counted:
    """A number as found: its range of characters, its lowest and highest value before any "at least"."""

    start: int
    end: int
    low: int
    high: int
    scaled: bool
    digits: bool


class NumberReader:
    """Finds the numbers in texts of one language."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words
        number = alternation((*words.units, *words.scales))
        scale = alternation(words.scales)
        more = "|".join(["[ -]", *(rf"(?<={word}) {words.and_join} " for word in words.scales if word.isalpha())])
        self._number = re.compile(
            rf"(?<![\w/.:,-])(?:(?P<phrase>{alternation(words.phrases)})"
            r"|(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
            rf"(?:-(?P<upto>\d{{1,3}}(?:,\d{{3}})+|\d+))?(?:[ -]?(?P<scale>{scale})(?!\w))?"
            rf"|(?P<words>{alternation(words.units)}(?:(?:{more}){number})*))(?P<plus>\+)?(?![\w/%]|[.:]\d|,\d)"
        )

    def find(self, folded: str, span: Span) -> Iterator[Counted]:
        for match in self._number.finditer(folded, span.start, span.end):
            if counted := self._value(match):
                yield counted

    def _value(self, match: re.Match[str]) -> Counted | None:
        scaled = False
        if phrase := match["phrase"]:
            low, high = self.words.phrases[" ".join(phrase.replace("-", " ").split())]
            scaled = True
        elif digits := match["digits"]:
            factor = self.words.scales[match["scale"]] if match["scale"] else 1
            scaled = factor > 1
            whole, _, part = digits.replace(",", "").partition(".")
            if len(whole) > len(str(LARGEST)):
                return None
            low = high = int(whole) * factor + (round(float(f"0.{part}") * factor) if part else 0)
            if part and factor == 1:
                return None
            if match["upto"]:
                high = int(match["upto"].replace(",", "")) * factor
                if high <= low:
                    return None
        else:
            low = high = self._spelled(match["words"])
            scaled = low >= min(self.words.scales.values())
        if low > LARGEST:
            return None
        return Counted(match.start(), match.end(), low, high, scaled, match["digits"] is not None)

    def _spelled(self, words: str) -> int:
        total = current = 0
        for word in re.split(r"[ -]+", words):
            if scale := self.words.scales.get(word):
                current = (current or 1) * scale
                if scale >= 1000:
                    total, current = total + current, 0
            else:
                current += self.words.units.get(word, 0)
        return total + current

    def joined(self, folded: str, span: Span, first: Counted, second: Counted) -> Counted | None:
        """The range that two numbers make: "10 to 15", "between 40 and 60"; None where they make none."""
        between = folded[first.end : second.start]
        join = between.strip()
        if len(between) > 5 or join not in self.words.joins or first.low != first.high or second.low != second.high:
            return None
        start = first.start
        if join == self.words.and_join:
            start -= len(self.words.between) + 1
            if start < span.start or not folded.startswith(f"{self.words.between} ", start):
                return None
        low, high = first.low, second.high
        if second.scaled and not first.scaled and low < 1000 <= high:
            low *= next(s for s in sorted(self.words.scales.values(), reverse=True) if s <= high)
        if low >= high:
            return None
        return Counted(start, second.end, low, high, True, first.digits)
