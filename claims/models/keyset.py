"""Walks of a table by the key of the last row seen: no row is skipped or doubled while others are inserted."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)

Order = tuple[str, ...]
"""Field names, the last one unique; all of them descending ("-") or none."""

Key = tuple[Any, ...]
"""The values of an order's fields in one row."""


def piece(rows: QuerySet[M], order: Order, *, after: Key | None, size: int) -> QuerySet[M]:
    """The `size` rows that follow the row with the key `after` in this order; without a key, the first ones."""
    if after is not None:
        rows = rows.filter(_beyond(order, after))
    return rows.order_by(*order)[:size]


def _beyond(order: Order, key: Key) -> Q:
    condition = Q()
    for place in reversed(range(len(order))):
        name = order[place].removeprefix("-")
        beyond = Q(**{f"{name}__{'lt' if order[place].startswith('-') else 'gt'}": key[place]})
        condition = beyond | Q(**{name: key[place]}) & condition if condition else beyond
    return condition


COUNTED = 10_000
"""Above this many rows a count is the planner's estimate."""


def count(rows: QuerySet[Any]) -> tuple[int, bool]:
    """How many rows there are, and whether that is an estimate."""
    rows = rows.order_by()
    exact = rows[: COUNTED + 1].count()
    return (exact, False) if exact <= COUNTED else (max(estimate(rows), COUNTED + 1), True)


def estimate(rows: QuerySet[Any]) -> int:
    """How many rows the planner takes them for."""
    sql, params = rows.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        plan = cursor.fetchone()[0]
    return int((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]["Plan Rows"])


def one(rows: QuerySet[M], **place: Any) -> QuerySet[M]:
    """The row at this place, if it is among the rows."""
    return rows.filter(**place)[:1]
