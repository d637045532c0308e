"""Composes what reading found of each attribution into a statement: clocks, matter, stance, blame, figures, places, ceasefire."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.reading.assertions.accused import Accusation, Accuser
from claims.reading.assertions.gist import gist, looks_ahead
from claims.reading.assertions.matters import Matter
from claims.reading.assertions.sense import Hit, Sense, SenseReader
from claims.reading.assertions.stance import Finding, Ground, stance
from claims.reading.assertions.topics import events, targets, topics
from claims.reading.ceasefires import Calendar
from claims.reading.dates.clocks import ClockReader
from claims.reading.dates.moments import Clockwork
from claims.reading.directory import Directory
from claims.reading.figures import Counter
from claims.reading.languages.english import matters as english_matters
from claims.reading.languages.english import numbers as english_numbers
from claims.reading.languages.english import times as english_times
from claims.reading.phrases import fold
from claims.reading.places import Gazetteer
from claims.reading.records import ArticleInput, Attribution, Link, Span, Statement, When
from claims.reference.records import CeasefireEntry
from claims.vocabulary import LinkRole, Polarity, SourceKind, Stance

CONTEXT = 60
"""Characters of the text kept on either side of a statement, so that it can be found again."""

CONTEXT_CLAIMS = 2
"""Paragraphs over which an attack without an author is still the one last told of."""

BYSTANDERS = frozenset({SourceKind.CROWD, SourceKind.MONITOR, SourceKind.RELIEF, SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.EXPERTS})

M = Matter
_MEETING = re.compile(r"\b(?:meeting|session|summit|talks|conference|briefing|assembly|sitting)\b")
_TURN = re.compile(r"(?:separately|meanwhile|elsewhere|in a separate|in another development|in other news)\b")
_ALSO = re.compile(r"\b(?:also|too|as well)\b")


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of one language, built once."""

    clockwork: Clockwork
    senses: SenseReader
    counter: Counter
    accuser: Accuser


@dataclass(frozen=True, slots=True)
class Found:
    """What one attribution gave before its clocks were set."""

    attribution: Attribution
    links: tuple[Link, ...]
    sense: Sense
    is_ahead: bool
    own: frozenset[str]
    side: str
    accusation: Accusation | None
    own_deed: bool
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
    readers = _readers(directory)
    text = article.text
    folded = fold(text)
    entry = calendar.of_article(article.published, ())
    clocks = ClockReader(
        readers.clockwork, text, folded, published=article.published, truce=entry.begins if entry else None
    )
    found = [
        _found(a, links, text, folded, readers, directory, gazetteer) for a, links in zip(attributions, chains, strict=True)
    ]
    gists = []
    for f in found:
        first = stance(f.sense, polarity=f.attribution.polarity, in_force=True, is_ahead=f.is_ahead, blow_counts=True)
        clause = f.attribution.clause or f.attribution.sentence
        outside = folded[f.attribution.sentence.start : f.attribution.content.start] + folded[clause.start : clause.end]
        gists.append(
            gist(
                f.sense,
                first,
                f.attribution,
                [clocks.moments[k] for k in clocks._within(f.attribution.content)],
                is_ahead=f.is_ahead,
                is_meeting=bool(_MEETING.search(outside)),
                turns=bool(_TURN.match(folded, f.attribution.sentence.start)),
                also=bool(_ALSO.search(outside)),
                speakers=_speakers(f.links),
            )
        )
    times = clocks.read([f.attribution for f in found], gists)
    out: list[Statement] = []
    regions: list[tuple[str, ...]] = []
    for i, (f, t) in enumerate(zip(found, times, strict=True)):
        places = _regions(i, found, regions, gazetteer)
        regions.append(places)
        belonging = calendar.assign(t.about, places, article=entry, is_own_day=t.is_own and gists[i].is_event, gazetteer=gazetteer)
        truce = calendar.get(belonging.slug)
        result = _stance(f, t.about, t.said, truce, article, readers, directory)
        accusation = _accused(i, f, found, out, readers, directory)
        out.append(_statement(f, t.said, t.about, text, folded, result, accusation, belonging.slug, belonging.reason, readers, clocks))
    return tuple(out)


@lru_cache(maxsize=4)
def _accuser(key: int) -> Accuser:
    directory = _DIRECTORIES[key]
    return Accuser(directory, english_matters.MATTERS, language="en")


_DIRECTORIES: dict[int, Directory] = {}


@lru_cache(maxsize=1)
def _language() -> tuple[Clockwork, SenseReader, Counter]:
    return (
        Clockwork(english_times.TIMES),
        SenseReader(english_matters.MATTERS),
        Counter(english_numbers.NUMBERS),
    )


def _readers(directory: Directory) -> Readers:
    _DIRECTORIES.clear() if id(directory) not in _DIRECTORIES else None
    _DIRECTORIES[id(directory)] = directory
    clockwork, senses, counter = _language()
    return Readers(clockwork, senses, counter, _accuser(id(directory)))


def _speakers(links: Sequence[Link]) -> frozenset[str]:
    return frozenset(link.slug or link.words for link in links if link.role is LinkRole.SPEAKER)


def _found(
    attribution: Attribution,
    links: tuple[Link, ...],
    text: str,
    folded: str,
    readers: Readers,
    directory: Directory,
    gazetteer: Gazetteer,
) -> Found:
    sense = readers.senses.read(folded, attribution.pieces, cue=attribution.cue)
    slugs = [link.slug for link in links if link.role is LinkRole.SPEAKER and link.slug]
    own = frozenset(s for slug in slugs for s in directory.family(slug))
    side = directory.side(slugs[0]) if slugs else ""
    is_ahead = looks_ahead(sense)
    accusation = None
    if attribution.polarity is not Polarity.DENIAL and not is_ahead:
        accusation = readers.accuser.accuse(sense, own=own, side=side, blamed=M.BLAME in sense.cue)
    return Found(
        attribution,
        links,
        sense,
        is_ahead,
        own,
        side,
        accusation,
        readers.accuser.own_deed(sense, own=own, side=side),
        gazetteer.find(text, attribution.content, folded=folded),
    )


def _regions(i: int, found: Sequence[Found], before: Sequence[tuple[str, ...]], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The places spoken of: the statement's own, else those of the one before it in the same or the next paragraph."""
    f = found[i]
    own = tuple(dict.fromkeys(slug for slug, _ in f.places if gazetteer.kind(slug) != "country"))
    if own or f.sense.has(M.TRUCE):
        return own
    if i and f.attribution.paragraph - found[i - 1].attribution.paragraph <= CONTEXT_CLAIMS:
        return before[i - 1]
    return ()


def _stance(
    f: Found,
    about: When,
    said: When,
    truce: CeasefireEntry | None,
    article: ArticleInput,
    readers: Readers,
    directory: Directory,
) -> Finding | None:
    if truce is None:
        return None
    day = about.last or article.published or said.last
    in_force = day is not None and day >= truce.begins
    parties = frozenset(p.source for p in truce.parties)
    outsider = bool(f.accusation) and f.accusation is not None and readers.accuser.is_outsider(f.accusation.slugs, parties)
    counts = not outsider and (f.accusation is not None or not f.own_deed)
    return stance(f.sense, polarity=f.attribution.polarity, in_force=in_force, is_ahead=f.is_ahead, blow_counts=counts)


def _accused(
    i: int, f: Found, found: Sequence[Found], before: Sequence[Statement], readers: Readers, directory: Directory
) -> tuple[tuple[str, ...], str]:
    if f.accusation:
        return f.accusation.slugs, f.sense.folded[f.accusation.start : f.accusation.end]
    if f.attribution.polarity is Polarity.DENIAL or f.own_deed:
        return (), ""
    such = re.search(r"\b(?:such|these|those|this|the)\b", f.sense.folded[f.sense.span.start : f.sense.span.end])
    blow = next((h for h in f.sense.hits if h.is_blow or h.has(M.BREACH)), None)
    if blow is None or (f.is_ahead and not (such and blow.has(M.BREACH))):
        return (), ""
    if any(h.has(M.LESS, M.STOPPED, M.CALM) for h in f.sense.hits) and not f.sense.has(M.CONTINUED):
        return (), ""
    if slug := readers.accuser.victims_forces(f.sense):
        return (slug,), ""
    if i:
        prior, statement = found[i - 1], before[i - 1]
        near = f.attribution.paragraph - prior.attribution.paragraph <= CONTEXT_CLAIMS
        bystander = all(directory.kind(s.slug or "") in (*BYSTANDERS, None) for s in f.links if s.role is LinkRole.SPEAKER)
        if near and statement.accused and (bystander or f.side == prior.side) and not frozenset(statement.accused) & f.own:
            return statement.accused, ""
    return (), ""


def _statement(
    f: Found,
    said: When,
    about: When,
    text: str,
    folded: str,
    finding: Finding | None,
    accused: tuple[tuple[str, ...], str],
    ceasefire: str | None,
    reason: str,
    readers: Readers,
    clocks: ClockReader,
) -> Statement:
    span = f.attribution.content
    told_topics, told_events, told_targets = topics(f.sense), events(f.sense), targets(f.sense)

    def words(hit: Hit) -> str:
        return text[hit.start : hit.end]

    evidence = [
        *((f"topic: {t}", words(h)) for t, h in told_topics),
        *((f"event: {e}", words(h)) for e, h in told_events),
        *((f"target: {t}", words(h)) for t, h in told_targets),
    ]
    if finding:
        evidence += [(f"stance: {finding.stance}", words(h)) for h in finding.hits]
    evidence += [(f"accused: {slug}", accused[1]) for slug in accused[0]]
    figures = tuple(
        figure
        for piece in f.attribution.pieces
        for figure in readers.counter.figures(
            text, piece, folded=folded, times=[m.span for m in clocks.moments], places=f.places
        )
    )
    return Statement(
        text=span.of(text),
        span=span,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        form=f.attribution.form,
        polarity=f.attribution.polarity,
        rule=f.attribution.rule,
        statement=f.attribution.statement,
        links=f.links,
        said=said,
        about=about,
        topics=tuple(t for t, _ in told_topics),
        stance=finding.stance if finding else None,
        events=tuple(e for e, _ in told_events),
        targets=tuple(t for t, _ in told_targets),
        accused=accused[0],
        accused_words=accused[1],
        figures=figures,
        places=tuple(dict.fromkeys(slug for slug, _ in f.places)),
        ceasefire=ceasefire,
        ceasefire_reason=reason,
        evidence=tuple(evidence),
        is_headline=f.attribution.is_headline,
    )
