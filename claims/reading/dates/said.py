"""The day on which each statement was made: never invented, but shared by one statement, one speaker, one meeting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import timedelta

from claims.reading.attribution.nested import PASSED_ON
from claims.reading.dates.gist import (
    DAYS_BEFORE,
    SAME_MEETING,
    SAME_SPEAKER,
    SAME_STATEMENT,
    UNKNOWN,
    Gist,
    inherited,
    is_day,
    on_day,
)
from claims.reading.dates.ranges import NO_PUBLICATION
from claims.reading.dates.timeline import Surroundings, Timeline, is_fronted
from claims.reading.records import Attribution, When

NOT_SAID = frozenset({"window", "now", "trucesince", "trucestart", "truceday", "eve"})
"""Kinds of expression that never date the saying."""

LEAD = 3
"""The number of the last line that may be a headline or a lead, whose day stands in a later sentence."""

MOST_LEADS = 40
"""Statements on those lines that may take their day from any later one: a text without line ends is no lead."""

INHERITED = frozenset({SAME_STATEMENT, SAME_SPEAKER, SAME_MEETING})


def said_clocks(
    timeline: Timeline, around: Surroundings, attributions: Sequence[Attribution], gists: Sequence[Gist]
) -> list[When]:
    own = [_own(timeline, around, a) for a in attributions]
    _count_days_after(own, timeline, attributions)
    _made_on(own, timeline, attributions)
    out = list(own)
    lines = [timeline.line(a.content.start) for a in attributions]
    _share(out, own, lines, [a.statement for a in attributions], SAME_STATEMENT)
    tellers = [g.relays if a.rule == PASSED_ON else g.speakers for a, g in zip(attributions, gists, strict=True)]
    _share(out, own, lines, [who or None for who in tellers], SAME_SPEAKER)
    _share_with_relay(out, gists)
    _share_leads(out, own, lines, gists)
    _share_meetings(out, own, timeline, attributions, gists)
    return [
        UNKNOWN if g.relays and _was_said_before(a, timeline) else when
        for a, g, when in zip(attributions, gists, out, strict=True)
    ]


def _was_said_before(attribution: Attribution, timeline: Timeline) -> bool:
    """Whether it is told that somebody "had said" it: the day of the telling is not that of the saying."""
    if attribution.rule != PASSED_ON or attribution.cue is None:
        return False
    between = timeline.folded[attribution.speakers[-1].span.end : attribution.cue.end].split()
    return any(word in timeline.clockwork.words.had for word in between)


def _count_days_after(own: list[When], timeline: Timeline, attributions: Sequence[Attribution]) -> None:
    """ "His remarks came a day after the envoy said that …": counted back from the day of what was said before."""
    last: When | None = None
    for i, attribution in enumerate(attributions):
        start, cue = attribution.sentence.start, attribution.cue
        came = timeline.clockwork.came_after.match(timeline.folded, start, cue.start) if cue else None
        if came and last is not None and last.first is not None:
            count = timeline.clockwork.words.numbers.get(came["count"], 1)
            own[i] = replace(on_day(last.first - timedelta(count), DAYS_BEFORE), words=came["count"])
        elif is_day(own[i]):
            last = own[i]


def _made_on(own: list[When], timeline: Timeline, attributions: Sequence[Attribution]) -> None:
    """ "These remarks were made on Friday": the day of the statement right before them."""
    ends = [a.sentence.end for a in attributions]
    for k, moment in enumerate(timeline.moments):
        if "counted" in moment.kinds or not timeline.dates_remarks(moment) or not is_day(timeline.settled[k]):
            continue
        last = bisect_right(ends, moment.span.start) - 1
        if last >= 0 and timeline.line(moment.span.start) - timeline.line(attributions[last].sentence.start) <= 1:
            own[last] = timeline.settled[k]


def _own(timeline: Timeline, around: Surroundings, attribution: Attribution) -> When:
    """The day in the reporting clause, else elsewhere in the sentence where nothing that is said stands."""
    unknown = UNKNOWN
    spans = (attribution.clause, attribution.sentence) if attribution.clause else (attribution.sentence,)
    for k in dict.fromkeys(k for span in spans for k in timeline.within(span)):
        moment, when = timeline.moments[k], timeline.settled[k]
        if k in around.in_content or is_fronted(moment, attribution):
            continue
        if moment.future or moment.lead == "since" or moment.kinds & NOT_SAID:
            continue
        if timeline.dates_a_deal(moment):
            continue
        if when.flag == NO_PUBLICATION:
            unknown = When(words=when.words, flag=when.flag)
        if when.first is None or (timeline.published is not None and when.first > timeline.published):
            continue
        return when
    return unknown


def _share(
    out: list[When], own: Sequence[When], lines: Sequence[int], keys: Sequence[Hashable | None], reason: str
) -> None:
    """Gives those without a day that of the nearest of their key before them; a lead that of one behind it."""
    nearest: dict[Hashable, When] = {}
    for i, key in enumerate(keys):
        if is_day(own[i]) and key is not None:
            nearest[key] = own[i]
        elif out[i].first is None and key in nearest:
            out[i] = inherited(nearest[key], reason)
    nearest.clear()
    for i in range(len(keys) - 1, -1, -1):
        key = keys[i]
        if is_day(own[i]) and key is not None:
            nearest[key] = own[i]
        elif out[i].first is None and key in nearest and lines[i] <= LEAD:
            out[i] = inherited(nearest[key], reason)


def _share_with_relay(out: list[When], gists: Sequence[Gist]) -> None:
    """What an agency cites goes with what it said itself right before: "…, it added, citing a military source"."""
    for i in range(1, len(out)):
        if out[i].first is None and is_day(out[i - 1]) and gists[i].relays & gists[i - 1].speakers:
            out[i] = inherited(out[i - 1], SAME_STATEMENT)


def _share_leads(out: list[When], own: Sequence[When], lines: Sequence[int], gists: Sequence[Gist]) -> None:
    """A lead names the ministry, a later line its centre and the day."""
    for i, gist in enumerate(gists[:MOST_LEADS]):
        if lines[i] > LEAD:
            break
        if out[i].first is not None or not gist.speakers:
            continue
        for k in range(i + 1, len(gists)):
            if is_day(own[k]) and gist.speakers <= gists[k].bodies:
                out[i] = inherited(own[k], SAME_SPEAKER)
                break


def _share_meetings(
    out: list[When],
    own: Sequence[When],
    timeline: Timeline,
    attributions: Sequence[Attribution],
    gists: Sequence[Gist],
) -> None:
    """Speakers at one dated meeting share its day, as long as one follows the other."""
    meeting: When | None = None
    last = 0
    for i, (attribution, gist) in enumerate(zip(attributions, gists, strict=True)):
        line = timeline.line(attribution.content.start)
        if own[i].first is not None:
            meeting = own[i] if gist.is_meeting and is_day(own[i]) else None
        elif meeting and line - last <= 1:
            if out[i].first is None:
                out[i] = inherited(meeting, SAME_MEETING)
        else:
            meeting = None
        last = line
