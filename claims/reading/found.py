"""What one attribution gives by its own words, before its clocks are set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claims.reading.assertions.accused import Accusation, Cast
from claims.reading.assertions.findings import Circumstances
from claims.reading.assertions.gist import gist, looks_ahead
from claims.reading.assertions.sense import Sense
from claims.reading.assertions.stance import stance
from claims.reading.dates.gist import Gist
from claims.reading.dates.moments import TRUCE_KINDS
from claims.reading.dates.timeline import Timeline
from claims.reading.directory import Directory
from claims.reading.places import Named, inside
from claims.reading.readers import Readers
from claims.reading.record import record
from claims.reading.records import Attribution, Link, Span
from claims.reference.records import CeasefireEntry
from claims.vocabulary import Form, LinkRole, Polarity, SourceKind

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
"""Kinds of source that tell of others' deeds; None: a speaker that the registry does not know."""


@record()
class Found:
    """own: the bodies that all the speakers belong to;  cast: who is named, and who of them acts."""

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

    @property
    def is_denial(self) -> bool:
        return self.attribution.polarity is Polarity.DENIAL

    @property
    def speakers(self) -> tuple[str, ...]:
        return tuple(link.slug for link in self.links if link.role is LinkRole.SPEAKER and link.slug)


def find(
    attribution: Attribution,
    links: tuple[Link, ...],
    text: str,
    folded: str,
    *,
    readers: Readers,
    places: Sequence[Named],
    timeline: Timeline,
) -> Found:
    """What the attribution's words give; places: all that the article names."""
    directory = readers.directory
    times = [m.span for m in timeline.moments_in(attribution.content) if not m.kinds & TRUCE_KINDS]
    sense = readers.senses.read(folded, attribution.pieces, cue=attribution.cue, times=times)
    cast = readers.accuser.cast(sense, text)
    slugs = [link.slug for link in links if link.role is LinkRole.SPEAKER]
    families = [directory.family(slug) for slug in slugs if slug]
    own = frozenset.intersection(*families) if families else frozenset()
    is_ahead = looks_ahead(sense)
    return Found(
        attribution=attribution,
        links=links,
        sense=sense,
        is_ahead=is_ahead,
        own=own,
        side=next((directory.side(slug) for slug in slugs if slug), ""),
        is_bystander=all((directory.kind(slug) if slug else None) in BYSTANDERS for slug in slugs),
        cast=cast,
        accusation=None
        if attribution.polarity is Polarity.DENIAL
        else readers.accuser.accuse(sense, cast, text, own=own, is_ahead=is_ahead),
        is_own_deed=readers.accuser.is_own_deed(sense, cast, own=own, is_quoted=attribution.form is Form.DIRECT),
        places=inside(places, attribution.content),
    )


def gist_of(found: Found, *, readers: Readers, timeline: Timeline, entry: CeasefireEntry | None) -> Gist:
    """What the clocks need to know; entry: the ceasefire that the article is about."""
    attribution, sense = found.attribution, found.sense
    sentence, content = attribution.sentence, attribution.content
    moments = timeline.moments_in(content)
    given = Circumstances(
        in_force=True, is_ahead=found.is_ahead, blow_counts=True, is_dated=bool(moments), is_charged=True
    )
    is_dated = any(timeline.within(span) for span in (sentence, attribution.clause) if span is not None)
    outside = f"{sense.folded[sentence.start : content.start]} {sense.folded[content.end : sentence.end]}"
    return gist(
        sense,
        stance(sense, attribution.polarity, given),
        moments,
        is_ahead=found.is_ahead,
        is_denied=found.is_denial,
        is_meeting=is_dated and bool(readers.meeting.search(outside)),
        turns=bool(readers.turn.match(sense.folded, sentence.start)),
        speakers=frozenset(link.slug or link.words for link in found.links if link.role is LinkRole.SPEAKER),
        relays=frozenset(link.slug for link in found.links if link.role is LinkRole.RELAY and link.slug),
        bodies=found.own,
        resumes=readers.accuser.resumes(sense),
        places=frozenset(slug for slug, _ in found.places),
        start=_start(entry, found.own, readers.directory) if entry else None,
    )


def _start(entry: CeasefireEntry, own: frozenset[str], directory: Directory) -> date:
    """The ceasefire's first day as the speakers' side states it, else the calendar's."""
    stated = [s.day for s in entry.starts if s.stated_by in own or directory.family(s.stated_by) & own]
    return stated[0] if stated else entry.begins
