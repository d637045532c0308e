"""Rows of articles: the lines of a jsonl or csv file, and those of a manifest, each with its own fault."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from claims.documents.charset import decode
from claims.documents.records import Given, UnreadableError

LONGEST_ROW = 2 * 1024 * 1024
_FIELDS = {
    "file": ("file", "path", "filename"),
    "text": ("text", "body", "content", "article", "text_raw"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "site"),
    "published": ("published", "date", "day", "publication_date", "published_at"),
    "language": ("language", "lang"),
    "url": ("url", "address", "link", "canonical"),
}
"""Our name of a field to the names that it is read under, the first that has a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article's line, counted from 1: its words, or the file that holds them, and what is said of it; or its fault.

    `raw` is the row as one line of JSON.
    """

    number: int
    raw: bytes = b""
    given: Given = field(default_factory=Given)
    text: str = ""
    file: str = ""
    fault: str = ""


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, each cut where it is longer than a row may be, so that it takes no more memory than that."""
    while line := file.readline(LONGEST_ROW + 1):
        yield line
        while len(line) > LONGEST_ROW and not line.endswith(b"\n"):
            line = file.readline(LONGEST_ROW + 1)


def jsonl_rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """Each non-empty line, in order, with its number from 1."""
    for number, line in enumerate(lines, 1):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            try:
                yield _row(number, _json_object(line), line.strip())
            except UnreadableError as fault:
                yield Row(number=number, fault=fault.message)


def csv_rows(data: bytes, *, media_type: str = "") -> Iterator[Row]:
    """Each row under the header; comma, semicolon or tab separate. Raises UnreadableError where no column is "text"."""
    text, _ = decode(data, media_type=media_type)
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    names = {name.strip().lower() for name in reader.fieldnames or () if name}
    if not names.intersection(_FIELDS["text"]):
        raise UnreadableError("The first line of this table must name its columns, one of them “text”.")
    number = 1
    while True:
        number += 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield Row(number=number, fault=f"This row cannot be read: {fault}.")
            continue
        values: dict[str, object] = {key.strip().lower(): value for key, value in fields.items() if key and value}
        try:
            yield _row(number, values, json.dumps(values, ensure_ascii=False).encode())
        except UnreadableError as fault:
            yield Row(number=number, fault=fault.message)


def _json_object(line: bytes) -> dict[str, object]:
    if len(line) > LONGEST_ROW:
        raise UnreadableError(f"This line is longer than {LONGEST_ROW // 1024**2} MiB.")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise UnreadableError("This line is not JSON.") from fault
    if not isinstance(value, dict):
        raise UnreadableError("This line is not a JSON object with an article's fields.")
    return {str(key).lower(): field for key, field in value.items()}


def _row(number: int, values: dict[str, object], raw: bytes) -> Row:
    fields: dict[str, str] = {}
    for name, aliases in _FIELDS.items():
        value = next((values[alias] for alias in aliases if values.get(alias) not in (None, "")), "")
        if not isinstance(value, str):
            if name in ("text", "file"):
                raise UnreadableError(f"The field “{name}” is not a text.")
            value = str(value)
        fields[name] = value.strip() if name != "text" else value
    if not fields["text"].strip() and not fields["file"]:
        raise UnreadableError("This row has no text.")
    given = Given(
        outlet=fields["outlet"],
        published=fields["published"] or None,
        title=fields["title"],
        language=fields["language"],
        address=fields["url"],
    )
    return Row(number=number, raw=raw, given=given, text=fields["text"], file=fields["file"])
