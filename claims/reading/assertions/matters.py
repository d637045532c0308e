"""What a phrase of a statement speaks of: the closed list of matters, and the shape of a language's words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Matter(StrEnum):
    """A matter that a single phrase tells; topics, events, stance and blame are read off their order in a clause."""

    TRUCE = "truce"
    DEAL = "deal"
    ANNOUNCED = "announced"
    AGREED = "agreed"
    BEGAN = "began"
    IN_FORCE = "in force"
    CEASED = "ceased fire"
    ENDED = "ended"
    KEPT = "kept"
    CALM = "calm"
    LESS = "less"
    MORE = "more"
    STOPPED = "stopped"
    CONTINUED = "continued"
    BREACHED = "breached"
    HARMED = "harmed"
    BREACH = "breach"
    AIR = "air"
    SHELLING = "shelling"
    ATTACK = "attack"
    CLASH = "clash"
    KILLED = "killed"
    WOUNDED = "wounded"
    DISPLACED = "displaced"
    DESTROYED = "destroyed"
    SEIZED = "seized"
    DEPLOYED = "deployed"
    WITHDREW = "withdrew"
    PATROL = "patrol"
    BLOCKED = "blocked"
    ABUSED = "abused"
    TALKED = "talked"
    AID = "aid"
    SUFFERING = "suffering"
    THREAT = "threat"
    WISH = "wish"
    LATER = "later"
    TERM = "term"
    NOT = "not"
    ONLY = "only"
    BUT = "but"
    EXCEPT = "except"
    DESPITE = "despite"
    AFTER = "after"
    REPLY = "reply"
    ABOUT = "about"
    BLAME = "blame"
    DENY = "deny"
    BY = "by"
    FROM = "from"
    AGAINST = "against"
    GENERAL = "general"
    NOW = "now"
    PAST = "past"
    CIVILIANS = "civilians"
    CIVILIAN_AREAS = "civilian areas"
    HOSPITALS = "hospitals"
    FIGHTERS = "fighters"
    TROOPS = "troops"
    POSITIONS = "positions"
    AIRBASE = "airbase"


# Deeds that one is blamed for, and whose telling while a truce is in force says that it was broken.
BLOWS = frozenset({Matter.AIR, Matter.SHELLING, Matter.ATTACK, Matter.CLASH})


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterWords:
    """A language's words for matters.

    words        matter -> phrases, each form spelled out; a phrase may stand under several matters
    mixed_pasts  endings of a verb told as past, beside the words of Matter.PAST
    unnamed      how the language calls an armed group without a name, as the directory knows it
    forces       words that, behind a body's adjective, name what it acts with ("jets", "shelling")
    """

    words: Mapping[Matter, str]
    past_endings: tuple[str, ...]
    unnamed: str
    acts: str
