"""Lists of records and single records, one pair of views for every resource."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from claims.api import formats, paging, parameters
from claims.api.endpoint import Endpoint, unchanged, validated
from claims.api.formats import MEDIA_TYPES, as_json
from claims.api.parameters import Parameters
from claims.api.problems import Fault, Problem, bad_parameters, not_found
from claims.api.resources import Record, Resource
from claims.api.serializers.shape import shape
from claims.models import keyset
from claims.publishing import moment as moments


class RecordList(Endpoint):
    """A page of a resource's records."""

    resource: ClassVar[Resource]

    def get(self, request: Request, **place: Any) -> HttpResponseBase:
        asked = self.parameters(request)
        moment = moments.now()
        answer: HttpResponseBase | None = unchanged(request, moment)
        if answer is None:
            answer = self._answer(request, asked, self.rows(asked, **place), moment.names)
        validated(request, answer, moment.mark, moment.changed_at)
        return answer

    def parameters(self, request: Request) -> Parameters:
        resource = self.resource
        given = parameters.read(request.META.get("QUERY_STRING", ""))
        asked = parameters.parse(
            given,
            filters=resource.filters.names() if resource.filters else (),
            expandable=resource.expand,
            formats=resource.formats,
            preferred=given.get("format") or self.preferred(request),
        )
        known = shape(resource.serializer)
        wrong = [name for name in asked.fields if not formats.has(known, name)]
        if wrong:
            raise bad_parameters(
                *(Fault("fields", "invalid_choice", f"There is no field {name[:80]!r}.") for name in wrong)
            )
        return asked

    def rows(self, asked: Parameters, **place: Any) -> QuerySet[Any]:
        """The rows that the filters leave. Raises Problem that names each filter that cannot be used."""
        rows = self.resource.rows()
        if self.resource.filters is None or not asked.selecting:
            return rows
        chosen = self.resource.filters(dict(asked.selecting), queryset=rows)
        if not chosen.is_valid():
            raise bad_parameters(
                *(
                    Fault(name, error["code"] or "invalid", error["message"])
                    for name, errors in chosen.errors.get_json_data().items()
                    for error in errors
                )
            )
        return chosen.qs

    def _answer(
        self, request: Request, asked: Parameters, rows: QuerySet[Any], names: moments.Names
    ) -> HttpResponseBase:
        resource = self.resource
        walk = f"{request.path}?{urlencode(asked.selecting)}"
        after = paging.key(walk, asked.cursor) if asked.cursor is not None else None
        found = resource.records(keyset.piece(rows, resource.order, after=after, size=asked.page_size + 1), names)
        records = found[: asked.page_size]
        more = paging.cursor(walk, resource.key(records[-1])) if len(found) > len(records) else None
        following = self._address(request, more) if more else None
        envelope: Record = {"next": following}
        if asked.count:
            envelope["count"], envelope["count_is_estimate"] = keyset.count(rows)
        body = self._body(formats.pruned(records, asked.fields), asked, envelope)
        headers = paging.links(next=following, first=self._address(request, None))
        return HttpResponse(body, content_type=MEDIA_TYPES[asked.format], headers=headers)

    def _body(self, records: list[Record], asked: Parameters, envelope: Record) -> bytes:
        match asked.format:
            case "csv":
                return b"".join(formats.csv_lines([records], self.columns(asked)))
            case "ndjson":
                return b"".join(formats.ndjson_lines([records]))
            case _:
                return as_json({**envelope, "results": records})

    def columns(self, asked: Parameters) -> list[str]:
        columns = formats.columns(shape(self.resource.serializer))
        if not asked.fields:
            return columns
        return [c for c in columns if any(c == f or c.startswith(f"{f}.") for f in asked.fields)]

    @staticmethod
    def _address(request: Request, cursor: str | None) -> str:
        given = parameters.read(request.META.get("QUERY_STRING", ""))
        given.pop("cursor", None)
        query = urlencode({**given, **({"cursor": cursor} if cursor else {})})
        return request.build_absolute_uri(request.path + (f"?{query}" if query else ""))


class RecordDetail(Endpoint):
    """One record of a resource: 301 to what it was merged into, 410 with its tombstone if it was withdrawn."""

    resource: ClassVar[Resource]

    def get(self, request: Request, **place: Any) -> HttpResponseBase:
        given = parameters.read(request.META.get("QUERY_STRING", ""))
        asked = parameters.parse(
            given,
            filters=(),
            expandable=self.resource.expand,
            formats=self.formats,
            preferred=given.get("format") or self.preferred(request),
        )
        moment = moments.now()
        answer = unchanged(request, moment)
        if answer is None:
            records = self.resource.records(keyset.one(self.resource.rows(), **place), moment.names)
            if not records:
                raise self._gone(next(iter(place.values())))
            answer = HttpResponse(
                as_json(formats.pruned(records, asked.fields)[0]), content_type=MEDIA_TYPES[asked.format]
            )
        validated(request, answer, moment.mark, moment.changed_at)
        return answer

    def _gone(self, name: Any) -> Problem:
        gone = self.resource.gone(name) if self.resource.gone else None
        if gone is None:
            return not_found()
        record = {"resource": self.resource.name, self.resource.lookup.replace("pk", "id"): name}
        if gone.into is not None:
            address = f"/api/v1/{self.resource.name}/{gone.into}/"
            return Problem(
                301,
                "address_moved",
                f"It is found at {address} now.",
                headers={"Location": address},
                members={"record": record, "into": gone.into},
            )
        return Problem(
            410, "withdrawn", gone.reason, members={"record": record | {"withdrawn_at": gone.at, "reason": gone.reason}}
        )
