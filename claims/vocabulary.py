"""The closed word lists of the tracker: each stored key exists here, once, as an enumeration.

Definitions are those of docs/glossary.md. Plain Python: the models turn an enumeration into choices with `choices()`,
so that the database, the JSON and the pages carry the same keys.
"""

from enum import StrEnum


class Form(StrEnum):
    """How a statement stands in the article."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the speaker asserts the span or denies it. A denial's span is what is denied."""

    ASSERT = "assert"
    DENIAL = "denial"


class Topic(StrEnum):
    """What a statement touches; each that applies."""

    ANNOUNCEMENT = "announcement"
    TERMS = "terms"
    STATUS = "status"
    VIOLATION = "violation"
    AIRSTRIKE = "airstrike"
    CASUALTIES = "casualties"
    DISPLACEMENT = "displacement"
    TERRITORY = "territory"
    DEPLOYMENT = "deployment"
    DIPLOMACY = "diplomacy"
    THREAT = "threat"
    HUMANITARIAN = "humanitarian"


class Stance(StrEnum):
    """What a statement asserts of the ceasefire. A statement without one has none (None)."""

    HOLDING = "holding"
    VIOLATED = "violated"
    MIXED = "mixed"


class Event(StrEnum):
    """What is said to have happened, or not: the matter that two accounts can be about."""

    ATTACK = "attack"
    SHELLING = "shelling"
    AIR_RAID = "air-raid"
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
    HALTED = "halted"
    CONTINUED = "continued"
    AGREED = "agreed"
    BEGAN = "began"
    ENDED = "ended"
    VIOLATIONS_COUNTED = "violations-counted"
    COMPLIED = "complied"
    TALKED = "talked"
    AID = "aid"


class Target(StrEnum):
    """Who or what was hit, as the statement tells it."""

    CIVILIANS = "civilians"
    CIVILIAN_AREAS = "civilian-areas"
    HOSPITALS = "hospitals"
    FIGHTERS = "fighters"
    TROOPS = "troops"
    POSITIONS = "positions"
    AIRBASE = "airbase"
    PATROL = "patrol"


class Precision(StrEnum):
    """How exactly a time is known. `range` is a stretch of days; `unknown` goes with no day at all."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    UNKNOWN = "unknown"


class LinkRole(StrEnum):
    """A place in the chain: who said it, through whom, where it was printed."""

    SPEAKER = "speaker"
    RELAY = "relay"
    OUTLET = "outlet"


class SourceKind(StrEnum):
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    MILITARY = "military"
    MISSION = "mission"
    ARMED_GROUP = "armed-group"
    POLITICAL_GROUP = "political-group"
    INTERGOVERNMENTAL = "intergovernmental"
    MONITOR = "monitor"
    RELIEF = "relief"
    AGENCY = "agency"
    OUTLET = "outlet"
    CROWD = "crowd"
    EXPERTS = "experts"


class PartyRole(StrEnum):
    """A party's place in a ceasefire."""

    SIGNATORY = "signatory"
    GUARANTOR = "guarantor"
    BOUND = "bound"
    EXCLUDED = "excluded"


class Relation(StrEnum):
    """How two claims stand to each other, strictest first."""

    CONTRADICTS = "contradicts"
    COMPETES = "competes"
    CORROBORATES = "corroborates"
    REPEATS = "repeats"

    @property
    def is_conflict(self) -> bool:
        return self in (Relation.CONTRADICTS, Relation.COMPETES)


class Dimension(StrEnum):
    """What differs between two claims in conflict."""

    DENIAL = "denial"
    STATUS = "status"
    FIGURE = "figure"
    BLAME = "blame"
    TIMING = "timing"
    TERMS = "terms"


class ReviewState(StrEnum):
    """What a person has made of a claim or a pair; says nothing about who is right."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class DateOrigin(StrEnum):
    """Where an article's publication day was obtained."""

    GIVEN = "given"
    METADATA = "metadata"
    FEED = "feed"
    ADDRESS = "address"
    UNKNOWN = "unknown"


class DropReason(StrEnum):
    """Why the reader left something out of an article; counted in the reading report."""

    ADVERTISEMENT = "advertisement"
    BOILERPLATE = "boilerplate"
    BYLINE = "byline"
    CAPTION = "caption"
    COMMENT_FORM = "comment form"
    DATELINE = "dateline"
    NAVIGATION = "navigation"
    CREDIT = "credit"
    TEASER = "teaser"
    NO_CONTENT = "nothing said"
    NO_SOURCE = "no source named"
    REPEATED = "repeated in the text"
    OTHER_LANGUAGE = "language not read"


class ChangeKind(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class ErrorCode(StrEnum):
    """The only words that the public is told of why an address or a document could not be taken in."""

    FETCH_BLOCKED = "fetch_blocked"
    FETCH_FAILED = "fetch_failed"
    TOO_LARGE = "too_large"
    BAD_CONTENT = "bad_content"


class WorkState(StrEnum):
    """Where a piece of background work stands; the database is its only owner."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    REJECTED = "rejected"
    QUARANTINED = "quarantined"


class Scope(StrEnum):
    """What a token allows."""

    SUBMIT = "submit"
    TEXT = "text"
    WEBHOOKS = "webhooks"


def choices(enumeration: type[StrEnum]) -> list[tuple[str, str]]:
    """(value, label) pairs for a model field; the label is the value with its hyphens opened."""
    return [(member.value, member.value.replace("-", " ").capitalize()) for member in enumeration]
