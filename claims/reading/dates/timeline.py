"""An article's moments in the order of the text, each settled, and where they stand to what is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from claims.reading.dates.gist import is_day
from claims.reading.dates.moments import SPOKEN_KINDS, Clockwork, Moment
from claims.reading.dates.ranges import Anchor
from claims.reading.records import Attribution, Span, When

BEFORE = 60
"""Characters before a day in which it is told what was agreed on it."""

HEADING = 80
"""A line shorter than this that ends in no mark opens another passage."""


class Timeline:
    """The moments of one article, by their index.

    filed: the dateline's day, from which "over the past 24 hours" is counted where the saying has no day.
    """

    def __init__(
        self,
        clockwork: Clockwork,
        text: str,
        folded: str,
        *,
        published: date | None,
        filed: date | None,
        truce: date | None,
    ) -> None:
        self.clockwork = clockwork
        self.text = text
        self.folded = folded
        self.published = published
        self._filed = filed
        self._truce = truce
        self.moments = clockwork.moments(text, folded)
        self.settled: list[When] = []
        self._told: list[date | None] = []
        told: date | None = None
        for moment in self.moments:
            when = clockwork.settle(moment, text, anchor=self._anchor(None, told))
            self.settled.append(when)
            self._told.append(told)
            if is_day(when) and not moment.future and "now" not in moment.kinds:
                told = when.first
        self.lines = _lines(text)
        self._starts = [m.span.start for m in self.moments]
        self._line_starts = [line.start for line in self.lines]
        self._headings = [number for number, line in enumerate(self.lines) if number and _is_heading(text, line)]

    def within(self, span: Span) -> range:
        """The indexes of the moments that begin in the span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def moments_in(self, span: Span) -> tuple[Moment, ...]:
        found = self.within(span)
        return self.moments[found.start : found.stop]

    def said_on(self, index: int, said: When, *, is_quoted: bool = True) -> When:
        """The moment's days, counted from the day of saying where its words are; "yesterday" only where quoted."""
        moment = self.moments[index]
        counted = self.settled[index]
        if (
            not is_quoted
            and "relday" in moment.kinds
            and (not said.last or not counted.last or counted.last <= said.last)
        ):
            return counted
        if (moment.kinds & SPOKEN_KINDS or moment.lead == "since") and is_day(said):
            anchor = self._anchor(said.first, self._told[index])
            return self.clockwork.settle(moment, self.text, anchor=anchor)
        return self.settled[index]

    def line(self, offset: int) -> int:
        """The number of the line, blank ones not counted."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def dates_a_deal(self, moment: Moment) -> bool:
        """Whether it says when something spoken of was agreed: "a truce announced on May 3"."""
        return bool(self.clockwork.agreed.search(self.folded, max(0, moment.span.start - BEFORE), moment.span.start))

    def dates_remarks(self, moment: Moment) -> bool:
        """Whether it says when something told before it was said: "the remarks were made on May 3"."""
        return bool(self.clockwork.made.search(self.folded, max(0, moment.span.start - BEFORE), moment.span.start))

    def has_heading(self, after: int, last: int) -> bool:
        """Whether a heading stands on a line behind the first number, up to the last."""
        return bisect_right(self._headings, after) < bisect_right(self._headings, last)

    def _anchor(self, spoken: date | None, told: date | None) -> Anchor:
        return Anchor(written=self.published, spoken=spoken or self._filed, told=told, truce=self._truce)


class Surroundings:
    """Which moments stand in what is said, and which in a sentence that says something."""

    def __init__(self, timeline: Timeline, attributions: Sequence[Attribution]) -> None:
        self.in_content: set[int] = set()
        self.in_statement: set[int] = set()
        for attribution in attributions:
            self.in_statement.update(timeline.within(attribution.sentence))
            for piece in attribution.pieces:
                self.in_content.update(timeline.within(piece))


def is_fronted(moment: Moment, attribution: Attribution) -> bool:
    """Before the content of a sentence whose reporting word follows: it dates what is told, not the telling."""
    content, cue = attribution.content, attribution.cue
    return moment.span.end <= content.start and cue is not None and cue.start >= content.end


def _is_heading(text: str, line: Span) -> bool:
    words = line.of(text).rstrip()
    return len(words) < HEADING and words[-1:].isalnum()


def _lines(text: str) -> list[Span]:
    """The lines of the text that are not blank."""
    out: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Span(start, start + len(line)))
        start += len(line) + 1
    return out or [Span(0, len(text))]
