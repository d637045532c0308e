"""Records what a load or an edit changed of what is given out: sources, ceasefires, and the claims that show them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from claims.models import Change, Claim
from claims.publishing import moment
from claims.publishing import reference as published
from claims.services import changes
from claims.vocabulary import ChangeKind

Published = dict[str, dict[int, dict[str, Any]]]
"""What is given out of each source and ceasefire: sort of record to id to record."""


@contextmanager
def told() -> Iterator[None]:
    """Have the feed of changes told, in one transaction, of whatever the block changes of the reference data."""
    with transaction.atomic():
        before = _given_out()
        yield
        _record(before, _given_out())


def _given_out() -> Published:
    names = moment.now().names
    return {
        Change.Record.SOURCE: published.sources_by_id(list(names.sources), names),
        Change.Record.CEASEFIRE: published.ceasefires_by_id(list(names.ceasefires), names),
    }


def _record(before: Published, after: Published) -> None:
    """Note what is new or other; claims show the names and sides of their sources, and so are others with them."""
    for sort, records in after.items():
        known = before[sort]
        other = [pk for pk, r in records.items() if pk in known and _shown(r) != _shown(known[pk])]
        changes.record(ChangeKind.CREATED, sort, records.keys() - known.keys())
        changes.record(ChangeKind.UPDATED, sort, other)
    known = before[Change.Record.SOURCE]
    renamed = [
        pk
        for pk, record in after[Change.Record.SOURCE].items()
        if pk in known and any(record[name] != known[pk][name] for name in ("name", "side"))
    ]
    changes.claims_changed(Claim.objects.public().mentioning(renamed).values_list("pk", flat=True) if renamed else ())


def _shown(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "updated_at"}
