"""How long the database may take over one query of a request: a client that asks too much is told so, and soon."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.db import DatabaseError
from django.http.response import HttpResponseBase

from claims.publishing import prepared

SECONDS = 20.0
_LIMIT = "SELECT set_config('statement_timeout', %(milliseconds)s::text, false)"


def begin() -> None:
    """From here on each query of this request is cancelled after SECONDS."""
    prepared.rows(_LIMIT, {"milliseconds": round(SECONDS * 1000)})


def end(response: HttpResponseBase) -> None:
    """Lift the limit once the answer is there; a stream's queries, one for each piece, are still held to it."""
    if response.streaming:
        response.streaming_content = _lifted_after(response.streaming_content)  # type: ignore[attr-defined]
    else:
        _lift()


def _lifted_after(content: Any) -> Iterator[bytes]:
    try:
        yield from content
    finally:
        _lift()


def _lift() -> None:
    with suppress(DatabaseError):  # a connection that has gone takes its limit along
        prepared.rows(_LIMIT, {"milliseconds": 0})
