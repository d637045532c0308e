"""The feed of changes as records."""

from __future__ import annotations

from typing import Any

from claims.models import Change
from claims.models.change import ChangeQuerySet
from claims.publishing.moment import Names

Record = dict[str, Any]


def rows() -> ChangeQuerySet:
    return Change.objects.settled()


def records(found: ChangeQuerySet, names: Names) -> list[Record]:
    return [
        {
            "id": change.pk,
            "transaction": change.transaction,
            "at": change.at,
            "kind": change.kind,
            "record": change.record,
            "record_id": change.record_id,
            "address": _address(change, names),
            "into": change.into_id,
            "note": change.note,
        }
        for change in found
    ]


def _address(change: Change, names: Names) -> str:
    """Where the record is found in the API."""
    match change.record:
        case Change.Record.SOURCE:
            return f"/api/v1/sources/{names.sources[change.record_id].slug}/"
        case Change.Record.CEASEFIRE:
            return f"/api/v1/ceasefires/{names.ceasefires[change.record_id]}/"
        case _:
            return f"/api/v1/{change.record}s/{change.record_id}/"
