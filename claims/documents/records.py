"""The records that taking in a document leaves behind: the document itself, or why there is none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from claims.vocabulary import DateOrigin, ErrorCode, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it came in, before any cleaning.

    text_raw   the text with its line breaks; a page's is the main text, one paragraph a line
    kind       the key of the parser ("txt", "html", "jsonl", ...): `read_bytes(raw, kind=kind)` reads it again
    address    where it was obtained, "" for a file; `canonical` is the same article's one address
    archived   an archive's copy, if the page or the address names one
    origins    (field, where it was obtained) for title, byline, outlet, language: "given", "metadata", "address"
    flags      in plain words, what a person should look at: a guessed character set, a day that is none
    """

    text_raw: str
    name: str
    kind: str
    raw: bytes
    raw_sha256: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    published: date | None = None
    published_origin: DateOrigin = DateOrigin.UNKNOWN
    published_precision: Precision = Precision.UNKNOWN
    address: str = ""
    canonical: str = ""
    archived: str = ""
    origins: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DocumentError:
    """A document (or a row of one) that could not be taken in; the message is for the person who gave it."""

    code: ErrorCode
    message: str
    name: str


DAY_GUESSED = "publication day guessed from the page's text"
"""A flag of Found: the day comes from no metadata, and ranks last."""


class UnreadableError(Exception):
    """Raised by a parser; `read_bytes` and `read_path` turn it into a DocumentError for that document alone."""

    def __init__(self, message: str, *, code: ErrorCode = ErrorCode.BAD_CONTENT) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def named(self, name: str) -> DocumentError:
        return DocumentError(self.code, self.message, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the giver says of a document: a manifest's line, a form, a feed's entry. It beats what the page says.

    `published` may be a day or words that should be one; `published_origin` is where the giver has the day from.
    """

    outlet: str = ""
    published: date | str | None = None
    published_origin: DateOrigin = DateOrigin.GIVEN
    title: str = ""
    language: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a parser found in one document. Days are words as the document has them; `flags` are in plain words."""

    text: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    published: str = ""
    canonical: str = ""
    archived: str = ""
    flags: tuple[str, ...] = ()


Parser = Callable[[bytes, str], Found]
"""(the bytes, the media type with its charset or "") to what was found; raises UnreadableError."""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
