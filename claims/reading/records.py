"""The records that pass between the steps of reading; all offsets are character offsets into the clean text.

The way: `cleaning` makes a CleanText, `attribution` finds Attributions in it, `speakers` names their Links, `dates`,
`assertions`, `places` and `ceasefires` say when and what; `article` puts these together into a Reading.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date, time

from claims.reading.record import record
from claims.vocabulary import (
    DropReason,
    Event,
    Form,
    LinkRole,
    Polarity,
    Precision,
    Stance,
    Target,
    Topic,
)


@record(order=True)
class Span:
    """A half-open range of characters, [start, end)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@record()
class Mention:
    """Words of the article that name somebody; `full` is the fullest name known for them (the antecedent of "he")."""

    words: str
    span: Span
    full: str


@record(kw_only=True)
class Attribution:
    """One statement as found: who, by which word, what. Nothing is resolved to a registry yet.

    content    one range, verbatim, as CLAIMS asks (a reporting phrase in the middle of it stays in)
    pieces     the ranges of the content without that phrase; one piece where there is none
    cue        the reporting word or mark; None for a sentence that continues its predecessor
    clause     the reporting clause around the cue: where the time and the medium of saying stand
    speakers   all who said it, most prominent first; relays in order from the speaker to the outlet
    rule       the name of the frame that found it
    statement  number of the utterance in the article: claims of one statement share speaker and said-day
    """

    content: Span
    pieces: tuple[Span, ...]
    cue: Span | None
    clause: Span | None
    sentence: Span
    paragraph: int
    statement: int
    speakers: tuple[Mention, ...]
    relays: tuple[Mention, ...] = ()
    form: Form
    polarity: Polarity = Polarity.ASSERT
    rule: str
    is_headline: bool = False


@record()
class Link:
    """One place in a claim's chain. `slug` is None for a speaker that the directory does not know: "unresolved"."""

    role: LinkRole
    slug: str | None
    words: str


@record(kw_only=True)
class When:
    """A day or a range of days, with how exactly it is known and the words that it came from.

    Both ends None: not stated (or not resolvable; `flag` then says why in plain words). `words` is empty where the day
    was inherited; `reason` then says from what ("same statement", "the ceasefire's start"). `clock` is a time of day.
    """

    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.UNKNOWN
    words: str = ""
    reason: str = ""
    clock: time | None = None
    flag: str = ""


@record(kw_only=True)
class Figure:
    """A number that a statement gives. An open end is None ("at least 12": 12 and None)."""

    what: str
    words: str
    low: int | None
    high: int | None
    span: Span
    place: str | None = None
    is_part: bool = False


@record(kw_only=True)
class Statement:
    """What reading found: one attributed statement with everything that becomes a claim."""

    text: str
    span: Span
    prefix: str
    suffix: str
    form: Form
    polarity: Polarity
    rule: str
    statement: int
    links: tuple[Link, ...]
    said: When
    about: When
    topics: tuple[Topic, ...]
    stance: Stance | None
    events: tuple[Event, ...]
    targets: tuple[Target, ...]
    accused: tuple[str, ...]
    accused_words: str
    figures: tuple[Figure, ...]
    places: tuple[str, ...]
    ceasefire: str | None
    ceasefire_reason: str
    evidence: tuple[tuple[str, str], ...] = ()
    """(what, words): what triggered a topic, stance, event or accusation: ("stance: violated", "wrecking")."""
    is_headline: bool = False


@record()
class Dropped:
    """Something that was left out, and why."""

    words: str
    reason: DropReason


@record(kw_only=True)
class ArticleInput:
    """What the reader is given of an article: its clean text, and what the page says around it.

    outlet     name or slug of who published it
    dateline   the words before the first sentence ("BEIRUT, Jan 12 (Agency)"), as cleaning cut them off
    credit     the agency that the dateline or the credit line names: the article's origin, so no relay
    """

    text: str
    outlet: str
    published: date | None
    title: str = ""
    language: str = ""
    dateline: str = ""
    credit: str = ""


@record(kw_only=True)
class Reading:
    """The whole result for one article."""

    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...] = ()
    language: str = ""
    flags: tuple[str, ...] = field(default=())
