"""The clocks of each statement: said (when it was made) and about (the day or days spoken of)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.reading.assertions.stance import Ground
from claims.reading.dates.intervals import NO_PUBLICATION, VAGUE, Anchor
from claims.reading.dates.moments import SPOKEN_KINDS, Clockwork, Moment
from claims.reading.records import Attribution, Span, When
from claims.vocabulary import Precision

PASSAGE = 3
"""Paragraphs over which a day told in one carries to what is told in the next."""

LIKE_PASSAGE = 6
"""The same, where the two tell the like."""

AHEAD = 3
"""Paragraphs in which the day of an incident may follow."""

NOT_SAID = frozenset({"window", "now", "trucesince", "trucestart", "truceday", "eve"})
"""Kinds of expression that never date the saying."""

FIRST_BEFORE = 120
"""Characters before a "since" in which "for the first time" may stand."""

HEADING = 80
"""A line shorter than this that ends in no mark opens another passage."""

SAME_STATEMENT = "the same statement"
SAME_SPEAKER = "the same speaker's other statement"
SAME_MEETING = "the same meeting"
TOLD_THAT_DAY = "told of the day of publication"
INHERITED = frozenset({SAME_STATEMENT, SAME_SPEAKER, SAME_MEETING})
TRUCE_START = "the ceasefire's start"
TRUCE_KEPT = "from the ceasefire's start to the day of the statement"
DAY_MADE = "the day on which it was said"
PASSAGE_DAY = "the day that the passage is about"
FOLLOWING_DAY = "the day that the passage goes on to name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What the clocks need to know of a statement's matter.

    ground      what its stance rests on, if it has one;  declares: a truce's beginning is what is told
    is_ahead    a promise, threat, wish or forecast
    is_event    something is said to have happened (not: a general assessment);  is_ongoing: an attack or a breach is told
    is_meeting  the reporting clause names a meeting;  turns: another passage begins here
    background  spans within it that date something else ("a ceasefire reached earlier this month")
    speakers    slugs of those who said it
    matters     bits of what happened, and places: two tellings of one incident share them
    start       the first day of the ceasefire, as these speakers state it
    echoes      says nothing by itself but of what the statement before it told ("we think it was intentional")
    """

    ground: Ground | None
    declares: bool
    keeps: bool
    is_ahead: bool
    is_event: bool
    is_ongoing: bool
    is_meeting: bool
    turns: bool
    background: tuple[Span, ...]
    speakers: frozenset[str]
    matters: int
    places: frozenset[str]
    start: date | None
    echoes: bool


@dataclass(frozen=True, slots=True)
class Clocks:
    """`is_own`: the days stand in the statement's own words."""

    said: When
    about: When
    is_own: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A day told of: where, and what happened on it."""

    when: When
    line: int
    matters: int
    places: frozenset[str]

    def likeness(self, gist: Gist) -> int:
        return (self.matters & gist.matters).bit_count() + 2 * len(self.places & gist.places)


class Passage:
    """The days that the passage has told of so far."""

    def __init__(self) -> None:
        self._told: list[Told] = []

    def tell(self, told: Told) -> None:
        self._told.append(told)

    def close(self) -> None:
        self._told.clear()

    def day(self, line: int, gist: Gist) -> Told | None:
        """The day of what is most like this among what was told not far above; of like ones the last."""
        near = [t for t in self._told if line - t.line <= (LIKE_PASSAGE if t.likeness(gist) else PASSAGE)]
        return max(near, key=lambda t: (t.likeness(gist), near.index(t)), default=None)

    def tells_in(self, line: int) -> bool:
        return any(t.line == line for t in self._told)

    @property
    def last_line(self) -> int:
        return self._told[-1].line if self._told else 0


class ClockReader:
    """Sets the clocks of one article's statements, in the order of the text."""

    def __init__(
        self,
        clockwork: Clockwork,
        text: str,
        folded: str,
        *,
        published: date | None,
        truce: date | None,
        matters_of: Callable[[Span], int] = lambda span: 0,
    ) -> None:
        self.clockwork = clockwork
        self.text = text
        self.folded = folded
        self.published = published
        self.truce = truce
        self.matters_of = matters_of
        self.moments = clockwork.moments(text, folded)
        self.starts = [m.span.start for m in self.moments]
        self.settled: list[When] = []
        self.told: list[date | None] = []
        told: date | None = None
        for moment in self.moments:
            when = clockwork.settle(moment, text, anchor=self._anchor(None, told))
            self.settled.append(when)
            self.told.append(told)
            if _is_day(when) and not moment.future and "now" not in moment.kinds:
                told = when.first
        self.lines = _lines(text)
        self.line_starts = [line.start for line in self.lines]

    def moments_in(self, span: Span) -> tuple[Moment, ...]:
        return tuple(self.moments[k] for k in self._within(span))

    def read(self, attributions: Sequence[Attribution], gists: Sequence[Gist]) -> list[Clocks]:
        said = self._said(attributions, gists)
        out: list[Clocks] = []
        passage = Passage()
        at = 0
        for i, (attribution, gist) in enumerate(zip(attributions, gists, strict=True)):
            at = self._narrated(passage, at, attribution, attributions)
            if gist.turns:
                passage.close()
            about, own = self._about(i, attribution, gist, attributions, gists, said[i], out, passage)
            out.append(Clocks(said[i], about, own))
            told = own or (gist.is_event and about.reason not in (TRUCE_KEPT, TRUCE_START))
            if told and _is_short(about) and not gist.is_ahead and not gist.declares:
                passage.tell(Told(about, self._line(attribution.content.start), gist.matters, gist.places))
        return self._finished(attributions, gists, out)

    # said ------------------------------------------------------------------------------------------------------------

    def _said(self, attributions: Sequence[Attribution], gists: Sequence[Gist]) -> list[When]:
        own = [self._own_said(a, attributions) for a in attributions]
        out = list(own)
        for i, attribution in enumerate(attributions):
            if own[i].first is not None:
                continue
            if found := self._shared(i, own, [a.statement == attribution.statement for a in attributions]):
                out[i] = replace(found, words="", reason=SAME_STATEMENT)
        for i, gist in enumerate(gists):
            if out[i].first is None and gist.speakers:
                if found := self._shared(i, own, [g.speakers == gist.speakers for g in gists]):
                    out[i] = replace(found, words="", reason=SAME_SPEAKER)
        meeting: tuple[When, int] | None = None
        for i, (attribution, gist) in enumerate(zip(attributions, gists, strict=True)):
            line = self._line(attribution.content.start)
            if gist.is_meeting and own[i].first is not None:
                meeting = (own[i], line)
            elif meeting and line - meeting[1] <= 1 and own[i].first is None:
                if out[i].first is None:
                    out[i] = replace(meeting[0], words="", reason=SAME_MEETING)
                meeting = (meeting[0], line)
        return out

    def _shared(self, i: int, own: Sequence[When], same: Sequence[bool]) -> When | None:
        """The day of the nearest statement of the same: one before it first, else one behind it."""
        before = [own[k] for k in range(i - 1, -1, -1) if same[k] and _is_day(own[k])]
        behind = [own[k] for k in range(i + 1, len(own)) if same[k] and _is_day(own[k])]
        return next(iter((*before, *behind)), None)

    def _own_said(self, attribution: Attribution, attributions: Sequence[Attribution]) -> When:
        """The day in the reporting clause, else elsewhere in the sentence where nothing that is said stands."""
        unknown = When()
        spans = (attribution.clause, attribution.sentence) if attribution.clause else (attribution.sentence,)
        for k in dict.fromkeys(k for span in spans for k in self._within(span)):
            moment, when = self.moments[k], self.settled[k]
            if self._in_content(moment.span, attributions) or self._is_fronted(moment.span, attribution):
                continue
            if moment.future or moment.lead == "since" or moment.kinds & NOT_SAID:
                continue
            if when.flag == NO_PUBLICATION:
                unknown = When(words=when.words, flag=when.flag)
            if when.first is None or (self.published is not None and when.first > self.published):
                continue
            return when
        return unknown

    def _is_fronted(self, span: Span, attribution: Attribution) -> bool:
        """Before the content of a sentence whose reporting word follows: it dates what is told, not the telling."""
        content = attribution.content
        cue = attribution.cue
        return span.end <= content.start and cue is not None and cue.start >= content.end

    def _in_content(self, span: Span, attributions: Sequence[Attribution]) -> bool:
        return any(p.covers(span) for a in attributions for p in a.pieces)

    # about -----------------------------------------------------------------------------------------------------------

    def _about(
        self,
        i: int,
        attribution: Attribution,
        gist: Gist,
        attributions: Sequence[Attribution],
        gists: Sequence[Gist],
        said: When,
        before: Sequence[Clocks],
        passage: Passage,
    ) -> tuple[When, bool]:
        own = self._own_about(attribution, gist, said, attributions)
        if own is not None and own.first is not None:
            return own, True
        unresolved = When(words=own.words, flag=own.flag) if own else When()
        made = said if _is_day(said) else None
        if gist.declares:
            return self._day(gist.start, TRUCE_START), False
        if gist.is_ahead:
            return (_inherited(made, DAY_MADE) if made else unresolved), False
        same = [k for k in range(i) if attributions[k].statement == attribution.statement]
        earlier = next(
            (
                before[k].about
                for k in reversed(same)
                if _is_short(before[k].about) and not gists[k].declares and not gists[k].is_ahead
            ),
            None,
        )
        line = self._line(attribution.content.start)
        near = passage.day(line, gist)
        told = near.when if near else None
        if gist.keeps:
            if gist.ground is Ground.ABSENCE and made:
                return _inherited(made, DAY_MADE), False
            if gist.ground is not Ground.KEEPING and (day := earlier or told):
                return _inherited(day, SAME_STATEMENT if earlier else PASSAGE_DAY), False
            return self._kept(said, gist.start), False
        if (
            gist.echoes
            and i
            and before[i - 1].about.first
            and (earlier or attributions[i - 1].paragraph + 1 >= attribution.paragraph)
        ):
            return _inherited(before[i - 1].about, SAME_STATEMENT), False
        if not gist.is_event:
            return unresolved, False
        if earlier:
            return _inherited(earlier, SAME_STATEMENT), False
        if told and (made is None or said.words == "" or (near is not None and near.line == line)):
            return _inherited(told, PASSAGE_DAY), False
        if made:
            return _inherited(made, DAY_MADE), False
        return (_inherited(told, PASSAGE_DAY) if told else unresolved), False

    def _own_about(
        self, attribution: Attribution, gist: Gist, said: When, attributions: Sequence[Attribution]
    ) -> When | None:
        """The first exact day in the statement's own words, else the first stretch; what is dated apart is left out."""
        found: list[When] = []
        flagged: When | None = None
        spans = [self._within(p) for p in attribution.pieces]
        fronted = [
            k
            for k in self._within(attribution.sentence)
            if self._is_fronted(self.moments[k].span, attribution)
            and not self._in_content(self.moments[k].span, attributions)
        ]
        windows = [
            k for k in self._within(attribution.clause or attribution.sentence) if "window" in self.moments[k].kinds
        ]
        for k in dict.fromkeys((*(k for ks in spans for k in ks), *fronted, *windows)):
            moment = self.moments[k]
            if any(b.covers(moment.span) or moment.span.covers(b) for b in gist.background):
                continue
            when = self.settled[k]
            if (moment.kinds & SPOKEN_KINDS or moment.lead == "since") and _is_day(said):
                when = self.clockwork.settle(moment, self.text, anchor=self._anchor(said.first, self.told[k]))
            if when.first is None or when.flag == VAGUE:
                flagged = flagged or When(words=when.words, flag=when.flag)
                continue
            if moment.lead in ("until", "before") and not moment.join:
                continue
            if self._is_first_since(moment):
                continue
            if "now" in moment.kinds and not gist.is_ongoing:
                continue
            found.append(when)
        exact = [w for w in found if w.precision in (Precision.DAY, Precision.MINUTE)]
        short = [w for w in found if _is_short(w)]
        return next(iter((*exact, *short, *found)), flagged)

    def _is_first_since(self, moment: Moment) -> bool:
        """ "For the first time since …", "the first in two weeks": says how long nothing of the kind had happened."""
        before = self.folded[max(0, moment.span.start - FIRST_BEFORE) : moment.span.start]
        return (moment.lead == "since" or bool(moment.kinds & NOT_SAID)) and bool(self.clockwork.first.search(before))

    def _kept(self, said: When, start: date | None) -> When:
        last = said.last or self.published
        if start is None or last is None:
            return When()
        if last < start:
            return self._day(last, DAY_MADE)
        precision = Precision.DAY if last == start else Precision.RANGE
        return When(first=start, last=last, precision=precision, reason=TRUCE_KEPT)

    def _day(self, day: date | None, reason: str) -> When:
        return When(first=day, last=day, precision=Precision.DAY, reason=reason) if day else When()

    def _finished(
        self, attributions: Sequence[Attribution], gists: Sequence[Gist], clocks: Sequence[Clocks]
    ) -> list[Clocks]:
        """Looks ahead for the day of an incident, and back from the day told of to the day of telling."""
        out = list(clocks)
        for i, (attribution, gist) in enumerate(zip(attributions, gists, strict=True)):
            c = out[i]
            if c.about.first is None and gist.is_event and not (gist.is_ahead or c.about.flag or c.said.flag):
                line = self._line(attribution.content.start)
                for k in range(i + 1, len(out)):
                    if self._line(attributions[k].content.start) - line > AHEAD or gists[k].turns:
                        break
                    if out[k].is_own and gists[k].is_event and _is_short(out[k].about) and not gists[k].is_ahead:
                        c = replace(c, about=_inherited(out[k].about, FOLLOWING_DAY))
                        break
            if c.said.reason in INHERITED and c.is_own and c.about.last and c.said.last and c.about.last > c.said.last:
                if (
                    not gist.is_ahead
                    and not gist.declares
                    and (self.published is None or c.about.last <= self.published)
                ):
                    c = replace(c, said=When())
            if c.said.first is None and not c.said.flag and self.published is not None:
                derived = c.about.reason == TRUCE_KEPT
                if c.about.last == self.published and not derived:
                    c = replace(c, said=self._day(self.published, TOLD_THAT_DAY))
            out[i] = c
        return out

    # the text around ---------------------------------------------------------------------------------------------------

    def _narrated(
        self, passage: Passage, at: int, attribution: Attribution, attributions: Sequence[Attribution]
    ) -> int:
        """Takes the days told between the last statement and this one into the passage; gives the next moment's index."""
        limit = attribution.sentence.start
        while at < len(self.moments) and self.moments[at].span.start < limit:
            moment, when = self.moments[at], self.settled[at]
            line = self._line(moment.span.start)
            if not self._in_statement(moment.span, attributions) and _is_day(when) and not moment.future:
                if "now" not in moment.kinds and not passage.tells_in(line):
                    passage.tell(Told(when, line, self.matters_of(self.lines[line]), frozenset()))
            at += 1
        if any(self._is_heading(line) for line in range(self._line(limit), passage.last_line, -1)):
            passage.close()
        return at

    def _in_statement(self, span: Span, attributions: Sequence[Attribution]) -> bool:
        return any(a.sentence.covers(span) for a in attributions)

    def _is_heading(self, line: int) -> bool:
        words = self.lines[line].of(self.text).rstrip()
        return 0 < line and len(words) < HEADING and words[-1:].isalnum()

    def _line(self, offset: int) -> int:
        return max(0, bisect_right(self.line_starts, offset) - 1)

    def _within(self, span: Span) -> range:
        first = bisect_right(self.starts, span.start - 1)
        last = bisect_right(self.starts, span.end - 1)
        return range(first, last)

    def _anchor(self, spoken: date | None, told: date | None) -> Anchor:
        return Anchor(written=self.published, spoken=spoken, told=told, truce=self.truce)


def _is_day(when: When) -> bool:
    return when.first is not None and when.first == when.last


def _is_short(when: When) -> bool:
    """A day, or days next to each other: not a stretch of weeks."""
    return when.first is not None and when.last is not None and when.last - when.first <= timedelta(days=2)


def _inherited(when: When, reason: str) -> When:
    return replace(
        when, words="", reason=reason, clock=None, precision=Precision.DAY if _is_day(when) else when.precision
    )


def _lines(text: str) -> list[Span]:
    """The lines of the text that are not blank."""
    out: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Span(start, start + len(line)))
        start += len(line) + 1
    return out or [Span(0, len(text))]
