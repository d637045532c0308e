"""One layer of gzip, undone in small steps, so that a bomb is seen before it has gone off."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from claims.fetching.network import TOO_LARGE
from claims.fetching.records import FetchError
from claims.vocabulary import ErrorCode

GZIP_MAGIC = b"\x1f\x8b"
DAMAGED = "What the site sent is damaged."
_STEP = 65536


def joined(chunks: Iterable[bytes], *, encoding: str, most: int) -> bytes:
    """The body, decoded, of at most `most` bytes. A body that is itself a gzip file counts as the one layer.

    Raises FetchError: too_large, or bad_content for an encoding that is not read or is damaged.
    """
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError("The site packs its answer in a way that is not read here.", code=ErrorCode.BAD_CONTENT)
    decoder = _Gunzip() if "gzip" in encoding else None
    body = bytearray()
    for chunk in chunks:
        if decoder is None and not body and encoding == "" and chunk.startswith(GZIP_MAGIC):
            decoder = _Gunzip()
        for part in decoder.feed(chunk) if decoder else (chunk,):
            if len(body) + len(part) > most:
                raise FetchError(TOO_LARGE, code=ErrorCode.TOO_LARGE)
            body += part
    if decoder is not None and not decoder.is_complete:
        raise FetchError(DAMAGED, code=ErrorCode.BAD_CONTENT)
    return bytes(body)


class _Gunzip:
    """A gzip file of one or more members, one after another as RFC 1952 allows."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(31)
        self._started = False

    @property
    def is_complete(self) -> bool:
        return self._inflate.eof or not self._started

    def feed(self, data: bytes) -> Iterable[bytes]:
        while data:
            if self._inflate.eof:
                if not data.strip(b"\0"):
                    return
                self._inflate = zlib.decompressobj(31)
            self._started = True
            try:
                part = self._inflate.decompress(data, _STEP)
            except zlib.error as fault:
                raise FetchError(DAMAGED, code=ErrorCode.BAD_CONTENT) from fault
            data = self._inflate.unconsumed_tail or self._inflate.unused_data
            if part:
                yield part
