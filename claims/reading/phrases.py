"""Finds the phrases of a table in a text: one pass over the folded text, the longest phrase at each place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from claims.reading.records import Span

Value = TypeVar("Value")

_SAME = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00a0": " ", "\t": " "}


def fold(text: str) -> str:
    """The text in lower case, with one kind of apostrophe, hyphen and space; offsets stay those of the text."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for sign, one in _SAME.items():
        lowered = lowered.replace(sign, one)
    return lowered


def listed(words: str) -> tuple[str, ...]:
    """The phrases of a comma-separated list, as the languages' data is written."""
    return tuple(phrase for part in words.split(",") if (phrase := " ".join(part.split())))


class Phrases(Generic[Value]):
    """A table of phrases. A blank in a phrase stands for a blank or a hyphen; nothing else is guessed.

    A phrase must begin and end at a word's edge, and not be a part of a hyphenated word: "government" is not found in
    "anti-government" or "government-held".
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._values: dict[str, Value] = {}
        for words, value in entries:
            if words.strip():
                self._values.setdefault(_key(fold(words.strip())), value)
        pattern = _pattern(_tree(self._values)) if self._values else "(?!)"
        self._search = re.compile(rf"(?<![\w-])(?:{pattern})(?!\w|-\w)").finditer

    def find(self, folded: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, Value]]:
        """(start, end, value) of each phrase in the folded text, in order."""
        return [
            (*match.span(), self._value(match.group()))
            for match in self._search(folded, start, len(folded) if end is None else end)
        ]

    def _value(self, found: str) -> Value:
        """The phrase's value; written with a hyphen or a double blank it has the same, and is remembered."""
        value = self._values.get(found)
        if value is None:
            value = self._values[found] = self._values[_key(found)]
        return value


def touching(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether the characters touch one of the spans, which stand in the order of the text and apart."""
    at = bisect_left(spans, end, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].end > start


def _key(folded: str) -> str:
    return " ".join(folded.replace("-", " ").split())


def _tree(words: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return root


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the (folded) words; a blank in one stands for a blank or a hyphen."""
    return f"(?:{_pattern(_tree(words))})"


def _pattern(node: dict[str, Any]) -> str:
    """A regular expression for the tree in which no two alternatives begin alike, so that nothing is tried twice."""
    ends = "" in node
    branches = [
        ("[ -]" if character == " " else re.escape(character)) + _pattern(below)
        for character, below in sorted(node.items())
        if character
    ]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{body}?" if ends else body
