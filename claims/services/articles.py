"""Writes articles: accepting what arrived, cleaning it, and tying copies of one text to one origin."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from claims.documents.records import Document
from claims.judging import origins
from claims.models import Article, Origin, OriginBand, RawDocument, Source
from claims.reading import cleaning
from claims.services.reference import World
from claims.services.work import RejectedError
from claims.vocabulary import DateOrigin, Precision

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting did: the article's id, and whether it is new."""

    article_id: int
    is_new: bool


@transaction.atomic
def accept(document: Document, *, feed_id: int | None = None) -> Accepted:
    """Store a document as an article to be read; a document that is here already is found again, not doubled.

    The same text at the same address (or of the same outlet, where there is no address) is one article. The row is the
    queue: it is due at once, and whoever asks for it to be worked on only makes it faster.
    """
    RawDocument.objects.bulk_create(
        [RawDocument(sha256=document.raw_sha256, content=document.raw, kind=document.kind)],
        ignore_conflicts=True,
    )
    canonical = document.canonical or document.address
    text = storable(document.text_raw)
    key = intake_key(canonical or document.outlet, text)
    fields = {
        "address": document.address,
        "canonical": canonical,
        "archived": document.archived,
        "name": document.name[:255],
        "outlet_words": document.outlet[:200],
        "title": document.title[:500],
        "language": document.language,
        "published": document.published,
        "published_precision": document.published_precision if document.published else Precision.UNKNOWN,
        "published_origin": document.published_origin if document.published else DateOrigin.UNKNOWN,
        "raw_id": document.raw_sha256,
        "source_text": text,
        "flags": [flag[:200] for flag in document.flags],
        "feed_id": feed_id,
        "retrieved_at": timezone.now(),
    }
    Article.objects.bulk_create([Article(intake_key=key, **fields)], ignore_conflicts=True)
    article = Article.objects.only("pk", "fence", "reading_version", "retrieved_at").get(intake_key=key)
    return Accepted(article_id=article.pk, is_new=article.retrieved_at == fields["retrieved_at"])


def storable(text: str) -> str:
    """The text without what PostgreSQL cannot hold: NUL and lone surrogates become U+FFFD, one for one."""
    return _UNSTORABLE.sub("\ufffd", text)


def intake_key(place: str, text: str) -> str:
    """The natural key of an article: where it stands and what it says."""
    return hashlib.sha256(f"{place.strip().casefold()}\n{text}".encode()).hexdigest()


def clean(article: Article, fence: int, world: World) -> None:
    """Fill the clean text, outlet and origin of an article that has none yet.

    Raises RejectedError if nothing is left of the text.
    """
    if article.text:
        return
    cleaned = cleaning.clean(article.source_text, outlet=article.outlet_words)
    if not cleaned.text.strip():
        raise RejectedError("bad_content", "There is no text in this article.")
    slug = world.directory.resolve(article.outlet_words, on=article.published) if article.outlet_words else None
    with transaction.atomic():
        Article.objects.hold(article.pk, fence)
        article.text = cleaned.text
        article.text_hash = hashlib.sha256(cleaned.text.encode()).hexdigest()
        article.title = article.title or cleaned.title[:500]
        article.credit = cleaned.credit[:100]
        article.outlet_id = world.source_ids.get(slug) if slug else None
        article.reading_report = {"cleaned": [[d.words[:300], d.reason] for d in cleaned.dropped]}
        article.origin = _origin(article)
        article.save(update_fields=["text", "text_hash", "title", "credit", "outlet", "reading_report", "origin"])


def _origin(article: Article) -> Origin:
    """The origin of the article's text: that of a copy that is here already, or a new one."""
    bands = origins.bands(article.text)
    OriginBand.objects.bulk_create([OriginBand(article=article, band=band) for band in bands], ignore_conflicts=True)
    copies = (
        Article.objects.filter(bands__band__in=bands, origin__isnull=False)
        .exclude(pk=article.pk)
        .order_by("pk")
        .distinct()
    )
    for copy in copies[:20]:
        if copy.origin is not None and origins.same_text(article.text, copy.text):
            return copy.origin
    return Origin.objects.create()


def outlet_slug(article: Article) -> str:
    """The slug of the outlet, or the words that name it where the directory does not know it."""
    if article.outlet_id is None:
        return article.outlet_words
    return Source.objects.values_list("slug", flat=True).get(pk=article.outlet_id)
