"""Pages of long lists: by the id of the last row seen, newest first, with a count that stops at a bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

COUNTED = 1000
"""Rows that are counted; of more it is only said that they are more."""
Record = TypeVar("Record", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Record]):
    """A page of records; `after` is the id that the next page begins behind, None on the last one."""

    records: Sequence[Record]
    after: int | None
    count: int
    is_first: bool

    @property
    def is_counted(self) -> bool:
        return self.count <= COUNTED

    @property
    def counted(self) -> int:
        return min(self.count, COUNTED)


def page_of(rows: QuerySet[Record], *, size: int, after: int | None = None) -> Page[Record]:
    """`size` rows with ids below `after`, newest first."""
    ordered: QuerySet[Any] = rows.order_by("-pk")
    records = list((ordered.filter(pk__lt=after) if after else ordered)[: size + 1])
    return Page(
        records=records[:size],
        after=records[size - 1].pk if len(records) > size else None,
        count=rows.order_by().values("pk")[: COUNTED + 1].count(),
        is_first=after is None,
    )
