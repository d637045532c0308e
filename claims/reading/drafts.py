"""Text under work: what was replaced at each step, so that every character can be found in the raw text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from claims.reading.record import record
from claims.reading.records import Span


@record()
class Edits:
    """One step from an older text to a newer one: the ranges that were replaced, in order, in both texts' offsets."""

    old: tuple[Span, ...]
    new: tuple[Span, ...]

    def start_before(self, offset: int) -> int:
        """Where the character at this offset of the newer text began in the older one."""
        return self._before(offset, bisect_right(self.new, offset, key=attrgetter("start")), at_end=False)

    def end_before(self, offset: int) -> int:
        """Where the character that ends at this offset of the newer text ended in the older one."""
        return self._before(offset, bisect_left(self.new, offset, key=attrgetter("start")), at_end=True)

    def _before(self, offset: int, index: int, *, at_end: bool) -> int:
        if index == 0:
            return offset
        old, new = self.old[index - 1], self.new[index - 1]
        if offset < new.end or (at_end and offset == new.end > new.start):
            return old.end if at_end else old.start
        return old.end + offset - new.end


@record()
class Draft:
    """Text under work, with the steps that led to it."""

    text: str
    steps: tuple[Edits, ...] = ()

    def substitute(self, edits: Sequence[tuple[int, int, str]]) -> Draft:
        """Each (start, end, new words), in order, put in place; new characters stand for the whole old range."""
        if not edits:
            return self
        parts: list[str] = []
        new: list[Span] = []
        at = shift = 0
        for start, end, words in edits:
            parts += (self.text[at:start], words)
            new.append(Span(start + shift, start + shift + len(words)))
            shift += len(words) - (end - start)
            at = end
        parts.append(self.text[at:])
        old = tuple(Span(start, end) for start, end, _ in edits)
        return Draft("".join(parts), (*self.steps, Edits(old, tuple(new))))


def before_all(steps: Sequence[Edits], span: Span) -> Span:
    """The span of the newest text in the oldest one's offsets."""
    start, end = span.start, span.end
    for step in reversed(steps):
        start, end = step.start_before(start), step.end_before(end)
    return Span(start, max(start, end))
