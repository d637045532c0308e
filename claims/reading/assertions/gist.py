"""What a statement's matter means for its clocks: whether it declares a truce, looks ahead, tells an event, and what it dates apart."""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading.assertions.matters import BLOWS, Matter
from claims.reading.assertions.sense import Sense
from claims.reading.assertions.stance import Finding, Ground
from claims.reading.dates.clocks import Gist
from claims.reading.dates.moments import Moment
from claims.reading.records import Attribution, Span

M = Matter

EVENTFUL = BLOWS | {
    M.KILLED, M.WOUNDED, M.DESTROYED, M.SEIZED, M.DEPLOYED, M.WITHDREW, M.PATROL, M.BLOCKED, M.STOPPED, M.CONTINUED, M.CALM, M.LESS,
    M.CEASED, M.BREACH, M.BREACHED, M.ENDED, M.AGREED, M.TALKED, M.DISPLACED, M.MORE, M.ANNOUNCED, M.BEGAN,
}  # fmt: skip
DATED_APART = 5
DEAL_NEAR = 9


def looks_ahead(sense: Sense) -> bool:
    """A promise, threat, wish or forecast: by its reporting word, or by a "will" or "must" before anything told as past."""
    ahead = sense.first(M.LATER, M.WISH)
    if sense.cue & {M.WISH} or (M.THREAT in sense.cue and (ahead is not None or not sense.is_past)):
        return True
    if ahead is None:
        return False
    told = next((h for h in sense.hits if h.has(M.PAST) or (sense.folded[h.start : h.end].endswith("ed") and not h.has(M.LATER, M.WISH))), None)
    return told is None or ahead.start < told.start


def gist(
    sense: Sense,
    finding: Finding | None,
    attribution: Attribution,
    moments: Sequence[Moment],
    *,
    is_ahead: bool,
    is_meeting: bool,
    turns: bool,
    also: bool,
    speakers: frozenset[str],
) -> Gist:
    ground = finding.ground if finding else None
    aims = ground is None and sense.near(M.TRUCE, M.TERM) is not None and not is_ahead
    despite = any(c.opener is M.DESPITE and c.has(M.TRUCE) for c in sense.clauses) and sense.has(M.CONTINUED)
    keeps = ground in (Ground.KEEPING, Ground.FIRE) or (despite and ground is Ground.BLOW)
    declares = (ground is Ground.DECLARED and not (finding and finding.is_weak)) or aims or _ceased(sense, finding)
    general = sense.has(M.GENERAL) and not keeps
    event = not general and (sense.is_past or sense.has(M.NOW, M.CONTINUED)) and any(h.matters & EVENTFUL for h in sense.hits)
    return Gist(
        ground=Ground.KEEPING if despite else ground,
        declares=declares,
        keeps=keeps and not declares,
        is_ahead=is_ahead and not declares,
        is_event=event,
        is_meeting=is_meeting,
        turns=turns,
        also=also,
        background=tuple(_background(sense, moments, declares)),
        speakers=speakers,
    )


def _ceased(sense: Sense, finding: Finding | None) -> bool:
    return bool(finding) and finding is not None and any(h.has(M.CEASED) for h in finding.hits)


def _background(sense: Sense, moments: Sequence[Moment], declares: bool) -> list[Span]:
    """Times that tell when a deal was made, in a statement about something else."""
    if declares:
        return []
    out = []
    for moment in moments:
        before = [h for h in sense.hits if h.end <= moment.span.start]
        if not before:
            continue
        made = next((h for h in reversed(before) if h.has(M.AGREED, M.ANNOUNCED, M.BEGAN)), None)
        if made is None or sense.folded.count(" ", made.end, moment.span.start) > DATED_APART:
            continue
        deal = next((h for h in before if h.has(M.TRUCE, M.DEAL) and h.start < made.start), None)
        others = [h for h in sense.hits if h is not made and h.matters & (EVENTFUL | {M.KEPT, M.HARMED, M.NOT}) and not h.has(M.AGREED, M.ANNOUNCED, M.BEGAN)]
        if deal and made.word - deal.word <= DEAL_NEAR and others:
            out.append(moment.span)
    return out
