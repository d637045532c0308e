"""Flat rows for files: one row a claim, a pair, a day and side; the columns of every CSV and the keys of every JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from claims.models import Article, Ceasefire, CeasefireDay, Claim, ClaimPair, DayCell, Figure, Source

MOST = 10_000
"""Rows of one file; what is more is left out, and the file's header or envelope says so."""
CHUNK = 500

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to be made one after the other; `name` is the file's name without its ending."""

    name: str
    source: Iterable[Any]
    make: Callable[[Any], Row]
    columns: tuple[str, ...]

    def __iter__(self) -> Iterator[Row]:
        records = self.source
        if isinstance(records, QuerySet):
            records = records[:MOST].iterator(chunk_size=CHUNK) if not records.query.is_sliced else records
        return map(self.make, islice(records, MOST))


CLAIM_COLUMNS = (
    "id", "address", "ceasefire", "said_by", "speakers", "named_as", "sides", "through", "outlet", "article",
    "polarity", "form", "text", "language", "said_first", "said_last", "said_precision", "said_words", "about_first",
    "about_last", "about_precision", "about_words", "reported", "topics", "stance", "blames", "figures", "places",
    "rule", "review",
)  # fmt: skip


def claim_row(claim: Claim) -> Row:
    """One claim; needs `for_display()`."""
    known = [link.source for link in claim.speakers if link.source]
    outlet = claim.article.outlet
    return {
        "id": claim.pk,
        "address": claim.get_absolute_url(),
        "ceasefire": claim.ceasefire.slug if claim.ceasefire else None,
        "said_by": [source.name for source in known],
        "speakers": [source.slug for source in known],
        "named_as": [link.words for link in claim.speakers],
        "sides": claim.side_keys,
        "through": [link.source.slug if link.source else link.words for link in claim.relays],
        "outlet": outlet.slug if outlet else claim.article.outlet_words or None,
        "article": claim.article_id,
        "polarity": claim.polarity,
        "form": claim.form,
        "text": claim.text,
        "language": claim.language,
        "said_first": claim.said_first,
        "said_last": claim.said_last,
        "said_precision": claim.said_precision,
        "said_words": claim.said_words,
        "about_first": claim.about_first,
        "about_last": claim.about_last,
        "about_precision": claim.about_precision,
        "about_words": claim.about_words,
        "reported": claim.reported,
        "topics": claim.topics,
        "stance": claim.stance or None,
        "blames": [accusation.source.slug for accusation in claim.accusations.all()],
        "figures": [f"{figure.words} | {figure.what} | {figure.low} | {figure.high}" for figure in claim.figures.all()],
        "places": [place.slug for place in claim.places.all()],
        "rule": claim.rule,
        "review": claim.review_state,
    }


PAIR_COLUMNS = (
    "id", "address", "ceasefire", "day_first", "day_last", "relation", "dimension", "reason", "detector",
    "detector_version", "found_relation", "found_dimension", "review", "left", "left_speakers", "left_text",
    "left_about", "right", "right_speakers", "right_text", "right_about",
)  # fmt: skip


def pair_row(pair: ClaimPair) -> Row:
    """One pair with both texts; needs `for_display()`."""
    row: Row = {
        "id": pair.pk,
        "address": pair.get_absolute_url(),
        "ceasefire": pair.ceasefire.slug,
        "day_first": pair.day_first,
        "day_last": pair.day_last,
        "relation": pair.relation,
        "dimension": pair.dimension or None,
        "reason": pair.reason,
        "detector": pair.kind,
        "detector_version": pair.kind_version,
        "found_relation": pair.found[0],
        "found_dimension": pair.found[1] or None,
        "review": pair.review_state,
    }
    for end, claim in (("left", pair.left), ("right", pair.right)):
        row[end] = claim.pk
        row[f"{end}_speakers"] = [link.source.slug if link.source else link.words for link in claim.speakers]
        row[f"{end}_text"] = claim.text
        row[f"{end}_about"] = claim.about_last
    return row


CELL_COLUMNS = (
    "ceasefire", "day", "side", "claims", "undated", "says_kept", "says_broken", "says_both", "contradicts", "competes",
)  # fmt: skip


def cell_row(cell: DayCell) -> Row:
    """One side's part of a day; needs its day and ceasefire."""
    return {
        "ceasefire": cell.day.ceasefire.slug,
        "day": cell.day.day,
        "side": cell.side_id,
        "claims": cell.claims,
        "undated": cell.undated,
        "says_kept": cell.holding,
        "says_broken": cell.violated,
        "says_both": cell.mixed,
        "contradicts": cell.contradicts,
        "competes": cell.competes,
    }


DAY_COLUMNS = ("ceasefire", "day", "address", "claims", "undated", "contradicts", "competes", "corroborates")


def day_row(day: CeasefireDay) -> Row:
    return {
        "ceasefire": day.ceasefire.slug,
        "day": day.day,
        "address": day.get_absolute_url(),
        "claims": day.claims,
        "undated": day.undated,
        "contradicts": day.contradicts,
        "competes": day.competes,
        "corroborates": day.corroborates,
    }


SOURCE_COLUMNS = ("slug", "name", "address", "kind", "side", "parent")


def source_row(source: Source) -> Row:
    return {
        "slug": source.slug,
        "name": source.name,
        "address": source.get_absolute_url(),
        "kind": source.kind,
        "side": source.side_id,
        "parent": source.parent.slug if source.parent else None,
    }


ARTICLE_COLUMNS = ("id", "address", "outlet", "title", "language", "published", "published_from", "link")


def article_row(article: Article) -> Row:
    return {
        "id": article.pk,
        "address": article.get_absolute_url(),
        "outlet": article.outlet.slug if article.outlet else article.outlet_words or None,
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "published_from": article.published_origin,
        "link": article.address or None,
    }


FIGURE_COLUMNS = (
    "claim", "address", "ceasefire", "counted_by", "side", "blames", "what", "words", "low", "high", "is_part", "place",
    "about_first", "about_last", "reported",
)  # fmt: skip


def figure_row(figure: Figure) -> Row:
    """One figure with who gives it; needs its claim with `for_display()`."""
    claim = figure.claim
    return {
        "claim": claim.pk,
        "address": claim.get_absolute_url(),
        "ceasefire": claim.ceasefire.slug if claim.ceasefire else None,
        "counted_by": [link.source.slug if link.source else link.words for link in claim.speakers],
        "side": claim.side_keys[0] if claim.side_keys else None,
        "blames": [accusation.source.slug for accusation in claim.accusations.all()],
        "what": figure.what,
        "words": figure.words,
        "low": figure.low,
        "high": figure.high,
        "is_part": figure.is_part,
        "place": figure.place.slug if figure.place else None,
        "about_first": claim.about_first,
        "about_last": claim.about_last,
        "reported": claim.reported,
    }


def claim_rows(name: str, claims: Iterable[Claim]) -> Rows:
    return Rows(name, claims, claim_row, CLAIM_COLUMNS)


def pair_rows(name: str, pairs: Iterable[ClaimPair]) -> Rows:
    return Rows(name, pairs, pair_row, PAIR_COLUMNS)


def matrix_rows(ceasefire: Ceasefire) -> Rows:
    return Rows(ceasefire.slug, DayCell.objects.of_ceasefire(ceasefire), cell_row, CELL_COLUMNS)
