"""Composes what reading found of each attribution into a statement: clocks, matter, stance, blame, figures, places, ceasefire."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from claims.reading.assertions.accused import Accusation, Accuser, Cast
from claims.reading.assertions.gist import gist, happened, looks_ahead
from claims.reading.assertions.matters import Matter, MatterWords
from claims.reading.assertions.sense import Hit, Sense, SenseReader
from claims.reading.assertions.stance import Circumstances, Finding, stance
from claims.reading.assertions.topics import events, targets, topics
from claims.reading.ceasefires import Calendar
from claims.reading.dates.clocks import read_clocks
from claims.reading.dates.gist import Clocks, Gist, is_day
from claims.reading.dates.ranges import Anchor
from claims.reading.dates.moments import TRUCE_KINDS, Clockwork
from claims.reading.dates.timeline import Timeline
from claims.reading.directory import Directory
from claims.reading.figures import Counter
from claims.reading.languages import LANGUAGES
from claims.reading.phrases import alternation, fold
from claims.reading.places import Gazetteer
from claims.reading.records import ArticleInput, Attribution, Link, Span, Statement, When
from claims.reference.records import CeasefireEntry
from claims.vocabulary import LinkRole, Polarity, SourceKind

CONTEXT = 60
"""Characters of the text kept on either side of a statement, so that it can be found again."""

NEAR = 3
"""Paragraphs over which an attack without an author, or a region without a name, is still that of the statement before."""

BYSTANDERS = frozenset(
    {
        SourceKind.CROWD,
        SourceKind.MONITOR,
        SourceKind.RELIEF,
        SourceKind.AGENCY,
        SourceKind.OUTLET,
        SourceKind.EXPERTS,
        None,
    }
)
M = Matter


class Readers:
    """The readers of one language with one registry, built once."""

    def __init__(self, directory: Directory, language: str) -> None:
        package = f"claims.reading.languages.{LANGUAGES[language]}"
        words: MatterWords = import_module(f"{package}.matters").MATTERS
        self.directory = directory
        self.language = language
        self.clockwork = Clockwork(import_module(f"{package}.times").TIMES)
        self.counter = Counter(import_module(f"{package}.numbers").NUMBERS)
        self.senses = SenseReader(words)
        self.accuser = Accuser(directory, words, language=language)
        self.meeting = re.compile(rf"\b{alternation(words.meetings)}\b")
        self.turn = re.compile(rf"{alternation(words.turns)}\b")


@dataclass(frozen=True, slots=True)
class Found:
    """What one attribution gave by its own words, before its clocks were set. `own`: the speakers' bodies and families."""

    attribution: Attribution
    links: tuple[Link, ...]
    sense: Sense
    is_ahead: bool
    own: frozenset[str]
    side: str
    is_bystander: bool
    cast: Cast
    accusation: Accusation | None
    is_own_deed: bool
    places: tuple[tuple[str, Span], ...]


def describe(
    article: ArticleInput,
    attributions: Sequence[Attribution],
    chains: Sequence[tuple[Link, ...]],
    *,
    directory: Directory,
    gazetteer: Gazetteer,
    calendar: Calendar,
) -> tuple[Statement, ...]:
    """A statement for each attribution, in order; chains[i] are the links of attributions[i]."""
    readers = _readers(directory, article.language if article.language in LANGUAGES else next(iter(LANGUAGES)))
    text, folded = article.text, fold(article.text)
    entry = calendar.of_article(article.published, ())
    timeline = Timeline(
        readers.clockwork,
        text,
        folded,
        published=article.published,
        filed=_filed(article, readers.clockwork),
        truce=entry.begins if entry else None,
    )
    found = [_found(a, c, text, folded, readers, gazetteer, timeline) for a, c in zip(attributions, chains, strict=True)]
    gists = [_gist(f, folded, readers, timeline, entry) for f in found]
    times = read_clocks(
        timeline,
        attributions,
        gists,
        matters_of=lambda span: happened(readers.senses.read(folded, (span,), cue=None)),
    )
    out: list[Statement] = []
    region: tuple[str, ...] = ()
    author: Author | None = None
    for i, (f, t) in enumerate(zip(found, times, strict=True)):
        region = _region(f, found[i - 1] if i else None, region, gazetteer)
        own_day = t.is_own and gists[i].is_event
        belonging = calendar.assign(t.about, region, article=entry, is_own_day=own_day, gazetteer=gazetteer)
        own_deed = f.is_own_deed or _goes_on(f, author, readers)
        accusation = Accusation(()) if own_deed and not f.accusation else _accusation(f, author, t.about, readers)
        author = _author(f, accusation, own_deed, t.about) or author
        finding = _stance(f, t, accusation, own_deed, article, readers, calendar, belonging.slug)
        out.append(
            _statement(
                f, t, text, folded, finding, accusation, readers, timeline, (belonging.slug, belonging.reason), out
            )
        )
    return tuple(out)


def _filed(article: ArticleInput, clockwork: Clockwork) -> date | None:
    """The dateline's day, if it names one."""
    anchor = Anchor(written=article.published)
    days = [clockwork.settle(m, article.dateline, anchor=anchor) for m in clockwork.moments(article.dateline)]
    return next((when.first for when in days if is_day(when)), None)


_last: list[Readers] = []


def _readers(directory: Directory, language: str) -> Readers:
    """The readers last used, if they are of this registry and language: a process reads with one."""
    if not _last or _last[0].directory is not directory or _last[0].language != language:
        _last[:] = [Readers(directory, language)]
    return _last[0]


def _found(
    attribution: Attribution,
    links: tuple[Link, ...],
    text: str,
    folded: str,
    readers: Readers,
    gazetteer: Gazetteer,
    timeline: Timeline,
) -> Found:
    directory = readers.directory
    times = [m.span for m in timeline.moments_in(attribution.content) if not m.kinds & TRUCE_KINDS]
    sense = readers.senses.read(folded, attribution.pieces, cue=attribution.cue, times=times)
    cast = readers.accuser.cast(sense, text)
    slugs = [link.slug for link in links if link.role is LinkRole.SPEAKER]
    own = frozenset(s for slug in slugs if slug for s in directory.family(slug))
    is_ahead = looks_ahead(sense)
    silent = is_ahead or attribution.polarity is Polarity.DENIAL
    return Found(
        attribution=attribution,
        links=links,
        sense=sense,
        is_ahead=is_ahead,
        own=own,
        side=next((directory.side(slug) for slug in slugs if slug), ""),
        is_bystander=all((directory.kind(slug) if slug else None) in BYSTANDERS for slug in slugs),
        cast=cast,
        accusation=None if silent else readers.accuser.accuse(sense, cast, text, own=own),
        is_own_deed=readers.accuser.is_own_deed(sense, cast, own=own),
        places=gazetteer.find(text, attribution.content, folded=folded),
    )


def _gist(f: Found, folded: str, readers: Readers, timeline: Timeline, entry: CeasefireEntry | None) -> Gist:
    attribution = f.attribution
    moments = timeline.moments_in(attribution.content)
    given = Circumstances(in_force=True, is_ahead=f.is_ahead, blow_counts=True, is_dated=bool(moments))
    outside = (
        folded[attribution.sentence.start : attribution.content.start]
        + " "
        + folded[attribution.content.end : attribution.sentence.end]
    )
    return gist(
        f.sense,
        stance(f.sense, attribution.polarity, given),
        moments,
        is_ahead=f.is_ahead,
        is_denied=attribution.polarity is Polarity.DENIAL,
        is_meeting=bool(readers.meeting.search(outside)),
        turns=bool(readers.turn.match(folded, attribution.sentence.start)),
        speakers=frozenset(link.slug or link.words for link in f.links if link.role is LinkRole.SPEAKER),
        places=frozenset(slug for slug, _ in f.places),
        start=_start(entry, f.own, readers.directory) if entry else None,
    )


def _start(entry: CeasefireEntry, own: frozenset[str], directory: Directory) -> date:
    """The ceasefire's first day as the speakers' side states it, else the calendar's."""
    stated = [s.day for s in entry.starts if s.stated_by in own or directory.family(s.stated_by) & own]
    return stated[0] if stated else entry.begins


def _region(f: Found, before: Found | None, last: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The places spoken of: the statement's own, else those of the statement before it, if that is near."""
    own = tuple(dict.fromkeys(slug for slug, _ in f.places if gazetteer.kind(slug) != "country"))
    if own or f.sense.mask & M.TRUCE or before is None:
        return own
    return last if f.attribution.paragraph - before.attribution.paragraph <= NEAR else ()


def _stance(
    f: Found,
    clocks: Clocks,
    accusation: Accusation,
    is_own_deed: bool,
    article: ArticleInput,
    readers: Readers,
    calendar: Calendar,
    slug: str | None,
) -> Finding | None:
    truce = calendar.get(slug)
    if truce is None:
        return None
    day = clocks.about.last or article.published or clocks.said.last
    outsider = bool(accusation.slugs) and readers.accuser.is_outsider(accusation.slugs, calendar.parties)
    given = Circumstances(
        in_force=day is not None and day >= truce.begins,
        is_ahead=f.is_ahead,
        blow_counts=f.attribution.polarity is Polarity.DENIAL
        or not outsider
        and (bool(accusation.slugs) or not is_own_deed),
        is_dated=clocks.is_own,
    )
    return stance(f.sense, f.attribution.polarity, given)


@dataclass(frozen=True, slots=True)
class Author:
    """Whose the attack last told of was, and who told it: what an attack without an author may still be about."""

    slugs: tuple[str, ...]
    side: str
    is_bystanders: bool
    paragraph: int
    is_own: bool
    about: When

    def can_be_of(self, about: When) -> bool:
        """Not of another day."""
        return None in (self.about.last, about.last) or self.about.last == about.last


def _author(f: Found, accusation: Accusation, is_own_deed: bool, about: When) -> Author | None:
    if accusation.slugs:
        return Author(accusation.slugs, f.side, f.is_bystander, f.attribution.paragraph, False, about)
    speakers = tuple(link.slug for link in f.links if link.role is LinkRole.SPEAKER and link.slug)
    if is_own_deed and speakers and f.sense.told & M.FIRE:
        return Author(speakers, f.side, f.is_bystander, f.attribution.paragraph, True, about)
    return None


def _goes_on(f: Found, author: Author | None, readers: Readers) -> bool:
    """The speaker still tells of its own attack: "the operation targeted …"."""
    return (
        author is not None
        and author.is_own
        and bool(frozenset(author.slugs) & f.own)
        and not f.cast.doers
        and f.attribution.paragraph - author.paragraph <= NEAR
        and readers.accuser.refers_back(f.sense)
    )


def _accusation(f: Found, author: Author | None, about: When, readers: Readers) -> Accusation:
    """Who is blamed: by the statement's own words, else the author of the attack last told of."""
    if f.accusation:
        return f.accusation
    sense = f.sense
    none = Accusation(())
    if f.attribution.polarity is Polarity.DENIAL or not sense.mask & (M.FIRE | M.BREACH):
        return none
    if f.is_ahead and not (sense.mask & M.BREACH and readers.accuser.refers_back(sense)):
        return none
    if sense.told & (M.LESS | M.CALM | M.STOPPED | M.NOT | M.COMPACT) and not sense.told & (
        M.CONTINUED | M.HARMED | M.BREACHED
    ):
        return none
    if unnamed := readers.accuser.of_unnamed(sense, f.cast):
        return unnamed
    if author is None or f.attribution.paragraph - author.paragraph > NEAR or frozenset(author.slugs) & f.own:
        return none
    if not author.can_be_of(about):
        return none
    against = all(readers.directory.side(slug) != f.side for slug in author.slugs)
    told_alike = f.is_bystander or (f.side == author.side) != author.is_own or (author.is_bystanders and against)
    return Accusation(author.slugs) if told_alike else none


def _statement(
    f: Found,
    times: Clocks,
    text: str,
    folded: str,
    finding: Finding | None,
    accusation: Accusation,
    readers: Readers,
    timeline: Timeline,
    ceasefire: tuple[str | None, str],
    before: Sequence[Statement],
) -> Statement:
    attribution, span = f.attribution, f.attribution.content
    told_topics, told_events, told_targets = topics(f.sense, is_ahead=f.is_ahead), events(f.sense), targets(f.sense)

    def words(hit: Hit) -> str:
        return text[hit.start : hit.end]

    evidence = [
        *((f"topic: {topic}", words(hit)) for topic, hit in told_topics),
        *((f"event: {event}", words(hit)) for event, hit in told_events),
        *((f"target: {target}", words(hit)) for target, hit in told_targets),
        *((f"stance: {finding.stance}", words(hit)) for hit in (finding.hits if finding else ())),
        *((f"accused: {slug}", accusation.words) for slug in accusation.slugs),
    ]
    figures = [
        figure
        for piece in attribution.pieces
        for figure in readers.counter.figures(
            text, piece, folded=folded, times=[m.span for m in timeline.moments_in(piece)], places=f.places
        )
    ]
    return Statement(
        text=span.of(text),
        span=span,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        form=attribution.form,
        polarity=attribution.polarity,
        rule=attribution.rule,
        statement=attribution.statement,
        links=f.links,
        said=times.said,
        about=times.about,
        topics=tuple(topic for topic, _ in told_topics) or (before[-1].topics if before else ()),
        stance=finding.stance if finding else None,
        events=tuple(event for event, _ in told_events),
        targets=tuple(target for target, _ in told_targets),
        accused=accusation.slugs,
        accused_words=accusation.words,
        figures=tuple(figures),
        places=tuple(dict.fromkeys(slug for slug, _ in f.places)),
        ceasefire=ceasefire[0],
        ceasefire_reason=ceasefire[1],
        evidence=tuple(evidence),
        is_headline=attribution.is_headline,
    )
