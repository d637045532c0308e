"""The forms of an answer: the same records as JSON, as a table, as a line each, and as linked data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from claims.publishing.encoding import as_json

Record = dict[str, Any]

Shape = dict[str, Any]
"""The names of a record's fields, each with the shape of what stands there; None for values, lists and open tables."""

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "ndjson": "application/x-ndjson",
    "jsonld": "application/ld+json",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def chosen(accept: str, formats: Iterable[str]) -> str | None:
    """The format that an Accept header prefers; None if there is no such one."""
    offered = {MEDIA_TYPES[name].partition(";")[0]: name for name in formats}
    best: tuple[float, int, str] | None = None
    for place, part in enumerate((accept or "*/*").split(",")[:20]):
        media_type, *options = (piece.strip().lower() for piece in part.split(";"))
        weight = _weight(options)
        if weight <= 0:
            continue
        for offer, name in offered.items():
            kind = offer.partition("/")[0]
            if media_type in (offer, f"{kind}/*", "*/*") and (best is None or weight > best[0]):
                best = (weight, place, name)
                break
    return best[2] if best else None


def _weight(options: list[str]) -> float:
    for option in options:
        if option.startswith("q="):
            try:
                return float(option[2:])
            except ValueError:
                return 0.0
    return 1.0


def pruned(records: list[Record], fields: tuple[str, ...]) -> list[Record]:
    """The records with these fields only; `article.title` names a field of a field."""
    if not fields:
        return records
    wanted = _tree(fields)
    return [_prune(record, wanted) for record in records]


def _tree(fields: tuple[str, ...]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for field in fields:
        at = tree
        for name in field.split("."):
            at = at.setdefault(name, {})
    return tree


def _prune(value: Any, wanted: dict[str, Any]) -> Any:
    if not wanted:
        return value
    if isinstance(value, list):
        return [_prune(item, wanted) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _prune(value[name], below) for name, below in wanted.items() if name in value}


def columns(shape: Shape, prefix: str = "") -> list[str]:
    """The columns of a table of records of this shape: `article.title` is a field of a field."""
    found: list[str] = []
    for name, below in shape.items():
        found.extend(columns(below, f"{prefix}{name}.") if below else [prefix + name])
    return found


def has(shape: Shape, field: str) -> bool:
    """Whether records of this shape have the field; below a field of any shape there is any name."""
    for name in field.split("."):
        if name not in shape:
            return False
        shape = shape[name] or {}
    return True


def _at(record: Any, path: list[str]) -> Any:
    for name in path:
        if not isinstance(record, dict):
            return None
        record = record.get(name)
    return record


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "; ".join(value)
    elif isinstance(value, list | dict):
        value = as_json(value).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    # A spreadsheet takes such a cell for a formula; a number is none.
    if isinstance(value, str) and text.startswith(_FORMULA):
        return f"'{text}"
    return text


def csv_lines(pieces: Iterable[list[Record]], columns: list[str]) -> Iterator[bytes]:
    """A table with these columns in pieces, the header first; lists of words with "; " between, the rest as JSON."""
    paths = [column.split(".") for column in columns]
    yield _csv([columns])
    for records in pieces:
        yield _csv([[_cell(_at(record, path)) for path in paths] for record in records])


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def ndjson_lines(pieces: Iterable[list[Record]]) -> Iterator[bytes]:
    for records in pieces:
        yield b"".join(as_json(record) + b"\n" for record in records)


def json_array(pieces: Iterable[list[Record]]) -> Iterator[bytes]:
    """One document: {"results": [...]}."""
    yield b'{"results":['
    separator = b""
    for records in pieces:
        if records:
            yield separator + b",".join(map(as_json, records))
            separator = b","
    yield b"]}"
