"""What a statement asserts of the ceasefire: kept, broken, or both; asserted, not presupposed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.reading.assertions.matters import Matter
from claims.reading.assertions.sense import NEAR, Clause, Hit, Sense
from claims.vocabulary import Polarity, Stance

M = Matter

KEPT_NEAR = 8
"""Words between a truce and the verb that says how it fares."""

SUBORDINATE = 6


class Ground(StrEnum):
    """What a stance rests on: the truce's keeping as such, less or no fire, an attack, or the truce's declaration."""

    KEEPING = "keeping"
    FIRE = "fire"
    BLOW = "blow"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True)
class Finding:
    """A stance of one clause with the hits that show it. A weak one (a truce merely mentioned as begun) yields to others."""

    stance: Stance
    hits: tuple[Hit, ...]
    ground: Ground
    is_weak: bool = False


def stance(sense: Sense, *, polarity: Polarity, in_force: bool, is_ahead: bool, blow_counts: bool) -> Finding | None:
    """The stance of the whole statement.

    in_force     a ceasefire was in force on the days spoken of, so that an attack breaks it
    is_ahead     a promise, threat or wish: nothing is asserted of what is
    blow_counts  the attack told is neither the speaker's own nor that of one outside the ceasefire
    """
    found = [f for c in sense.clauses if (f := _clause(c, sense, in_force, is_ahead, blow_counts))]
    if not found:
        return None
    strong = [f for f in found if not f.is_weak] or found
    hits = tuple(h for f in strong for h in f.hits)
    stances = {f.stance for f in strong}
    if len(stances) > 1:
        result = Stance.MIXED
    else:
        result = strong[0].stance
    if polarity is Polarity.DENIAL:
        if result is Stance.VIOLATED and all(f.ground is Ground.BLOW for f in strong) and _only_of_whom(sense):
            return None
        result = {Stance.HOLDING: Stance.VIOLATED, Stance.VIOLATED: Stance.HOLDING}.get(result, result)
    return Finding(result, hits, strong[0].ground, strong[0].is_weak)


def _only_of_whom(sense: Sense) -> bool:
    """ "They have targeted civilians", denied: says who was not hit, not that nothing was."""
    return sense.has(M.CIVILIANS, M.HOSPITALS) and not sense.has(M.TRUCE, M.BREACH, M.BREACHED)


def _clause(clause: Clause, sense: Sense, in_force: bool, is_ahead: bool, blow_counts: bool) -> Finding | None:
    if clause.opener is M.EXCEPT:
        return None
    about_truce = clause.has(M.TRUCE, M.DEAL)
    if clause.opener is M.DESPITE and not clause.has(M.BREACH, M.BREACHED) and not clause.blows():
        return None
    return (
        _kept(clause, about_truce, sense, is_ahead)
        or _broken(clause, about_truce, sense, is_ahead)
        or (None if is_ahead or not in_force else _blow(clause, sense, blow_counts))
        or _declared(clause, is_ahead)
    )


def _kept(clause: Clause, about_truce: bool, sense: Sense, is_ahead: bool) -> Finding | None:
    if is_ahead:
        return None
    blows = (*clause.blows(), *clause.all(M.BREACH))
    for hit in clause.all(M.CEASED):
        return Finding(Stance.VIOLATED if clause.negated(hit) else Stance.HOLDING, (hit,), Ground.FIRE)
    for hit in clause.all(M.LESS):
        if near := _nearest(hit, blows, KEPT_NEAR + 4):
            return Finding(Stance.VIOLATED if clause.negated(hit) else Stance.HOLDING, (hit, near), Ground.FIRE)
    for hit in clause.all(M.STOPPED):
        if (near := _nearest(hit, blows, KEPT_NEAR)) and not hit.has(M.TRUCE):
            return Finding(Stance.VIOLATED if clause.negated(hit) else Stance.HOLDING, (hit, near), Ground.FIRE)
    for blow in blows:
        if clause.negated(blow) and not clause.has(M.CONTINUED, M.STOPPED):
            return Finding(Stance.HOLDING, (blow,), Ground.FIRE)
        only = next((h for h in clause.all(M.ONLY) if h.end <= blow.start and blow.word - h.word <= NEAR - 1), None)
        if only and not only.has(M.BREACH):
            return Finding(Stance.HOLDING, (only, blow), Ground.FIRE)
    for hit in clause.all(M.CALM):
        return Finding(Stance.VIOLATED if clause.negated(hit) else Stance.HOLDING, (hit,), Ground.FIRE)
    if about_truce:
        for hit in clause.all(M.KEPT):
            truce = _nearest(hit, clause.all(M.TRUCE, M.DEAL), KEPT_NEAR)
            if truce and not hit.has(M.TRUCE):
                negated = clause.negated(hit) or (hit.start > truce.start and clause.negated(truce))
                return Finding(Stance.VIOLATED if negated else Stance.HOLDING, (hit, truce), Ground.KEEPING)
    return None


def _broken(clause: Clause, about_truce: bool, sense: Sense, is_ahead: bool) -> Finding | None:
    if is_ahead:
        return None
    if about_truce:
        for hit in clause.all(M.BREACHED, M.HARMED):
            truce = _nearest(hit, clause.all(M.TRUCE, M.DEAL), KEPT_NEAR)
            if truce:
                return Finding(Stance.HOLDING if clause.negated(hit) else Stance.VIOLATED, (hit, truce), Ground.KEEPING)
        for hit in clause.all(M.ENDED):
            truce = _nearest(hit, clause.all(M.TRUCE), KEPT_NEAR)
            if truce and not clause.negated(hit):
                return Finding(Stance.VIOLATED, (hit, truce), Ground.KEEPING)
        for truce in clause.all(M.TRUCE):
            if clause.negated(truce) and not clause.has(M.BREACH):
                return Finding(Stance.VIOLATED, (truce,), Ground.KEEPING)
        for hit in clause.all(M.BEGAN, M.IN_FORCE):
            if clause.negated(hit) and _nearest(hit, clause.all(M.TRUCE), KEPT_NEAR):
                return Finding(Stance.VIOLATED, (hit,), Ground.KEEPING)
    return None


def _blow(clause: Clause, sense: Sense, counts: bool) -> Finding | None:
    if not counts:
        return None
    if breach := next((h for h in clause.all(M.BREACH, M.BREACHED) if not clause.negated(h)), None):
        return Finding(Stance.VIOLATED, (breach,), Ground.BLOW)
    if (block := clause.first(M.BLOCKED)) and (clause.has(M.PATROL) or sense.has(M.PATROL, M.DEPLOYED)):
        return Finding(Stance.VIOLATED, (block,), Ground.BLOW)
    for blow in clause.blows():
        if not clause.negated(blow):
            return Finding(Stance.VIOLATED, (blow,), Ground.BLOW)
    return None


def _declared(clause: Clause, is_ahead: bool) -> Finding | None:
    """A truce declared or come into force; weak where it only dates something else ("after the truce took effect")."""
    for truce in clause.all(M.TRUCE):
        begun = _nearest(truce, clause.all(M.BEGAN, M.IN_FORCE, M.ANNOUNCED), KEPT_NEAR + 4)
        if begun and not clause.negated(begun) and not (is_ahead and begun.has(M.IN_FORCE)):
            lead = min(truce.start, begun.start)
            weak = any(h.has(M.AFTER) and h.end <= lead and truce.word - h.word <= SUBORDINATE for h in clause.hits)
            return Finding(Stance.HOLDING, (truce, begun), Ground.DECLARED, is_weak=weak)
    return None


def _nearest(hit: Hit, others: tuple[Hit, ...], within: int) -> Hit | None:
    best: tuple[int, Hit] | None = None
    for other in others:
        if other is hit:
            continue
        gap = other.word - hit.word - hit.size if other.word >= hit.word else hit.word - other.word - other.size
        if gap <= within and (best is None or gap < best[0]):
            best = (gap, other)
    return best[1] if best else None
