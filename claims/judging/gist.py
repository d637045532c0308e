"""What a judge looks at in an account, worked out once however many pairs it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from claims.judging import words
from claims.judging.pairing import Matter, matters
from claims.judging.records import Account, Body, Place
from claims.vocabulary import Event, Polarity, Stance, Target, Topic

BLOWS = frozenset(
    {Event.ATTACK, Event.SHELLING, Event.AIR_RAID, Event.CLASH, Event.KILLED, Event.WOUNDED, Event.DESTROYED}
)
"""Events by which somebody is hit."""
HARM = frozenset({Event.KILLED, Event.WOUNDED, Event.DESTROYED, Event.DISPLACED})
CIVIL_TARGETS = frozenset({Target.CIVILIANS, Target.CIVILIAN_AREAS, Target.HOSPITALS})
FIGHTING_TARGETS = frozenset({Target.FIGHTERS, Target.TROOPS, Target.POSITIONS, Target.AIRBASE})
LOCAL_DEPTH = 4
"""A place that stands in at least three others (district, province, region or country) is one spot, not an area."""


class Keeping(StrEnum):
    """In what sense an account says that the truce holds."""

    HALTED = "halted"
    CLEAN = "clean"
    CALM = "calm"
    EASED = "eased"
    DEAL = "deal"


class Denying(StrEnum):
    """What an account says was not so."""

    ALL = "did not happen"
    OWN = "was not our doing"
    NO_DEAL = "there was no truce"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    account: Account
    matters: dict[str, Matter]
    slugs: frozenset[str]
    families: frozenset[str]
    sides: frozenset[str]
    camps: frozenset[str]
    accused_slugs: frozenset[str]
    accused_families: frozenset[str]
    accused_camps: frozenset[str]
    text: str
    keeping: Keeping | None
    keeps_for_all: bool
    halts_air_only: bool
    denying: Denying | None
    broken: bool
    blows: frozenset[Event]
    is_dated: bool
    is_ahead: bool
    is_hedged: bool
    is_wide: bool
    is_many: bool
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
    text = f" {fold(account.text)} "
    events, topics = account.events, account.topics
    denying = _denying(account, text)
    asserted = denying is None
    blows = events & BLOWS
    keeping = _keeping(account, text) if denying is not Denying.NO_DEAL else None
    places = frozenset(p.slug for p in account.places)
    is_many = any_of(words.MANY, text) or len(places) >= 3 or _counts_many(account)
    return Gist(
        account=account,
        matters={m.key: m for m in matters(account)},
        slugs=frozenset(b.slug for b in account.sources),
        families=families(account.sources),
        sides=frozenset(b.side for b in account.sources),
        camps=frozenset(camp_of(b) for b in account.sources),
        accused_slugs=frozenset(b.slug for b in account.accused),
        accused_families=families(account.accused),
        accused_camps=frozenset(camp_of(b) for b in account.accused),
        text=text,
        keeping=keeping,
        keeps_for_all=_keeps_for_all(account, text, keeping),
        halts_air_only=_halts_air_only(text),
        denying=denying,
        broken=asserted and account.stance in (Stance.VIOLATED, Stance.MIXED),
        blows=blows,
        is_dated=account.about_from is not None or account.about_to is not None,
        is_ahead=any_of(words.AHEAD, text) or bool(topics & {Topic.THREAT} and not topics & {Topic.DEPLOYMENT}),
        is_hedged=any_of(words.HEDGED, text),
        is_wide=any_of(words.WIDE, text) or is_many or _is_of_truce(account),
        is_many=is_many,
        is_not_yet=any_of(words.NOT_YET, text),
        is_own_blow=bool(blows) and any_of(words.OWN_BLOW, text),
        responds=any_of(words.RESPONDS, text),
        hits_civilians=bool(account.targets & CIVIL_TARGETS) or any_of(words.CIVIL, text),
        hits_fighters=bool(account.targets & FIGHTING_TARGETS) or any_of(words.FIGHTING, text),
        aims=any_of(words.AIMED, text),
        denies_terms=any_of(words.TERMS_DENIED, text),
        is_allowed=any_of(words.ALLOWED, text),
        places=places,
        within=frozenset(slug for p in account.places for slug in p.within),
        is_local=bool(places) and all(len(p.within) >= LOCAL_DEPTH for p in account.places),
        stems=frozenset(stems(text)),
    )


def fold(text: str) -> str:
    return text.lower().replace("’", "'").replace("‘", "'")


def families(bodies: tuple[Body, ...]) -> frozenset[str]:
    return frozenset(slug for body in bodies for slug in body.family)


def camp_of(body: Body) -> str:
    return words.CAMP_OF_SIDE.get(body.side, body.side)


def first_named(text: str, bodies: tuple[Body, ...] = ()) -> str | None:
    """The camp that the text names first: by the words of the known camps, or by the names of the bodies given."""
    found = [(m.start(), camp.name) for camp in words.CAMPS if (m := camp.words.search(text))]
    found += [(m.start(), camp_of(body)) for body in bodies if (m := name_pattern(body).search(text))]
    return min(found)[1] if found else None


@lru_cache(maxsize=2_000)
def name_pattern(body: Body) -> re.Pattern[str]:
    """Finds a body in a text by the telling words of its name and of its side's key."""
    telling = {
        w for w in _WORD.findall(f"{body.name} {body.side}".lower()) if len(w) >= 4 and w not in words.NAME_FURNITURE
    }
    if body.side in words.CAMP_OF_SIDE:
        telling -= {"army", "government", "forces"}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(telling))) + ")") if telling else _NOTHING


def stems(text: str) -> set[str]:
    """The telling words of a text, cut to a stem: not those that every report on a truce has."""
    return {stem(w) for w in _WORD.findall(text) if w not in words.COMMON and not w.isdigit()}


def stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def any_of(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


_NOTHING = re.compile(r"(?!)")
_WORD = re.compile(r"[^\W_]{3,}")
_ENDINGS = (
    "ments",
    "ians",
    "ment",
    "ings",
    "ing",
    "ian",
    "ans",
    "ies",
    "ied",
    "ers",
    "ish",
    "ed",
    "es",
    "er",
    "an",
    "ly",
    "s",
)


def _counts_many(account: Account) -> bool:
    """Three or more of something that is hit, not of people hurt in one incident."""
    return any(
        f.low is not None
        and f.low >= 3
        and any(
            w in f.what for w in ("town", "village", "incident", "attack", "shelling", "strike", "raid", "violation")
        )
        for f in account.figures
    )


def _is_of_truce(account: Account) -> bool:
    if account.events & BLOWS and account.places:
        return False
    return bool(account.topics & {Topic.STATUS, Topic.TERMS, Topic.ANNOUNCEMENT})


def _halts_air_only(text: str) -> bool:
    """Whether what stopped is told to be the raids: the word for them stands beside the halt."""
    near = 30
    return any(any_of(words.AIR, text[max(0, m.start() - near) : m.end() + near]) for m in words.HALTED.finditer(text))


def _denying(account: Account, text: str) -> Denying | None:
    denies = account.polarity is Polarity.DENIAL
    if (words.NO_DEAL.search(text) is not None) != denies and (words.NO_DEAL.search(text) or _speaks_of_deal(account)):
        return Denying.NO_DEAL
    untrue = words.UNTRUE.search(text) is not None
    all_, own = words.DENIED_ALL.search(text), words.DENIED_OWN.search(text)
    if denies or untrue:
        return None if all_ or own else Denying.OWN
    if all_:
        return None if _is_of_the_truce_only(account) else Denying.ALL
    return Denying.OWN if own and account.stance is not Stance.VIOLATED else None


def _is_of_the_truce_only(account: Account) -> bool:
    """A word on how the truce is kept ("calm, no attacks") answers no charge: what differs is the status."""
    return account.stance is Stance.HOLDING and Topic.STATUS in account.topics and Topic.AIRSTRIKE not in account.topics


def _speaks_of_deal(account: Account) -> bool:
    return bool(account.events & {Event.AGREED, Event.BEGAN}) and not account.events & BLOWS


def _keeping(account: Account, text: str) -> Keeping | None:
    events, topics = account.events, account.topics
    mixed = account.stance is Stance.MIXED and events & {Event.HALTED, Event.COMPLIED}
    if account.stance is not Stance.HOLDING and not mixed:
        return None
    if account.polarity is Polarity.DENIAL or words.DENIED_ALL.search(text) or words.NO_BREACH.search(text):
        return Keeping.CLEAN
    if any_of(words.EASED, text):
        return Keeping.EASED
    if Event.HALTED in events or any_of(words.HALTED, text):
        return Keeping.DEAL if any_of(words.AHEAD, text) else Keeping.HALTED
    if any_of(words.CALM, text):
        return Keeping.CALM
    if Topic.ANNOUNCEMENT in topics and (any_of(words.DEAL, text) or Topic.STATUS not in topics):
        return Keeping.DEAL
    return Keeping.CALM


def _keeps_for_all(account: Account, text: str, keeping: Keeping | None) -> bool:
    """Whether the truce is said to be kept by everybody, or without saying by whom."""
    if keeping is None or any_of(words.EVERYONE, text):
        return True
    if keeping is Keeping.DEAL and any_of(words.BILATERAL, text) and "unilateral" not in text:
        return True
    is_deed = keeping in (Keeping.HALTED, Keeping.DEAL) or Event.COMPLIED in account.events or any_of(words.KEPT, text)
    return not is_deed


def day_of(account: Account) -> date | None:
    return account.about_from or account.about_to


def share_place(a: Gist, b: Gist) -> bool | None:
    """Whether two accounts speak of one place, or of one within the other; None where either names no place."""
    if not a.places or not b.places:
        return None
    return bool(a.places & b.within or b.places & a.within)


def names(places: tuple[Place, ...]) -> str:
    return ", ".join(p.name for p in places)
