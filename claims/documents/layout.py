"""Line breaks of the layout: joins the lines that a mail or a page of print breaks a paragraph into."""

from __future__ import annotations

import re

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]$")
_ENDS = '.!?”"»:'
_NARROW = 100
_NARROWEST = 40


def unwrapped(text: str) -> str:
    """The text with one paragraph a line.

    Blank lines separate paragraphs; so does a line that is clearly shorter than most (a heading, a last line). Texts
    whose lines are long have no layout to undo.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    widths = sorted(len(line) for line in lines if line)
    if not widths or widths[-1] > 4 * _NARROW or widths[len(widths) // 2] > _NARROW:
        return "\n".join(line for line in lines if line)
    full = max(widths[int(len(widths) * 0.8)], _NARROWEST)
    paragraphs: list[str] = []
    is_open = False
    for line in lines:
        if not line:
            is_open = False
            continue
        if is_open:
            paragraphs[-1] = _joined(paragraphs[-1], line)
        else:
            paragraphs.append(line)
        is_open = len(line) >= 0.8 * full or (len(line) >= 0.6 * full and line[-1] not in _ENDS)
    return "\n".join(paragraphs)


def _joined(paragraph: str, line: str) -> str:
    if _HYPHEN.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"
