"""Who is named in a text: the fullest words for somebody, and what these tell of head, nation and kind."""

from __future__ import annotations

import re
from functools import cached_property

from claims.reading.languages.english.bodies import NATIONS
from claims.reading.languages.english.referring import (
    BODY_HEADS,
    PERSON_HEADS,
    SYNONYMS,
    TITLES,
)
from claims.reading.languages.english.words import LEADS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS

WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
HEAD_ENDS = re.compile(r",|\(|\b(?:who|which|whose|that|close|familiar|affiliated|in|of|for|to|at|from|with|on|by)\b")
_TITLES = ("[A-Z]", "Gen", "Col", "Maj", "Lt", "Dr", "Mr", "Mrs", "Ms", "Sen", "Rep")
_SHORT = "|".join(rf"(?<=\b{title}\.)" for title in _TITLES)
_PART = rf"[A-Z][\w’'-]*(?:\.(?:{_SHORT}))?"
_OPENERS = frozenset(map(str.capitalize, {"according"} | LEADS | PREPOSITIONS | SUBORDINATORS | SUBJECT_PRONOUNS))
_BODY = r"(?: (?:ministry|army|military|government|police|presidency|mission|council)\b)"
NAME = re.compile(
    rf"{_PART}(?: (?:(?:of|for|to) (?:the )?|(?:de|bin|abu) )?{_PART}){{1,8}}{_BODY}?|[A-Z][\w’'-]*{_BODY}"
)
APPOSITION = re.compile(r",|\bwho\b|\bwhich\b")
LEAST_NAME = 2
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


class Entity:
    """Somebody named: the fullest words and where they stand; what they tell is worked out when asked for."""

    def __init__(self, full: str, at: int, *, has_spoken: bool = True, in_document: bool = False) -> None:
        self.full = full
        self.at = at
        self.has_spoken = has_spoken
        self.in_document = in_document

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(map(singular, lower_words(self.full)))

    @cached_property
    def nations(self) -> frozenset[str]:
        return frozenset(NATION_OF[w] for w in lower_words(self.full) if w in NATION_OF)

    @cached_property
    def name(self) -> str:
        """Without appositives and relative clauses."""
        return APPOSITION.split(self.full, 1)[0]

    def ends_a_part(self, name: str) -> bool:
        """Whether it is the last word of what the commas set off: "the ministry's head, Oren Valk"."""
        return any(part.split()[-1:] == [name] and part.strip() != name for part in self.full.split(","))

    @cached_property
    def head_words(self) -> list[str]:
        return lower_words(HEAD_ENDS.split(self.name, 1)[0]) or lower_words(self.name)

    @cached_property
    def head(self) -> str:
        return singular(self.head_words[-1]) if self.head_words else ""

    @cached_property
    def heads(self) -> frozenset[str]:
        """The head, and the common noun before a name at the end: "state news agency HANA" is an agency."""
        words = WORD.findall(HEAD_ENDS.split(self.name, 1)[0])
        common = next((word for word in reversed(words) if word[:1].islower()), "")
        return frozenset((self.head, singular(common)))

    @cached_property
    def is_plural(self) -> bool:
        return bool(self.head_words) and self.head_words[-1] != self.head

    @cached_property
    def is_person(self) -> bool:
        return not self.is_plural and _is_person(self.name, self.head_words, self.head)

    @cached_property
    def may_be_person(self) -> bool:
        """Also where a lone name leaves it open: "Tolvan", but not "Moscow", "HANA" or "Observatory"."""
        lone = len(self.head_words) == 1 and self.full[:1].isupper() and not self.full.isupper()
        unknown = lone and self.head not in BODY_HEADS and self.head not in NATION_OF and self.head not in STANDS_FOR
        return self.is_person or (unknown and not self.is_plural)


def name_in(match: re.Match[str]) -> tuple[int, str] | None:
    """Where a name begins and the name, without the word that opens its sentence ("But the Observatory")."""
    words = match[0]
    if words.split(" ", 1)[0] not in _OPENERS:
        return match.start(), words
    opener, _, rest = words.partition(" ")
    return (match.start() + len(opener) + 1, rest) if " " in rest and rest[:1].isupper() else None


def _is_person(name: str, head_words: list[str], head: str) -> bool:
    if head in PERSON_HEADS:
        return True
    if head in BODY_HEADS or any(singular(w) in BODY_HEADS for w in head_words[-2:]):
        return False
    if any(w in TITLES or w in PERSON_HEADS for w in head_words[:-1]):
        return True
    words = WORD.findall(name)
    capitals = [w for w in words if w[:1].isupper() or w.startswith(("al-", "el-")) or w in SMALL_NAMES]
    return len(capitals) >= LEAST_NAME and len(capitals) == len(words) and head not in NATION_OF
