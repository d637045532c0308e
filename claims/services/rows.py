"""Writes many rows by one statement, handed over as JSON: a tenth of what objects with a placeholder a value cost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Field, Model
from django.db.models.fields import NOT_PROVIDED

Values = Mapping[str, Any]
"""A row's columns by name, a foreign key as `..._id`. Bytes cannot be given."""


def insert(
    model: type[Model], rows: Sequence[Values], *, returning: Sequence[str] = ("id",), on_conflict: str = ""
) -> list[tuple[Any, ...]]:
    """Insert the rows in their order, which all name the same columns; the others get their defaults.

    `returning` are columns or SQL expressions; `on_conflict` is what follows these words in SQL, and rows that it lets
    alone return nothing. Nothing is asked of the database for no rows.
    """
    if not rows:
        return []
    defaults, stamps = _defaults(model, rows[0])
    columns = [*rows[0], *defaults]
    query = (
        f"INSERT INTO {model._meta.db_table} ({_listed([*columns, *stamps])}) "
        f"SELECT {', '.join([*map(_quoted, columns), *('now()' for _ in stamps)])} "
        f"FROM json_populate_recordset(NULL::{model._meta.db_table}, %s)"
        + (f" ON CONFLICT {on_conflict}" if on_conflict else "")
        + f" RETURNING {', '.join(returning)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [_as_json({**defaults, **row} for row in rows)])
        return list(cursor.fetchall())


def update(model: type[Model], rows: Sequence[Values]) -> None:
    """Set the columns of the rows, which all name `id` and the same columns, and the time of the update."""
    if not rows:
        return
    table = model._meta.db_table
    given = ", ".join(
        [f"{_quoted(name)} = given.{_quoted(name)}" for name in rows[0] if name != "id"]
        + [f"{_quoted(field.attname)} = now()" for field in model._meta.concrete_fields if _is_stamp(field, "auto_now")]
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {given} FROM json_populate_recordset(NULL::{table}, %s) AS given "
            f"WHERE {table}.id = given.id",
            [_as_json(rows)],
        )


def _defaults(model: type[Model], row: Values) -> tuple[dict[str, Any], list[str]]:
    """What Django would fill in: values, and the columns that take the time."""
    values: dict[str, Any] = {}
    stamps = []
    for field in model._meta.concrete_fields:
        assert isinstance(field, Field)
        if field.attname in row or field.primary_key or field.db_default is not NOT_PROVIDED:
            continue
        if _is_stamp(field, "auto_now") or _is_stamp(field, "auto_now_add"):
            stamps.append(field.attname)
        else:
            values[field.attname] = field.get_default()
    return values, stamps


def _is_stamp(field: Field[Any, Any], kind: str) -> bool:
    return bool(getattr(field, kind, False))


def _as_json(rows: Iterable[Values]) -> str:
    return json.dumps(list(rows), cls=DjangoJSONEncoder, ensure_ascii=False)


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(column: str) -> str:
    return f'"{column}"'
