"""Composes what reading found of each attribution into statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.reading.assertions.accused import Accusation
from claims.reading.assertions.findings import Circumstances, Finding
from claims.reading.assertions.gist import happened
from claims.reading.assertions.matters import Matter
from claims.reading.assertions.sense import Hit
from claims.reading.assertions.stance import stance
from claims.reading.assertions.topics import events, targets, topics
from claims.reading.authors import Author, accusation_of, author_of, goes_on, is_theirs
from claims.reading.ceasefires import Belonging, Calendar
from claims.reading.dates.clocks import read_clocks
from claims.reading.dates.gist import Clocks, is_day
from claims.reading.dates.moments import Clockwork
from claims.reading.dates.ranges import Anchor
from claims.reading.dates.timeline import Timeline
from claims.reading.directory import Directory
from claims.reading.found import Found, find, gist_of
from claims.reading.phrases import fold
from claims.reading.places import Gazetteer, Named
from claims.reading.readers import Readers, readers_of
from claims.reading.records import ArticleInput, Attribution, Figure, Link, Span, Statement

CONTEXT = 60
"""Characters of the text kept on either side of a statement, so that it can be found again."""

NAMES_ITS_LAND = 600
"""Characters from which on an article is sure to name the land that it is about."""

SAME_REGION = 3
"""Paragraphs over which a region carries to statements that name no place."""


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
    readers = readers_of(directory, article.language)
    text, folded = article.text, fold(article.text)
    entry = calendar.of_article(article.published, ())
    areas = tuple({slug for e in (calendar.entries if entry is None else (entry,)) for slug in e.area})
    places = gazetteer.find(text, Span(0, len(text)), folded=folded)
    is_elsewhere = _is_elsewhere(folded, places, areas, gazetteer)
    entry = None if is_elsewhere else entry
    timeline = Timeline(
        readers.clockwork,
        text,
        folded,
        published=article.published,
        filed=_filed(article, readers.clockwork),
        truce=entry.begins if entry else None,
    )
    found = [
        find(a, links, text, folded, readers=readers, places=places, timeline=timeline)
        for a, links in zip(attributions, chains, strict=True)
    ]
    gists = [gist_of(f, readers=readers, timeline=timeline, entry=entry) for f in found]
    times = read_clocks(
        timeline,
        attributions,
        gists,
        matters_of=lambda span: happened(readers.senses.read(folded, (span,), cue=None)),
    )
    in_other_truce = is_elsewhere and any(f.sense.mask & Matter.TRUCE for f in found)
    out: list[Statement] = []
    region: tuple[str, ...] = ()
    author: Author | None = None
    for i, (f, clocks) in enumerate(zip(found, times, strict=True)):
        region = _region(f, found[i - 1] if i else None, region, gazetteer)
        own_day = clocks.is_own and gists[i].is_event
        belonging = (
            Belonging(None, "the article names no place of a known ceasefire")
            if is_elsewhere
            else calendar.assign(clocks.about, region, article=entry, is_own_day=own_day, gazetteer=gazetteer)
        )
        own_deed = (f.is_own_deed or goes_on(f, author, readers)) and not is_theirs(f, author, readers)
        blame = f.accusation or (Accusation(()) if own_deed else accusation_of(f, author, clocks.about, readers))
        author = author_of(f, blame, clocks.about, is_own_deed=own_deed) or author
        finding = _stance(
            f,
            clocks,
            blame,
            article.published,
            readers,
            calendar,
            belonging.slug,
            own_deed,
            in_other_truce=in_other_truce,
        )
        figures = _figures(f, text, folded, readers, timeline)
        out.append(_statement(f, clocks, text, finding, blame, figures, belonging, out[-1] if out else None))
    return tuple(out)


def _is_elsewhere(folded: str, places: Sequence[Named], areas: Sequence[str], gazetteer: Gazetteer) -> bool:
    """An article of some length that names neither the ceasefire's land nor a place in it: another land's truce."""
    names = {gazetteer.name(slug).lower() for area in areas for slug in gazetteer.within(area)}
    if len(folded) < NAMES_ITS_LAND or any(name in folded for name in names):
        return False
    return not any(gazetteer.meet(slug, area) for slug in {slug for slug, _ in places} for area in areas)


def _filed(article: ArticleInput, clockwork: Clockwork) -> date | None:
    """The dateline's day, if it names one."""
    anchor = Anchor(written=article.published)
    days = [clockwork.settle(m, article.dateline, anchor=anchor) for m in clockwork.moments(article.dateline)]
    return next((when.first for when in days if is_day(when)), None)


def _region(f: Found, before: Found | None, last: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The places spoken of: the statement's own, else those of the statement before it, if that is near."""
    own = tuple(dict.fromkeys(slug for slug, _ in f.places if gazetteer.kind(slug) != "country"))
    if own or f.sense.mask & Matter.TRUCE or before is None:
        return own
    return last if f.attribution.paragraph - before.attribution.paragraph <= SAME_REGION else ()


def _stance(
    f: Found,
    clocks: Clocks,
    blame: Accusation,
    published: date | None,
    readers: Readers,
    calendar: Calendar,
    slug: str | None,
    is_own_deed: bool,
    *,
    in_other_truce: bool,
) -> Finding | None:
    """What is asserted of its ceasefire; an own attack, and one of a state outside it, says nothing of it.

    Of one that is not in the calendar only what is said of the truce by name counts, unless (in_other_truce) the whole
    article is about another land's.
    """
    truce = calendar.get(slug)
    day = clocks.about.last or published or clocks.said.last
    outsider = bool(blame.slugs) and readers.accuser.is_outsider(blame.slugs, calendar.parties)
    charged = bool(blame.slugs) or not is_own_deed
    if truce is None and not in_other_truce and not f.sense.mask & Matter.TRUCE:
        return None
    given = Circumstances(
        in_force=in_other_truce
        if truce is None
        else day is not None and truce.begins <= day and (truce.ended is None or day <= truce.ended),
        is_ahead=f.is_ahead,
        blow_counts=f.is_denial or (charged and not outsider),
        is_dated=clocks.is_own,
        is_charged=bool(blame.slugs),
    )
    return stance(f.sense, f.attribution.polarity, given)


def _figures(f: Found, text: str, folded: str, readers: Readers, timeline: Timeline) -> tuple[Figure, ...]:
    return tuple(
        figure
        for piece in f.attribution.pieces
        for figure in readers.counter.figures(
            text, piece, folded=folded, times=[m.span for m in timeline.moments_in(piece)], places=f.places
        )
    )


def _statement(
    f: Found,
    clocks: Clocks,
    text: str,
    finding: Finding | None,
    blame: Accusation,
    figures: tuple[Figure, ...],
    belonging: Belonging,
    before: Statement | None,
) -> Statement:
    """One statement; what says nothing by itself keeps the topics of the one before it."""
    attribution, span = f.attribution, f.attribution.content
    told_topics, told_events, told_targets = topics(f.sense, is_ahead=f.is_ahead), events(f.sense), targets(f.sense)

    def words(hit: Hit) -> str:
        return text[hit.start : hit.end]

    evidence = [
        *((f"topic: {topic}", words(hit)) for topic, hit in told_topics),
        *((f"event: {event}", words(hit)) for event, hit in told_events),
        *((f"target: {target}", words(hit)) for target, hit in told_targets),
        *((f"accused: {slug}", blame.words) for slug in blame.slugs),
    ]
    if finding:
        evidence += [(f"stance: {finding.stance}", words(hit)) for hit in finding.hits]
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
        said=clocks.said,
        about=clocks.about,
        topics=tuple(topic for topic, _ in told_topics) or (before.topics if before else ()),
        stance=finding.stance if finding else None,
        events=tuple(event for event, _ in told_events),
        targets=tuple(target for target, _ in told_targets),
        accused=blame.slugs,
        accused_words=blame.words,
        figures=figures,
        places=tuple(dict.fromkeys(slug for slug, _ in f.places)),
        ceasefire=belonging.slug,
        ceasefire_reason=belonging.reason,
        evidence=tuple(evidence),
        is_headline=attribution.is_headline,
    )
