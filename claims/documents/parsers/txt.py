"""Plain text files."""

from __future__ import annotations

from claims.documents.charset import decode
from claims.documents.records import Found


def parse(data: bytes, media_type: str) -> Found:
    text, flags = decode(data, media_type=media_type)
    return Found(text=text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"), flags=flags)
