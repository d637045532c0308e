"""Zip archives: their members' bytes within limits of number and size, never on disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from claims.documents.records import UnreadableError
from claims.vocabulary import ErrorCode

MOST_MEMBERS = 5000
LARGEST_MEMBER = 15 * 1024 * 1024
LARGEST_TOTAL = 64 * 1024 * 1024
_CHUNK = 65536


class Archive:
    """An archive that gives out at most 64 MiB in all, however its members overlap. Raises UnreadableError."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError) as fault:
            raise UnreadableError("This archive is damaged.") from fault
        self.names = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        if len(self.names) > MOST_MEMBERS:
            message = f"This archive holds more than {MOST_MEMBERS} files."
            raise UnreadableError(message, code=ErrorCode.TOO_LARGE)
        self._left = LARGEST_TOTAL

    def read(self, name: str) -> bytes:
        info = self.names.get(name)
        if info is None:
            raise UnreadableError(f"This file lacks its part {name}.")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # The others cannot be unpacked in small steps, so that a bomb would not be seen in time.
            raise UnreadableError("This file is packed in a way that is not read here.")
        if info.flag_bits & 1:
            raise UnreadableError("This file is protected by a password.")
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as member:
                while part := member.read(_CHUNK):
                    size += len(part)
                    self._left -= len(part)
                    if size > LARGEST_MEMBER or self._left < 0:
                        raise UnreadableError("This archive unpacks to too much.", code=ErrorCode.TOO_LARGE)
                    parts.append(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as fault:
            raise UnreadableError("This file is damaged.") from fault
        return b"".join(parts)
