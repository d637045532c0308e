"""Numbers that a statement gives: what is counted, the lowest and highest value, the words themselves, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.reading.numbers import Counted, NumberReader, NumberWords
from claims.reading.phrases import alternation, touching
from claims.reading.records import Figure, Span

LOOK_BACK = 34
EVENT_BEFORE, EVENT_BEHIND = 60, 70
MOST_FIGURES = 60
"""Figures of one statement that are kept, the first: what has more is a table, not a statement."""

NOUN_WORDS = 4
VERB_WORDS = 4
PLACE_BEHIND = 30
SMALL = 6
RATIO = 11
"""Below it "four in five" is a share and no figure."""

YEARS = range(1900, 2101)

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_NEXT = re.compile(r"(?P<gap>[ -])?[\"“”'(]?(?P<word>[^\W\d_][\w'-]*)?")
_HEAD = re.compile(r"([^\W\d_]+)(?: \w+){0,3}:")
_LISTED = re.compile(r" ?[-(:] ?")
_AND_NUMBER = re.compile(r"[^\d.;]{0,40}? and (\w+)")
_LAST = re.compile(r"([\w.'-]+)[ (]$")


class Counter:
    """Reads the figures of texts of one language."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words
        self._numbers = NumberReader(words)
        self._before = re.compile(
            rf"(?<!\w)(?:(?P<low>{alternation(words.at_least)})|(?P<high>{alternation(words.at_most)})"
            rf"|(?P<about>{alternation(words.about)}))(?: (?:{alternation(words.about)}|the))? $"
        )
        self._behind = re.compile(rf" (?:{alternation(words.or_more)})(?!\w)")
        self._part = re.compile(rf"(?<!\w)(?:{alternation(words.part_leads)}) $")
        small = alternation([word for word, value in words.units.items() if 0 < value < RATIO])
        self._ratio_behind = re.compile(rf" {words.ratio} {small}(?![\w-])")
        self._ratio_before = re.compile(rf"(?<![\w-]){small} {words.ratio} $")
        self._events = {word: event for event, known in words.events.items() for word in known}

    def figures(
        self,
        text: str,
        span: Span,
        *,
        folded: str,
        times: Sequence[Span] = (),
        places: Sequence[tuple[str, Span]] = (),
    ) -> tuple[Figure, ...]:
        """The figures in text[span]; times and places are those already found in it."""
        out: list[Figure] = []
        found = list(self._numbers.find(folded, span))
        index = 0
        while index < len(found):
            counted = found[index]
            index += 1
            if touching(times, counted.start, counted.end):
                continue
            if len(out) == MOST_FIGURES:
                break
            joined = index < len(found) and self._numbers.joined(folded, span, counted, found[index])
            if joined:
                counted = joined
                index += 1
            if figure := self._figure(text, folded, span, counted, places, out):
                out.append(figure)
        return _parts(out)

    def _figure(
        self, text: str, folded: str, span: Span, c: Counted, places: Sequence[tuple[str, Span]], before: list[Figure]
    ) -> Figure | None:
        behind = self._behind.match(folded, c.end, span.end)
        nouns = self._nouns(folded, behind.end() if behind else c.end, span.end)
        bound = self._before.search(folded, max(span.start, c.start - LOOK_BACK), c.start)
        is_listed = bool(before) and not nouns and self._place(folded, c.end, nouns, places) is not None
        if not self._counts(folded, span, c, nouns, bound is not None or is_listed):
            return None
        start, end, low, high = c.start, c.end, c.low, c.high
        lower: int | None = low
        upper: int | None = high
        if bound:
            start = bound.start()
            if bound["low"]:
                upper = None
            elif bound["high"]:
                lower = None
        elif behind:
            end, upper = behind.end(), None
        elif folded[end - 1] == "+":
            upper = None
        place = self._place(folded, end, nouns, places)
        if place is None and not nouns:
            place = self._place_before(folded, c.start, places)
        elliptic = not nouns and place is not None
        what = self._what(folded, span, c, nouns) if nouns or place is None else _listed(folded, span, c, before)
        part = (elliptic and bool(before)) or bool(self._part.search(folded, max(span.start, start - 24), start))
        return Figure(
            what=what,
            words=text[start:end],
            low=lower,
            high=upper,
            span=Span(start, end),
            place=place,
            is_part=part,
        )

    def _nouns(self, folded: str, end: int, limit: int) -> list[str]:
        """The words of the noun phrase behind a number, a few of them, until a word that ends it."""
        out: list[str] = []
        at = end
        if folded.startswith(" of ", end):
            at = end + 3
            for article in ("the ", "its ", "their "):
                if folded.startswith(article, at + 1):
                    at += len(article)
        while len(out) < NOUN_WORDS:
            match = _NEXT.match(folded, at, limit)
            if not match or not match["word"] or not match["gap"]:
                break
            word = match["word"].removesuffix("'s").strip("'-")
            if word in self.words.stops or (out and word.endswith(self.words.verb_endings)):
                break
            out.append(word)
            if at == end and folded[end] == "-":
                break
            at = match.end()
        return out

    def _counts(self, folded: str, span: Span, c: Counted, nouns: list[str], bounded: bool) -> bool:
        """Whether the number is a figure: no date, clock, stretch of time, age, label, or number of the parties."""
        words = self.words
        first = nouns[0] if nouns else ""
        joined = folded[c.end : c.end + 1] == "-"
        if first and (first in words.times or first in words.measures or first.partition("-")[0] in words.times):
            return False
        if joined and (not first or first.partition("-")[0] in words.not_joined):
            return False
        left = folded[max(0, c.start - LOOK_BACK) : c.start]
        last = _LAST.search(left)
        word_before = last.group(1) if last else ""
        if word_before in words.labels and not bounded:
            return False
        following = _NEXT.match(folded, c.end, span.end)
        next_word = (following["word"] or "") if following else ""
        if self._ratio_behind.match(folded, c.end) or self._ratio_before.search(left):
            return False
        if (
            not bounded
            and c.low == c.high == 1
            and (next_word in words.not_one or not next_word or word_before in words.no_one)
        ):
            return False
        if c.low == c.high < SMALL and nouns and not bounded and nouns[-1] in words.parties:
            return False
        if c.low == c.high < SMALL and word_before in words.determiners and not nouns:
            return False
        if c.digits and not bounded and c.low in YEARS and folded[c.start : c.end].isdigit():
            return bool(nouns) and nouns[-1] in words.persons
        is_age = c.digits and left.endswith(", ") and folded[c.end : c.end + 1] in (",", ";") and not c.scaled
        return not (is_age and c.low < 120 and not bounded)

    def _what(self, folded: str, span: Span, c: Counted, nouns: list[str]) -> str:
        """Killed, wounded or displaced where people suffered it, else the counted noun."""
        of_persons = not nouns or nouns[-1] in self.words.persons or nouns[0] in self.words.persons
        if of_persons and (event := self._event(folded, span, c, nouns)):
            return event
        return nouns[-1] if nouns else "number"

    def _event(self, folded: str, span: Span, c: Counted, nouns: Sequence[str]) -> str | None:
        following = _NEXT.match(folded, c.end, span.end)
        if following and following["word"] in self._events:
            return self._events[following["word"]]
        near = [m.group() for m in _WORD.finditer(folded, c.end, min(span.end, c.end + EVENT_BEHIND))]
        if event := self._shared(folded, c, near[len(nouns) :]):
            return event
        for word in near[len(nouns) : len(nouns) + VERB_WORDS]:
            if word in self._events:
                return self._events[word]
            if word not in self.words.auxiliaries:
                break
        left = [m.group() for m in _WORD.finditer(folded, max(span.start, c.start - EVENT_BEFORE), c.start)]
        for words in (reversed(left), near):
            if event := next((self._events[w] for w in words if w in self._events), None):
                return event
        return None

    def _shared(self, folded: str, c: Counted, near: Sequence[str]) -> str | None:
        """What happened to both of "94 soldiers and 149 civilians were wounded"."""
        before = _LAST.search(folded[max(0, c.start - LOOK_BACK) : c.start])
        if near[:1] != ["and"] or (before and before.group(1) in self._events):
            return None
        joined = _AND_NUMBER.match(folded, c.end)
        if joined is None or not (joined[1][0].isdigit() or joined[1] in self.words.units):
            return None
        for word in near[1 : 1 + NOUN_WORDS + VERB_WORDS]:
            if word in self._events:
                return self._events[word]
            if not (word in self.words.persons or word in self.words.auxiliaries or word in self.words.units):
                return None
        return None

    def _place_before(self, folded: str, start: int, places: Sequence[tuple[str, Span]]) -> str | None:
        """The place that a list gives before its number: "Idlib - 4", "Latakia (6)"."""
        return next((slug for slug, at in places if _LISTED.fullmatch(folded, at.end, start)), None)

    def _place(self, folded: str, end: int, nouns: list[str], places: Sequence[tuple[str, Span]]) -> str | None:
        """The place right behind what is counted: "six in Brec", "two attacks in the province of Sarn"."""
        reach = end + sum(len(n) + 1 for n in nouns) + PLACE_BEHIND
        for slug, at in places:
            if end <= at.start <= reach:
                words = _WORD.findall(folded[end : at.start])[len(nouns) :]
                return slug if words and words[0] in self.words.place_leads else None
        return None


def _listed(folded: str, span: Span, c: Counted, before: Sequence[Figure]) -> str:
    """What a list counts: what was counted last, else the word before its colon ("breaches: Sarn - 4")."""
    if before:
        return before[-1].what
    head = _HEAD.search(folded, span.start, c.start)
    return head.group(1) if head else "number"


def _parts(found: list[Figure]) -> tuple[Figure, ...]:
    """The first of several that name their places is a part as well: "four breaches in Sarn, six in Brec".

    Unless the others add up to it: then it is their total, and the place behind it is the first part's.
    """
    out = list(found)
    for index, figure in enumerate(found[1:], start=1):
        before = out[index - 1]
        if not (figure.is_part and figure.place and before.place and before.what == figure.what and not before.is_part):
            continue
        rest = [f.low or 0 for f in found[index:] if f.is_part and f.what == figure.what]
        is_total = before.low == sum(rest)
        out[index - 1] = replace(before, place=None) if is_total else replace(before, is_part=True)
    return tuple(out)
