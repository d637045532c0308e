"""Status: one says that the truce holds (halted, calm, declared), the other tells of a breach in those days."""

from __future__ import annotations

from datetime import timedelta

from claims.judging import words
from claims.judging.events import ONE_REPORT, SOON, apart, same_days
from claims.judging.gist import Gist
from claims.judging.keeping import Keeping
from claims.judging.kind import Finding, Kind
from claims.judging.naming import NOTHING, camp_of, first_named, name_pattern
from claims.judging.pairing import stands_for
from claims.judging.records import Body
from claims.judging.sides import same_source
from claims.judging.wording import quote, says, shown, stated
from claims.vocabulary import Dimension, Event, Relation, Stance, Topic

_OPEN = (Keeping.HALTED, Keeping.DEAL)
"""What stays true after its day, as long as `stands_for` says."""
_HOLDING = (words.EASED, words.HALTED, words.CALM, words.KEPT, words.NO_BREACH, words.TRUCE)


def find(holding: Gist, broken: Gist) -> Finding | None:
    keeping = holding.keeping
    if keeping is None or holding.denying is not None or not _then(holding, broken):
        return None
    if holding.account.stance is Stance.MIXED and broken.account.stance is Stance.MIXED:
        return None
    if not _says_broken(broken, since=holding) or (holding.is_local and apart(holding, broken)):
        return None
    if _is_hearsay(holding) or _of_the_others(holding, broken):
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
    told = g.account.topics & {Topic.VIOLATION, Topic.CASUALTIES, Topic.AIRSTRIKE}
    if not told or not g.blows or not _doers(g) or not _by_a_side(g):
        return False
    return g.is_own_blow or _is_since_the_start(g, since)


def _by_a_side(g: Gist) -> bool:
    """Struck by a side that the truce can bind: an outsider's strike that nobody calls a breach breaks no truce."""
    return any(body.side not in words.OUTSIDERS for body in _doers(g))


def _is_since_the_start(g: Gist, since: Gist) -> bool:
    """Of a day on which there was a truce: by the calendar, or by the account that says so."""
    first = g.account.about_from
    is_start = since.keeping is not Keeping.DEAL or _tells_of_start(since)
    days = (g.account.ceasefire_begins, since.account.about_from if is_start else None)
    starts = [day for day in days if day is not None]
    return first is not None and bool(starts) and first >= min(starts)


def _tells_of_start(g: Gist) -> bool:
    """That the truce has begun, or on which day it does: not only that it was agreed."""
    if g.account.events & {Event.BEGAN, Event.HALTED}:
        return True
    return words.TRUCE_NAMED.match(g.text) is not None and words.DAY_NAMED.search(g.text) is not None


def _then(holding: Gist, broken: Gist) -> bool:
    """Whether the breach is told of the time for which the truce is said to hold.

    A charge over many days says nothing of one calm day in them, unless the truce as such is said to be kept.
    """
    open_end = holding.keeping in _OPEN and stands_for(holding.account) > timedelta()
    if broken.is_general and broken.is_not_yet and not (open_end or holding.is_kept):
        return False
    if not broken.is_dated and holding.account.article != broken.account.article:
        if _is_told_of_the_day(holding, broken):
            return True
        if holding.keeping is Keeping.DEAL and not broken.is_not_yet and not _is_told_after(holding, broken):
            return False
        return open_end and (broken.is_not_yet or (bool(_doers(broken)) and not broken.is_general))
    if not open_end and broken.is_dated and holding.is_dated and not same_days(holding, broken):
        return False
    if broken.days <= ONE_REPORT:
        return True
    if holding.keeping is Keeping.DEAL and broken.is_general:
        return False
    first, starts = broken.account.about_from, holding.account.about_from
    if not holding.is_kept and first is not None and starts is not None and first < starts - timedelta(days=1):
        return False
    if broken.blows and not _ends_within(holding, broken):
        return False
    return open_end or holding.is_kept or holding.days > ONE_REPORT


def _is_told_of_the_day(holding: Gist, broken: Gist) -> bool:
    """A blow that is still going on as it is told, on the very day for which the truce is said to hold."""
    told = broken.account.said or broken.account.reported
    day = holding.account.about_to or holding.account.about_from
    return bool(broken.blows) and words.STILL.search(broken.text) is not None and told is not None and told == day


def _is_told_after(holding: Gist, broken: Gist) -> bool:
    """Told after the day on which the truce was to begin: on that day itself, it may be of the hours before."""
    told, starts = broken.account.said or broken.account.reported, holding.account.about_from
    return told is None or starts is None or told > starts


def _ends_within(holding: Gist, broken: Gist) -> bool:
    """Whether the stretch in which blows fell ends while the declaration or the halt still speaks of its days."""
    starts, ends = holding.account.about_to or holding.account.about_from, broken.account.about_to
    return starts is None or ends is None or ends - starts <= max(stands_for(holding.account), SOON)


def _of_one_day(a: Gist, b: Gist) -> bool:
    x, y = a.account, b.account
    return a.is_dated and (x.about_from, x.about_to) == (y.about_from, y.about_to)


def _doers(g: Gist) -> tuple[Body, ...]:
    """Whose blow is told: those accused, and the speakers where they tell of striking back."""
    return g.accused + (g.account.sources if g.is_own_blow else ())


def _is_hearsay(holding: Gist) -> bool:
    """Others than the parties tell that a truce was agreed: that is no word on whether it holds."""
    others = words.BYSTANDERS | words.OUTSIDERS
    is_told = all(body.side in others for body in holding.account.sources)
    return holding.keeping is Keeping.DEAL and is_told and not _tells_of_start(holding)


def _of_the_others(holding: Gist, broken: Gist) -> bool:
    """A side tells of its own truce, and its ally of the other side's breach: one account of two halves."""
    sides = {body.side for body in (*holding.account.sources, *broken.account.sources)}
    if holding.keeping not in _OPEN or holding.camps != broken.camps or sides & words.BYSTANDERS:
        return False
    return bool(broken.accused_camps) and not broken.accused_camps & holding.camps and not broken.is_own_blow


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
    if words.CALM.search(holding.text):
        return True
    goes_on = Event.HALTED not in broken.account.events and not broken.halts_air_only
    return Event.AIR_RAID in broken.blows and goes_on


def _cannot_both_be(holding: Gist, broken: Gist, *, own: bool | None) -> bool:
    keeping = holding.keeping
    if broken.is_hedged or broken.is_not_yet or keeping in (Keeping.EASED, Keeping.DEAL):
        return False
    if _may_be_earlier(holding, broken):
        return False
    if own:
        return not _by_an_ally(holding, broken)
    if keeping is Keeping.CLEAN and holding.keeps_for_all:
        return True
    return holding.keeps_for_all and (broken.is_all_over or not broken.blows)


def _may_be_earlier(holding: Gist, broken: Gist) -> bool:
    """A report of two days ("since midnight"), and a blow that another article tells of the first of them."""
    ends, fell = holding.account.about_to, broken.account.about_to
    of_two = holding.days == ONE_REPORT and holding.account.article != broken.account.article
    return of_two and ends is not None and fell is not None and fell < ends


def _by_an_ally(holding: Gist, broken: Gist) -> bool:
    """Those who struck fight beside the one said to keep the truce, and are themselves not named as keeping it."""
    if broken.is_own_blow or holding.slugs & broken.accused_families:
        return False
    known = [name_pattern(doer) for doer in broken.accused]
    named = words.BACKED.sub(" ", holding.text)
    return all(pattern is not NOTHING and not pattern.search(named) for pattern in known)


def _reason(holding: Gist, broken: Gist) -> str:
    return f"{stated(holding, *_HOLDING)}; {says(broken)} {quote(broken, words.BLOW, words.NOT_YET)}."


KIND = Kind(
    key="status",
    label="Kept or broken",
    rule="One source says that the truce holds, or that fire was halted; the other tells of a breach in the same days.",
    version=3,
    dimension=Dimension.STATUS,
    find=find,
)
