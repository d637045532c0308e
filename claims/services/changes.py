"""Writes the numbered feed of changes, in the transaction of the change itself."""

from __future__ import annotations

from collections.abc import Iterable

from claims.models import Change, ClaimPair
from claims.services import rows
from claims.vocabulary import ChangeKind


def record(kind: ChangeKind, record_type: str, ids: Iterable[int], *, note: str = "") -> None:
    """One change for each id, in the order of the ids."""
    rows.insert(
        Change, [{"kind": kind, "record": record_type, "record_id": pk, "note": note[:300]} for pk in sorted(ids)]
    )


def claims_changed(ids: Iterable[int]) -> None:
    """Claims are others than they were, and so are the pairs that show them."""
    ids = list(ids)
    record(ChangeKind.UPDATED, Change.Record.CLAIM, ids)
    shown = ClaimPair.objects.public().of_claims(ids) if ids else ClaimPair.objects.none()
    record(ChangeKind.UPDATED, Change.Record.PAIR, shown.values_list("pk", flat=True))
