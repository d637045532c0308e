"""How long the database may take over one query: a client that asks too much is told so, and soon."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

SECONDS = 20.0
_limits: WeakKeyDictionary[Any, float] = WeakKeyDictionary()


def hold() -> None:
    """Have PostgreSQL cancel each query on this connection that takes longer.

    The limit is set once and stays: pages that use the connection after the API are better off with it too, and to
    set and lift it around each request would take a twentieth of the request. A command or a worker never comes here.
    """
    connection.ensure_connection()
    held = connection.connection
    if _limits.get(held) != SECONDS:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [str(round(SECONDS * 1000))])
        _limits[held] = SECONDS
