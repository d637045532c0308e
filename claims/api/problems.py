"""Errors of the API: one shape (RFC 9457 problem details), one stable code each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpResponse
from psycopg.errors import QueryCanceled
from rest_framework import exceptions
from rest_framework.views import set_rollback

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: `at` is a parameter's name, or the JSON pointer of a field in the body."""

    at: str
    code: str
    detail: str


class Problem(exceptions.APIException):
    """An answer that is an error. The code is part of the API and does not change; the detail is for people and may."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        faults: tuple[Fault, ...] = (),
        headers: dict[str, str] | None = None,
        members: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(detail, code)
        self.status_code = status
        self.code = code
        self.words = detail
        self.faults = faults
        self.headers = headers or {}
        self.members = members or {}


TITLES = {
    "address_moved": "This record was merged into another one",
    "bad_cursor": "This cursor is not one of this list",
    "bad_json": "The body is not JSON as this API takes it",
    "bad_parameter": "A parameter cannot be used",
    "conflict": "The request is at odds with an earlier one",
    "forbidden": "This token may not do that",
    "invalid": "The body cannot be used",
    "method_not_allowed": "This address does not take that method",
    "not_acceptable": "There is no such form of this answer",
    "not_found": "There is nothing at this address",
    "throttled": "Too many requests",
    "too_slow": "The answer takes too long to find",
    "too_large": "The body is too large",
    "unauthenticated": "A token is needed",
    "unsupported_media_type": "The body's media type is not taken here",
    "withdrawn": "This record was withdrawn",
}
"""Every code of the API with its title."""


def bad_parameters(*faults: Fault) -> Problem:
    return Problem(400, "bad_parameter", " ".join(fault.detail for fault in faults), faults=faults)


def not_found(detail: str = "There is nothing at this address.") -> Problem:
    return Problem(404, "not_found", detail)


def handler(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """DRF's exception handler: every expected error as a problem; anything else is a fault of ours (500)."""
    set_rollback()
    problem = _as_problem(error)
    return None if problem is None else as_response(problem)


def as_response(problem: Problem) -> HttpResponse:
    body: dict[str, Any] = {
        "type": f"/api/v1/problems/#{problem.code}",
        "title": TITLES[problem.code],
        "status": problem.status_code,
        "code": problem.code,
        "detail": problem.words,
        **problem.members,
    }
    if problem.faults:
        body["errors"] = [{"at": f.at, "code": f.code, "detail": f.detail} for f in problem.faults]
    return HttpResponse(
        orjson.dumps(body), status=problem.status_code, content_type=MEDIA_TYPE, headers=problem.headers
    )


def _as_problem(error: Exception) -> Problem | None:
    match error:
        case Problem():
            return error
        case Http404():
            return not_found()
        case exceptions.NotAcceptable():
            return Problem(406, "not_acceptable", "Ask for JSON, or for another form that the schema lists.")
        case exceptions.MethodNotAllowed():
            return Problem(405, "method_not_allowed", str(error.detail))
        case exceptions.Throttled():
            wait = str(int(getattr(error, "wait", None) or 1))
            return Problem(429, "throttled", f"Try again in {wait} s.", headers={"Retry-After": wait})
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            headers = {"WWW-Authenticate": 'Bearer realm="api"'}
            return Problem(401, "unauthenticated", str(error.detail), headers=headers)
        case exceptions.PermissionDenied() | PermissionDenied():
            return Problem(403, "forbidden", "This token may not do that.")
        case exceptions.UnsupportedMediaType():
            return Problem(415, "unsupported_media_type", str(error.detail))
        case OperationalError() if isinstance(error.__cause__, QueryCanceled):
            detail = "Ask for less: one ceasefire, fewer days, or another filter beside these."
            return Problem(503, "too_slow", detail, headers={"Retry-After": "60"})
        case _:
            return None
