"""The bodies of requests, read strictly: their size, their media type, and JSON without traps."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadhandler import MemoryFileUploadHandler, TemporaryFileUploadHandler
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.http.request import RawPostDataException

from claims.api import parameters
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


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file of a form, with the form's other fields."""

    data: bytes
    name: str
    media_type: str
    fields: dict[str, str]


def form(request: HttpRequest, body: bytes) -> SentFile:
    """The one file of a multipart/form-data body, in the field `file`. Raises Problem for any other form.

    Django's own reading of a form would keep the last of doubled fields, and fails on some character sets of a part.
    """
    meta = {"CONTENT_TYPE": request.META["CONTENT_TYPE"], "CONTENT_LENGTH": len(body)}
    handlers = [MemoryFileUploadHandler(), TemporaryFileUploadHandler()]
    try:
        values, files = MultiPartParser(meta, io.BytesIO(body), handlers, "utf-8").parse()
    except RequestDataTooBig as fault:
        raise Problem(413, "too_large", "A field of the form is too large.") from fault
    except (MultiPartParserError, SuspiciousOperation, ValueError, LookupError) as fault:
        raise Problem(400, "invalid", "The body is not a form (RFC 7578) as this address takes it.") from fault
    fields = parameters.read(urlencode([(name, value) for name, found in values.lists() for value in found]))
    sent = [(name, file) for name, found in files.lists() for file in found]
    if [name for name, _ in sent] != ["file"]:
        wrong = Fault("file", "one_file", "The form holds one file, in the field `file`.")
        raise Problem(400, "invalid", wrong.detail, faults=(wrong,))
    file = sent[0][1]
    media_type = str(file.content_type or "application/octet-stream").lower()
    return SentFile(file.read(), file.name or "upload", media_type, fields)


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
