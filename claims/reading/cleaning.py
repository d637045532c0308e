"""Raw text as pasted or exported becomes clean text: mended characters, whole paragraphs, nothing but the article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.reading.datelines import split_closing, split_dateline
from claims.reading.drafts import Draft, Edits, before_all
from claims.reading.furniture import Judged, is_furniture, judge
from claims.reading.record import record
from claims.reading.records import Dropped, Span
from claims.vocabulary import DropReason

PARAGRAPH = "\n\n"
OPENING = 4
"""Paragraphs, the headline among them, of which one may open with a dateline."""
CLOSING = 30
"""Last lines of a page among which the article may end with an agency's name."""
WIDEST_WRAP = 110
"""Characters of the longest line that an editor or a mail program still wraps by hand."""
NARROWEST_WRAP = 40
WRAPPED_SHARE = 0.6
"""Share of neighbouring lines that must have been broken because the next word did not fit."""


@record()
class CleanText:
    """An article without what is not the article.

    text      paragraphs joined by an empty line; a headline is the first of them
    dateline  the words before the first sentence that say where, when and by which agency; "" if none
    credit    the agency that the dateline or the credit line names
    steps     how the raw text became the clean one
    """

    text: str
    title: str
    dateline: str
    credit: str
    dropped: tuple[Dropped, ...]
    steps: tuple[Edits, ...]

    def raw_span(self, span: Span) -> Span:
        """Where a span of the clean text stands in the raw text: from its first to its last character."""
        return before_all(self.steps, span)


def clean(raw: str, *, outlet: str = "") -> CleanText:
    """The article in raw text of any origin. Never fails; a text of nothing but furniture gives an empty one."""
    draft = _mend(Draft(raw))
    paragraphs = _paragraphs(draft.text)
    draft, spans = _set(draft, paragraphs)
    judged = judge([draft.text[s.start : s.end] for s in spans], outlet=outlet)
    return _assemble(draft, spans, judged, outlet)


_HIGH = "".join(bytes((n,)).decode("cp1252", errors="ignore") for n in range(0x80, 0xC0))
_MOJIBAKE = re.compile(f"[\u00c2-\u00c5\u00e2][\u0080-\u009f{re.escape(_HIGH)}]{{1,2}}")
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe0f\ufeff"
    "\ud800-\udfff&<]"
)
_LINES = frozenset("\r\x0b\x0c\x85\u2028\u2029")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|figure|figcaption|tr|table)(?:\s[^<>]{0,500})?/?>")
_TAG = re.compile(r"</?(?:a|b|i|u|em|strong|span|img|sup|sub|small|font)(?:\s[^<>]{0,500})?/?>")
_BLANKS = re.compile(r" {2,}")
_RUN_TOGETHER = re.compile(r"[.!?…](?<=[^\W\d_A-Z]{2}[.!?…])(?:\.\.)?[”\"’»)]{0,2}(?=[“\"‘]?[A-Z][a-z]{1,20}[ ,’'])")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|html?|php)\b")
_LONGEST_ADDRESS = 120


def _mend(draft: Draft) -> Draft:
    for _ in range(0 if draft.text.isascii() else 2):  # what was mangled twice comes right in the second round
        draft = draft.substitute([e for m in _MOJIBAKE.finditer(draft.text) if (e := _decoded(m))])
    draft = draft.substitute(list(_plain(draft.text)))
    if "  " in draft.text:
        draft = draft.substitute([(m.start(), m.end(), " ") for m in _BLANKS.finditer(draft.text)])
    text = draft.text
    return draft.substitute([(m.end(), m.end(), " ") for m in _RUN_TOGETHER.finditer(text) if not _in_address(text, m)])


def _decoded(match: re.Match[str]) -> tuple[int, int, str] | None:
    """UTF-8 that was read as Windows-1252, read rightly; None where it is no such thing."""
    size = 3 if match.group()[0] == "\u00e2" else 2
    data = b"".join(_byte(c) for c in match.group()[:size])
    try:
        return match.start(), match.start() + size, data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", errors="replace")


def _plain(text: str) -> Iterator[tuple[int, int, str]]:
    """Controls, marks that cannot be seen, odd blanks, entities and markup, as (start, end, what stands for it)."""
    done = 0
    for match in _ODD.finditer(text):
        at, character = match.start(), match.group()
        if at < done:
            continue
        if character == "&":
            if entity := _ENTITY.match(text, at):
                done = entity.end()
                yield at, done, _shown(html.unescape(entity.group()))
        elif character == "<":
            if tag := _BLOCK.match(text, at) or _TAG.match(text, at):
                done = tag.end()
                yield at, done, "\n" if tag.re is _BLOCK else ""
        elif character in _LINES:
            done = at + (2 if text.startswith("\r\n", at) else 1)
            yield at, done, "\n"
        else:
            yield at, at + 1, _shown(character)


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return character if character.isprintable() else ""


def _in_address(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence end found is the dot of an address: "news.Example" in "www.news.Example.org"."""
    before = text[max(0, match.start() - _LONGEST_ADDRESS) : match.end()].rpartition(" ")[2]
    after = text[match.end() : match.end() + _LONGEST_ADDRESS].partition(" ")[0]
    return bool(_ADDRESS.search(before + after))


def _paragraphs(text: str) -> list[list[Span]]:
    """The lines of each paragraph; lines that were broken by hand are brought together."""
    lines: list[Span] = []
    fresh: list[bool] = []
    at, blank = 0, True
    for words in text.split("\n"):
        stripped = words.strip()
        if stripped:
            start = at + words.index(stripped[0])
            lines.append(Span(start, start + len(stripped)))
            fresh.append(blank)
        blank = not stripped
        at += len(words) + 1
    wrapped = _is_wrapped(text, lines, fresh)
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[list[Span]] = []
    for number, line in enumerate(lines):
        if number and not fresh[number] and _goes_on(text, lines[number - 1], line, width if wrapped else None):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _is_wrapped(text: str, lines: list[Span], fresh: list[bool]) -> bool:
    width = max((len(line) for line in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    pairs = [(a, b) for a, b, new in zip(lines, lines[1:], fresh[1:], strict=False) if not new]
    full = [(a, b) for a, b in pairs if _is_full(text, a, b, width)]
    if not full or len(full) < WRAPPED_SHARE * len(pairs):
        return False
    return any(not _ends_sentence(a.of(text)) for a, _ in full)


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    word = text[following.start : following.end].partition(" ")[0]
    return len(line) + 1 + len(word) > width - 3


def _goes_on(text: str, line: Span, following: Span, width: int | None) -> bool:
    if width is not None and _is_full(text, line, following, width):
        return True
    last, first = text[line.end - 1], text[following.start]
    if not (last.islower() or last in ",;") or not first.islower():
        return False
    return not is_furniture(line.of(text)) and not is_furniture(following.of(text))


def _ends_sentence(words: str) -> bool:
    return words.rstrip("”\"’'»)]").endswith((".", "!", "?", "…", ":"))


def _set(draft: Draft, paragraphs: list[list[Span]]) -> tuple[Draft, list[Span]]:
    """The draft with the lines of each paragraph joined by a blank, and where the paragraphs now stand."""
    edits: list[tuple[int, int, str]] = []
    spans: list[Span] = []
    shift = 0
    for lines in paragraphs:
        start = lines[0].start + shift
        for before, after in pairwise(lines):
            is_split_word = draft.text[before.end - 1] == "-" and draft.text[before.end - 2 : before.end - 1].isalpha()
            new = "" if is_split_word else " "
            edits.append((before.end, after.start, new))
            shift += len(new) - (after.start - before.end)
        spans.append(Span(start, lines[-1].end + shift))
    return draft.substitute(edits), spans


def _assemble(draft: Draft, spans: list[Span], judged: Sequence[Judged], outlet: str) -> CleanText:
    kept: list[Span] = []
    dropped: list[Dropped] = []
    title = dateline = credit = ""
    for place, (span, verdict) in enumerate(zip(spans, judged, strict=True)):
        words = span.of(draft.text)
        credit = credit or verdict.credit
        if verdict.reason is not None:
            dropped.append(Dropped(words, verdict.reason))
            dateline = dateline or (words if verdict.reason is DropReason.DATELINE else "")
            continue
        if verdict.is_title:
            title = words
        elif not dateline and len(kept) < OPENING and (found := split_dateline(words, outlet=outlet)):
            dateline, credit = found.words, found.credit or credit
            dropped.append(Dropped(dateline, DropReason.DATELINE))
            span = Span(span.start + found.length, span.end)
        if place >= len(spans) - CLOSING and (closing := split_closing(words)):
            credit = credit or closing.credit
            dropped.append(Dropped(closing.words, DropReason.CREDIT))
            span = Span(span.start, span.end - closing.length)
        kept.append(span)
    draft = draft.substitute(list(_gaps(kept, len(draft.text))))
    return CleanText(draft.text, title, dateline, credit, tuple(dropped), draft.steps)


def _gaps(kept: Sequence[Span], length: int) -> Iterator[tuple[int, int, str]]:
    """What lies before, between and after the paragraphs that are kept."""
    if not kept:
        yield 0, length, ""
        return
    yield 0, kept[0].start, ""
    for before, after in pairwise(kept):
        yield before.end, after.start, PARAGRAPH
    yield kept[-1].end, length, ""
