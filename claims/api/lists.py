"""Lists of records, page by page or whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from claims.api import formats, linked, paging, parameters
from claims.api.endpoint import Endpoint, unchanged, validated
from claims.api.expanding import expanded
from claims.api.formats import MEDIA_TYPES, Shape
from claims.api.parameters import Parameters
from claims.api.problems import Fault, bad_parameters
from claims.api.resources import CHANGES, RESOURCES, Record, Resource
from claims.api.serializers.shape import shape
from claims.models import keyset
from claims.publishing import moment as moments
from claims.publishing.encoding import as_json
from claims.publishing.moment import Moment, Names

LAST_ID = 2**63 - 1


class Records(Endpoint):
    """What a list, an export and a single record have in common: how they read parameters and shape records."""

    resource: ClassVar[Resource]
    is_told: ClassVar[bool] = True
    """Whether the feed of changes tells of all that these records show, so that its place is their ETag."""

    shaping: ClassVar[frozenset[str]] = parameters.OF_WHOLE

    def parameters(self, request: Request) -> Parameters:
        return asked_of(self, request, self.resource)

    def rows(self, asked: Parameters, moment: Moment, **place: Any) -> QuerySet[Any]:
        """The rows that the filters leave. Raises Problem that names each filter that cannot be used."""
        return selected(self.resource, asked, moment)

    def shaped(self, records: list[Record], asked: Parameters, names: Names) -> list[Record]:
        for name in asked.expand:
            self.resource.expand[name].fill(records, names)
        return formats.pruned(records, asked.fields)


def asked_of(view: Records, request: Request, resource: Resource) -> Parameters:
    given = parameters.read(request.META.get("QUERY_STRING", ""))
    asked = parameters.parse(
        given,
        filters=resource.names(),
        expandable=resource.expand,
        formats=view.formats,
        preferred=given.get("format") or view.preferred(request),
        shaping=view.shaping,
    )
    known = record_shape(resource, asked)
    wrong = [name for name in asked.fields if not formats.has(known, name)]
    if wrong:
        raise bad_parameters(*(Fault("fields", "invalid_choice", f"There is no field {n[:80]!r}.") for n in wrong))
    return asked


def record_shape(resource: Resource, asked: Parameters) -> Shape:
    return expanded(shape(resource.serializer), asked.expand, resource.expand)


def columns(resource: Resource, asked: Parameters) -> list[str]:
    """The columns of a table, the same whatever its rows are, in the order asked for."""
    found = formats.columns(record_shape(resource, asked))
    if not asked.fields:
        return found
    return [c for f in asked.fields for c in found if c == f or c.startswith(f"{f}.")]


def selected(resource: Resource, asked: Parameters, moment: Moment) -> QuerySet[Any]:
    if resource.filters is None or not asked.selecting:
        return resource.rows()
    try:
        return _narrowed(resource.name, asked.selecting, moment.stamps).all()
    except ValidationError as fault:
        raise bad_parameters(
            *(
                Fault(name, one.code or "invalid", " ".join(one.messages))
                for name, errors in fault.error_dict.items()
                for one in errors
            )
        ) from fault


@lru_cache(maxsize=500)
def _narrowed(resource: str, selecting: tuple[tuple[str, str], ...], stamps: str) -> QuerySet[Any]:
    """What the filters stand for: their words are looked up in the reference data alone, which `stamps` tells apart."""
    found = next(one for one in RESOURCES if one.name == resource)
    assert found.filters is not None
    return found.filters.narrowed(dict(selecting), found.rows())


class RecordList(Records):
    """A page of a resource's records."""

    shaping = parameters.SHAPING

    def get(self, request: Request, **place: Any) -> HttpResponseBase:
        asked = self.parameters(request)
        moment = moments.now() if self.is_told else replace(moments.now(), mark=None)
        answer = unchanged(request, moment)
        if answer is None:
            answer = self._answer(request, asked, self.rows(asked, moment, **place), moment)
        validated(request, answer, moment.mark, moment.changed_at)
        return answer

    def _answer(self, request: Request, asked: Parameters, rows: QuerySet[Any], moment: Moment) -> HttpResponse:
        resource = self.resource
        walk = f"{request.path}?{urlencode(asked.selecting)}"
        after = paging.key(walk, asked.cursor) if asked.cursor is not None else None
        piece = keyset.piece(rows, resource.order, after=after, size=asked.page_size + 1)
        found = resource.made(whole=asked.whole)(piece, moment.names)
        records = found[: asked.page_size]
        more = paging.cursor(walk, resource.key(records[-1])) if len(found) > len(records) else None
        envelope: Record = {"next": address(request, more) if more else None}
        if asked.count:
            envelope["count"], envelope["count_is_estimate"] = keyset.count(rows)
        envelope |= self.envelope(request, walk, resource.key(records[-1]) if records else after)
        headers = paging.links(next=envelope["next"], first=address(request, None), resume=envelope.get("resume"))
        if asked.format == "jsonld":
            body = as_json(linked.document(records, request.build_absolute_uri))
        else:
            records = self.shaped(records, asked, moment.names)
            body = _body(records, asked, envelope, resource)
        return HttpResponse(body, content_type=MEDIA_TYPES[asked.format], headers=headers)

    def envelope(self, request: Request, walk: str, after: Any) -> Record:
        """What else stands beside the records; `after` is the key up to which they have been given."""
        return {}


def _body(records: list[Record], asked: Parameters, envelope: Record, resource: Resource) -> bytes:
    match asked.format:
        case "csv":
            return b"".join(formats.csv_lines([records], columns(resource, asked)))
        case "ndjson":
            return b"".join(formats.ndjson_lines([records]))
        case _:
            return as_json({**envelope, "results": records})


def address(request: Request, cursor: str | None, *, path: str = "") -> str:
    """This list's address with another cursor, or none."""
    given = parameters.read(request.META.get("QUERY_STRING", ""))
    given.pop("cursor", None)
    query = urlencode({**given, **({"cursor": cursor} if cursor else {})})
    return request.build_absolute_uri((path or request.path) + (f"?{query}" if query else ""))


class RecordExport(Records):
    """All records that the filters leave, streamed: memory does not grow with their number.

    The header `Link` with rel="changes" leads to what has changed since the export was begun.
    """

    def get(self, request: Request, **place: Any) -> HttpResponseBase:
        asked = self.parameters(request)
        moment = moments.now()
        rows = self.rows(asked, moment, **place)
        found = self.resource.pieces(rows, moment.names, whole=asked.whole)
        pieces = (self.shaped(piece, asked, moment.names) for piece in found)
        name = f"{self.resource.name}.{asked.format}"
        changes = request.build_absolute_uri(changes_after(moment.oldest))
        return StreamingHttpResponse(
            self._stream(pieces, asked),
            content_type=MEDIA_TYPES[asked.format],
            headers={"Content-Disposition": f'attachment; filename="{name}"', **paging.links(changes=changes)},
        )

    def _stream(self, pieces: Iterator[list[Record]], asked: Parameters) -> Iterator[bytes]:
        match asked.format:
            case "csv":
                return formats.csv_lines(pieces, columns(self.resource, asked))
            case "ndjson":
                return formats.ndjson_lines(pieces)
            case _:
                return formats.json_array(pieces)


def changes_after(oldest: int) -> str:
    """Where the feed of changes goes on from a moment (`Moment.oldest`): nothing that it did not show is left out."""
    path = f"/api/v1/{CHANGES.name}/"
    return f"{path}?{urlencode({'cursor': paging.cursor(f'{path}?', (oldest - 1, LAST_ID))})}"
