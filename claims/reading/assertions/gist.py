"""What a statement's matter means for its clocks: whether it declares a truce, looks ahead, or tells an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.reading.assertions.findings import Finding, Ground
from claims.reading.assertions.matters import Matter
from claims.reading.assertions.sense import Hit, Sense
from claims.reading.dates.gist import Gist
from claims.reading.dates.moments import Moment
from claims.reading.records import Span

M = Matter

EVENTFUL = (
    M.BLOWS | M.LOSSES | M.DEPLOYED | M.SENT | M.WITHDREW | M.PATROL | M.BLOCKED | M.STOPPED | M.CONTINUED | M.CALM
    | M.LESS | M.CEASED | M.BREACH | M.BREACHED | M.ENDED | M.AGREED | M.TALKED | M.MORE | M.ANNOUNCED | M.BEGAN
)  # fmt: skip
ONGOING = M.BLOWS | M.BREACH | M.BREACHED | M.BLOCKED
DATED_APART = 5
DEAL_NEAR = 9
DEAL_BEFORE = 40
"""Characters between a deal and the month or year in which it was made."""

STRETCHES = frozenset({"month", "period", "year"})


def looks_ahead(sense: Sense) -> bool:
    """A promise, threat, wish or forecast: by its reporting word, or by a "will" or "must" before anything past."""
    if sense.cue & M.BLAME:
        return False
    ahead = sense.first(M.LATER | M.WISH)
    if sense.cue & M.WISH or (sense.cue & M.THREAT and (ahead is not None or not sense.is_past)):
        return not (
            sense.cue & M.THREAT and ahead is None and sense.mask & (M.HARMED | M.SUFFERING) and not sense.cue & M.WISH
        )
    if ahead is None:
        return False
    now = sense.first(M.PRESENT)
    if now is not None and now.start < ahead.start and now.comma < ahead.comma and not sense.cue & M.THREAT:
        return False  # "the shelling is not subsiding, which may …"
    told = next(
        (h for h in sense.hits if h.mask & M.PAST or (_ends_in_ed(sense, h.end) and not h.mask & (M.LATER | M.WISH))),
        None,
    )
    return told is None or ahead.start < told.start


def _ends_in_ed(sense: Sense, end: int) -> bool:
    return sense.folded.endswith("ed", 0, end)


def happened(sense: Sense) -> int:
    """The bits of what is told as an event; planes count as their raids."""
    return sense.told & EVENTFUL | (M.AIR if sense.told & M.PLANE else 0)


def gist(
    sense: Sense,
    finding: Finding | None,
    moments: Sequence[Moment],
    *,
    is_ahead: bool,
    is_denied: bool,
    is_meeting: bool,
    turns: bool,
    speakers: frozenset[str],
    relays: frozenset[str],
    bodies: frozenset[str],
    resumes: bool,
    places: frozenset[str],
    start: date | None,
) -> Gist:
    ground = finding.ground if finding else None
    aims = (
        ground is None
        and not is_ahead
        and sense.near(M.TRUCE, M.TERM) is not None
        and not sense.mask & (M.BLOWS | M.NOT)
    )
    ceased = finding is not None and any(h.mask & M.CEASED for h in finding.hits)
    goes_on = _goes_on(sense)
    declares = ground is Ground.DECLARED or aims or ceased
    keeps = (
        not declares
        and not _is_by_a_blow(sense, finding)
        and (ground in (Ground.KEEPING, Ground.FIRE, Ground.ABSENCE) or (goes_on and ground is Ground.BLOW))
    )
    return Gist(
        ground=Ground.KEEPING if goes_on and ground is Ground.BLOW else ground,
        declares=declares,
        keeps=keeps,
        is_quiet=ground is Ground.FIRE and not sense.told & M.BREACH,
        is_ahead=is_ahead and not declares,
        is_event=(_is_event(sense, ground) or ground is Ground.END)
        and not (is_denied and bool(sense.mask & M.PERFECT)),
        is_ongoing=(bool(sense.told & ONGOING) or ground is Ground.ABSENCE)
        and not sense.mask & (M.DISPLACED | M.SUFFERING),
        is_meeting=is_meeting,
        turns=turns,
        background=tuple(_background(sense, moments, declares=declares)),
        speakers=speakers,
        relays=relays,
        bodies=bodies,
        resumes=resumes,
        matters=happened(sense),
        places=places,
        start=start,
        echoes=not sense.mask & ~(M.PAST | M.PERFECT | M.NOT | M.PRESENT | M.AFTER | M.COUNTED) and sense.is_past,
    )


def _goes_on(sense: Sense) -> bool:
    """Fire that goes on, in the present or in spite of the truce: how it is kept, not one incident."""
    if not any(h.mask & M.CONTINUED and not _ends_in_ed(sense, h.end) for h in sense.hits):
        return False
    in_spite = any(c.opener & M.DESPITE for c in sense.clauses) and bool(sense.mask & M.TRUCE)
    return in_spite or not sense.mask & M.PAST


def _is_by_a_blow(sense: Sense, finding: Finding | None) -> bool:
    """The truce was broken by an attack that is told: an incident with its day, not how the truce is kept as such."""
    if (
        finding is None
        or finding.ground is not Ground.KEEPING
        or not any(h.mask & (M.HARMED | M.BREACHED) for h in finding.hits)
    ):
        return False
    return bool(sense.told & M.FIRE) and sense.is_past and not sense.told & (M.CONTINUED | M.GENERAL)


def _is_event(sense: Sense, ground: Ground | None) -> bool:
    """Something happened: told as past, or going on now; not a habit, a running total, or how a deal is worded."""
    told = sense.told
    if (
        told & M.GENERAL
        or not told & EVENTFUL
        or not (sense.is_past or not (sense.mask & (M.PRESENT | M.LATER | M.WISH) or sense.cue & M.THREAT))
    ):
        return False
    if told & M.COMPACT and told & (M.TERM | M.AGREED) and not _begins_with_deed(sense):
        return False
    if (
        told & M.COMPACT
        and ground is None
        and not told & (M.BLOWS | M.LOSSES | M.SENT | M.PATROL | M.TALKED | M.BLOCKED)
    ):
        return False
    verb = sense.first(M.PAST | M.PRESENT | M.LATER)
    if verb is None or verb.mask & M.LATER:
        return verb is None
    if verb.mask & M.PRESENT:
        return False
    if sense.is_running_total:
        blow = sense.first(M.FIRE)
        return blow is not None and (
            blow.end <= verb.start or any(h.mask & M.AFTER and verb.end < h.start < blow.start for h in sense.hits)
        )
    return not (verb.mask & M.PERFECT and told & M.MORE)


def _is_of_a_deal(before: Sequence[Hit], moment: Moment) -> bool:
    """ "As per a May accord", "a deal that was reached in May", "an accord that tried last year to"."""
    deal = next((h for h in reversed(before) if h.mask & M.COMPACT), None)
    between = [h for h in before if deal is not None and h.start > deal.start]
    return (
        deal is not None
        and bool(deal.mask & M.DEAL)
        and moment.span.start - deal.end <= DEAL_BEFORE
        and any(h.mask & M.AFTER for h in between)
    )


def _begins_with_deed(sense: Sense) -> bool:
    """A deed is told before any deal is mentioned."""
    first = sense.first(M.COMPACT | M.AGREED | M.BLOWS | M.KILLED)
    return first is not None and not first.mask & (M.COMPACT | M.AGREED)


def _background(sense: Sense, moments: Sequence[Moment], *, declares: bool) -> list[Span]:
    """Times that tell when a deal was made, in a statement about something else.

    Where a truce is declared, only the month or the year of another deal is one.
    """
    out: list[Span] = []
    if not sense.mask & M.COMPACT:
        return out
    for moment in moments:
        before = [h for h in sense.hits if h.end <= moment.span.start]
        if moment.kinds & STRETCHES and _is_of_a_deal(before, moment):
            out.append(moment.span)
        if declares or moment.future:
            continue
        made = next((h for h in reversed(before) if h.mask & (M.AGREED | M.ANNOUNCED | M.BEGAN)), None)
        if made is None or sense.folded.count(" ", made.end, moment.span.start) > DATED_APART:
            continue
        deal = next((h for h in reversed(before) if h.mask & M.COMPACT and h.start < made.start), None)
        others = any(
            h.mask & (EVENTFUL | M.KEPT | M.HARMED | M.NOT) and not h.mask & (M.AGREED | M.ANNOUNCED | M.BEGAN)
            for h in sense.hits
        )
        if deal and made.word - deal.word <= DEAL_NEAR and others:
            out.append(moment.span)
    return out
