"""Writes the numbered feed of changes, in the transaction of the change itself."""

from __future__ import annotations

from collections.abc import Iterable

from claims.models import Change
from claims.vocabulary import ChangeKind


def record(kind: ChangeKind, record_type: str, ids: Iterable[int], *, note: str = "") -> None:
    """One change for each id, in the order of the ids."""
    Change.objects.bulk_create(
        [Change(kind=kind, record=record_type, record_id=pk, note=note[:300]) for pk in sorted(ids)]
    )
