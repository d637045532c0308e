"""PDFs: the text layer, with the line breaks of the print undone."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from claims.documents.layout import unwrapped
from claims.documents.records import Found, UnreadableError

LAYOUT = "line breaks of the print were undone"
MOST_PAGES = 100
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.IGNORECASE)
_FILE_NAME = re.compile(r".*\.\w{2,5}|Microsoft Word.*|untitled.*", re.IGNORECASE)


def parse(data: bytes, media_type: str) -> Found:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("This PDF is protected by a password.")
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableError(f"This PDF has more than {MOST_PAGES} pages.")
        pages = [page.extract_text() or "" for page in reader.pages]
        title = str((reader.metadata.title if reader.metadata else "") or "")
    except PyPdfError as fault:
        raise UnreadableError("This PDF is damaged.") from fault
    lines = [line for page in pages for line in page.splitlines() if not _PAGE_NUMBER.fullmatch(line)]
    text = unwrapped("\n".join(lines))
    if not text:
        raise UnreadableError("This PDF has no text layer: it holds pictures of pages only.")
    return Found(text=text, title="" if _FILE_NAME.fullmatch(title) else title.strip(), flags=(LAYOUT,))
