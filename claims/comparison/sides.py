"""The order of the sides: one ring that turns by one place a day, so that no side always comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from claims.models import Side


def in_order(on: date) -> list[Side]:
    """All sides, beginning with another one each day."""
    ring = list(Side.objects.order_by("position"))
    if not ring:
        return []
    turn = on.toordinal() % len(ring)
    return ring[turn:] + ring[:turn]


def those_in(ring: Iterable[Side], keys: Iterable[str]) -> list[Side]:
    wanted = set(keys)
    return [side for side in ring if side.key in wanted]
