"""Sending articles in: an address, a text, a file, or a batch of them; answered with a job to follow."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import orjson
from django.db import transaction
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from claims import tasks
from claims.api import bodies, parameters, schema
from claims.api.auth import demand
from claims.api.endpoint import Endpoint
from claims.api.problems import Fault, Problem, bad_parameters, not_found
from claims.api.serializers.writing import FormSerializer, SubmissionSerializer, SubmittedSerializer, checked_items
from claims.documents import read_bytes
from claims.models import Article, Submission
from claims.publishing.encoding import as_json
from claims.services import submissions
from claims.services.submissions import Outcome
from claims.vocabulary import Scope, WorkState

GIVEN = ("name", "outlet", "published", "title", "language", "address")
FILE_TYPES = {
    "text/plain",
    "text/html",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "message/rfc822",
    "application/zip",
    "application/octet-stream",
}
FORM = "multipart/form-data"
_LONGEST_KEY = 200


class Submissions(Endpoint):
    """Articles that are sent in."""

    @extend_schema(
        operation_id="submit",
        summary="Send articles in",
        description="As JSON an address, a text, or `items` with up to 100 of them; or a file as the body itself, with "
        "its media type, what is known of it in the query; or a file in a form. Needs a token with the scope `submit`.",
        tags=["submissions"],
        request={
            "application/json": SubmittedSerializer,
            FORM: FormSerializer,
            **dict.fromkeys(sorted(FILE_TYPES), OpenApiTypes.BINARY),
        },
        parameters=[
            OpenApiParameter(
                "Idempotency-Key",
                OpenApiTypes.STR,
                OpenApiParameter.HEADER,
                description="Of your making: the same request under the same key is done once and answered alike.",
            ),
            *(
                OpenApiParameter(name, OpenApiTypes.STR, description=f"For a file: its {name}, where you know it.")
                for name in GIVEN
            ),
        ],
        responses={202: SubmissionSerializer, **schema.WRITING},
    )
    def post(self, request: Request) -> HttpResponse:
        token = demand(request, Scope.SUBMIT)
        key = _key(request)
        given = _given(request)
        take_in, digest = (
            _json(request) if bodies.media_type(_plain(request)) == "application/json" else _file(request, given)
        )
        try:
            submission, is_new = submissions.submit(token, key, digest, take_in)
        except submissions.KeyUsedError as fault:
            raise Problem(409, "conflict", "This idempotency key stands for another request.") from fault
        if is_new:
            ids = [outcome["article"] for outcome in submission.outcomes if outcome["article"]]
            transaction.on_commit(lambda: Article.objects.note_hints(tasks.hint_articles(ids)))
        address = request.build_absolute_uri(f"/api/v1/submissions/{submission.pk}/")
        return HttpResponse(
            as_json(_record(submission)),
            status=202,
            content_type="application/json",
            headers={"Location": address, "Cache-Control": "no-store"},
        )


class SubmissionDetail(Endpoint):
    """How far a submission has come."""

    @extend_schema(
        operation_id="get_submission",
        summary="Follow a submission",
        description="Open to the token that sent it in.",
        tags=["submissions"],
        responses={200: SubmissionSerializer, **schema.MISSING, **schema.WRITING},
    )
    def get(self, request: Request, pk: int) -> HttpResponse:
        token = demand(request, Scope.SUBMIT)
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        found = Submission.objects.of(token).named(pk)
        if found is None:
            raise not_found()
        return HttpResponse(
            as_json(_record(found)), content_type="application/json", headers={"Cache-Control": "no-store"}
        )


def _record(submission: Submission) -> dict[str, Any]:
    ids = [outcome["article"] for outcome in submission.outcomes if outcome["article"]]
    states = Article.objects.states(ids)
    items = [
        {**outcome, **states.get(outcome["article"], {"state": WorkState.REJECTED.value, "error": ""})}
        for outcome in submission.outcomes
    ]
    is_done = all(item["state"] not in (WorkState.PENDING, WorkState.RUNNING) for item in items)
    return {
        "id": submission.pk,
        "url": f"/api/v1/submissions/{submission.pk}/",
        "is_done": is_done,
        "items": items,
        "created_at": submission.created_at,
    }


def _plain(request: Request) -> Any:
    return request._request


def _key(request: Request) -> str:
    key = str(request.META.get("HTTP_IDEMPOTENCY_KEY", ""))
    if len(key) > _LONGEST_KEY or not key.isprintable() or not key.isascii():
        raise bad_parameters(Fault("Idempotency-Key", "invalid", "A key is up to 200 printable ASCII characters."))
    return key


def _given(request: Request) -> dict[str, str]:
    given = parameters.read(request.META.get("QUERY_STRING", ""))
    parameters.refuse(name for name in given if name not in GIVEN)
    return given


def _json(request: Request) -> tuple[Callable[[], list[Outcome]], str]:
    body = bodies.read(_plain(request), largest=bodies.LARGEST_JSON)
    items = checked_items(bodies.parsed(body))
    return (lambda: [outcome for item in items for outcome in _take_in(item)]), hashlib.sha256(body).hexdigest()


def _take_in(item: dict[str, str]) -> list[Outcome]:
    if "text" not in item:
        return [submissions.take_in_address(item["address"], outlet=item.get("outlet", ""))]
    return _read(item["text"].encode(), item.get("name", "text.txt"), "text/plain", item)


def _read(data: bytes, name: str, media_type: str, given: dict[str, str]) -> list[Outcome]:
    results = read_bytes(
        data,
        name=name,
        content_type=media_type,
        address=given.get("address", ""),
        outlet=given.get("outlet", ""),
        published=given.get("published"),
        title=given.get("title", ""),
        language=given.get("language", ""),
    )
    return submissions.take_in_documents(results)


def _file(request: Request, given: dict[str, str]) -> tuple[Callable[[], list[Outcome]], str]:
    media_type = bodies.media_type(_plain(request))
    if media_type not in {*FILE_TYPES, FORM}:
        taken = ", ".join(["application/json", FORM, *sorted(FILE_TYPES)])
        raise Problem(415, "unsupported_media_type", f"A body is one of {taken}.", headers={"Accept-Post": taken})
    body = bodies.read(_plain(request), largest=bodies.LARGEST_FILE)
    if media_type == FORM:
        sent = bodies.form(_plain(request), body)
        parameters.refuse(name for name in sent.fields if name not in GIVEN or name in given)
        body, media_type, given = sent.data, sent.media_type, {"name": sent.name, **given, **sent.fields}
    if not body:
        raise Problem(400, "invalid", "The body is empty.")
    name = given.get("name", "upload")
    # The digest is of what was sent, not of how: the boundary of a form is another one each time.
    digest = hashlib.sha256(orjson.dumps([media_type, sorted(given.items())]) + body).hexdigest()
    return lambda: _read(body, name, media_type, given), digest
