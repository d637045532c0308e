"""Finds the quotations of a paragraph: which marks belong together, and which quotation runs on."""

from __future__ import annotations

import re

from claims.reading.record import record
from claims.reading.records import Span

# A single mark counts only where it can't be an apostrophe: it opens before a word and closes behind a stop. All marks
# are one class at the front, and what is asked of each looks back at it, because that is searched for fastest.
MARKS = re.compile(
    """[“”„«»"＂'`‘’](?:(?<=[“”„«»"＂])"""
    "|(?<=')'|(?<=`)`"
    "|(?<=[‘'])(?<![^\\s(\\[—–“\"].)(?=\\w)(?!\\d0s)"
    "|(?<=[.,?!…][’'])(?![\\w’']))"
)
DOUBLE = re.compile('[“”„«»"＂]')
OF_ONESELF = re.compile(r"\b(?:we|our|us|I|my|We|Our|My)\b")
MOST_THROUGH = 8  # lines, blank ones counted
ALWAYS_OPEN = frozenset("“„«") | {"``"}
ALWAYS_CLOSE = frozenset("”»")
SINGLE = frozenset("‘’'")
LONGEST_FOLLOWED_BY_DIGIT = 2
CLOSERS = {
    "“": "”\"“",
    "„": "”“\"",
    "«": "»",
    '"': '"＂”',
    "＂": '"＂”',
    "''": ("''", '"'),
    "``": ("''", '"', "``"),
    "‘": "’'",
    "'": "'’",
}  # fmt: skip


@record()
class Quotation:
    """`span` includes the marks, `inner` does not; `is_open` where no mark closes it before the paragraph's end."""

    span: Span
    inner: Span
    is_open: bool


def quotations(text: str, start: int, end: int, *, runs_on: bool = False) -> list[Quotation]:
    """The outermost quotations of the paragraph text[start:end], in order; time linear in its length.

    runs_on: the paragraph before this one left a quotation open, which the first mark of this one may close.
    """
    marks = [(m.group(), m.start(), m.end()) for m in MARKS.finditer(text, start, end)]
    if not marks:
        return []
    if runs_on and len(marks) % 2 and _closes(text, marks[0]):
        _, at, behind = marks[0]
        return [Quotation(Span(start, behind), Span(start, at), False), *quotations(text, behind, end)]
    if marks[0][0] == "''" and marks[0][1] > start and text[marks[0][1] - 1].isalnum():  # "the groups'' attack"
        return quotations(text, marks[0][2], end)
    nested = _nested(marks)
    return [_quotation(marks, pair, end) for pair in (nested if nested is not None else _flat(marks))]


def runs_through(text: str, start: int, end: int) -> bool:
    """Whether the paragraph text[start:end], which has no marks, stands inside a quotation that one before left open.

    So it does where one of the next has the closing mark, and where one of them opens by a mark as if the quotation
    went on, if somebody speaks of himself.
    """
    if DOUBLE.search(text, start, end):
        return False
    for _ in range(MOST_THROUGH):
        first, behind = end + 1, text.find("\n", end + 1)
        end = len(text) if behind < 0 else behind
        if first >= len(text):
            return False
        if mark := DOUBLE.search(text, first, end):
            if mark.start() > first:
                sign = (mark.group(), mark.start(), mark.end())
                return _closes(text, sign) and len(DOUBLE.findall(text, first, end)) % 2 == 1
            return mark.group() != "”" and bool(OF_ONESELF.search(text, start, first))
    return False


def _closes(text: str, mark: tuple[str, int, int]) -> bool:
    """Whether a mark stands behind a stop and before a blank: no opening one."""
    sign, at, behind = mark
    return sign in '"”' and text[at - 1 : at] in (",", ".", "?", "!", "…") and not text[behind : behind + 1].strip()


def _quotation(marks: list[tuple[str, int, int]], pair: tuple[int, int], end: int) -> Quotation:
    opener, closer = pair
    _, first, inner = marks[opener]
    if closer < 0:
        return Quotation(Span(first, end), Span(inner, end), True)
    return Quotation(Span(first, marks[closer][2]), Span(inner, marks[closer][1]), False)


def _nested(marks: list[tuple[str, int, int]]) -> list[tuple[int, int]] | None:
    """The outermost pairs where every mark has its partner, else None."""
    stack: list[int] = []
    pairs = []
    for i, (mark, _, _) in enumerate(marks):
        if stack and mark not in ALWAYS_OPEN and mark in CLOSERS[marks[stack[-1]][0]]:
            opener = stack.pop()
            if not stack:
                pairs.append((opener, i))
        elif mark in ALWAYS_CLOSE or mark == "’":
            return None
        else:
            stack.append(i)
    return None if stack else pairs


def _flat(marks: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Pairs found left to right: an opening mark and the first that can close it; the last may stay open."""
    pairs = []
    opener = -1
    for i, (mark, _, _) in enumerate(marks):
        if opener < 0:
            if mark not in ALWAYS_CLOSE and mark != "’":
                opener = i
        elif mark in CLOSERS[marks[opener][0]] and not (mark == "“" and marks[opener][0] == "“"):
            pairs.append((opener, i))
            opener = -1
    if opener >= 0 and marks[opener][0] not in SINGLE:
        pairs.append((opener, -1))
    return pairs
