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
            "address": _address(change.record, change.record_id, names),
            "into": change.into_id,
            "into_address": None if change.into_id is None else _address(change.record, change.into_id, names),
            "note": change.note,
        }
        for change in found
    ]


def _address(record: str, pk: int, names: Names) -> str:
    """Where a record of that sort is found in the API."""
    match record:
        case Change.Record.SOURCE:
            return f"/api/v1/sources/{names.sources[pk].slug}/"
        case Change.Record.CEASEFIRE:
            return f"/api/v1/ceasefires/{names.ceasefires[pk]}/"
        case _:
            return f"/api/v1/{record}s/{pk}/"
