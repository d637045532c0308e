"""Character sets: from bytes to text, by an allow-list; what had to be guessed is flagged."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from claims.documents.records import UnreadableError

GUESSED = "character set guessed: {}"
NOT_ALLOWED = "declared character set is not read here: {}"
DISAGREES = "text does not fit the declared character set: {}"

_ALLOWED = {
    "utf-8": "utf-8",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
} | {
    name: name
    for name in (
        *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
        *("iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-15", "koi8-r"),
        *("koi8-u", "gb18030", "gbk", "gb2312", "big5", "shift_jis", "euc_jp", "euc_kr"),
    )
}
"""Python's name of a declared set to the set that it is read as. Browsers, too, read Latin-1 as Windows-1252. UTF-7 and
the like are left out: they hide markup from whoever looks at the bytes."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_GUESS_FROM = 65536
_GUESSES = ["cp1252", "cp1251", "cp1256", "cp1254", "cp1250", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr"]


def decode(data: bytes, *, media_type: str = "", markup: bool = False) -> tuple[str, tuple[str, ...]]:
    """The text and its flags. Order: byte order mark, media type, the markup's own word, UTF-8, a guess.

    Raises UnreadableError for what is not text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(name, errors="replace")), ()
    flags: list[str] = []
    for declared in _declared(data, media_type, markup):
        name = _allowed(declared)
        if not name:
            flags.append(NOT_ALLOWED.format(declared))
            continue
        try:
            return _checked(data.decode(name)), tuple(flags)
        except UnicodeError:
            flags.append(DISAGREES.format(declared))
    try:
        text = data.decode("utf-8")
        if "\x00" not in text:
            return _checked(text), tuple(flags)
    except UnicodeDecodeError:
        pass
    name = _guess(data)
    return _checked(data.decode(name, errors="replace")), (*flags, GUESSED.format(name))


def _declared(data: bytes, media_type: str, markup: bool) -> list[str]:
    words = [found[1]] if (found := _CHARSET.search(media_type)) else []
    if markup:
        head = data[:4096]
        words += [m[1].decode("ascii") for m in (_XML.search(head), _META.search(head)) if m]
        # A page that can be searched for its own declaration is not UTF-16, whatever it says (HTML standard).
        words = [word for word in words if found or not word.lower().startswith("utf-16")]
    return words


def _allowed(declared: str) -> str:
    try:
        return _ALLOWED.get(codecs.lookup(declared).name, "")
    except (LookupError, ValueError):
        return ""


def _guess(data: bytes) -> str:
    sample = data[:_GUESS_FROM]
    for name, zero in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = sample[zero::2]
        if len(half) > 8 and half.count(0) > 0.4 * len(half) and sample[1 - zero :: 2].count(0) == 0:
            return name
    if b"\x00" in sample:
        raise UnreadableError("This is not text: it holds binary data.")
    best = from_bytes(sample, cp_isolation=_GUESSES).best()
    return best.encoding if best else "cp1252"


def _checked(text: str) -> str:
    """The text without stray control characters; a text that is full of them is none."""
    stripped = _CONTROL.sub("", text)
    if len(text) - len(stripped) > 0.02 * len(text) or text.count("\ufffd") > 0.05 * len(text):
        raise UnreadableError("This is not text: it holds binary data.")
    return stripped
