"""Pairs as records, both claims inline: two waits for the database for any number of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from claims.models import ClaimPair
from claims.models.pair import ClaimPairQuerySet
from claims.publishing import claims, prepared, rendered
from claims.publishing.moment import Names

Record = dict[str, Any]

_PAIRS = """
SELECT id, relation, dimension, coalesce(found_relation, relation), coalesce(found_dimension, dimension), kind,
       kind_version, reason, ceasefire_id, day_first, day_last, left_id, right_id, is_found,
       review_state, left_marks::text, right_marks::text, created_at::text, updated_at::text
FROM claims_claimpair WHERE id = ANY(%(pairs)s::bigint[])
"""
"""Marks and times as text: Django's own reading of them would take a tenth of a page's time."""


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
    order, _, asked = _keys(pairs)
    found, of_claims, of_parts = prepared.each((_PAIRS, *claims.QUERIES), asked)
    return _made(order, found, claims.made_of(of_claims, of_parts, names), names)


def rendered_records(pairs: ClaimPairQuerySet, names: Names) -> list[Record]:
    """The same records for JSON alone: their claims are JSON already."""
    order, ends, asked = _keys(pairs)
    found, bodies = prepared.each((_PAIRS, rendered.BODIES), asked)
    return _made(order, found, rendered.whole(ends, bodies, names), names)


def _keys(pairs: ClaimPairQuerySet) -> tuple[list[int], list[int], dict[str, str]]:
    """The pairs' ids in order, those of their claims, and both for the queries."""
    places = list(pairs.values_list("pk", "left_id", "right_id"))
    ends = [end for _, *two in places for end in two]
    return [pk for pk, _, _ in places], ends, {"pairs": prepared.ids(pk for pk, _, _ in places), **claims.wanted(ends)}


def _made(order: list[int], found: list[prepared.Row], both: Mapping[int, Any], names: Names) -> list[Record]:
    """The rows of _PAIRS as records with `both` claims in them, in order."""
    page = claims.page("pair")
    made = {
        pk: {
            "id": pk,
            "url": f"{page}{pk}/",
            "relation": relation,
            "dimension": dimension or None,
            "found_relation": found_relation,
            "found_dimension": found_dimension or None,
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
            found_relation,
            found_dimension,
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
    }
    return [made[pk] for pk in order if pk in made]
