"""Queries whose text never changes: PostgreSQL plans each of them once for a connection, not at every call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import psycopg
from django.db import connection

Row = tuple[Any, ...]


class _Cursor(psycopg.Cursor[Row]):
    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        return super().execute(query, params, prepare=True, **options)


def rows(query: str, params: Mapping[str, Any] | None = None) -> list[Row]:
    """All rows of the query. Django's own cursors send the whole text each time, and planning it can cost more than
    reading the rows; behind a pooler that hands connections on between statements (`DISABLE_SERVER_SIDE_CURSORS`)
    there is no other way.
    """
    connection.ensure_connection()
    if connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
        with connection.cursor() as plain:
            plain.execute(query, params)
            return list(plain.fetchall())
    held: psycopg.Connection[Row] = connection.connection
    if held.prepare_threshold is None:
        held.prepare_threshold = 1  # Django's cursors never prepare, whatever stands here
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with wrapped(cast(Any, _Cursor(held))) as cursor:
        cursor.execute(query, params)
        found: list[Row] = cursor.fetchall()
        return found


def ids(values: Any) -> str:
    """A list of ids as an array's text, for `%(...)s::bigint[]`: psycopg takes longer to write a list of numbers than
    PostgreSQL to find the rows.
    """
    return "{" + ",".join(map(str, values)) + "}"
