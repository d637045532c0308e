"""Taking in: from a file, a folder with or without its manifest, an archive or bytes to documents or errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from claims.documents.composing import compose
from claims.documents.jobs import parse, unpack
from claims.documents.kinds import SUFFIXES, kind_of, suffix_of
from claims.documents.parsers import txt
from claims.documents.records import Document, DocumentError, Found, Given, UnreadableError
from claims.documents.rows import Row, csv_rows, jsonl_rows, lines_of
from claims.vocabulary import DateOrigin, ErrorCode

MANIFEST = "manifest.jsonl"
LARGEST_DOCUMENT = 15 * 1024 * 1024
TOO_LARGE = f"This document is larger than {LARGEST_DOCUMENT // 1024**2} MiB."
UNLISTED = f"{MANIFEST} does not name this file; it was left out."

Result = Document | DocumentError
Load = Callable[[str], bytes]


def read_bytes(
    data: bytes,
    *,
    name: str,
    content_type: str = "",
    address: str = "",
    outlet: str = "",
    published: date | str | None = None,
    published_origin: DateOrigin = DateOrigin.GIVEN,
    title: str = "",
    language: str = "",
    kind: str = "",
) -> Iterator[Result]:
    """Each article in the bytes of an upload, paste or page; a page, a mail, a text has one. Bad input never raises.

    `kind` names the parser where it is known, as on reading stored raw bytes again.
    """
    given = Given(
        outlet=outlet,
        published=published,
        published_origin=published_origin,
        title=title,
        language=language,
        address=address,
    )
    return _read(data, given, name=name, media_type=content_type, kind=kind)


def read_path(
    path: Path,
    *,
    outlet: str = "",
    published: date | str | None = None,
    manifest: Path | None = None,
) -> Iterator[Result]:
    """Each article of a file, a folder or a zip, in the order of its manifest, else by name. Bad input never raises.

    A folder's manifest.jsonl (or `manifest`, whose files lie beside it) has one object a line: file, outlet, published,
    url, title, language; an object with "text" in place of "file" is an article by itself.
    """
    given = Given(outlet=outlet, published=published)
    if manifest is None and path.name == MANIFEST and path.is_file():
        path, manifest = path.parent, path
    if path.is_dir():
        yield from _read_disk_folder(path, manifest or path / MANIFEST, given)
    elif not path.is_file():
        yield DocumentError(ErrorCode.BAD_CONTENT, "There is no such file.", path.name)
    elif suffix_of(path.name) in ("jsonl", "ndjson"):
        with path.open("rb") as lines:
            yield from _read_rows(jsonl_rows(lines_of(lines)), given, name=path.name)
    else:
        try:
            yield from _read(_load(path), given, name=path.name)
        except UnreadableError as fault:
            yield fault.named(path.name)


def _read(data: bytes, given: Given, *, name: str, media_type: str = "", kind: str = "") -> Iterator[Result]:
    try:
        if len(data) > LARGEST_DOCUMENT:
            raise UnreadableError(TOO_LARGE, code=ErrorCode.TOO_LARGE)
        kind = kind or kind_of(data, name=name, media_type=media_type)
        if kind == "jsonl":
            yield from _read_rows(jsonl_rows(data.split(b"\n")), given, name=name)
        elif kind == "csv":
            yield from _read_rows(csv_rows(data, media_type=media_type), given, name=name)
        elif kind == "zip":
            yield from _read_members(unpack(data), given, name=name)
        else:
            # Plain text needs no parser that could be attacked, and is most of what comes in: no child for it.
            found = txt.parse(data, media_type) if kind == "txt" else parse(data, kind=kind, media_type=media_type)
            yield compose(found, given, name=name, kind=kind, raw=data)
    except UnreadableError as fault:
        yield fault.named(name)


def _read_rows(rows: Iterable[Row], given: Given, *, name: str) -> Iterator[Result]:
    for row in rows:
        row_name = f"{name}, row {row.number}"
        try:
            if row.fault:
                raise UnreadableError(row.fault)
            if not row.text.strip():
                raise UnreadableError("This row names a file; only a folder's manifest does that.")
            found = Found(text=row.text)
            yield compose(found, _merged(row.given, given), name=row_name, kind="jsonl", raw=row.raw)
        except UnreadableError as fault:
            yield fault.named(row_name)


def _read_disk_folder(folder: Path, manifest: Path, given: Given) -> Iterator[Result]:
    files = {
        found.relative_to(folder).as_posix(): found
        for found in sorted(folder.rglob("*"))
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(folder).parts)
    }
    if manifest.is_file():
        with manifest.open("rb") as lines:
            rows = list(jsonl_rows(lines_of(lines)))
        files.pop(MANIFEST, None)
        yield from _read_listed(rows, files, lambda name: _load(files[name]), given, manifest=manifest.name)
    elif not files:
        yield DocumentError(ErrorCode.BAD_CONTENT, "This folder holds no files.", folder.name)
    else:
        yield from _read_all(files, lambda name: _load(files[name]), given)


def _read_members(members: dict[str, bytes | UnreadableError], given: Given, *, name: str) -> Iterator[Result]:
    """An archive's members, by its manifest where it has one; they are named after the archive, too."""
    if not members:
        raise UnreadableError("This archive holds no files.")

    def load(member: str) -> bytes:
        content = members[member]
        if isinstance(content, UnreadableError):
            raise content
        if kind_of(content, name=member) == "zip":
            raise UnreadableError("An archive within an archive is not read.")
        return content

    manifest = members.pop(MANIFEST, None)
    if isinstance(manifest, bytes):
        results = _read_listed(jsonl_rows(manifest.split(b"\n")), members, load, given, manifest=MANIFEST)
    else:
        results = _read_all(members, load, given)
    for result in results:
        yield replace(result, name=f"{name}/{result.name}")


def _read_all(names: Iterable[str], load: Load, given: Given) -> Iterator[Result]:
    for name in names:
        try:
            yield from _read(load(name), given, name=name)
        except UnreadableError as fault:
            yield fault.named(name)


def _read_listed(
    rows: Iterable[Row], names: Iterable[str], load: Load, given: Given, *, manifest: str
) -> Iterator[Result]:
    """The manifest's articles in its order, then one error for each readable file that it does not name."""
    unlisted = dict.fromkeys(names)
    known = set(unlisted)
    for row in rows:
        if row.file:
            name = PurePosixPath(row.file).as_posix()
            unlisted.pop(name, None)
            if name not in known:
                message = f"{manifest}, row {row.number}, names this file, but there is none in the folder."
                yield DocumentError(ErrorCode.BAD_CONTENT, message, row.file)
                continue
            try:
                yield from _read(load(name), _merged(row.given, given), name=name)
            except UnreadableError as fault:
                yield fault.named(name)
        else:
            yield from _read_rows([row], given, name=manifest)
    for name in unlisted:
        if suffix_of(name) in SUFFIXES:
            yield DocumentError(ErrorCode.BAD_CONTENT, UNLISTED, name)


def _merged(row: Given, given: Given) -> Given:
    """A row's own words beat what was given for all of them."""
    return replace(
        row,
        outlet=row.outlet or given.outlet,
        published=row.published or given.published,
        published_origin=DateOrigin.GIVEN if row.published else given.published_origin,
        title=row.title or given.title,
        language=row.language or given.language,
        address=row.address or given.address,
    )


def _load(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_DOCUMENT + 1)
    except OSError as fault:
        raise UnreadableError(f"This file cannot be read: {fault.strerror}.") from fault
    if len(data) > LARGEST_DOCUMENT:
        raise UnreadableError(TOO_LARGE, code=ErrorCode.TOO_LARGE)
    return data
