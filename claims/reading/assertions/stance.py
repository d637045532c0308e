"""What a statement asserts of the ceasefire: kept, broken, or both; asserted, not presupposed."""

from __future__ import annotations

from claims.reading.assertions.clauses import of_clause
from claims.reading.assertions.findings import Circumstances, Finding, Ground
from claims.reading.assertions.matters import Matter
from claims.reading.assertions.sense import Sense
from claims.vocabulary import Polarity, Stance

M = Matter
RELATIVE = (", which ", ", that ")
MEANT_FOR = " for "


def stance(sense: Sense, polarity: Polarity, given: Circumstances) -> Finding | None:
    """The stance of the whole statement: of two clauses that differ, both."""
    if not sense.mask & _TELLING:
        return None
    found = [f for c in sense.clauses if (f := of_clause(c, sense, given))]
    if not found and polarity is Polarity.DENIAL:
        return _no_truce(sense)
    if not found:
        return None if given.is_ahead or not given.in_force else _in_spite(sense, given)
    if len(found) > 1:
        found = [f for f in found if not _is_relative(f, sense)] or found
        found = [f for f in found if not _in_spite_of_it(f, found[0], sense)]
    stances = {f.stance for f in found}
    result = Stance.MIXED if len(stances) > 1 else found[0].stance
    if polarity is Polarity.DENIAL and found[0].ground is Ground.BLOW and _is_meant_for(found[0], sense):
        return None
    if polarity is Polarity.DENIAL:
        result = {Stance.HOLDING: Stance.VIOLATED, Stance.VIOLATED: Stance.HOLDING}.get(result, result)
    return Finding(result, tuple(h for f in found for h in f.hits), found[0].ground)


def _is_meant_for(finding: Finding, sense: Sense) -> bool:
    """ "Given coordinates for air strikes": no attack is told, and so none denied."""
    return sense.folded.endswith(MEANT_FOR, 0, finding.hits[0].start)


def _is_relative(finding: Finding, sense: Sense) -> bool:
    """ "The truce, which took effect on Sunday, has collapsed": its beginning is told by the way."""
    truce, begun = finding.hits[0], finding.hits[-1]
    if finding.ground is not Ground.DECLARED or truce.end >= begun.start:
        return False
    return sense.folded[truce.end : begun.start].startswith(RELATIVE)


def _in_spite_of_it(finding: Finding, first: Finding, sense: Sense) -> bool:
    """ "The army holds its fire in spite of the strike": what is kept is kept, whatever it is kept against."""
    if finding is first or first.stance is not Stance.HOLDING or first.ground is Ground.DECLARED:
        return False
    return any(c.opener & M.DESPITE and finding.hits[0] in c.hits for c in sense.clauses)


def _in_spite(sense: Sense, given: Circumstances) -> Finding | None:
    """Losses told as suffered in spite of the truce, or as somebody's doing: more than a toll."""
    loss = sense.first(M.KILLED | M.WOUNDED | M.DESTROYED)
    in_spite = any(c.opener & M.DESPITE and c.mask & M.TRUCE for c in sense.clauses)
    if loss is None or loss.is_aim or not given.blow_counts or not (in_spite or given.is_charged):
        return None
    return Finding(Stance.VIOLATED, (loss,), Ground.BLOW)


def _no_truce(sense: Sense) -> Finding | None:
    """ "Reports of a full ceasefire", denied: it is not in place."""
    truce = sense.first(M.TRUCE)
    if truce is None or truce.mask & M.BREACH or sense.told & (M.BREACH | M.BREACHED | M.BLOWS):
        return None
    return Finding(Stance.VIOLATED, (truce,), Ground.ABSENCE)


_TELLING = (
    M.COMPACT
    | M.PLANE
    | M.RESUMED
    | M.BLOWS
    | M.BREACH
    | M.BREACHED
    | M.HARMED
    | M.CALM
    | M.CEASED
    | M.BLOCKED
    | M.LESS
    | M.STOPPED
)
