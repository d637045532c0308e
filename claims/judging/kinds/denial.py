"""Denial: one says that a thing did not happen, was not its doing, or that there was no truce; the other says it."""

from __future__ import annotations

from claims.judging import words
from claims.judging.events import ONE_REPORT, apart, same_act, same_days, same_means, share_place
from claims.judging.gist import DEEDS, HARM, Gist
from claims.judging.keeping import Denying, Keeping
from claims.judging.kind import Finding, Kind
from claims.judging.naming import first_named
from claims.judging.sides import blames
from claims.judging.wording import quote, says, shown, stated
from claims.vocabulary import Dimension, Event, Relation, Stance, Target, Topic

_NOT = (words.DENIED_ALL, words.DENIED_OWN, words.UNTRUE, words.NO_DEAL)
SHARED_WORDS = 2
"""Telling words in common by which a denial that names no deed is taken to be of the other account."""


def find(denial: Gist, charge: Gist) -> Finding | None:
    if denial.denying is None or charge.denying is not None:
        return None
    if denial.denying is Denying.NO_DEAL:
        return _no_deal(denial, charge)
    if charge.is_ahead or charge.account.stance is Stance.HOLDING or not _charges(charge) or apart(denial, charge):
        return None
    if _is_beside(denial, charge) or not _that_very_thing(denial, charge) or not _then(denial, charge):
        return None
    if denial.denying is Denying.ALL:
        if _is_of_others(denial, charge):
            return None
        return _finding(Relation.CONTRADICTS, 90, denial, charge)
    if not _is_the_deniers(denial, charge):
        if charge.accused_slugs:
            return None
        if _for_all_who_fly(denial, charge):
            return _finding(Relation.CONTRADICTS, 85, denial, charge)
        return _finding(Relation.COMPETES, 55, denial, charge)
    if not charge.accused_slugs and _is_of_an_ally(denial, charge):
        return None
    if _denies_aim_only(denial) and not charge.aims:
        return _finding(Relation.COMPETES, 60, denial, charge)
    return _finding(Relation.CONTRADICTS, 85, denial, charge)


def _is_beside(denial: Gist, charge: Gist) -> bool:
    """Denied is having asked for, agreed to or known of it, and that is not what is charged."""
    beside = words.BESIDE_THE_DEED.search(denial.text)
    return beside is not None and beside.group() not in charge.text


def _charges(charge: Gist) -> bool:
    return bool(charge.blows) or charge.broken or bool(charge.account.events & DEEDS)


def _then(denial: Gist, charge: Gist) -> bool:
    """Of the same days: a denial of a stated day answers no undated charge of another article."""
    if denial.is_dated and charge.is_dated:
        of_its_days = charge.days <= denial.days + ONE_REPORT or denial.account.article == charge.account.article
        return same_days(denial, charge) and of_its_days
    return (
        not denial.is_dated or denial.account.article == charge.account.article or share_place(denial, charge) is True
    )


def _that_very_thing(denial: Gist, charge: Gist) -> bool:
    if words.NO_CASUALTIES.search(denial.text):
        return bool(charge.blows & HARM) and share_place(denial, charge) is True
    if denial.hits_civilians and (denial.aims or Target.CIVILIANS in denial.account.targets):
        told_untrue = denial.denying is Denying.ALL and bool(charge.blows)
        return charge.hits_civilians and (bool(charge.blows & HARM) or charge.aims or told_untrue)
    if denial.blows:
        by_any_means = denial.denying is Denying.OWN or share_place(denial, charge) is True
        return same_act(denial, charge) and (by_any_means or same_means(denial, charge))
    denied = denial.account.events & DEEDS
    if denied:
        return bool(denied & charge.account.events)
    if len(denial.stems & charge.stems) >= SHARED_WORDS:
        return True
    accused = blames(charge, denial) or _is_of_its_side(denial, charge)
    return charge.broken and accused and words.BREACH.search(denial.text) is not None


def _is_of_its_side(denial: Gist, charge: Gist) -> bool:
    """Accused is the denier's side, without a name."""
    sides = {body.side for body in denial.account.sources}
    return any(body.side in sides and len(body.family) == 1 for body in charge.accused)


def _is_the_deniers(denial: Gist, charge: Gist) -> bool:
    """Whether what is denied is charged to the denier, or to whom the denial names; a speaker's own feat is its own."""
    if blames(charge, denial):
        return True
    bodies = charge.accused or charge.account.sources
    doers = charge.accused_camps or first_named(charge.text, charge.account.sources) or charge.camps
    return bool(first_named(denial.text, denial.account.sources, bodies) & doers)


def _for_all_who_fly(denial: Gist, charge: Gist) -> bool:
    """Raids of unnamed planes, and a denial for the planes of all who fly there."""
    return Event.AIR_RAID in charge.blows and words.ALL_FLYERS.search(denial.text) is not None


def _is_of_an_ally(denial: Gist, charge: Gist) -> bool:
    """Denied of one party, told of another that fights beside it: each is named by its own name."""
    denied, told = ({names for names in words.ALLIES if names.search(g.text)} for g in (denial, charge))
    return bool(denied and told) and not denied & told


def _is_of_others(denial: Gist, charge: Gist) -> bool:
    """ "No attacks by the one side", and blows by the other: those accused, or the speaker who tells of its own."""
    doers = charge.accused_camps or (charge.camps if charge.is_own_blow else frozenset())
    named = first_named(denial.text, denial.account.sources)
    return bool(denial.blows and doers and named) and not doers & named


def _denies_aim_only(denial: Gist) -> bool:
    return denial.aims and denial.hits_civilians


def _no_deal(denial: Gist, deal: Gist) -> Finding | None:
    says_so = deal.keeping in (Keeping.DEAL, Keeping.HALTED, Keeping.CALM) or (
        deal.account.stance is None and words.BILATERAL.search(deal.text) and words.TRUCE.search(deal.text)
    )
    told = deal.account.topics & {Topic.ANNOUNCEMENT, Topic.TERMS} or deal.account.events & {Event.AGREED, Event.BEGAN}
    if says_so and told and not deal.is_ahead and not deal.is_not_yet:
        return _finding(Relation.CONTRADICTS, 85, denial, deal)
    return None


def _finding(relation: Relation, strength: int, denial: Gist, charge: Gist) -> Finding:
    return Finding(
        relation,
        strength,
        f"{stated(denial, *_NOT)}; {says(charge)} {quote(charge, words.BLOW, words.TRUCE)}.",
        shown(denial, *_NOT),
        shown(charge, words.BLOW, words.TRUCE),
    )


KIND = Kind(
    key="denial",
    label="Denied",
    rule="One source says that a deed was not done, was not its own, or that there was no truce; the other says so.",
    version=3,
    dimension=Dimension.DENIAL,
    find=find,
)
