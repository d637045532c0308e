"""All records of a query, some at a time: no more of them are held at once, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet

from claims.models.keyset import Key, Order, piece
from claims.publishing.moment import Names

Record = dict[str, Any]

AT_ONCE = 1000


def pieces(
    rows: QuerySet[Any],
    records: Callable[[Any, Names], list[Record]],
    names: Names,
    *,
    order: Order,
    key: Callable[[Record], Key],
) -> Iterator[list[Record]]:
    """The rows' records in this order; rows that are inserted behind the walk are not met."""
    after: Key | None = None
    while found := records(piece(rows, order, after=after, size=AT_ONCE), names):
        yield found
        if len(found) < AT_ONCE:
            return
        after = key(found[-1])
