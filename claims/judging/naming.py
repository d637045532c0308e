"""Whom a text names, by camp, and which of its words tell what it is about."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.judging import words
from claims.judging.records import Body

_ENDINGS = (
    "ments",
    "ians",
    "ment",
    "ings",
    "ing",
    "ian",
    "ans",
    "ies",
    "ied",
    "ers",
    "ish",
    "ed",
    "es",
    "er",
    "an",
    "ly",
    "s",
)
OPENING = 40
"""Characters of a text in which a speaker that speaks of itself says so: "their homes" at its end names nobody."""
NOTHING = re.compile(r"(?!)")
_WORD = re.compile(r"[^\W_]{3,}")


def fold(text: str) -> str:
    """The form in which texts are searched: lower case, straight apostrophes, the same length as the text."""
    folded = text.lower().replace("’", "'").replace("‘", "'")
    return folded if len(folded) == len(text) else text


def camp_of(body: Body) -> str:
    return words.CAMP_OF_SIDE.get(body.side, body.side)


def first_named(text: str, speakers: tuple[Body, ...], others: tuple[Body, ...] = ()) -> frozenset[str]:
    """The camp that the text names first, and so as who acts; the speakers' own where it opens with "we" or "its".

    By the words of the known camps, or by the names of the bodies given, bystanders left out: they do not act.
    Empty where nobody is named.
    """
    for aside in (words.ZONE, words.HELD):
        text = aside.sub(_blank, text)
    found = [(m.start(), camp.name) for camp in words.CAMPS if (m := camp.words.search(text))]
    bodies = [body for body in (*speakers, *others) if body.side not in words.BYSTANDERS]
    found += [(m.start(), camp_of(body)) for body in bodies if (m := name_pattern(body).search(text))]
    own = words.OWN.search(text)
    if own is not None and own.start() <= OPENING and all(own.start() < at for at, _ in found):
        return frozenset(camp_of(body) for body in speakers)
    return frozenset({min(found)[1]}) if found else frozenset()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@lru_cache(maxsize=2_000)
def name_pattern(body: Body) -> re.Pattern[str]:
    """Finds a body in a text by the telling words of its name and of its side's key."""
    telling = {w for w in _WORD.findall(f"{body.name} {body.side}".lower()) if len(w) >= 4} - words.NAME_FURNITURE
    if body.side in words.CAMP_OF_SIDE:
        telling -= {"army", "government", "forces"}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(telling))) + ")") if telling else NOTHING


def stems(text: str) -> frozenset[str]:
    """The telling words of a text, cut to a stem: not those that every report on a truce has."""
    return frozenset(_stem(w) for w in _WORD.findall(text) if w not in words.COMMON and not w.isdigit())


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
