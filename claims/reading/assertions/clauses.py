"""What one clause asserts of the ceasefire: kept, absent, ended or declared, that fire stopped, or a blow."""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading.assertions.findings import Circumstances, Finding, Ground
from claims.reading.assertions.matters import Matter
from claims.reading.assertions.sense import NEAR, Clause, Hit, Sense
from claims.vocabulary import Stance

M = Matter

KEPT_NEAR = 8
"""Words between a truce and the verb that says how it fares."""

FIRE_NEAR = 12
"""Words between what grew less, or stopped, and the fire that did."""

AGREED_NEAR = 3
"""Words between a truce and the "agreed" that says it was made."""

SUBORDINATE = 6
"""Words behind "after" or "since" in which a truce's beginning only dates something else."""


def of_clause(clause: Clause, sense: Sense, given: Circumstances) -> Finding | None:
    if clause.opener & M.UNASSERTED:
        return None
    if clause.opener & M.DESPITE and not clause.mask & (M.BREACH | M.BREACHED | M.BLOWS):
        return None
    if not given.is_ahead:
        if resumed := next(iter(clause.all(M.RESUMED)), None):
            return _either_way(clause, resumed)
        if found := _eased(clause) or _kept(clause) or _broken(clause):
            return found
        is_toll = sense.is_running_total and not given.is_charged
        if given.in_force and given.blow_counts and not is_toll and (found := _struck(clause, sense)):
            return found
    elif not sense.mask & M.CONDITION and (resumed := next(iter(clause.all(M.RESUMED)), None)):
        return _either_way(clause, resumed)
    return _declared(clause, sense, given)


def _eased(clause: Clause) -> Finding | None:
    """Fire that stopped, grew less, is denied, or is only little; calm."""
    ceased = next(iter(clause.all(M.CEASED)), None)
    if ceased and not _dates_a_blow(clause, ceased):
        return _either(clause, ceased, (ceased,), Ground.FIRE)
    blows = clause.all(M.BLOWS | M.PLANE | M.BREACH)
    for hit in clause.all(M.LESS | M.STOPPED):
        if hit.mask & M.STOPPED and _dates_a_blow(clause, hit):
            continue
        if any(h.mask & M.CONTINUED and h.mask & M.BEGAN and h.start > hit.end for h in clause.hits):
            return Finding(Stance.VIOLATED, (hit,), Ground.BLOW)  # "the raids paused and began again"
        near = _nearest(hit, blows, FIRE_NEAR if hit.mask & M.LESS else KEPT_NEAR) or _its_subject(clause, hit)
        if near is None and hit.mask & M.STOPPED:  # "the halt has been in force"
            near = _nearest(hit, [h for h in clause.all(M.IN_FORCE) if h.start > hit.end], AGREED_NEAR)
        if near and not hit.mask & M.TRUCE:
            return _either(clause, hit, (hit, near), Ground.FIRE)
    for blow in blows:
        if (
            (clause.negated(blow) or clause.negated_behind(blow))
            and not any(h.mask & (M.CONTINUED | M.STOPPED | M.BREACHED) and h is not blow for h in clause.hits)
            and not _kept_before(clause, blow)
        ):
            return Finding(Stance.HOLDING, (blow,), Ground.FIRE)
        only = next((h for h in clause.all(M.ONLY) if h.end <= blow.start and blow.word - h.word < NEAR), None)
        if only and not only.mask & M.BREACH:
            return Finding(Stance.HOLDING, (only, blow), Ground.FIRE)
    calm = next(iter(clause.all(M.CALM)), None)
    if calm and not _dates_a_blow(clause, calm):
        return _either(clause, calm, (calm,), Ground.FIRE)
    return None


def _its_subject(clause: Clause, stopped: Hit) -> Hit | None:
    """ "Clashes between the two sides at the edge of the valley ceased": the fire far before it, no verb between."""
    if not stopped.mask & M.STOPPED:
        return None
    before = [h for h in clause.hits if h.end <= stopped.start]
    if any(h.mask & (M.PAST | M.PRESENT | M.LATER | M.AFTER | M.WISH) for h in before):
        return None
    return next((h for h in before if h.mask & M.BLOWS and h.away(stopped) <= FIRE_NEAR), None)


def _dates_a_blow(clause: Clause, calm: Hit) -> bool:
    """ "The first raids since a truce brought calm", "shelled after the halt": it only dates what broke the calm."""
    after = [h for h in clause.hits if h.mask & M.AFTER and h.end <= calm.start and calm.word - h.word <= SUBORDINATE]
    return any(h.mask & M.BLOWS and h.end <= a.start for a in after for h in clause.hits)


def _kept_before(clause: Clause, blow: Hit) -> bool:
    """ "Not complying with the deal to halt violence": what is denied is the keeping."""
    return any(h.mask & M.KEPT and h.end <= blow.start and clause.negated(h) for h in clause.hits)


def _kept(clause: Clause) -> Finding | None:
    compacts = clause.all(M.COMPACT)
    for hit in clause.all(M.KEPT) if compacts else ():
        truce = _nearest(hit, compacts, KEPT_NEAR)
        if truce and not hit.mask & M.TRUCE:
            negated = clause.negated(hit) or (hit.start > truce.start and clause.negated(truce))
            return Finding(Stance.VIOLATED if negated else Stance.HOLDING, (hit, truce), Ground.KEEPING)
    return None


def _broken(clause: Clause) -> Finding | None:
    compacts = clause.all(M.COMPACT)
    if not compacts:
        return None
    for hit in clause.all(M.BREACHED | M.HARMED | M.ENDED):
        among = compacts
        if hit.mask & M.ENDED:
            among = [c for c in compacts if c.mask & M.TRUCE or (c.start < hit.start and c.away(hit) < NEAR)]
        if truce := _nearest(hit, among, KEPT_NEAR):
            if clause.negated(hit) or (hit.start > truce.start and clause.negated(truce)):
                return Finding(Stance.HOLDING, (hit, truce), Ground.KEEPING)
            ground = Ground.END if hit.mask & M.ENDED else Ground.KEEPING
            return Finding(Stance.VIOLATED, (hit, truce), ground)
    for truce in compacts:
        if truce.mask & M.TRUCE and not truce.mask & M.BREACH:
            begun = _nearest(truce, clause.all(M.BEGAN | M.IN_FORCE), KEPT_NEAR)
            if clause.negated(truce) or (begun and clause.negated(begun)):
                return Finding(Stance.VIOLATED, (truce,), Ground.ABSENCE)
    return None


def _struck(clause: Clause, sense: Sense) -> Finding | None:
    if _is_of_a_deal(clause):
        return None
    for hit in clause.all(M.BREACH | M.BREACHED | M.FIRE | M.BLOCKED | M.CLASH):
        if clause.negated(hit):
            continue
        if hit.mask & M.BLOCKED and not hit.mask & (M.FIRE | M.BREACH) and not sense.mask & (M.PATROL | M.DEPLOYED):
            continue
        if (
            hit.mask & M.CLASH
            and not hit.mask & (M.FIRE | M.BREACH)
            and sense.mask & (M.DISPLACED | M.SUFFERING | M.REPLY)
        ):
            continue
        return Finding(Stance.VIOLATED, (hit,), Ground.BLOW)
    return None


def _is_of_a_deal(clause: Clause) -> bool:
    """A deal is what is told first, the fighting only what it is to end."""
    first = next((h for h in clause.hits if h.mask & (M.AGREED | M.ANNOUNCED | M.BLOWS | M.BREACH)), None)
    return first is not None and bool(first.mask & (M.AGREED | M.ANNOUNCED)) and bool(clause.mask & M.COMPACT)


def _declared(clause: Clause, sense: Sense, given: Circumstances) -> Finding | None:
    """A truce declared or come into force; not where that only dates something else ("after the truce took effect")."""
    if given.is_ahead and given.is_dated and (ceases := next(iter(clause.all(M.CEASED)), None)):
        return Finding(Stance.HOLDING, (ceases,), Ground.DECLARED)
    for truce in clause.all(M.TRUCE):
        if truce.mask & M.BREACH:
            continue
        dated = (M.AGREED | (M.KEPT if given.is_ahead else 0)) if given.is_dated else 0
        verbs = clause.all(M.BEGAN | M.IN_FORCE | M.ANNOUNCED | dated)
        begun = _nearest(truce, verbs, FIRE_NEAR)
        if begun is None and given.is_dated:
            begun = _halt_of_fire(clause)
        if begun is None and not given.is_ahead and not sense.mask & M.CONDITION:
            begun = _agreed(clause, truce)
        if begun and not clause.negated(begun):
            lead = min(truce.start, begun.start)
            is_to_come = any(h.mask & M.LATER and lead < h.start < begun.start for h in clause.hits)
            is_by_the_way = any(
                h.mask & M.AFTER and h.end <= lead and truce.word - h.word <= SUBORDINATE for h in clause.hits
            )
            if is_by_the_way and not is_to_come:
                continue
            return Finding(Stance.HOLDING, (truce, begun), Ground.DECLARED)
        if sense.cue & M.ANNOUNCED and truce is sense.first(
            M.TRUCE | M.BLOWS | M.BREACHED | M.PAST | M.LATER | M.AGREED
        ):
            return Finding(Stance.HOLDING, (truce,), Ground.DECLARED)
    if given.is_ahead and given.is_dated and clause.mask & (M.DEAL | M.TERM) and (halted := _halt_of_fire(clause)):
        return Finding(Stance.HOLDING, (halted,), Ground.DECLARED)
    return None


def _agreed(clause: Clause, truce: Hit) -> Hit | None:
    """ "A truce has been agreed": declared, though no day is told."""
    if clause.mask & M.TERM:
        return None
    return next((h for h in clause.all(M.AGREED) if h.start > truce.start and h.away(truce) <= AGREED_NEAR), None)


def _halt_of_fire(clause: Clause) -> Hit | None:
    """ "Attacks would halt on Sunday under the truce": what a dated truce is to bring."""
    return next((h for h in clause.all(M.STOPPED) if _nearest(h, clause.all(M.BLOWS), KEPT_NEAR)), None)


def _either_way(clause: Clause, hit: Hit) -> Finding:
    """The truce is over, by the fighting that is taken up again; or not."""
    return Finding(Stance.HOLDING if clause.negated(hit) else Stance.VIOLATED, (hit,), Ground.END)


def _either(clause: Clause, hit: Hit, shown: tuple[Hit, ...], ground: Ground) -> Finding:
    return Finding(Stance.VIOLATED if clause.negated(hit) else Stance.HOLDING, shown, ground)


def _nearest(hit: Hit, others: Sequence[Hit], within: int) -> Hit | None:
    best: Hit | None = None
    for other in others:
        if other is not hit and hit.away(other) <= within and (best is None or hit.away(other) < hit.away(best)):
            best = other
    return best
