"""In what sense an account says that the truce holds, and what it says was not so."""

from __future__ import annotations

from enum import StrEnum

from claims.judging import words
from claims.judging.naming import first_named
from claims.judging.records import Account
from claims.vocabulary import Event, Polarity, Stance, Topic


class Keeping(StrEnum):
    """In what sense an account says that the truce holds."""

    HALTED = "fire was halted"
    CLEAN = "there were no breaches"
    CALM = "the truce was kept"
    EASED = "the violence eased"
    DEAL = "there is a truce"


class Denying(StrEnum):
    """What an account says was not so."""

    ALL = "it did not happen"
    OWN = "it was not its doing"
    NO_DEAL = "there is no such truce"


BLOWS = frozenset(
    {Event.ATTACK, Event.SHELLING, Event.AIR_RAID, Event.CLASH, Event.KILLED, Event.WOUNDED, Event.DESTROYED}
)
"""Events by which somebody is hit."""


_DECLARED = frozenset({Event.BEGAN, Event.AGREED, Event.HALTED})
_KEEPS = (words.CALM, words.KEPT, words.EASED, words.HALTED, words.DENIED_ALL, words.DENIED_OWN, words.NO_BREACH)


def keeping_of(account: Account, text: str) -> Keeping | None:
    """`text` is folded. A mixed account keeps what it says was halted or complied with."""
    mixed = account.stance is Stance.MIXED and (
        account.events & {Event.HALTED, Event.COMPLIED} or (Event.AIR_RAID in account.events and halts_air_only(text))
    )
    if account.stance is not Stance.HOLDING and not mixed:
        return Keeping.DEAL if _is_agreed(account, text) else None
    if words.TRUCE_HALTED.search(text) or (words.CONDITIONAL.search(text) and not words.IN_FORCE.search(text)):
        return None
    if Event.PATROL in account.events and not words.TRUCE.search(text):
        return None
    told = words.PRESUPPOSED.sub(" ", text)
    if told != text and account.events & BLOWS and not any(pattern.search(told) for pattern in _KEEPS):
        return None
    nothing = words.DENIED_ALL.search(text) or words.NO_BREACH.search(text)
    if account.polarity is Polarity.DENIAL or nothing or (_is_bystander(account) and words.DENIED_OWN.search(text)):
        return Keeping.CLEAN
    if words.EASED.search(told) and not _stops_raids(account, told):
        return Keeping.EASED
    if words.AHEAD.search(told):
        return Keeping.DEAL if Topic.ANNOUNCEMENT in account.topics or account.events & _DECLARED else None
    halted = words.HALTED.search(told) or (told == text and Event.HALTED in account.events)
    if halted:
        return None if words.RESUMED.search(told) else Keeping.HALTED
    if _is_restraint(text):
        return Keeping.HALTED
    if Topic.ANNOUNCEMENT in account.topics and not words.CALM.search(text) and not words.KEPT.search(text):
        return Keeping.DEAL
    return Keeping.CALM


def _stops_raids(account: Account, told: str) -> bool:
    """That raids stopped is no less than that, though it is told to ease the violence."""
    stops = Event.HALTED in account.events and words.HALTED.search(told) is not None
    return stops and halts_air_only(told) and not words.CALM.search(told)


def _is_agreed(account: Account, text: str) -> bool:
    """That a truce of a stated day was agreed between parties, told without a word on how it is kept."""
    return (
        account.stance is None
        and account.about_from is not None
        and {Topic.ANNOUNCEMENT, Event.AGREED} <= account.topics | account.events
        and words.BILATERAL.search(text) is not None
        and words.TRUCE.search(text) is not None
        and not words.AHEAD.search(text)
        and not words.CONDITIONAL.search(text)
    )


def keeps_for_all(account: Account, text: str, keeping: Keeping | None) -> bool:
    """Whether the truce is said to be kept by everybody, or without saying by whom."""
    if keeping is None or words.EVERYONE.search(text):
        return True
    if keeping is Keeping.DEAL and words.BILATERAL.search(text) and "unilateral" not in text:
        return True
    if keeping is Keeping.EASED:
        return not first_named(words.PRESUPPOSED.sub(" ", text), account.sources)
    is_deed = keeping in (Keeping.HALTED, Keeping.DEAL) or (keeping is Keeping.CLEAN and " by " in text)
    is_kept = Event.COMPLIED in account.events or words.KEPT.search(text)
    return not (is_deed or is_kept) or not first_named(text, account.sources)


def halts_air_only(text: str) -> bool:
    """Whether what stopped, or is not seen, is told to be the raids: the word for them stands beside."""
    near = 30
    return any(
        words.AIR.search(text, max(0, match.start() - near), match.end() + near)
        for pattern in (words.HALTED, words.DENIED_ALL, words.DENIED_OWN)
        for match in pattern.finditer(text)
    )


def denying_of(account: Account, text: str) -> Denying | None:
    """A "not" counts only beside a deed; a denial of a negation asserts."""
    denies = account.polarity is Polarity.DENIAL
    untrue = words.UNTRUE.search(text) is not None
    no_deal = words.NO_DEAL.search(text) is not None
    if no_deal != (denies or untrue) and (no_deal or _speaks_of_deal(text)):
        return Denying.NO_DEAL
    all_, own = words.DENIED_ALL.search(text), words.DENIED_OWN.search(text)
    if words.NO_CASUALTIES.search(text) and not (denies or all_ or own):
        return None if words.NOT_KNOWN.search(text) or account.stance is Stance.HOLDING else Denying.ALL
    if denies or untrue:
        if all_ or own:
            return None
        return Denying.ALL if untrue else Denying.OWN
    if all_ or (own and _is_bystander(account)):
        return None if _is_of_the_truce_only(account) else Denying.ALL
    if account.stance is Stance.HOLDING and (_is_restraint(text) or words.NO_BREACH.search(text)):
        return None
    return Denying.OWN if own and account.stance is not Stance.VIOLATED else None


def _is_bystander(account: Account) -> bool:
    """One who takes no part: its "did not" is what it saw, not what it did."""
    return bool(account.sources) and all(body.side in words.BYSTANDERS for body in account.sources)


def _is_restraint(text: str) -> bool:
    """Not to have fired back is to have held fire; it answers no charge."""
    return words.DENIED_OWN.search(text) is not None and words.RESTRAINT.search(text) is not None


def _is_of_the_truce_only(account: Account) -> bool:
    """A word on how the truce is kept ("calm, no attacks") answers no charge: what differs is the status."""
    if account.stance is not Stance.HOLDING:
        return False
    return _is_bystander(account) or (Topic.STATUS in account.topics and Topic.AIRSTRIKE not in account.topics)


def _speaks_of_deal(text: str) -> bool:
    return words.TRUCE.search(text) is not None and words.DEED.search(words.TRUCE.sub(" ", text)) is None
