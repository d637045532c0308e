"""The days that each statement speaks of: its own words', else those that its kind, passage or saying gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from claims.reading.assertions.findings import Ground
from claims.reading.dates.gist import (
    DAY_MADE,
    PASSAGE_DAY,
    SAME_STATEMENT,
    TRUCE_KEPT,
    TRUCE_START,
    UNKNOWN,
    Clocks,
    Gist,
    inherited,
    is_day,
    is_short,
    on_day,
)
from claims.reading.dates.passages import Passage, Told
from claims.reading.dates.ranges import VAGUE
from claims.reading.dates.said import NOT_SAID
from claims.reading.dates.timeline import Surroundings, Timeline, is_fronted
from claims.reading.records import Attribution, Span, When
from claims.vocabulary import Form, Precision

START_ONLY = frozenset({"trucestart"})
"""Kinds that name the truce's start and no day of their own."""

FIRST_BEFORE = 120
"""Characters before a "since" in which "for the first time" may stand."""


class AboutReader:
    """Reads the days spoken of, statement by statement in the order of the text."""

    def __init__(
        self,
        timeline: Timeline,
        around: Surroundings,
        attributions: Sequence[Attribution],
        gists: Sequence[Gist],
        said: Sequence[When],
        matters_of: Callable[[Span], int],
    ) -> None:
        self.timeline = timeline
        self.around = around
        self.attributions = attributions
        self.gists = gists
        self.said = said
        self.matters_of = matters_of
        self._passage = Passage()
        self._next = 0
        self._tells_same_period = any(map(timeline.folded.__contains__, timeline.clockwork.words.same_period))
        self._of_statement: dict[int, When] = {}

    def read(self) -> list[Clocks]:
        out: list[Clocks] = []
        for i, (attribution, gist) in enumerate(zip(self.attributions, self.gists, strict=True)):
            self._hear(attribution)
            if gist.turns:
                self._passage.close()
            own = self._own(attribution, gist, self.said[i])
            if own.first is None and out and self._is_of_the_same_period(attribution):
                own = inherited(out[-1].about, SAME_STATEMENT)
            is_own = own.first is not None
            about = own if is_own else self._inferred(i, own, out[-1].about if out else UNKNOWN)
            out.append(Clocks(self.said[i], about, is_own))
            self._keep(attribution, gist, about, is_own)
        return out

    def _keep(self, attribution: Attribution, gist: Gist, about: When, is_own: bool) -> None:
        """What later statements may take their day from."""
        if not is_short(about) or gist.is_ahead or gist.declares:
            return
        self._of_statement[attribution.statement] = about
        if is_own or (gist.is_event and about.reason not in (TRUCE_KEPT, TRUCE_START)):
            line = self.timeline.line(attribution.content.start)
            self._passage.tell(Told(about, line, gist.matters, gist.places))

    def _hear(self, attribution: Attribution) -> None:
        """Takes the days that the outlet itself tells before this statement into the passage."""
        timeline, limit = self.timeline, attribution.sentence.start
        while self._next < len(timeline.moments) and timeline.moments[self._next].span.start < limit:
            k, self._next = self._next, self._next + 1
            moment, when = timeline.moments[k], timeline.settled[k]
            line = timeline.line(moment.span.start)
            if k in self.around.in_statement or not is_day(when) or moment.future or "now" in moment.kinds:
                continue
            if not self._passage.tells_in(line):
                self._passage.tell(Told(when, line, self.matters_of(timeline.lines[line]), frozenset()))
        if timeline.has_heading(self._passage.last_line, timeline.line(limit)):
            self._passage.close()

    def _inferred(self, i: int, unresolved: When, before: When) -> When:
        """Days for a statement that names none; unresolved: what its words came to."""
        attribution, gist = self.attributions[i], self.gists[i]
        made = self.said[i] if is_day(self.said[i]) else None
        if gist.declares:
            return on_day(gist.start, TRUCE_START)
        if gist.is_ahead:
            return inherited(made, DAY_MADE) if made else unresolved
        line = self.timeline.line(attribution.content.start)
        earlier = self._of_statement.get(attribution.statement)
        told = self._passage.day(line, gist)
        if gist.is_quiet and told and gist.start and told.when.last and told.when.last < gist.start:
            told = None
        if gist.keeps:
            return self._of_keeping(gist, made, earlier, told, self.said[i])
        if gist.echoes and before.first is not None and (earlier or self._follows(i)):
            return inherited(before, SAME_STATEMENT)
        if gist.ground is Ground.END and made:
            return inherited(made, DAY_MADE)
        if not gist.is_event:
            return unresolved
        if earlier:
            return inherited(earlier, SAME_STATEMENT)
        if told and (made is None or not made.words or told.line == line or gist.resumes):
            return inherited(told.when, PASSAGE_DAY)
        return inherited(made, DAY_MADE) if made else unresolved

    def _follows(self, i: int) -> bool:
        return i > 0 and self.attributions[i].paragraph - self.attributions[i - 1].paragraph <= 1

    def _of_keeping(self, gist: Gist, made: When | None, earlier: When | None, told: Told | None, said: When) -> When:
        """Not in place: on the day of saying; less fire: on the day told; kept: since it began."""
        if gist.ground is Ground.ABSENCE and made:
            return inherited(made, DAY_MADE)
        if gist.is_quiet and made and made.words:
            return inherited(earlier or made, SAME_STATEMENT if earlier else DAY_MADE)
        if gist.ground is not Ground.KEEPING and earlier:
            return inherited(earlier, SAME_STATEMENT)
        if gist.ground is not Ground.KEEPING and told and (made is None or not made.words):
            return inherited(told.when, PASSAGE_DAY)
        return _kept(gist.start, said.last or self.timeline.published)

    def _is_of_the_same_period(self, attribution: Attribution) -> bool:
        if not self._tells_same_period:
            return False
        content = attribution.content
        return bool(self.timeline.clockwork.same_period.search(self.timeline.folded, content.start, content.end))

    def _own(self, attribution: Attribution, gist: Gist, said: When) -> When:
        """The first exact day in its own words, else the first stretch; what dates something else is left out."""
        found: list[When] = []
        starts: list[When] = []
        flagged = UNKNOWN
        for k in self._candidates(attribution):
            moment = self.timeline.moments[k]
            if any(b.covers(moment.span) or moment.span.covers(b) for b in gist.background):
                continue
            when = self.timeline.said_on(k, said, is_quoted=attribution.form is not Form.INDIRECT)
            if when.first is None or when.flag == VAGUE:
                flagged = When(words=flagged.words or when.words, flag=flagged.flag or when.flag)
                continue
            if moment.lead in ("until", "before", "beside") and not moment.join:
                continue
            if self._is_first_since(k):
                continue
            if "now" in moment.kinds and not gist.is_ongoing:
                continue
            if "window" in moment.kinds and not (gist.is_event or gist.is_quiet) and not is_short(when):
                continue
            (starts if moment.kinds == START_ONLY else found).append(when)
        found += starts  # "the start of a truce on Thursday": its own day first
        exact = [w for w in found if w.precision in (Precision.DAY, Precision.MINUTE)]
        short = [w for w in found if is_short(w)]
        return next(iter((*exact, *short, *found)), flagged)

    def _candidates(self, attribution: Attribution) -> dict[int, None]:
        """The moments of what is said; a fronted day, and a reporting window that stands beside it."""
        timeline = self.timeline
        inside = [k for piece in attribution.pieces for k in timeline.within(piece)]
        beside = [
            k
            for k in timeline.within(attribution.sentence)
            if k not in self.around.in_content
            and (is_fronted(timeline.moments[k], attribution) or "window" in timeline.moments[k].kinds)
        ]
        return dict.fromkeys((*inside, *beside))

    def _is_first_since(self, k: int) -> bool:
        """ "For the first time since …", "the first in two weeks": says how long nothing of the kind had happened."""
        moment = self.timeline.moments[k]
        if moment.lead != "since" and not moment.kinds & NOT_SAID:
            return False
        before = self.timeline.folded[max(0, moment.span.start - FIRST_BEFORE) : moment.span.start]
        return bool(self.timeline.clockwork.first.search(before))


def _kept(start: date | None, last: date | None) -> When:
    if start is None or last is None:
        return When()
    if last < start:
        return on_day(last, DAY_MADE)
    precision = Precision.DAY if last == start else Precision.RANGE
    return When(first=start, last=last, precision=precision, reason=TRUCE_KEPT)
