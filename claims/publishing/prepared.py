"""Queries whose text never changes: PostgreSQL plans each of them once for a connection, not at every call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Any, cast

import psycopg
from django.db import connection

Row = tuple[Any, ...]


class _Cursor(psycopg.Cursor[Row]):
    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        return super().execute(query, params, prepare=True, binary=True, **options)


Params = Mapping[str, Any] | None


def rows(query: str, params: Params = None) -> list[Row]:
    """All rows of the query."""
    return each((query,), params)[0]


def each(queries: Sequence[str], params: Params = None) -> list[list[Row]]:
    """All rows of each of these queries with the same parameters, sent together: one wait for all of them.

    Django's own cursors send the whole text each time, and planning it can cost more than reading the rows; behind a
    pooler that hands connections on between statements (`DISABLE_SERVER_SIDE_CURSORS`) there is no other way.
    """
    connection.ensure_connection()
    held: psycopg.Connection[Row] = connection.connection
    may_prepare = not connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS")
    if may_prepare and held.prepare_threshold is None:
        held.prepare_threshold = 1  # Django's cursors never prepare, whatever stands here
    kind = _Cursor if may_prepare else psycopg.ClientCursor[Row]
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with connection.wrap_database_errors, ExitStack() as until:
        if may_prepare and len(queries) > 1:
            until.enter_context(held.pipeline())
        cursors = [until.enter_context(wrapped(cast(Any, kind(held)))) for _ in queries]
        for cursor, query in zip(cursors, queries, strict=True):
            cursor.execute(query, params)
        return [cursor.fetchall() for cursor in cursors]


def ids(values: Any) -> str:
    """A list of ids as an array's text, for `%(...)s::bigint[]`: psycopg takes longer to write a list of numbers than
    PostgreSQL to find the rows.
    """
    return "{" + ",".join(map(str, values)) + "}"
