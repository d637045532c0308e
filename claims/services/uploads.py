"""Writes what people give: kept for a look at what was understood, then taken in with their corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.core import signing
from django.db.models.functions import Now

from claims.documents import Document, DocumentError, read_bytes
from claims.models import Upload
from claims.services import articles
from claims.services.articles import Accepted
from claims.vocabulary import DateOrigin, Precision

KEPT = timedelta(hours=12)
_SALT = "upload"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one document: whether to take it in, and as what."""

    take: bool
    title: str
    outlet: str
    published: date | None


def keep(content: bytes, *, name: str, media_type: str = "") -> str:
    """Keep what was given; the ticket that leads back to it, for whoever has it, for KEPT."""
    Upload.objects.filter(stored_at__lt=Now() - KEPT).delete()
    upload = Upload.objects.create(content=content, name=name[:255], media_type=media_type[:200])
    return signing.dumps(upload.pk, salt=_SALT)


def understood(ticket: str, *, outlet: str = "") -> list[Document | DocumentError]:
    """What is understood of what was kept, in its order. Raises LookupError for a ticket that is none or too old."""
    upload = _kept(ticket)
    return list(read_bytes(bytes(upload.content), name=upload.name, content_type=upload.media_type, outlet=outlet))


def take_in(ticket: str, corrections: Sequence[Correction], *, outlet: str = "") -> list[Accepted]:
    """Accept the documents as corrected; those beyond the corrections as they were understood. Raises LookupError."""
    documents = [found for found in understood(ticket, outlet=outlet) if isinstance(found, Document)]
    accepted = [articles.accept(document) for document in _corrected(documents, corrections)]
    _kept(ticket).delete()
    return accepted


def _kept(ticket: str) -> Upload:
    try:
        return Upload.objects.get(pk=signing.loads(ticket, salt=_SALT, max_age=KEPT))
    except (signing.BadSignature, Upload.DoesNotExist) as fault:
        raise LookupError("This upload is no longer here; give it once more.") from fault


def _corrected(documents: Iterable[Document], corrections: Sequence[Correction]) -> Iterator[Document]:
    for number, document in enumerate(documents):
        if number >= len(corrections):
            yield document
            continue
        said = corrections[number]
        if not said.take:
            continue
        yield _dated(replace(document, title=said.title, outlet=said.outlet), said.published)


def _dated(document: Document, day: date | None) -> Document:
    """The document of that day; one that was not changed keeps where it was obtained."""
    if day == document.published:
        return document
    return replace(
        document,
        published=day,
        published_origin=DateOrigin.GIVEN if day else DateOrigin.UNKNOWN,
        published_precision=Precision.DAY if day else Precision.UNKNOWN,
    )
