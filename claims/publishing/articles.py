"""Articles, and the figures of their claims, as records."""

from __future__ import annotations

from typing import Any

from claims.models import Article, Figure
from claims.models.article import ArticleQuerySet
from claims.models.parts import FigureQuerySet
from claims.publishing.moment import Names

Record = dict[str, Any]


def rows() -> ArticleQuerySet:
    """Articles that were read, in their newest version."""
    return Article.objects.current()


def records(found: ArticleQuerySet, names: Names) -> list[Record]:
    """Without their texts: those are the outlets'."""
    return [record(article, names) for article in found.defer("text", "source_text", "reading_report")]


def by_id(ids: list[int], names: Names) -> dict[int, Record]:
    """The articles with these ids."""
    return {found["id"]: found for found in records(Article.objects.of_ids(ids), names)}


def text_of(pk: int) -> str:
    """The clean text that all offsets refer to."""
    return Article.objects.of_ids([pk]).values_list("text", flat=True).get()


def record(article: Article, names: Names) -> Record:
    return {
        "id": article.pk,
        "url": article.get_absolute_url(),
        "title": article.title,
        "address": article.address,
        "canonical": article.canonical,
        "archived": article.archived,
        "name": article.name,
        "outlet": names.sources[article.outlet_id].slug if article.outlet_id else None,
        "outlet_words": article.outlet_words,
        "credit": article.credit,
        "language": article.language,
        "published": article.published,
        "published_precision": article.published_precision,
        "published_origin": article.published_origin,
        "retrieved_at": article.retrieved_at,
        "origin": article.origin_id,
        "text_hash": article.text_hash,
        "flags": article.flags,
        "reading_version": article.reading_version,
        "accepted_at": article.accepted_at,
    }


def figures() -> FigureQuerySet:
    return Figure.objects.public()


def figure_records(found: FigureQuerySet, names: Names) -> list[Record]:
    """A figure goes by its claim and its place in it, which outlast a new reading."""
    return [
        {
            "id": f"{figure.claim_id}-{figure.position}",
            "claim": figure.claim_id,
            "position": figure.position,
            "what": figure.what,
            "words": figure.words,
            "low": figure.low,
            "high": figure.high,
            "start": figure.start,
            "end": figure.end,
            "place": names.places[figure.place_id] if figure.place_id else None,
            "is_part": figure.is_part,
        }
        for figure in found
    ]
