"""What a phrase of a statement speaks of: the closed list of matters, and the shape of a language's words for them."""

from __future__ import annotations

from collections.abc import Mapping

from claims.reading.record import record


class Matter:
    """A matter that a single phrase tells, one bit each: a statement's matters are their sum, and asked for with `&`.

    Plain integers, for every statement is asked some hundred times.
    """

    TRUCE = 1 << 0
    DEAL = 1 << 1
    ANNOUNCED = 1 << 2
    AGREED = 1 << 3
    BEGAN = 1 << 4
    IN_FORCE = 1 << 5
    CEASED = 1 << 6
    ENDED = 1 << 7
    KEPT = 1 << 8
    CALM = 1 << 9
    LESS = 1 << 10
    MORE = 1 << 11
    STOPPED = 1 << 12
    CONTINUED = 1 << 13
    BREACHED = 1 << 14
    HARMED = 1 << 15
    BREACH = 1 << 16
    AIR = 1 << 17
    SHELLING = 1 << 18
    ATTACK = 1 << 19
    CLASH = 1 << 20
    KILLED = 1 << 21
    WOUNDED = 1 << 22
    DISPLACED = 1 << 23
    DESTROYED = 1 << 24
    SEIZED = 1 << 25
    DEPLOYED = 1 << 26
    SENT = 1 << 27
    WITHDREW = 1 << 28
    PATROL = 1 << 29
    BLOCKED = 1 << 30
    ABUSED = 1 << 31
    TALKED = 1 << 32
    AID = 1 << 33
    SUFFERING = 1 << 34
    THREAT = 1 << 35
    WISH = 1 << 36
    LATER = 1 << 37
    TERM = 1 << 38
    WATCHED = 1 << 39
    NOT = 1 << 40
    ONLY = 1 << 41
    BUT = 1 << 42
    EXCEPT = 1 << 43
    DESPITE = 1 << 44
    PURPOSE = 1 << 45
    AFTER = 1 << 46
    REPLY = 1 << 47
    BLAME = 1 << 48
    GENERAL = 1 << 49
    PAST = 1 << 50
    PERFECT = 1 << 51
    PRESENT = 1 << 52
    CIVILIANS = 1 << 53
    CIVILIAN_AREAS = 1 << 54
    HOSPITALS = 1 << 55
    FIGHTERS = 1 << 56
    TROOPS = 1 << 57
    POSITIONS = 1 << 58
    AIRBASE = 1 << 59
    RESUMED = 1 << 60
    PRIOR = 1 << 61
    COUNTED = 1 << 62
    PLANE = 1 << 63
    CONDITION = 1 << 64

    FIRE = AIR | SHELLING | ATTACK
    """Armed acts of one side upon another."""
    BLOWS = FIRE | CLASH
    """Armed acts whose telling, while a truce is in force, says that it was broken."""
    LOSSES = KILLED | WOUNDED | DESTROYED | DISPLACED | SEIZED
    COMPACT = TRUCE | DEAL
    UNASSERTED = EXCEPT | PURPOSE | PRIOR
    OPENERS = BUT | DESPITE | UNASSERTED
    """Words that open a new clause of another standing; in one of the unasserted all is only said by the way."""


@record(kw_only=True)
class MatterWords:
    """A language's words for matters and for who does what to whom.

    words             matter -> phrases, parted by commas, each form spelled out; a phrase may stand under several
    past_endings      endings of verbs told as past, beside the words of Matter.PAST
    infinitive        the word before an infinitive, and the words before it that leave it asserted ("continued to")
    unnamed           how the language calls an armed group without a name, as the directory knows it
    unnamed_forms     other words for one
    own               what names the speaker's own as the one who acts ("its forces")
    own_starts        the same as the first word of indirect speech ("it");  own_quoted: of a quotation ("we")
    struck            before one whom an attack hit
    impersonal        behind such a first word: it is nobody ("it is known")
    areas, held       "from areas held by …";  holding: the second half of "rebel-held"
    suffered_endings  endings of a participle, before a "by" that names no doer of a deed ("provided by")
    acts, forces      what stands behind a body's name: its act ("Russian shelling"), what it acts with ("jets")
    nations           adjective or land -> its words, as the directory's governments know it
    by, origin        before a doer;  genitive: between a deed and its doer ("provocations of")
    takers            before one to whom it is done
    objects           before a deed that is spoken of, not done ("a commission on violations")
    hedged            before an adjective that names the doer ("believed to be Russian")
    asides            what may stand between such a word and the name
    joins             between two names of one list
    passive, fallen   ends the text before a verb that is suffered; behind those who fell
    meetings, turns   a meeting in the reporting clause; words that open another passage
    they, it, charges who was just accused; between whom one accuses and of what
    anaphora          words before a deed told before ("such attacks", "the shelling")
    """

    words: Mapping[int, str]
    past_endings: tuple[str, ...]
    infinitive: str
    asserted_infinitives: tuple[str, ...]
    unnamed: str
    unnamed_forms: tuple[str, ...]
    own: tuple[str, ...]
    own_starts: tuple[str, ...]
    own_quoted: tuple[str, ...]
    struck: tuple[str, ...]
    impersonal: tuple[str, ...]
    areas: tuple[str, ...]
    held: tuple[str, ...]
    holding: tuple[str, ...]
    suffered_endings: tuple[str, ...]
    acts: tuple[str, ...]
    forces: tuple[str, ...]
    nations: Mapping[str, tuple[str, ...]]
    possessive: str
    article: str
    definite: tuple[str, ...]
    by: tuple[str, ...]
    genitive: tuple[str, ...]
    origin: tuple[str, ...]
    takers: frozenset[str]
    objects: tuple[str, ...]
    hedged: tuple[str, ...]
    asides: tuple[str, ...]
    joins: tuple[str, ...]
    passive: tuple[str, ...]
    fallen: tuple[str, ...]
    active_ending: str
    meetings: tuple[str, ...]
    turns: tuple[str, ...]
    anaphora: tuple[str, ...]
    relatives: tuple[str, ...]
    they: tuple[str, ...]
    it: tuple[str, ...]
    charges: tuple[str, ...]
