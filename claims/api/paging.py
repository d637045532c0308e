"""Cursors: where a walk of one list stands, signed, so that it can be neither made up nor used on another list."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.core import signing

from claims.api.problems import Fault, Problem
from claims.models.keyset import Key

_SALT = "claims.api.cursor"


def cursor(walk: str, key: Key) -> str:
    """The cursor after the row with this key. `walk` names the list and its filters."""
    values = [value.isoformat() if isinstance(value, date) else value for value in key]
    return signing.dumps([_digest(walk), *values], salt=_SALT)


def key(walk: str, text: str) -> Key:
    """The key in a cursor. Raises Problem if it is forged, cut short, or of another list or other filters."""
    try:
        digest, *values = signing.loads(text, salt=_SALT)
    except Exception as fault:  # what a forged text can make of decoding is not ours to list
        raise _bad("This cursor was not given out by this list.") from fault
    if digest != _digest(walk):
        raise _bad("This cursor is of another list, or of the same list with other filters.")
    return tuple(values)


def _digest(walk: str) -> str:
    return hashlib.sha256(walk.encode()).hexdigest()[:12]


def _bad(detail: str) -> Problem:
    return Problem(400, "bad_cursor", detail, faults=(Fault("cursor", "bad_cursor", detail),))


def links(**relations: str | None) -> dict[str, Any]:
    """The Link header (RFC 8288) for the addresses that there are."""
    found = [f'<{address}>; rel="{relation}"' for relation, address in relations.items() if address]
    return {"Link": ", ".join(found)} if found else {}
