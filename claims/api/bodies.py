"""The bodies of requests, read strictly: their size, their media type, and JSON without traps."""

from __future__ import annotations

import json
from typing import Any

import orjson
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import RawPostDataException

from claims.api.problems import Fault, Problem

LARGEST_JSON = 1024 * 1024
LARGEST_FILE = 15 * 1024 * 1024
DEEPEST = 10


def media_type(request: HttpRequest) -> str:
    return str(request.META.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower()


def read(request: HttpRequest, *, largest: int) -> bytes:
    """The body. Raises Problem (413) if it is larger, without reading more of it than that."""
    length = request.META.get("CONTENT_LENGTH", "")
    if length.isascii() and length.isdigit() and len(length) < 20 and int(length) > largest:
        raise too_large(largest)
    try:
        body = request.read(largest + 1)
    except (RequestDataTooBig, RawPostDataException, OSError) as fault:
        raise Problem(400, "bad_json", "The body could not be read.") from fault
    if len(body) > largest:
        raise too_large(largest)
    return body


def too_large(largest: int) -> Problem:
    return Problem(413, "too_large", f"A body has at most {largest} bytes here.")


def parsed(body: bytes) -> dict[str, Any]:
    """The JSON object in a body. Raises Problem for anything that readers of JSON do not all understand alike."""
    try:
        strict = orjson.loads(body)
        value = json.loads(body, object_pairs_hook=_once)
    except _DoubledError as fault:
        raise Problem(
            400,
            "bad_json",
            "A name stands twice in one object.",
            faults=(Fault(f"/{str(fault)[:80]}", "doubled", "This name stands twice in one object."),),
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise Problem(400, "bad_json", "The body is not JSON (RFC 8259, UTF-8).") from fault
    if not isinstance(value, dict) or strict is None:
        raise Problem(400, "bad_json", "The body is not a JSON object.")
    _check(value, "", DEEPEST)
    return value


class _DoubledError(ValueError):
    """A name stands twice in an object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _DoubledError(name)
        found[name] = value
    return found


def _check(value: Any, at: str, deepest: int) -> None:
    if deepest == 0:
        raise Problem(400, "bad_json", "The body is nested too deeply.")
    if isinstance(value, str) and "\0" in value:
        raise Problem(
            400,
            "bad_json",
            "There is a NUL in a text.",
            faults=(Fault(at, "control_character", "There is a NUL here."),),
        )
    if isinstance(value, dict):
        for name, item in value.items():
            _check(name, f"{at}/{name[:80]}", deepest)
            _check(item, f"{at}/{name[:80]}", deepest - 1)
    if isinstance(value, list):
        for place, item in enumerate(value):
            _check(item, f"{at}/{place}", deepest - 1)
