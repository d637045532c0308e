"""Kinds of documents: which parser reads these bytes, judged by the bytes first, then the name, then the media type."""

from __future__ import annotations

from claims.documents.records import UnreadableError

_BY_SUFFIX = {
    **dict.fromkeys(("txt", "text", "md"), "txt"),
    **dict.fromkeys(("html", "htm", "xhtml", "shtml"), "html"),
    **dict.fromkeys(("jsonl", "ndjson"), "jsonl"),
    **{suffix: suffix for suffix in ("eml", "docx", "pdf", "csv", "zip")},
    "tsv": "csv",
}
_BY_MEDIA_TYPE = {
    "text/plain": "txt",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "message/rfc822": "eml",
    "application/pdf": "pdf",
    "text/csv": "csv",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_MAGIC = (
    (b"%PDF-", "pdf", "a PDF"),
    (b"PK\x03\x04", "zip", "a zip archive"),
    (b"PK\x05\x06", "zip", "a zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", "an old Office file; save it as .docx"),
    (b"\x1f\x8b", "", "a gzip file"),
    (b"\x89PNG", "", "an image"),
    (b"\xff\xd8\xff", "", "an image"),
    (b"GIF8", "", "an image"),
    (b"\x7fELF", "", "a program"),
    (b"MZ\x90", "", "a program"),
    (b"7z\xbc\xaf\x27\x1c", "", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "", "a RAR archive"),
    (b"{\\rtf", "", "an RTF file; save it as .docx or .txt"),
)
_WITH_MAGIC = ("pdf", "docx", "zip")
_NEAR = 65536
SUFFIXES = frozenset(_BY_SUFFIX)


def kind_of(data: bytes, *, name: str, media_type: str = "") -> str:
    """The key of the parser. Raises UnreadableError for what is empty, not what its name says, or not read here.

    A media type is a site's word and beats the name, which is then an address's ending and says little; without one,
    the name is what a person gave, and bytes that contradict it are a mistake to be told.
    """
    if not data.strip():
        raise UnreadableError("This document is empty.")
    named = _BY_SUFFIX.get(suffix_of(name), "")
    typed = _BY_MEDIA_TYPE.get(media_type.split(";")[0].strip().lower(), "")
    for magic, kind, words in _MAGIC:
        if data.startswith(magic):
            if kind == "zip" and ("docx" in (named, typed) or b"word/document.xml" in data[:_NEAR] + data[-_NEAR:]):
                kind = "docx"
            if kind and (kind == named or not named or media_type):
                return kind
            expected = f"named .{suffix_of(name)} but is" if named else "not a document that is read here: it is"
            raise UnreadableError(f"This is {expected} {words}.")
    expected = typed if typed not in ("", "txt") else named
    if expected in _WITH_MAGIC:
        raise UnreadableError(f"This is said to be a {expected} file but is none, or is damaged.")
    if expected:
        return expected
    if _looks_like_html(data):
        return "html"
    if not typed and (suffix_of(name) or media_type):
        told = media_type.split(";")[0].strip() or suffix_of(name)
        raise UnreadableError(f"Documents of this kind are not read here: {told}.")
    return "txt"


def suffix_of(name: str) -> str:
    """The lower-case ending of a file's name without its dot; "" where there is none."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, suffix = last.rpartition(".")
    return suffix.lower() if dot and stem and suffix.isalnum() and len(suffix) <= 5 else ""


def _looks_like_html(data: bytes) -> bool:
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) and b"<html" in data[:4096].lower()
