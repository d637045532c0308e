"""Status: one says that the truce holds (halted, calm, declared), the other tells of a breach in those days."""

from __future__ import annotations

from claims.judging import words
from claims.judging.events import apart, same_days
from claims.judging.gist import Gist
from claims.judging.keeping import Keeping
from claims.judging.kind import Finding, Kind
from claims.judging.naming import camp_of, first_named
from claims.judging.records import Body
from claims.judging.wording import quote, says, shown, stated
from claims.vocabulary import Dimension, Event, Relation, Stance, Topic

_HOLDING = (words.EASED, words.HALTED, words.CALM, words.KEPT, words.NO_BREACH, words.TRUCE)


def find(holding: Gist, broken: Gist) -> Finding | None:
    keeping = holding.keeping
    if keeping is None or holding.denying is not None or not _says_broken(broken):
        return None
    if holding.account.stance is Stance.MIXED and broken.account.stance is Stance.MIXED:
        return None
    if holding.is_local and apart(holding, broken):
        return None
    own = _by_the_keepers(holding, broken)
    if own is None and not holding.keeps_for_all and keeping not in (Keeping.HALTED, Keeping.DEAL):
        return None
    if own is False or not _same_means(holding, broken):
        return None
    relation = Relation.CONTRADICTS if _cannot_both_be(holding, broken, own=own) else Relation.COMPETES
    strength = (80 if relation is Relation.CONTRADICTS else 60) + (5 if same_days(holding, broken) else 0)
    return Finding(
        relation,
        strength,
        _reason(holding, keeping, broken),
        shown(holding, *_HOLDING),
        shown(broken, words.BLOW, words.NOT_YET),
    )


def _says_broken(g: Gist) -> bool:
    """A breach told of these days: a blow by somebody named, or a general charge that states its days."""
    if g.is_ahead or g.denying is not None or g.account.stance is Stance.HOLDING:
        return False
    if g.broken:
        return g.is_dated or bool(g.blows) or g.is_not_yet
    if g.is_not_yet:
        return bool(g.account.topics & {Topic.STATUS, Topic.ANNOUNCEMENT, Topic.TERMS})
    told = g.account.topics & {Topic.VIOLATION, Topic.CASUALTIES}
    return bool(told and g.blows and _doers(g)) and (g.is_own_blow or _is_since_the_start(g))


def _is_since_the_start(g: Gist) -> bool:
    first, begins = g.account.about_from, g.account.ceasefire_begins
    return first is not None and begins is not None and first >= begins


def _doers(g: Gist) -> tuple[Body, ...]:
    """Whose blow is told: those accused, and the speakers where they tell of striking back."""
    return g.accused + (g.account.sources if g.is_own_blow else ())


def _by_the_keepers(holding: Gist, broken: Gist) -> bool | None:
    """Whether the breach is theirs who are said to keep the truce; None where either leaves it open."""
    doers = _doers(broken)
    if holding.keeps_for_all or not doers:
        return None
    keepers = first_named(holding.text, holding.account.sources, doers)
    return any(camp_of(doer) in keepers for doer in doers) if keepers else None


def _same_means(holding: Gist, broken: Gist) -> bool:
    """Air raids that stopped say nothing of guns."""
    of_raids = holding.keeping in (Keeping.HALTED, Keeping.CLEAN) or Event.HALTED in holding.account.events
    if not (holding.halts_air_only and of_raids):
        return True
    return Event.AIR_RAID in broken.blows and Event.HALTED not in broken.account.events


def _cannot_both_be(holding: Gist, broken: Gist, *, own: bool | None) -> bool:
    keeping = holding.keeping
    if broken.is_hedged or broken.is_not_yet or keeping in (Keeping.EASED, Keeping.DEAL):
        return False
    if own or (keeping is Keeping.CLEAN and holding.keeps_for_all):
        return True
    return holding.keeps_for_all and (broken.is_many or not broken.blows)


def _reason(holding: Gist, keeping: Keeping, broken: Gist) -> str:
    return f"{stated(holding, keeping)}; {says(broken)} {quote(broken)}."


KIND = Kind(
    key="status",
    label="Kept or broken",
    rule="One source says that the truce holds, or that fire was halted; the other tells of a breach in the same days.",
    version=1,
    dimension=Dimension.STATUS,
    find=find,
)
