"""What a judge looks at in an account, worked out once however many pairs it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.judging import words
from claims.judging.keeping import BLOWS, Denying, Keeping, denying_of, halts_air_only, keeping_of, keeps_for_all
from claims.judging.naming import camp_of, first_named, fold, stems
from claims.judging.pairing import Matter, matters
from claims.judging.records import Account, Body, Place
from claims.vocabulary import Event, Stance, Target, Topic

DEEDS = frozenset({Event.BLOCKED, Event.PATROL, Event.SEIZED, Event.DISPLACED, Event.DEPLOYED, Event.WITHDREW})
"""Events that are no blow, yet done by somebody at some place."""
HARM = frozenset({Event.KILLED, Event.WOUNDED, Event.DESTROYED, Event.DISPLACED})
CIVIL_TARGETS = frozenset({Target.CIVILIANS, Target.CIVILIAN_AREAS, Target.HOSPITALS})
FIGHTING_TARGETS = frozenset({Target.FIGHTERS, Target.TROOPS, Target.POSITIONS, Target.AIRBASE})
LOCAL_DEPTH = 4
"""A place that stands in at least three others (district, province, region or country) is one spot, not an area."""
SEVERAL = 3
"""Incidents or places from which on an account is of more than one or two."""
ALL_OVER = 10
"""Incidents or places from which on an account leaves no calm."""
_WHERE = ("town", "village", "district", "communit", "place", "front")
_STRUCK = (*_WHERE, "incident", "attack", "shelling", "strike", "raid", "violation", "breach")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """`text` is folded. `broken`: says that the truce was broken; `is_ahead`: tells no deed but a plan, wish or threat;
    `is_general`: tells no deed; `is_kept`: that the truce as such is kept; `is_before`: of the time before the truce;
    `is_over`: of fighting that stopped; `charges`: tells a deed, or a breach of the truce as such;
    `is_wide`: speaks of the truce or the area as a whole; `is_many`: of more than an incident or two;
    `is_all_over`: of so many that nobody can call it calm.
    A country or the truce's zone says nothing of where: neither is a place here. An account of how the truce holds
    accuses nobody."""

    account: Account
    text: str
    matters: dict[str, Matter]
    slugs: frozenset[str]
    families: frozenset[str]
    camps: frozenset[str]
    accused: tuple[Body, ...]
    accused_slugs: frozenset[str]
    accused_families: frozenset[str]
    accused_camps: frozenset[str]
    keeping: Keeping | None
    keeps_for_all: bool
    halts_air_only: bool
    denying: Denying | None
    broken: bool
    is_general: bool
    is_kept: bool
    is_before: bool
    is_over: bool
    charges: bool
    is_conditional: bool
    days: int
    blows: frozenset[Event]
    is_dated: bool
    is_ahead: bool
    is_hedged: bool
    is_wide: bool
    is_many: bool
    is_all_over: bool
    is_not_yet: bool
    is_own_blow: bool
    responds: bool
    hits_civilians: bool
    hits_fighters: bool
    aims: bool
    denies_terms: bool
    is_allowed: bool
    places: frozenset[str]
    within: frozenset[str]
    is_local: bool
    stems: frozenset[str]


@lru_cache(maxsize=20_000)
def gist(account: Account) -> Gist:
    text = fold(account.text)
    blows = _blows(account, text)
    denying = denying_of(account, text)
    keeping = keeping_of(account, text) if denying is not Denying.NO_DEAL else None
    named = [p for p in account.places if len(p.within) > 1 and "zone" not in p.slug]
    accused = () if account.stance is Stance.HOLDING else account.accused
    places = frozenset(p.slug for p in named)
    is_before = has(words.BEFORE_TRUCE, text)
    spots = _spots(named)
    is_many = has(words.MANY, text) or spots >= SEVERAL or _counts_many(account, _STRUCK)
    is_wide = spots >= SEVERAL or _counts_many(account, _WHERE) or (has(words.MANY, text) and not places)
    return Gist(
        account=account,
        text=text,
        matters={m.key: m for m in matters(account)},
        slugs=frozenset(b.slug for b in account.sources),
        families=_families(account.sources),
        camps=frozenset(camp_of(b) for b in account.sources),
        accused=accused,
        accused_slugs=frozenset(b.slug for b in accused),
        accused_families=_families(accused),
        accused_camps=frozenset(camp_of(b) for b in accused),
        keeping=keeping,
        keeps_for_all=keeps_for_all(account, text, keeping),
        halts_air_only=halts_air_only(text) or (Event.HALTED in account.events and blows == {Event.AIR_RAID}),
        denying=denying,
        broken=denying is None and not is_before and _is_broken(account, text),
        is_general=not blows and not account.events & DEEDS,
        is_kept=has(words.KEPT, text),
        is_before=is_before,
        is_over=_is_over(account, text),
        charges=bool(blows or account.events & DEEDS) or has(words.BREACH, text),
        is_conditional=has(words.CONDITIONAL, text),
        days=_days(account),
        blows=blows,
        is_dated=account.about_from is not None or account.about_to is not None,
        is_ahead=_is_ahead(account, text),
        is_hedged=has(words.HEDGED, text),
        is_wide=has(words.WIDE, text) or is_wide or _is_of_truce(account),
        is_many=is_many,
        is_all_over=has(words.MANY, text) or spots >= SEVERAL or _counts_many(account, _STRUCK, least=ALL_OVER),
        is_not_yet=has(words.NOT_YET, text),
        is_own_blow=bool(blows) and _is_own_blow(account, text),
        responds=has(words.RESPONDS, text),
        hits_civilians=bool(account.targets & CIVIL_TARGETS) or has(words.CIVIL, text),
        hits_fighters=bool(account.targets & FIGHTING_TARGETS) or has(words.FIGHTING, text),
        aims=has(words.AIMED, text),
        denies_terms=has(words.TERMS_DENIED, text),
        is_allowed=has(words.ALLOWED, text),
        places=places,
        within=frozenset(slug for p in named for slug in p.within),
        is_local=bool(places) and all(len(p.within) >= LOCAL_DEPTH for p in named),
        stems=stems(text) - stems(fold(" ".join(p.name for p in account.places))),
    )


def _spots(named: list[Place]) -> int:
    """How many places are named, those left out in which another named one lies."""
    return sum(not any(place.slug in other.within for other in named if other is not place) for place in named)


def has(pattern: words.Pattern, text: str) -> bool:
    return pattern.search(text) is not None


def _families(bodies: tuple[Body, ...]) -> frozenset[str]:
    return frozenset(slug for body in bodies for slug in body.family)


def _is_over(account: Account, text: str) -> bool:
    """Fighting that stopped or died down is no breach, if nothing is said to have gone on."""
    if account.stance is not Stance.VIOLATED:
        return False
    told = words.PRESUPPOSED.sub(" ", text)
    stopped = Event.HALTED in account.events and has(words.HALTED, told)
    return (stopped or has(words.SUBSIDES, told)) and not has(words.GOES_ON, told)


def _blows(account: Account, text: str) -> frozenset[Event]:
    """The blows that it tells of: bombs are of the air only where something flies, and a campaign is no blow."""
    if _only_threatens(account):
        return frozenset()
    blows = account.events & BLOWS
    if Event.AIR_RAID in blows and has(words.BOMBED, text) and not has(words.FLYING, text):
        blows = blows - {Event.AIR_RAID} | {Event.ATTACK}
    return frozenset() if blows == {Event.ATTACK} and _is_of_campaign(text) else blows


def _is_of_campaign(text: str) -> bool:
    return has(words.CAMPAIGN, text) and not has(words.BLOW, text) and not has(words.TRUCE, text)


def _only_threatens(account: Account) -> bool:
    """Leaflets dropped and troops massing are no blows."""
    return Topic.THREAT in account.topics and Topic.VIOLATION not in account.topics and account.stance is None


def _is_broken(account: Account, text: str) -> bool:
    """Says that the truce was broken: not by fending off attacks of no stated day, which is war, truce or none."""
    if account.stance not in (Stance.VIOLATED, Stance.MIXED):
        return False
    if not account.topics & {Topic.VIOLATION, Topic.STATUS, Topic.CASUALTIES, Topic.TERMS, Topic.AIRSTRIKE} or (
        Topic.THREAT in account.topics and Topic.VIOLATION not in account.topics
    ):
        return False
    if not account.events & (BLOWS | DEEDS) and has(words.ALLOWED, text):
        return False
    if not account.events & (BLOWS - {Event.ATTACK}) and _is_of_campaign(text):
        return False
    undated = account.about_from is None and account.about_to is None
    return not (
        undated and has(words.RESPONDS, text) and not has(words.TRUCE, text) and Event.HALTED not in account.events
    )


def _is_ahead(account: Account, text: str) -> bool:
    """A stance is of what is so, whatever the speaker wants to come of it; without one, "must" and "will" count."""
    if Topic.THREAT in account.topics and not account.topics & {Topic.VIOLATION, Topic.DEPLOYMENT, Topic.STATUS}:
        return True
    return account.stance is None and has(words.AHEAD, text)


def _is_own_blow(account: Account, text: str) -> bool:
    """Whether a speaker that fights tells of striking: by the words for it, or with its own side as who acts."""
    camps = {camp_of(body) for body in account.sources if body.side not in words.BYSTANDERS}
    if not camps:
        return False
    if has(words.RESUMED, text):
        return False
    if has(words.OWN_BLOW, text):
        return True
    if account.accused or not account.targets & FIGHTING_TARGETS or has(words.PASSIVE, text):
        return False
    return bool(first_named(text, account.sources) & camps)


def _days(account: Account) -> int:
    """How many days it states that it speaks of; 0 where it states none."""
    first, last = account.about_from or account.about_to, account.about_to or account.about_from
    return abs((last - first).days) + 1 if first and last else 0


def _counts_many(account: Account, things: tuple[str, ...], *, least: int = SEVERAL) -> bool:
    """So many or more of such things, which are hit or befall: not of people hurt in one incident."""
    return any(f.low is not None and f.low >= least and any(w in f.what for w in things) for f in account.figures)


def _is_of_truce(account: Account) -> bool:
    if account.events & BLOWS:
        return False
    return bool(account.topics & {Topic.STATUS, Topic.TERMS, Topic.ANNOUNCEMENT})
