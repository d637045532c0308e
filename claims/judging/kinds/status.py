"""Status: one says that the truce holds (halted, calm, declared), the other tells of a breach in those days."""

from __future__ import annotations

from datetime import timedelta

from claims.judging import words
from claims.judging.events import apart
from claims.judging.gist import Gist
from claims.judging.keeping import Keeping
from claims.judging.kind import Finding, Kind
from claims.judging.naming import NOTHING, camp_of, first_named, name_pattern
from claims.judging.pairing import stands_for
from claims.judging.records import Body
from claims.judging.sides import same_source
from claims.judging.wording import quote, says, shown, stated
from claims.vocabulary import Dimension, Event, Relation, Stance, Topic

ONE_REPORT = 2
"""Days that a report of one day may span: "over the past 24 hours" is of two."""
_HOLDING = (words.EASED, words.HALTED, words.CALM, words.KEPT, words.NO_BREACH, words.TRUCE)


def find(holding: Gist, broken: Gist) -> Finding | None:
    keeping = holding.keeping
    if keeping is None or holding.denying is not None or not _then(holding, broken):
        return None
    if holding.account.stance is Stance.MIXED and broken.account.stance is Stance.MIXED:
        return None
    if not _says_broken(broken, since=holding) or (holding.is_local and apart(holding, broken)):
        return None
    if same_source(holding, broken) and (keeping is not Keeping.CLEAN or not _of_one_day(holding, broken)):
        return None
    own = _by_the_keepers(holding, broken)
    if own is None and not holding.keeps_for_all and keeping not in (Keeping.HALTED, Keeping.DEAL):
        return None
    if own is False or not _same_means(holding, broken):
        return None
    relation = Relation.CONTRADICTS if _cannot_both_be(holding, broken, own=own) else Relation.COMPETES
    strength = (80 if relation is Relation.CONTRADICTS else 60) - (5 if keeping is Keeping.DEAL else 0)
    return Finding(
        relation,
        strength,
        _reason(holding, broken),
        shown(holding, *_HOLDING),
        shown(broken, words.BLOW, words.NOT_YET),
    )


def _says_broken(g: Gist, *, since: Gist) -> bool:
    """A breach told of these days: a blow by somebody named, or a general charge that states its days."""
    if g.is_ahead or g.is_before or g.is_over or g.denying is not None or g.account.stance is Stance.HOLDING:
        return False
    if g.broken:
        return bool(g.blows) or g.is_not_yet or (g.is_dated and g.charges)
    if g.is_not_yet:
        return bool(g.account.topics & {Topic.STATUS, Topic.ANNOUNCEMENT, Topic.TERMS})
    told = g.account.topics & {Topic.VIOLATION, Topic.CASUALTIES}
    return bool(told and g.blows and _doers(g)) and (g.is_own_blow or (_is_since_the_start(g, since) and _by_a_side(g)))


def _by_a_side(g: Gist) -> bool:
    """Struck by a side that the truce can bind: an outsider's strike that nobody calls a breach breaks no truce."""
    return any(body.side not in words.OUTSIDERS for body in g.accused)


def _is_since_the_start(g: Gist, since: Gist) -> bool:
    """Of a day on which there was a truce: by the calendar, or by the account that says so."""
    first = g.account.about_from
    starts = [day for day in (g.account.ceasefire_begins, since.account.about_from) if day is not None]
    return first is not None and bool(starts) and first >= min(starts)


def _then(holding: Gist, broken: Gist) -> bool:
    """Whether the breach is told of the time for which the truce is said to hold.

    A charge over many days says nothing of one calm day in them, unless the truce as such is said to be kept.
    """
    open_end = stands_for(holding.account) > timedelta()
    if broken.is_general and broken.is_not_yet and not (open_end or holding.is_kept):
        return False
    if not broken.is_dated and holding.account.article != broken.account.article:
        return open_end and (broken.is_not_yet or (bool(_doers(broken)) and not broken.is_general))
    if broken.days <= ONE_REPORT:
        return True
    first, starts = broken.account.about_from, holding.account.about_from
    if not holding.is_kept and first is not None and starts is not None and first < starts - timedelta(days=1):
        return False
    if broken.blows and open_end and not _ends_within(holding, broken):
        return False
    return open_end or holding.is_kept or holding.days > ONE_REPORT


def _ends_within(holding: Gist, broken: Gist) -> bool:
    """Whether the stretch in which blows fell ends while the declaration or the halt still speaks of its days."""
    starts, ends = holding.account.about_to or holding.account.about_from, broken.account.about_to
    return starts is None or ends is None or ends - starts <= stands_for(holding.account)


def _of_one_day(a: Gist, b: Gist) -> bool:
    x, y = a.account, b.account
    return a.is_dated and (x.about_from, x.about_to) == (y.about_from, y.about_to)


def _doers(g: Gist) -> tuple[Body, ...]:
    """Whose blow is told: those accused, and the speakers where they tell of striking back."""
    return g.accused + (g.account.sources if g.is_own_blow else ())


def _by_the_keepers(holding: Gist, broken: Gist) -> bool | None:
    """Whether the breach is theirs who are said to keep the truce; None where either leaves it open."""
    doers = _doers(broken)
    if holding.keeps_for_all:
        return None
    keepers = first_named(holding.text, holding.account.sources, doers or broken.account.sources)
    if not doers:
        # Nobody tells of the fire of its own side without saying so: what a keeper's ally tells of is the others' fire.
        return False if keepers and broken.camps <= keepers else None
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
    if own:
        return not _by_an_ally(holding, broken)
    if keeping is Keeping.CLEAN and holding.keeps_for_all:
        return True
    return holding.keeps_for_all and (broken.is_many or not broken.blows)


def _by_an_ally(holding: Gist, broken: Gist) -> bool:
    """Those who struck fight beside the one said to keep the truce, and are themselves not named as keeping it."""
    if broken.is_own_blow or holding.slugs & broken.accused_families:
        return False
    known = [name_pattern(doer) for doer in broken.accused]
    return all(pattern is not NOTHING and not pattern.search(holding.text) for pattern in known)


def _reason(holding: Gist, broken: Gist) -> str:
    return f"{stated(holding, *_HOLDING)}; {says(broken)} {quote(broken, words.BLOW, words.NOT_YET)}."


KIND = Kind(
    key="status",
    label="Kept or broken",
    rule="One source says that the truce holds, or that fire was halted; the other tells of a breach in the same days.",
    version=2,
    dimension=Dimension.STATUS,
    find=find,
)
