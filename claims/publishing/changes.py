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
            "into": change.into_id,
            "note": change.note,
        }
        for change in found
    ]
