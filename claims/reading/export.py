"""The form in which claims and pairs leave the tracker: the keys of one claim record, in one place.

The command line fills it from statements, the database's export from its rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from claims.reading.record import record
from claims.reading.records import Figure, Link, Span, Statement
from claims.vocabulary import LinkRole


@record(kw_only=True)
class FigureRow:
    what: str
    words: str
    low: int | None
    high: int | None


@record(kw_only=True)
class ClaimRow:
    """What is given out of a claim. `span` is None where offsets into the raw text are not known."""

    id: str
    article: str
    text: str
    kind: str
    polarity: str
    sources: tuple[str, ...]
    speaker: str
    via: str | None
    said_on: date | None
    about_from: date | None
    about_to: date | None
    ceasefire: str | None
    topics: tuple[str, ...]
    stance: str | None
    accused: tuple[str, ...]
    figures: tuple[FigureRow, ...]
    rule: str
    span: Span | None = None

    @classmethod
    def of(cls, statement: Statement, *, id: str, article: str, span: Span | None = None) -> ClaimRow:
        """A statement's row; span is the statement's place in the raw text."""
        return cls(
            id=id,
            article=article,
            text=statement.text,
            kind=statement.form,
            polarity=statement.polarity,
            sources=slugs(statement.links, LinkRole.SPEAKER),
            speaker=", ".join(link.words for link in statement.links if link.role is LinkRole.SPEAKER),
            via=next(reversed(slugs(statement.links, LinkRole.RELAY)), None),
            said_on=only_day(statement.said.first, statement.said.last),
            about_from=statement.about.first,
            about_to=statement.about.last,
            ceasefire=statement.ceasefire,
            topics=tuple(statement.topics),
            stance=statement.stance,
            accused=statement.accused,
            figures=tuple(figure_row(f) for f in statement.figures),
            rule=statement.rule,
            span=span,
        )


def only_day(first: date | None, last: date | None) -> date | None:
    """The one day of a range; a longer one has no day that could be given as the day of saying."""
    return last if first == last else None


def figure_row(figure: Figure) -> FigureRow:
    return FigureRow(what=figure.what, words=figure.words, low=figure.low, high=figure.high)


def slugs(links: Iterable[Link], role: LinkRole) -> tuple[str, ...]:
    """The known slugs of a role, in order; speakers that no one has resolved yet have none."""
    return tuple(link.slug for link in links if link.role is role and link.slug is not None)


def claim_record(row: ClaimRow) -> dict[str, Any]:
    """A claim as JSON. Offsets are given only where known; days are ISO dates; of several accused the first named."""
    record: dict[str, Any] = {
        "id": row.id,
        "article": row.article,
        "text": row.text,
        "kind": row.kind,
        "polarity": row.polarity,
        "speaker": row.speaker,
        "sources": list(row.sources),
        "via": row.via,
        "said_on": _iso(row.said_on),
        "about_from": _iso(row.about_from),
        "about_to": _iso(row.about_to),
        "ceasefire": row.ceasefire,
        "topics": list(row.topics),
        "stance": row.stance,
        "accused": row.accused[0] if row.accused else None,
        "co_accused": list(row.accused[1:]),
        "figures": [{"what": f.what, "words": f.words, "low": f.low, "high": f.high} for f in row.figures],
        "rule": row.rule,
    }
    if row.span is not None:
        record |= {"start": row.span.start, "end": row.span.end}
    return record


def pair_record(*, a: str, b: str, relation: str, kind: str | None, why: str = "") -> dict[str, Any]:
    """A pair of claims as JSON; kind is the dimension in which they differ."""
    return {"a": a, "b": b, "relation": relation, "kind": kind, "why": why}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
