"""Whole claims as JSON: the one place that decides between a body that was rendered beforehand and rendering."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from claims.publishing import claims, prepared
from claims.publishing.encoding import as_json
from claims.publishing.moment import Names

BODIES = "SELECT claim_id, body FROM claims_renderedclaim WHERE claim_id = ANY(%(claims)s::bigint[])"
"""The bodies that there are, for `claims.wanted` ids."""


def bodies(ids: list[int], names: Names) -> dict[int, bytes]:
    """The claims with these ids as they are given out, rendered now."""
    return {pk: as_json(record) for pk, record in claims.by_id(ids, names).items()}


def whole(ids: Iterable[int], kept: list[prepared.Row], names: Names) -> dict[int, orjson.Fragment]:
    """The claims with these ids, ready to stand in a record; `kept` are the rows of BODIES, and the rest is rendered.

    A body is never old: the transaction that changes a claim empties it (`models.RenderedClaim`).
    """
    found: dict[int, bytes] = {pk: body for pk, body in kept if body is not None}
    missing = [pk for pk in dict.fromkeys(ids) if pk not in found]
    if missing:
        found |= bodies(missing, names)
    return {pk: orjson.Fragment(body) for pk, body in found.items()}
