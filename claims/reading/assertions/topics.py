"""Topics, events and targets of a statement: each matter leads to those that it always means."""

from __future__ import annotations

from claims.reading.assertions.matters import Matter
from claims.reading.assertions.sense import Hit, Sense
from claims.vocabulary import Event, Target, Topic

M = Matter

TOPICS = {
    Topic.STATUS: M.RESUMED | M.KEPT | M.CALM | M.LESS | M.CEASED | M.ENDED | M.HARMED | M.WATCHED,
    Topic.TERMS: M.TERM,
    Topic.VIOLATION: M.SHELLING | M.ATTACK | M.BREACH | M.BREACHED | M.BLOCKED,
    Topic.AIRSTRIKE: M.AIR | M.PLANE,
    Topic.CASUALTIES: M.KILLED | M.WOUNDED,
    Topic.DISPLACEMENT: M.DISPLACED,
    Topic.TERRITORY: M.SEIZED,
    Topic.DEPLOYMENT: M.DEPLOYED | M.SENT | M.PATROL | M.WITHDREW,
    Topic.DIPLOMACY: M.TALKED,
    Topic.THREAT: M.THREAT,
    Topic.HUMANITARIAN: M.AID | M.SUFFERING | M.ABUSED,
}
EVENTS = {
    Event.SHELLING: M.SHELLING,
    Event.AIR_RAID: M.AIR | M.PLANE,
    Event.CLASH: M.CLASH,
    Event.KILLED: M.KILLED,
    Event.WOUNDED: M.WOUNDED,
    Event.DISPLACED: M.DISPLACED,
    Event.DESTROYED: M.DESTROYED,
    Event.SEIZED: M.SEIZED,
    Event.DEPLOYED: M.DEPLOYED | M.SENT,
    Event.WITHDREW: M.WITHDREW,
    Event.PATROL: M.PATROL,
    Event.BLOCKED: M.BLOCKED,
    Event.HALTED: M.STOPPED | M.CEASED,
    Event.CONTINUED: M.CONTINUED,
    Event.ENDED: M.RESUMED,
    Event.TALKED: M.TALKED,
    Event.AID: M.AID,
}
BESIDE_TRUCE = {
    Event.AGREED: M.AGREED,
    Event.BEGAN: M.BEGAN | M.ANNOUNCED | M.IN_FORCE,
    Event.ENDED: M.ENDED,
    Event.COMPLIED: M.KEPT,
}
TARGETS = {
    Target.CIVILIANS: M.CIVILIANS,
    Target.CIVILIAN_AREAS: M.CIVILIAN_AREAS,
    Target.HOSPITALS: M.HOSPITALS,
    Target.FIGHTERS: M.FIGHTERS,
    Target.TROOPS: M.TROOPS,
    Target.POSITIONS: M.POSITIONS,
    Target.AIRBASE: M.AIRBASE,
    Target.PATROL: M.PATROL,
}
NEAR_TRUCE = 12
COUNT_BEFORE = 28
_TOPIC_ORDER = {topic: at for at, topic in enumerate(Topic)}
_EVENT_ORDER = {event: at for at, event in enumerate(Event)}


def topics(sense: Sense, *, is_ahead: bool) -> tuple[tuple[Topic, Hit], ...]:
    """Each topic that applies, with the phrase that shows it; a warning of what is ahead is a threat.

    A truce of which nothing is said is its terms; a wish of which nothing else is known is diplomacy.
    """
    found = {topic: hit for topic, mask in TOPICS.items() if sense.mask & mask and (hit := sense.first(mask))}
    truce = sense.first(M.TRUCE)
    if truce and (near := sense.near(M.TRUCE, M.ANNOUNCED | M.AGREED | M.BEGAN | M.IN_FORCE, within=NEAR_TRUCE)):
        found[Topic.ANNOUNCEMENT] = near[1]
    elif truce and sense.cue & M.ANNOUNCED:
        found[Topic.ANNOUNCEMENT] = truce
    elif ceased := sense.first(M.CEASED):
        found[Topic.ANNOUNCEMENT] = ceased
    compact = sense.first(M.COMPACT)
    if compact and Topic.STATUS not in found and Topic.ANNOUNCEMENT not in found:
        found.setdefault(Topic.TERMS, compact)
        if truce and is_ahead and (halted := sense.near(M.BLOWS, M.STOPPED, within=NEAR_TRUCE)):
            found[Topic.ANNOUNCEMENT] = halted[1]  # "attacks would halt on Sunday under the truce"
    if sense.mask & M.BLOWS and (changed := sense.first(M.STOPPED | M.CONTINUED)):
        found.setdefault(Topic.STATUS, changed)
    if is_ahead and sense.cue_hit and sense.cue & M.THREAT:
        found.setdefault(Topic.THREAT, sense.cue_hit)
    if not found:
        if clash := sense.first(M.CLASH):
            found[Topic.VIOLATION] = clash
        elif wish := sense.first(M.WISH | M.LATER):
            found[Topic.DIPLOMACY] = wish
    return tuple(sorted(found.items(), key=lambda item: _TOPIC_ORDER[item[0]]))


def events(sense: Sense) -> tuple[tuple[Event, Hit], ...]:
    """What is said to have happened; a general attack only where no kind of it is told."""
    found = {event: hit for event, mask in EVENTS.items() if sense.mask & mask and (hit := sense.first(mask))}
    if sense.mask & M.COMPACT:
        for event, mask in BESIDE_TRUCE.items():
            if near := sense.near(M.COMPACT, mask, within=NEAR_TRUCE):
                found[event] = near[1]
    if Event.SHELLING not in found and Event.AIR_RAID not in found and (attack := sense.first(M.ATTACK)):
        found[Event.ATTACK] = attack
    if (breach := sense.first(M.BREACH)) and _is_counted(breach, sense):
        found[Event.VIOLATIONS_COUNTED] = breach
    return tuple(sorted(found.items(), key=lambda item: _EVENT_ORDER[item[0]]))


def _is_counted(breach: Hit, sense: Sense) -> bool:
    before = sense.folded[max(sense.span.start, breach.start - COUNT_BEFORE) : breach.start]
    return any(c.isdigit() for c in before)


def targets(sense: Sense) -> tuple[tuple[Target, Hit], ...]:
    """Who or what was hit: asked only where something was hit."""
    if not sense.mask & (M.BLOWS | M.KILLED | M.WOUNDED | M.DESTROYED | M.BLOCKED):
        return ()
    return tuple((target, hit) for target, mask in TARGETS.items() if (hit := sense.first(mask)))
