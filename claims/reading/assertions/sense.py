"""Reads the matters of a statement in order and parts it into clauses; every step behind asks these, not the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.reading.assertions.matters import Matter, MatterWords
from claims.reading.phrases import Phrases, listed, touching
from claims.reading.records import Span

NEAR = 5
"""Words over which a negation or an "only" still belongs to what follows."""

MOST_HITS = 200
"""Phrases of one statement that are looked at, the first: what has more is a table, not a statement."""

TO_NEAR = 9
"""The same before an infinitive: "the unwillingness of … to comply"."""

# All marks are one class at the front, because that is searched for fastest.
_CLAUSE_MARK = re.compile(r"[;:.!?…](?:(?<=[;:])\s|(?<=…)|(?<=\.)\.+|(?<=[.!?])[\"”'’]?\s(?!\d))")


class Hit:
    """A phrase with its matters (a sum of bits).

    word, comma, size   the statement's words and commas before it, and its own words
    after_to            an infinitive that a negation before it governs ("unwilling to comply")
    is_aim              not asserted: an infinitive ("to halt the escalation", but not "continued to shell") with its
                        object, and what stands in a clause that is said by the way
    """

    __slots__ = ("after_to", "comma", "end", "is_aim", "mask", "size", "start", "word")

    def __init__(self, start: int, end: int, mask: int, word: int, comma: int, size: int, is_aim: bool) -> None:
        self.start = start
        self.end = end
        self.mask = mask
        self.word = word
        self.comma = comma
        self.size = size
        self.is_aim = is_aim
        self.after_to = False

    def away(self, other: Hit) -> int:
        """Words between the two, whichever comes first."""
        first, second = (self, other) if self.word <= other.word else (other, self)
        return second.word - first.word - first.size


class Clause:
    """The hits of one clause; `opener` is the matter of the word that parts it from the one before, 0 if none does."""

    __slots__ = ("hits", "mask", "opener")

    def __init__(self, hits: Sequence[Hit], opener: int) -> None:
        self.hits = tuple(hits)
        self.opener = opener
        self.mask = 0
        for hit in hits:
            self.mask |= hit.mask

    def all(self, mask: int) -> list[Hit]:
        """The asserted hits of any of these matters."""
        return [h for h in self.hits if h.mask & mask and not h.is_aim] if self.mask & mask else []

    def negated(self, hit: Hit) -> bool:
        """Whether a negation stands before the hit, near enough to be its own."""
        if not self.mask & Matter.NOT:
            return False
        reach = TO_NEAR if hit.after_to else NEAR
        last = 0
        for n in self.hits:
            if n.start >= hit.start:
                break
            if n.mask & Matter.AFTER and not n.mask & Matter.NOT:
                last = n.end
        return any(
            n.mask & Matter.NOT
            and n is not hit
            and last <= n.start
            and n.end <= hit.start
            and n.comma == hit.comma
            and hit.word - n.word - n.size < reach
            for n in self.hits
        )

    def negated_behind(self, hit: Hit) -> bool:
        """ "Jets were no longer heard": a negation follows the subject, and no other blow follows the negation."""
        if not self.mask & Matter.NOT:
            return False
        behind = [
            n
            for n in self.hits
            if n.mask & Matter.NOT and n.start >= hit.end and n.word - hit.word - hit.size < NEAR - 1
        ]
        return bool(behind) and not any(
            h.mask & (Matter.BLOWS | Matter.BREACH) for h in self.hits if h.start > behind[0].start
        )


class Sense:
    """A statement as its matters.

    cue      the reporting word's own matters
    told     the matters asserted: without aims ("to halt …") and what stands behind "in order to"
    is_past  something in it is told as past
    """

    __slots__ = ("clauses", "cue", "cue_hit", "folded", "hits", "is_past", "mask", "span", "told")

    def __init__(
        self, hits: Sequence[Hit], clauses: Sequence[Clause], cue: Hit | None, folded: str, span: Span, is_past: bool
    ) -> None:
        self.hits = tuple(hits)
        self.clauses = tuple(clauses)
        self.cue_hit = cue
        self.cue = cue.mask if cue else 0
        self.folded = folded
        self.span = span
        self.is_past = is_past
        self.mask = 0
        for hit in hits:
            self.mask |= hit.mask
        self.told = 0
        for clause in clauses:
            for hit in clause.hits:
                if clause.opener & Matter.UNASSERTED:
                    hit.is_aim = True
                self.told |= 0 if hit.is_aim else hit.mask

    @property
    def is_running_total(self) -> bool:
        """ "Has killed hundreds": losses told in the perfect are a toll so far, not an incident."""
        verb = self.first(Matter.PAST | Matter.PRESENT | Matter.LATER)
        return (
            verb is not None
            and bool(verb.mask & Matter.PERFECT)
            and bool(self.told & Matter.LOSSES)
            and not self.told & Matter.SENT
        )

    def first(self, mask: int) -> Hit | None:
        if self.mask & mask:
            for hit in self.hits:
                if hit.mask & mask:
                    return hit
        return None

    def near(self, one: int, other: int, *, within: int = NEAR) -> tuple[Hit, Hit] | None:
        """A hit of one matter with one of the other not far from it, in either order."""
        if not (self.mask & one and self.mask & other):
            return None
        for a in self.hits:
            if a.mask & one:
                for b in self.hits:
                    if b.mask & other and a is not b and a.away(b) <= within:
                        return a, b
        return None


class SenseReader:
    """Finds the matters of statements in one language."""

    def __init__(self, words: MatterWords) -> None:
        table: dict[str, int] = {}
        for matter, phrases in words.words.items():
            for phrase in listed(phrases):
                table[phrase] = table.get(phrase, 0) | matter
        self._phrases = Phrases(table.items())
        self._past = re.compile("|".join(rf"{ending}(?<=\w\w{ending})(?!\w)" for ending in words.past_endings))
        self._infinitive = words.infinitive
        self._asserted = words.asserted_infinitives

    def read(self, folded: str, pieces: Sequence[Span], *, cue: Span | None, times: Sequence[Span] = ()) -> Sense:
        """The sense of a statement; `times` are spans of dates in it, whose words ("May") tell nothing else."""
        hits: list[Hit] = []
        ended: Hit | None = None
        told = 0
        for piece in pieces:
            at, word = piece.start, hits[-1].word + NEAR if hits else 0
            comma = hits[-1].comma + 1 if hits else 0
            for start, end, mask in self._phrases.find(folded, piece.start, piece.end):
                word += folded.count(" ", at, start)
                comma += folded.count(", ", at, start)
                at = start
                if times and touching(times, start, end):
                    continue
                if len(hits) == MOST_HITS:
                    break
                hit = Hit(start, end, mask, word, comma, 1 + folded.count(" ", start, end), False)
                hits.append(hit)
                told |= mask
                hit.is_aim = self._is_aim(folded, hits, ended, piece.start)
                if hit.is_aim and mask & (Matter.STOPPED | Matter.LESS):
                    ended = hit
        span = Span(pieces[0].start, pieces[-1].end)
        said = None
        if cue is not None:
            said = Hit(cue.start, cue.end, 0, 0, 0, 1, False)
            for _, _, mask in self._phrases.find(folded, cue.start, cue.end):
                said.mask |= mask
        past = bool(told & Matter.PAST) or any(self._past.search(folded, p.start, p.end) for p in pieces)
        return Sense(hits, list(_clauses(hits, folded, span)), said, folded, span, past)

    def _is_aim(self, folded: str, hits: Sequence[Hit], ended: Hit | None, first: int) -> bool:
        """An infinitive, or the object of one that would stop or lessen it; "unwilling to comply" is asserted.

        ended: the last infinitive of stopping or lessening before the hit;  first: where its piece of the content
        begins, before which stands no infinitive of its own ("pointed to | attacks").
        """
        hit = hits[-1]
        if folded.startswith(self._infinitive, max(first, hit.start - len(self._infinitive)), hit.start):
            before = folded[max(0, hit.start - 16) : hit.start - len(self._infinitive)].rstrip()
            if before.endswith(self._asserted):
                return False
            if hit.mask & Matter.KEPT:
                hit.after_to = any(h.mask & Matter.NOT and h.away(hit) < TO_NEAR for h in hits[:-1])
            return not hit.after_to
        return ended is not None and ended.away(hit) <= NEAR and ended.comma == hit.comma


def _clauses(hits: Sequence[Hit], folded: str, span: Span) -> Iterator[Clause]:
    if not hits:
        return
    marks = [m.start() for m in _CLAUSE_MARK.finditer(folded, span.start, span.end)]
    current: list[Hit] = []
    opener = parts = 0
    for hit in hits:
        while marks and marks[0] < hit.start:
            marks.pop(0)
            if current:
                yield Clause(current, opener)
            current, opener = [], 0
        if parted := hit.mask & Matter.OPENERS:
            if current or opener:
                yield Clause(current, opener)
                parts += 1
            current, opener = [], parted
            if hit.mask == parted:
                continue
        elif (
            current
            and folded.find(",", current[-1].end, hit.start) >= 0
            and (opener & (Matter.DESPITE | Matter.PRIOR) or (opener & (Matter.BUT | Matter.PURPOSE) and not parts))
        ):
            yield Clause(current, opener)
            parts += 1
            current, opener = [], 0
        current.append(hit)
    if current or opener:
        yield Clause(current, opener)
