"""Writes articles: accepting what arrived, and cleaning it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from claims.documents import Document, canonical_address
from claims.documents.days import day_from
from claims.feeds import Entry
from claims.models import Article, Feed, Host, RawDocument
from claims.reading import cleaning
from claims.services.hosts import host_name
from claims.services.texts import storable
from claims.services.work import RejectedError
from claims.services.world import World
from claims.vocabulary import DateOrigin, ErrorCode, Precision


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting did: the article's id, and whether it is new."""

    article_id: int
    is_new: bool


def accept(document: Document, *, feed_id: int | None = None) -> Accepted:
    """Store a document as an article to be read; a document that is here already is found again, not doubled.

    The same text at the same address (or of the same outlet, where there is no address) is one article. The row is the
    queue: it is due at once, and whoever asks for it to be worked on only makes it faster.
    """
    return accept_all([document], feed_id=feed_id)[0]


@transaction.atomic
def accept_all(documents: Sequence[Document], *, feed_id: int | None = None) -> list[Accepted]:
    """Store documents as `accept` does, all of them or none."""
    store_raw(documents)
    given = [columns(document) for document in documents]
    Article.objects.bulk_create(
        [
            Article(
                intake_key=fields["content_key"], name=document.name[:255], feed_id=feed_id, hinted_at=Now(), **fields
            )
            for document, fields in zip(documents, given, strict=True)
        ],
        ignore_conflicts=True,
    )
    keys = [fields["content_key"] for fields in given]
    found = Article.objects.filter(content_key__in=keys).values_list("content_key", "pk", "retrieved_at")
    here = {key: (pk, retrieved) for key, pk, retrieved in found}
    return [
        Accepted(article_id=here[key][0], is_new=here[key][1] == fields["retrieved_at"])
        for key, fields in zip(keys, given, strict=True)
    ]


def accept_address(address: str, *, outlet: str = "", again: bool = False) -> Accepted:
    """Accept an article of which the address is known, to be fetched. `again` asks for it anew if it is here.

    Raises RejectedError for what is no web address.
    """
    if not canonical_address(address):
        raise RejectedError(ErrorCode.FETCH_BLOCKED, "This is no web address.")
    entry = Entry(address=address.strip())
    key = address_key(entry.address)
    if again:
        newest = Article.objects.filter(canonical=canonical_address(address)).order_by("-pk").first()
        key = _key(key, f"after {newest.pk}") if newest and newest.raw_id else key
    new = _accept({key: entry}, outlet=outlet)
    return Accepted(article_id=new[0] if new else Article.objects.get(intake_key=key).pk, is_new=bool(new))


def accept_entries(entries: Iterable[Entry], *, feed: Feed) -> list[int]:
    """Accept what a feed lists, to be fetched, inside the caller's transaction; the ids of those that are new."""
    return _accept({address_key(entry.address): entry for entry in entries}, feed=feed)


def known_addresses(addresses: Iterable[str]) -> set[str]:
    """Those of the addresses that were accepted before, in whatever spelling."""
    keys = {address: address_key(address) for address in addresses}
    known = Article.objects.known_keys(keys.values())
    return {address for address, key in keys.items() if key in known}


@transaction.atomic
def _accept(entries: dict[str, Entry], *, feed: Feed | None = None, outlet: str = "") -> list[int]:
    """The ids of the new articles among the entries, which go by their intake keys."""
    usable = {key: entry for key, entry in entries.items() if canonical_address(entry.address)}
    names = {host_name(entry.address) for entry in usable.values()}
    Host.objects.bulk_create([Host(name=name) for name in sorted(names)], ignore_conflicts=True)
    host_ids = dict(Host.objects.filter(name__in=names).values_list("name", "pk"))
    before = Article.objects.known_keys(usable)
    new = {key: entry for key, entry in sorted(usable.items()) if key not in before}
    Article.objects.bulk_create(
        [_unfetched(key, entry, host_ids[host_name(entry.address)], feed, outlet) for key, entry in new.items()],
        ignore_conflicts=True,
    )
    return list(Article.objects.filter(intake_key__in=new).order_by("pk").values_list("pk", flat=True))


def _unfetched(key: str, entry: Entry, host_id: int, feed: Feed | None, outlet: str) -> Article:
    day = day_from(entry.published) if entry.published else None
    return Article(
        intake_key=key,
        address=entry.address,
        canonical=canonical_address(entry.address),
        host_id=host_id,
        feed=feed,
        outlet_words=(feed.outlet.name if feed and feed.outlet else outlet)[:200],
        title=storable(entry.title)[:500],
        language=entry.language or (feed.language if feed else ""),
        published=day,
        published_precision=Precision.DAY if day else Precision.UNKNOWN,
        published_origin=DateOrigin.FEED if day else DateOrigin.UNKNOWN,
    )


def store_raw(documents: Iterable[Document]) -> None:
    """Keep the documents' bytes, each once."""
    RawDocument.objects.bulk_create(
        [RawDocument(sha256=found.raw_sha256, content=found.raw, kind=found.kind) for found in documents],
        ignore_conflicts=True,
    )


def columns(document: Document) -> dict[str, Any]:
    """The article's columns that a document fills, by name."""
    canonical = document.canonical or document.address
    text = storable(document.text_raw)
    return {
        "content_key": _key(canonical or document.outlet, text),
        "address": document.address,
        "canonical": canonical,
        "archived": document.archived,
        "outlet_words": storable(document.outlet)[:200],
        "title": storable(document.title)[:500],
        "byline": storable(document.byline)[:300],
        "obtained": dict(document.origins),
        "language": document.language[:10],
        "published": document.published,
        "published_precision": document.published_precision if document.published else Precision.UNKNOWN,
        "published_origin": document.published_origin if document.published else DateOrigin.UNKNOWN,
        "raw_id": document.raw_sha256,
        "source_text": text,
        "flags": [storable(flag)[:200] for flag in document.flags],
        "retrieved_at": timezone.now(),
    }


def address_key(address: str) -> str:
    """The natural key of an article that is known by its address alone."""
    return _key(canonical_address(address), "")


def _key(place: str, text: str) -> str:
    """The natural key of an article: where it stands and what it says."""
    return hashlib.sha256(f"{place.strip().casefold()}\n{text}".encode()).hexdigest()


def clean(article: Article, world: World) -> None:
    """Fill, in memory, the clean text, title, credit and outlet of an article that has no text yet.

    Raises RejectedError if nothing is left of the text.
    """
    if article.text:
        return
    cleaned = cleaning.clean(article.source_text, outlet=article.outlet_words)
    if not cleaned.text.strip():
        raise RejectedError(ErrorCode.BAD_CONTENT, "There is no text in this article.")
    slug = world.directory.resolve(article.outlet_words, on=article.published) if article.outlet_words else None
    article.text = cleaned.text
    article.text_hash = hashlib.sha256(cleaned.text.encode()).hexdigest()
    article.title = article.title or cleaned.title[:500]
    article.credit = cleaned.credit[:100]
    article.outlet_id = world.source_ids.get(slug) if slug else None
    article.reading_report = {"cleaned": [[d.words[:300], d.reason] for d in cleaned.dropped]}
