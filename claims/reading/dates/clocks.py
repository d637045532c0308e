"""The clocks of an article's statements: said (when it was made) and about (the day or days spoken of)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.reading.dates.about import AboutReader
from claims.reading.dates.gist import (
    FOLLOWING_DAY,
    SAME_SPEAKER,
    SAME_STATEMENT,
    TOLD_THAT_DAY,
    TRUCE_KEPT,
    Clocks,
    Gist,
    inherited,
    is_short,
    on_day,
)
from claims.reading.dates.said import INHERITED, LEAD, MOST_LEADS, said_clocks
from claims.reading.dates.timeline import Surroundings, Timeline
from claims.reading.records import Attribution, Span, When

AHEAD = 3
"""Lines in which the day of an incident may follow."""

MOST_AHEAD = 12
"""Statements in which it may follow."""


def read_clocks(
    timeline: Timeline,
    attributions: Sequence[Attribution],
    gists: Sequence[Gist],
    *,
    matters_of: Callable[[Span], int],
) -> list[Clocks]:
    """The clocks of each attribution, in order. matters_of tells the bits of what a span of the article tells."""
    around = Surroundings(timeline, attributions)
    said = said_clocks(timeline, around, attributions, gists)
    clocks = AboutReader(timeline, around, attributions, gists, said, matters_of).read()
    abouts = [_ahead(i, c, clocks, timeline, attributions, gists) for i, c in enumerate(clocks)]
    dated = [c if c.about is about else replace(c, about=about) for c, about in zip(clocks, abouts, strict=True)]
    saids = [_said_of(c, g, timeline) for c, g in zip(dated, gists, strict=True)]
    settled = [c if c.said is said else replace(c, said=said) for c, said in zip(dated, saids, strict=True)]
    return _led(_shared(settled, attributions), timeline, attributions, gists)


def _led(
    clocks: Sequence[Clocks], timeline: Timeline, attributions: Sequence[Attribution], gists: Sequence[Gist]
) -> list[Clocks]:
    """A lead was said on the day of what the same speaker goes on to tell of the day of publication."""
    out = list(clocks)
    for i, (clock, gist) in enumerate(zip(clocks[:MOST_LEADS], gists, strict=False)):
        line = timeline.line(attributions[i].content.start)
        if line > LEAD:
            break
        if clock.said.first is not None or clock.said.flag or not gist.speakers:
            continue
        for k in range(i + 1, len(clocks)):
            if timeline.line(attributions[k].content.start) - line > AHEAD:
                break
            if clocks[k].said.reason == TOLD_THAT_DAY and gist.speakers <= gists[k].bodies | gists[k].speakers:
                out[i] = replace(clock, said=inherited(clocks[k].said, SAME_SPEAKER))
                break
    return out


def _shared(clocks: Sequence[Clocks], attributions: Sequence[Attribution]) -> list[Clocks]:
    """The rest of a statement that told of the day of publication was said that day as well."""
    told = {a.statement: c.said for c, a in zip(clocks, attributions, strict=True) if c.said.reason == TOLD_THAT_DAY}
    return [
        replace(c, said=inherited(told[a.statement], SAME_STATEMENT))
        if c.said.first is None and not c.said.flag and a.statement in told
        else c
        for c, a in zip(clocks, attributions, strict=True)
    ]


def _ahead(
    i: int,
    clocks: Clocks,
    everyone: Sequence[Clocks],
    timeline: Timeline,
    attributions: Sequence[Attribution],
    gists: Sequence[Gist],
) -> When:
    """The day of an incident that only what follows it names."""
    gist, about = gists[i], clocks.about
    if about.first is not None or about.flag or clocks.said.flag or not gist.is_event or gist.is_ahead:
        return about
    line = timeline.line(attributions[i].content.start)
    for k in range(i + 1, min(len(everyone), i + 1 + MOST_AHEAD)):
        if timeline.line(attributions[k].content.start) - line > AHEAD or gists[k].turns:
            break
        if everyone[k].is_own and gists[k].is_event and is_short(everyone[k].about) and not gists[k].is_ahead:
            return inherited(everyone[k].about, FOLLOWING_DAY)
    return about


def _said_of(clocks: Clocks, gist: Gist, timeline: Timeline) -> When:
    """What is told of the day of publication was said that day; nothing past is told before it happened."""
    said, about, published = clocks.said, clocks.about, timeline.published
    is_past = not gist.is_ahead and not gist.declares and (published is None or (about.last or published) <= published)
    if said.reason in INHERITED and said.last and about.last and clocks.is_own and is_past and about.last > said.last:
        said = When()
    if said.first is None and not said.flag and published is not None and about.last == published:
        return said if about.reason == TRUCE_KEPT else on_day(published, TOLD_THAT_DAY)
    return said
