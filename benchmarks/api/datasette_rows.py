"""The records of the API, every field of them, in SQLite for Datasette: as columns, and with a claim as JSON."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def write(path: Path, rows: int) -> None:
    """The newest `rows` pairs, with the index that the pages need.

    `flat` has a column for each cell of the API's own table; `nested` has the pair's own fields and each claim as JSON,
    which Datasette gives out as such if asked with `_json=left&_json=right`.
    """
    from claims.api import formats
    from claims.api.resources import CLAIM_PAIRS
    from claims.api.serializers.shape import shape
    from claims.publishing import moment

    columns = formats.columns(shape(CLAIM_PAIRS.serializer))
    path.unlink(missing_ok=True)
    pieces = CLAIM_PAIRS.pieces(CLAIM_PAIRS.rows(), moment.now().names)
    with sqlite3.connect(path) as database:
        for pairs in _first(pieces, rows):
            _insert(database, "nested", list(pairs[0]), [[_value(value) for value in pair.values()] for pair in pairs])
            cells = b"".join(formats.csv_lines([pairs], columns)).decode()
            _insert(database, "flat", columns, list(islice(csv.reader(io.StringIO(cells)), 1, None)))
        for table in ("flat", "nested"):
            database.execute(f"CREATE INDEX {table}_by_ceasefire ON {table} (ceasefire, id DESC)")


def _first(pieces: Iterator[list[Record]], rows: int) -> Iterator[list[Record]]:
    for pairs in pieces:
        yield pairs[:rows]
        rows -= len(pairs)
        if rows <= 0:
            return


def _insert(database: sqlite3.Connection, table: str, columns: list[str], rows: list[list[Any]]) -> None:
    names = ", ".join(f'"{name}" INTEGER PRIMARY KEY' if name == "id" else f'"{name}"' for name in columns)
    database.execute(f"CREATE TABLE IF NOT EXISTS {table} ({names})")
    database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows)


def _value(value: Any) -> Any:
    from claims.publishing.encoding import as_json

    return value if isinstance(value, int | str | None) else as_json(value).decode()
