"""Word files (.docx): the paragraphs of the main part; what was deleted under tracked changes stays out."""

from __future__ import annotations

from lxml import etree

from claims.documents.archive import Archive
from claims.documents.records import Found, UnreadableError

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def parse(data: bytes, media_type: str) -> Found:
    archive = Archive(data)
    root = _xml(archive.read("word/document.xml"))
    for duplicate in list(root.iter(_FALLBACK)):
        if (parent := duplicate.getparent()) is not None:
            parent.remove(duplicate)
    paragraphs = [" ".join(_text(paragraph).split()) for paragraph in root.iter(f"{_WORD}p")]
    core = _xml(archive.read("docProps/core.xml")) if "docProps/core.xml" in archive.names else None
    return Found(
        text="\n".join(paragraph for paragraph in paragraphs if paragraph),
        title=_property(core, "title"),
        byline=_property(core, "creator"),
        language=_property(core, "language").lower().split("-")[0],
    )


def _text(paragraph: etree._Element) -> str:
    """The paragraph's own words; those of a text box within it are paragraphs by themselves."""
    words: list[str] = []
    for element in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"):
        if next(element.iterancestors(f"{_WORD}p"), None) is paragraph:
            words.append(element.text or "" if element.tag == f"{_WORD}t" else " ")
    return "".join(words)


def _property(core: etree._Element | None, name: str) -> str:
    return " ".join((core.findtext(f".//{_DUBLIN}{name}") or "").split()) if core is not None else ""


def _xml(data: bytes) -> etree._Element:
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise UnreadableError("This Word file declares its own document type, which is not read.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableError("This Word file is damaged.") from fault
