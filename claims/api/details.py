"""Single records: 301 to what a record was merged into, 410 with its tombstone if it was withdrawn."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.request import Request

from claims.api import linked
from claims.api.endpoint import unchanged, validated
from claims.api.formats import MEDIA_TYPES
from claims.api.lists import Records
from claims.api.problems import Problem, not_found
from claims.models import keyset
from claims.publishing import moment as moments
from claims.publishing.encoding import as_json


class RecordDetail(Records):
    """One record of a resource."""

    def get(self, request: Request, **place: Any) -> HttpResponseBase:
        asked = self.parameters(request)
        moment = moments.now()
        answer: HttpResponseBase | None = unchanged(request, moment)
        if answer is None:
            records = self.resource.made(whole=asked.whole)(keyset.one(self.resource.rows(), **place), moment.names)
            if not records:
                raise self._gone(next(iter(place.values())))
            if asked.format == "jsonld":
                shown = {"@context": linked.CONTEXT, **linked.claim(records[0], request.build_absolute_uri)}
            else:
                shown = self.shaped(self.completed(request, records), asked, moment.names)[0]
            answer = HttpResponse(as_json(shown), content_type=MEDIA_TYPES[asked.format])
        validated(request, answer, moment.mark, moment.changed_at)
        return answer

    def completed(self, request: Request, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What is given of a single record besides what lists give."""
        return records

    def _gone(self, name: Any) -> Problem:
        gone = self.resource.gone(name) if self.resource.gone else None
        if gone is None:
            return not_found()
        record = {"resource": self.resource.name, self.resource.lookup.replace("pk", "id"): name}
        if gone.into is None:
            tombstone = record | {"withdrawn_at": gone.at, "reason": gone.reason}
            return Problem(410, "withdrawn", gone.reason or "It was withdrawn.", members={"record": tombstone})
        address = f"/api/v1/{self.resource.name}/{gone.into}/"
        return Problem(
            301,
            "address_moved",
            f"It is found at {address} now.",
            headers={"Location": address},
            members={"record": record, "into": gone.into},
        )
