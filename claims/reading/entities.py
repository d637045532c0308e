"""Somebody who is named: the fullest words for them, and what these tell of head, nation and kind."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from claims.reading.languages.english.bodies import NAMELESS, NATIONS
from claims.reading.languages.english.referring import (
    BODY_HEADS,
    GROUP_OPENERS,
    PERSON_HEADS,
    SYNONYMS,
    TITLES,
)
from claims.reading.records import Span

WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
HEAD_ENDS = re.compile(r",|\(|\b(?:who|which|whose|that|close|familiar|affiliated|in|of|for|to|at|from|with|on|by)\b")
APPOSITION = re.compile(r",|\bwho\b|\bwhich\b")
LEAST_NAME = 2
KNOWN_NAMES = 1 << 12
SMALL_NAMES = ("de", "van", "von", "bin", "ben")
NATION_OF = {word: nation for nation, words in NATIONS.items() for word in (*words, nation)}


def _synonyms() -> dict[str, frozenset[str]]:
    table = {}
    for row in SYNONYMS.strip().splitlines():
        heads, _, described = row.partition(":")
        for head in heads.split():
            table[head] = frozenset(described.split())
    return table


STANDS_FOR = _synonyms()


def singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def lower_words(text: str) -> list[str]:
    return [w.lower().replace("’", "'").removesuffix("'s") for w in WORD.findall(text)]


class Name:
    """The fullest words for somebody; what they tell is worked out when asked for."""

    def __init__(self, full: str) -> None:
        self.full = full

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(map(singular, lower_words(self.full)))

    @cached_property
    def nations(self) -> frozenset[str]:
        return frozenset(NATION_OF[w] for w in lower_words(self.full) if w in NATION_OF)

    @cached_property
    def short(self) -> str:
        """Without appositives and relative clauses."""
        return APPOSITION.split(self.full, 1)[0]

    @cached_property
    def head_words(self) -> list[str]:
        return lower_words(HEAD_ENDS.split(self.short, 1)[0]) or lower_words(self.short)

    @cached_property
    def head(self) -> str:
        return singular(self.head_words[-1]) if self.head_words else ""

    @cached_property
    def heads(self) -> frozenset[str]:
        """The head, and the common noun before a name at the end: "state news agency HANA" is an agency."""
        words = WORD.findall(HEAD_ENDS.split(self.short, 1)[0])
        common = next((word for word in reversed(words) if word[:1].islower()), "")
        group = ("group",) if self.head_words and self.head_words[0] in GROUP_OPENERS else ()
        return frozenset((self.head, singular(common), *group))

    @cached_property
    def is_plural(self) -> bool:
        return bool(self.head_words) and self.head_words[-1] != self.head

    @cached_property
    def is_person(self) -> bool:
        return not self.is_plural and _is_person(self.short, self.head_words, self.head)

    @cached_property
    def may_be_person(self) -> bool:
        """Also where a lone name leaves it open: "Tolvan", but not "Moscow", "HANA" or "Observatory"; "a source"."""
        lone = len(self.head_words) == 1 and self.full[:1].isupper() and not self.full.isupper()
        unknown = lone and self.head not in BODY_HEADS and self.head not in NATION_OF and self.head not in STANDS_FOR
        return self.is_person or ((unknown or self.head == NAMELESS) and not self.is_plural)


name_of = lru_cache(maxsize=KNOWN_NAMES)(Name)
"""The same words tell the same, wherever they stand."""


class Entity:
    """Somebody named at a place of the text; clause: where it is told how they spoke."""

    __slots__ = ("at", "clause", "full", "has_spoken", "name")

    def __init__(self, full: str, at: int, *, has_spoken: bool = True, clause: Span | None = None) -> None:
        self.full = full
        self.name = name_of(full)
        self.at = at
        self.has_spoken = has_spoken
        self.clause = clause

    def ends_a_part(self, name: str) -> bool:
        """Whether it is the last word of what the commas set off: "the ministry's head, Oren Valk"."""
        return any(part.split()[-1:] == [name] and part.strip() != name for part in self.full.split(","))


def _is_person(name: str, head_words: list[str], head: str) -> bool:
    if head in PERSON_HEADS:
        return True
    if head_words and head_words[0] in GROUP_OPENERS:
        return False
    if head in BODY_HEADS or any(singular(w) in BODY_HEADS for w in head_words[-2:]):
        return False
    if any(w in TITLES or w in PERSON_HEADS for w in head_words[:-1]):
        return True
    words = WORD.findall(name)
    capitals = [w for w in words if w[:1].isupper() or w.startswith(("al-", "el-")) or w in SMALL_NAMES]
    return len(capitals) >= LEAST_NAME and len(capitals) == len(words) and head not in NATION_OF
