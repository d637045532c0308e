"""Pairs as records, both claims inline: three queries for any number of them."""

from __future__ import annotations

from typing import Any

import orjson
from django.db.models import TextField
from django.db.models.functions import Cast

from claims.models import ClaimPair
from claims.models.pair import ClaimPairQuerySet
from claims.publishing import claims
from claims.publishing.moment import Names

Record = dict[str, Any]

_FIELDS = (
    "pk",
    "relation",
    "dimension",
    "kind",
    "kind_version",
    "reason",
    "ceasefire_id",
    "day_first",
    "day_last",
    "left_id",
    "right_id",
    "is_found",
    "review_state",
)
_AS_TEXT = {name: Cast(name, TextField()) for name in ("left_marks", "right_marks", "created_at", "updated_at")}
"""Read as text: Django's own reading of JSON and times would take a tenth of a page's time."""


def rows() -> ClaimPairQuerySet:
    return ClaimPair.objects.public()


def by_id(ids: list[int], names: Names) -> dict[int, Record]:
    """The pairs with these ids, public or not."""
    return {record["id"]: record for record in records(ClaimPair.objects.of_ids(ids), names)}


def public_by_id(ids: list[int], names: Names) -> dict[int, Record]:
    """Those of the pairs with these ids that are public."""
    return {record["id"]: record for record in records(rows().of_ids(ids), names)}


def records(pairs: ClaimPairQuerySet, names: Names) -> list[Record]:
    """The pairs of a query, in its order."""
    found = list(pairs.values_list(*_FIELDS, *_AS_TEXT.values()))
    both = claims.by_id([pk for row in found for pk in (row[9], row[10])], names)
    page = claims.page("pair")
    return [
        {
            "id": pk,
            "url": f"{page}{pk}/",
            "relation": relation,
            "dimension": dimension or None,
            "kind": kind,
            "kind_version": kind_version,
            "reason": reason,
            "ceasefire": names.ceasefires[ceasefire],
            "listed": {"first": day_first, "last": day_last},
            "left": both[left],
            "right": both[right],
            "left_marks": orjson.loads(left_marks),
            "right_marks": orjson.loads(right_marks),
            "is_found": is_found,
            "review_state": review_state,
            "created_at": claims.utc(created_at),
            "updated_at": claims.utc(updated_at),
        }
        for (
            pk,
            relation,
            dimension,
            kind,
            kind_version,
            reason,
            ceasefire,
            day_first,
            day_last,
            left,
            right,
            is_found,
            review_state,
            left_marks,
            right_marks,
            created_at,
            updated_at,
        ) in found
    ]
