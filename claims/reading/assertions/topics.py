"""Topics, events and targets of a statement: each matter leads to those that it always means."""

from __future__ import annotations

from claims.reading.assertions.matters import BLOWS, Matter
from claims.reading.assertions.sense import Hit, Sense
from claims.vocabulary import Event, Target, Topic

M = Matter

TOPICS: dict[Topic, tuple[Matter, ...]] = {
    Topic.STATUS: (M.KEPT, M.CALM, M.LESS, M.MORE, M.CEASED, M.ENDED, M.HARMED),
    Topic.TERMS: (M.TERM,),
    Topic.VIOLATION: (M.SHELLING, M.ATTACK, M.BREACH, M.BREACHED, M.BLOCKED),
    Topic.AIRSTRIKE: (M.AIR,),
    Topic.CASUALTIES: (M.KILLED, M.WOUNDED),
    Topic.DISPLACEMENT: (M.DISPLACED,),
    Topic.TERRITORY: (M.SEIZED,),
    Topic.DEPLOYMENT: (M.DEPLOYED, M.PATROL, M.WITHDREW),
    Topic.DIPLOMACY: (M.TALKED,),
    Topic.THREAT: (M.THREAT,),
    Topic.HUMANITARIAN: (M.AID, M.SUFFERING, M.ABUSED),
}
EVENTS: dict[Event, tuple[Matter, ...]] = {
    Event.SHELLING: (M.SHELLING,),
    Event.AIR_RAID: (M.AIR,),
    Event.CLASH: (M.CLASH,),
    Event.KILLED: (M.KILLED,),
    Event.WOUNDED: (M.WOUNDED,),
    Event.DISPLACED: (M.DISPLACED,),
    Event.DESTROYED: (M.DESTROYED,),
    Event.SEIZED: (M.SEIZED,),
    Event.DEPLOYED: (M.DEPLOYED,),
    Event.WITHDREW: (M.WITHDREW,),
    Event.PATROL: (M.PATROL,),
    Event.BLOCKED: (M.BLOCKED,),
    Event.HALTED: (M.STOPPED, M.CEASED),
    Event.CONTINUED: (M.CONTINUED,),
    Event.TALKED: (M.TALKED,),
    Event.AID: (M.AID,),
}
TARGETS: dict[Target, tuple[Matter, ...]] = {
    Target.CIVILIANS: (M.CIVILIANS,),
    Target.CIVILIAN_AREAS: (M.CIVILIAN_AREAS,),
    Target.HOSPITALS: (M.HOSPITALS,),
    Target.FIGHTERS: (M.FIGHTERS,),
    Target.TROOPS: (M.TROOPS,),
    Target.POSITIONS: (M.POSITIONS,),
    Target.AIRBASE: (M.AIRBASE,),
    Target.PATROL: (M.PATROL,),
}
BESIDE_TRUCE: dict[Event, tuple[Matter, ...]] = {
    Event.AGREED: (M.AGREED,),
    Event.BEGAN: (M.BEGAN, M.ANNOUNCED, M.IN_FORCE),
    Event.ENDED: (M.ENDED,),
    Event.COMPLIED: (M.KEPT,),
}
NEAR_TRUCE = 12


def topics(sense: Sense) -> tuple[tuple[Topic, Hit], ...]:
    """Each topic that applies, with the phrase that shows it; where nothing else does, a truce is its terms, else diplomacy."""
    found: dict[Topic, Hit] = {}
    for topic, matters in TOPICS.items():
        if hit := sense.first(*matters):
            found[topic] = hit
    if truce := sense.near(M.TRUCE, M.ANNOUNCED, M.AGREED, M.BEGAN, M.IN_FORCE, within=NEAR_TRUCE):
        found[Topic.ANNOUNCEMENT] = truce[1]
    elif hit := sense.first(M.CEASED):
        found[Topic.ANNOUNCEMENT] = hit
    if sense.has(M.TRUCE, M.DEAL) and not found.keys() & {Topic.STATUS, Topic.ANNOUNCEMENT}:
        hit = sense.first(M.TRUCE, M.DEAL)
        if hit:
            found.setdefault(Topic.TERMS, hit)
    if (stopped := sense.first(M.STOPPED, M.CONTINUED)) and any(h.is_blow for h in sense.hits):
        found.setdefault(Topic.STATUS, stopped)
    if not found and (hit := sense.first(M.WISH, M.LATER, M.CLASH)):
        found[Topic.VIOLATION if hit.has(M.CLASH) else Topic.DIPLOMACY] = hit
    return tuple(sorted(found.items(), key=lambda item: list(Topic).index(item[0])))


def events(sense: Sense) -> tuple[tuple[Event, Hit], ...]:
    """What is said to have happened; a general attack only where no kind of it is told."""
    found: dict[Event, Hit] = {}
    for event, matters in EVENTS.items():
        if hit := sense.first(*matters):
            found[event] = hit
    for event, matters in BESIDE_TRUCE.items():
        if near := sense.near(M.TRUCE, *matters, within=NEAR_TRUCE) or sense.near(M.DEAL, *matters, within=NEAR_TRUCE):
            found[event] = near[1]
    if not found.keys() & {Event.SHELLING, Event.AIR_RAID} and (hit := sense.first(M.ATTACK)):
        found[Event.ATTACK] = hit
    if hit := next((h for h in sense.hits if h.has(M.BREACH) and _is_counted(h, sense)), None):
        found[Event.VIOLATIONS_COUNTED] = hit
    return tuple(sorted(found.items(), key=lambda item: list(Event).index(item[0])))


def _is_counted(breach: Hit, sense: Sense) -> bool:
    before = sense.folded[max(sense.span.start, breach.start - 24) : breach.start]
    return any(c.isdigit() for c in before) and not breach.has(M.ATTACK)


def targets(sense: Sense) -> tuple[tuple[Target, Hit], ...]:
    """Who or what was hit: asked only where something was hit."""
    if not any(h.matters & (BLOWS | {M.KILLED, M.WOUNDED, M.DESTROYED, M.BLOCKED}) for h in sense.hits):
        return ()
    found: dict[Target, Hit] = {}
    for target, matters in TARGETS.items():
        if hit := sense.first(*matters):
            found[target] = hit
    return tuple(found.items())
