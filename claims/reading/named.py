"""The names that stand in a text, whether their bearers speak or not, and the short forms that it explains."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from claims.reading.entities import Entity
from claims.reading.languages.english.words import LEADS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS

LONGEST_TEXT = 400_000
NAMES_BACK = 40
_TITLES = ("[A-Z]", "Gen", "Col", "Maj", "Lt", "Dr", "Mr", "Mrs", "Ms", "Sen", "Rep")
_SHORT = "|".join(rf"(?<=\b{title}\.)" for title in _TITLES)
_PART = rf"[A-Z][\w’'-]*(?:\.(?:{_SHORT}))?"
_OPENERS = frozenset(map(str.capitalize, {"according"} | LEADS | PREPOSITIONS | SUBORDINATORS | SUBJECT_PRONOUNS))
_BODY = r"(?: (?:ministry|army|military|government|police|presidency|mission|council)\b)"
NAME = re.compile(
    rf"{_PART}(?: (?:(?:of|for|to) (?:the )?|(?:de|bin|abu) )?{_PART}){{1,8}}{_BODY}?|[A-Z][\w’'-]*{_BODY}"
)
ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")
SPELLED_OUT = re.compile(r"(?:[A-Z][\w’'-]*\s+(?:(?:of|for|and|the)\s+)*){1,7}$")
LONGEST_SPELLED_OUT = 100


class NamesOf:
    """The names of one text, in its order."""

    def __init__(self, text: str) -> None:
        self.text = text

    def before(self, at: int) -> list[Entity]:
        """The last of those that begin before the offset."""
        last = bisect_left(self._starts, at)
        return self._all[max(0, last - NAMES_BACK) : last]

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Short form -> the words before the brackets that explain it."""
        out: dict[str, str] = {}
        for match in ACRONYM.finditer(self.text, 0, LONGEST_TEXT):
            before = SPELLED_OUT.search(self.text, max(0, match.start() - LONGEST_SPELLED_OUT), match.start())
            if before is not None:
                out.setdefault(match[1], before[0].strip())
        return out

    @cached_property
    def _all(self) -> list[Entity]:
        found = (_name_in(match) for match in NAME.finditer(self.text, 0, LONGEST_TEXT))
        return [Entity(name, at, has_spoken=False) for at, name in filter(None, found)]

    @cached_property
    def _starts(self) -> list[int]:
        return [entity.at for entity in self._all]


def _name_in(match: re.Match[str]) -> tuple[int, str] | None:
    """Where a name begins and the name, without the word that opens its sentence ("But the Observatory")."""
    words = match[0]
    if words.split(" ", 1)[0] not in _OPENERS:
        return match.start(), words
    opener, _, rest = words.partition(" ")
    return (match.start() + len(opener) + 1, rest) if " " in rest and rest[:1].isupper() else None
