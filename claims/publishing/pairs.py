"""Pairs as records, both claims inline: three queries for any number of them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

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
    "left_marks",
    "right_marks",
    "is_found",
    "review_state",
    "created_at",
    "updated_at",
)


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
    found = list(pairs.values_list(*_FIELDS))
    both = claims.by_id([pk for row in found for pk in (row[9], row[10])], names)
    page = reverse("claims:pair", args=[1])[:-2]
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
            "left_marks": left_marks,
            "right_marks": right_marks,
            "is_found": is_found,
            "review_state": review_state,
            "created_at": created_at,
            "updated_at": updated_at,
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
            left_marks,
            right_marks,
            is_found,
            review_state,
            created_at,
            updated_at,
        ) in found
    ]
