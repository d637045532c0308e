"""Turns what a frame found into claims: one for each sentence of what is said, with its form and polarity."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from claims.reading.attribution.walk import Located
from claims.reading.quotations import Quotation
from claims.reading.records import Attribution, Mention, Span
from claims.reading.sentences import Splitter
from claims.vocabulary import Form, Polarity

OPEN_MARKS = '“"„«‘＂'
CLOSE_MARKS = '”"»’＂“'
TRIMMINGS = 6
BESIDE = 3  # characters of marks between the content and the quotation around it
FEW = 8
"""Quotations of a paragraph that are all looked at."""
WHOLE_PARAGRAPHS = ("block quotation", "transcript")
ENDS = re.compile(r"[.?!…][”\"'’»]*$")


def claims_of(
    text: str,
    located: Located,
    speakers: tuple[Mention, ...],
    statement: int,
    splitter: Splitter,
    relays: tuple[Mention, ...],
) -> list[Attribution]:
    """Relays are resolved by the caller, before the speakers: who relays is not yet among the known speakers."""
    found = located.found
    quoted = _quoted_near(located.paragraph.quotations, found.content)
    out = []
    for pieces in _sentences(text, found.content, quoted, splitter, is_block=found.rule in WHOLE_PARAGRAPHS):
        content = Span(pieces[0].start, pieces[-1].end)
        if not len(content):
            continue
        out.append(
            Attribution(
                content=content,
                pieces=tuple(pieces),
                cue=None if located.continues else found.cue,
                clause=found.clause,
                sentence=located.sentence,
                paragraph=located.paragraph.index,
                statement=statement,
                speakers=speakers,
                relays=relays,
                form=_form(pieces, quoted),
                polarity=Polarity.DENIAL if found.is_denial else Polarity.ASSERT,
                rule=found.rule,
                is_headline=located.is_headline,
            )
        )
    return out


def _quoted_near(quotations: Sequence[Quotation], content: Sequence[Span]) -> list[Span]:
    """What is inside the marks of the paragraph's quotations, which stand in order; of many those near the content."""
    if len(quotations) <= FEW:
        return [quotation.inner for quotation in quotations]
    first = bisect_left(quotations, min(c.start for c in content) - BESIDE, key=attrgetter("span.end"))
    last = bisect_right(quotations, max(c.end for c in content) + BESIDE, key=attrgetter("span.start"))
    return [quotation.inner for quotation in quotations[first:last]]


def _sentences(
    text: str, content: list[Span], quoted: list[Span], splitter: Splitter, *, is_block: bool
) -> list[list[Span]]:
    """The pieces of each sentence said; one that a reporting clause interrupts has several."""
    out: list[list[Span]] = []
    open_ended = False
    for piece in sorted(content):
        inner = _bare(text, piece, quoted)
        has_quotation = any(q.start < piece.end and piece.start < q.end for q in quoted)
        parts = splitter.inside(text, inner) if has_quotation or is_block else [inner]
        parts = [part for part in (_trimmed(text, p) for p in parts) if len(part)]
        for number, part in enumerate(parts):
            if number == 0 and open_ended and out:
                out[-1].append(part)
            else:
                out.append([part])
        if parts:
            open_ended = not ENDS.search(text, max(piece.start, piece.end - 4), piece.end)
    return out


def _bare(text: str, piece: Span, quoted: list[Span]) -> Span:
    """Without its marks where the piece is one quotation."""
    for inner in quoted:
        if piece.start < inner.start <= piece.start + 2 and inner.end <= piece.end <= inner.end + 2:
            return inner
    return piece


def _trimmed(text: str, span: Span) -> Span:
    """Without the stops, commas and unpaired marks at its edges."""
    start, end = _without_stops(text, span.start, span.end)
    for _ in range(TRIMMINGS):
        closes = end > start and text[end - 1] in CLOSE_MARKS
        if closes and not any(mark in text[start : end - 1] for mark in OPEN_MARKS):
            end -= 1
        elif end > start and text[start] in OPEN_MARKS and not any(m in text[start + 1 : end] for m in CLOSE_MARKS):
            start += 1
        else:
            break
        start, end = _without_stops(text, start, end)
    return Span(start, end)


def _without_stops(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:.—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–…"):
        end -= 1
    return start, end


def _form(pieces: list[Span], quoted: list[Span]) -> Form:
    inside = [any(q.start - 1 <= p.start and p.end <= q.end + 1 for q in quoted) for p in pieces]
    if all(inside):
        return Form.DIRECT
    touched = any(q.start < p.end and p.start < q.end for q in quoted for p in pieces)
    return Form.MIXED if touched else Form.INDIRECT
