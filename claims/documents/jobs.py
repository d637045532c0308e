"""The jobs of documents for the killable child: what a parser found, and an archive's members, to JSON and back."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from claims.documents import sandbox
from claims.documents.archive import Archive
from claims.documents.records import Found, UnreadableError
from claims.vocabulary import ErrorCode


def parse(data: bytes, *, kind: str, media_type: str) -> Found:
    """What the kind's parser finds, in a child."""
    value, _ = sandbox.run(parse_job, data, f"{kind} {media_type}")
    return Found(**value | {"flags": tuple(value["flags"])})


def unpack(data: bytes) -> dict[str, bytes | UnreadableError]:
    """An archive's members by name, or why one cannot be had; opened in a child. Hidden files are left out."""
    value, blob = sandbox.run(unpack_job, data)
    return dict(_members(value, blob))


def parse_job(data: bytes, option: str) -> tuple[Any, bytes]:
    kind, _, media_type = option.partition(" ")
    found: Found = importlib.import_module(f"claims.documents.parsers.{kind}").parse(data, media_type)
    return asdict(found), b""


def unpack_job(data: bytes, option: str) -> tuple[Any, bytes]:
    archive = Archive(data)
    members: list[dict[str, Any]] = []
    blob: list[bytes] = []
    for name in archive.names:
        if any(part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in name.split("/")):
            continue
        try:
            content = archive.read(name)
        except UnreadableError as fault:
            members.append({"name": name, "error": fault.message, "code": fault.code})
        else:
            members.append({"name": name, "size": len(content)})
            blob.append(content)
    return members, b"".join(blob)


def _members(value: list[dict[str, Any]], blob: bytes) -> Iterator[tuple[str, bytes | UnreadableError]]:
    start = 0
    for member in value:
        if "error" in member:
            yield member["name"], UnreadableError(member["error"], code=ErrorCode(member["code"]))
        else:
            yield member["name"], blob[start : start + member["size"]]
            start += member["size"]
