"""Reads the matters of a statement in order and parts it into clauses; every step behind asks these, not the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.reading.assertions.matters import BLOWS, Matter, MatterWords
from claims.reading.phrases import Phrases
from claims.reading.records import Span

NEAR = 5
"""Words over which a negation, an "only" or a truce's verb still belongs to what follows."""

_CLAUSE_MARK = re.compile(r"[;:]\s|(?<=\w)\.{2,}|…")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase with its matters; `words` counts the words of the statement before it."""

    start: int
    end: int
    matters: frozenset[Matter]
    word: int
    size: int

    def has(self, *matters: Matter) -> bool:
        return not self.matters.isdisjoint(matters)

    @property
    def is_blow(self) -> bool:
        return not self.matters.isdisjoint(BLOWS)


@dataclass(frozen=True, slots=True)
class Clause:
    """The hits of one clause; `opener` is the word that parts it from the one before (but, except, despite)."""

    hits: tuple[Hit, ...]
    opener: Matter | None
    start: int
    end: int

    def first(self, *matters: Matter) -> Hit | None:
        return next((h for h in self.hits if h.has(*matters)), None)

    def all(self, *matters: Matter) -> tuple[Hit, ...]:
        return tuple(h for h in self.hits if h.has(*matters))

    def has(self, *matters: Matter) -> bool:
        return any(h.has(*matters) for h in self.hits)

    def negated(self, hit: Hit) -> bool:
        """Whether a negation stands before the hit, near enough to be its own."""
        return any(
            n.has(Matter.NOT) and n is not hit and n.end <= hit.start and hit.word - n.word - n.size < NEAR for n in self.hits
        )

    def blows(self) -> tuple[Hit, ...]:
        return tuple(h for h in self.hits if h.is_blow)


@dataclass(frozen=True, slots=True)
class Sense:
    """A statement as its matters: `hits` in order, `clauses`, and the reporting word's own matters."""

    hits: tuple[Hit, ...]
    clauses: tuple[Clause, ...]
    cue: frozenset[Matter]
    folded: str
    span: Span
    is_past: bool

    def has(self, *matters: Matter) -> bool:
        return any(h.has(*matters) for h in self.hits)

    def first(self, *matters: Matter) -> Hit | None:
        return next((h for h in self.hits if h.has(*matters)), None)

    def near(self, one: Matter, *others: Matter, within: int = NEAR) -> tuple[Hit, Hit] | None:
        """A hit of one matter with one of the others not far from it, in either order."""
        ones, rest = [h for h in self.hits if h.has(one)], [h for h in self.hits if h.has(*others)]
        for a in ones:
            for b in rest:
                gap = b.word - a.word - a.size if b.word >= a.word else a.word - b.word - b.size
                if a is not b and gap <= within:
                    return a, b
        return None


class SenseReader:
    """Finds the matters of statements in one language."""

    def __init__(self, words: MatterWords) -> None:
        table: dict[str, set[Matter]] = {}
        for matter, phrases in words.words.items():
            for phrase in re.split(r"\s*,\s*|\s*\n\s*", phrases.strip()):
                if phrase:
                    table.setdefault(phrase, set()).add(matter)
        self._phrases = Phrases((phrase, frozenset(matters)) for phrase, matters in table.items())
        self._past = re.compile(rf"\w\w(?:{'|'.join(words.past_endings)})(?!\w)")

    def read(self, folded: str, pieces: Sequence[Span], *, cue: Span | None) -> Sense:
        hits: list[Hit] = []
        for piece in pieces:
            at, word = piece.start, hits[-1].word + NEAR if hits else 0
            for start, end, matters in self._phrases.find(folded, piece.start, piece.end):
                word += folded.count(" ", at, start)
                at = start
                hits.append(Hit(start, end, matters, word, 1 + folded.count(" ", start, end)))
        span = Span(pieces[0].start, pieces[-1].end)
        told = frozenset(m for _, _, ms in self._phrases.find(folded, cue.start, cue.end) for m in ms) if cue else frozenset()
        past = any(h.has(Matter.PAST) for h in hits) or any(self._past.search(folded, p.start, p.end) for p in pieces)
        return Sense(tuple(hits), tuple(_clauses(hits, folded, span)), told, folded, span, past)


def _clauses(hits: Sequence[Hit], folded: str, span: Span) -> Iterable[Clause]:
    marks = [m.start() for m in _CLAUSE_MARK.finditer(folded, span.start, span.end)]
    current: list[Hit] = []
    opener: Matter | None = None
    start = span.start
    for hit in hits:
        while marks and marks[0] < hit.start:
            mark = marks.pop(0)
            if current:
                yield Clause(tuple(current), opener, start, mark)
            current, opener, start = [], None, mark
        parted = next((m for m in (Matter.EXCEPT, Matter.DESPITE, Matter.BUT) if hit.has(m)), None)
        if parted:
            if current or opener:
                yield Clause(tuple(current), opener, start, hit.start)
            current, opener, start = [], parted, hit.start
            if hit.matters == frozenset({parted}):
                continue
        if opener is Matter.DESPITE and current and folded.find(",", current[-1].end, hit.start) >= 0:
            yield Clause(tuple(current), opener, start, hit.start)
            current, opener, start = [], None, hit.start
        current.append(hit)
    if current or opener:
        yield Clause(tuple(current), opener, start, span.end)
