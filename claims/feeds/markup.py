"""Guards XML before a parser that could be led astray: no entities of its own, no nesting without end."""

from __future__ import annotations

import re
from xml.parsers import expat

DEEPEST = 200
ENTITIES = "This feed declares entities of its own, which are not read."
TOO_DEEP = f"This feed is nested more than {DEEPEST} deep."
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,1000}(\[)?[^>]{0,1000}>", re.IGNORECASE)


def check_xml(data: bytes) -> None:
    """Raises ValueError, in plain words, for a feed that declares entities or nests too deep.

    Malformed XML passes up to its first fault: a forgiving parser that is no recursive one may still make sense of it.
    """
    depth = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ValueError(TOO_DEEP)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declare(*_: object) -> None:
        raise ValueError(ENTITIES)

    if re.search(rb"<!\s*ENTITY", data, re.IGNORECASE):
        raise ValueError(ENTITIES)
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = declare
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError):
        return


def without_doctype(data: bytes) -> bytes:
    """The XML without its document type, which nothing here reads."""
    return _DOCTYPE.sub(b"", data, count=1)
