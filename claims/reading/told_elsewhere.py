"""What an article tells elsewhere of a speaker: whose a leaflet or a government is, and who has fled his home."""

from __future__ import annotations

import re

from claims.reading.atoms import NATIONS
from claims.reading.directory import Directory
from claims.reading.languages.english import bodies
from claims.reading.names import normal, tokens

_DROPPED = re.compile(bodies.DROPPED_LEAFLETS, re.IGNORECASE)
_HELD_BY = re.compile(bodies.HELD_BY_A_NATION)
_FLED = re.compile(bodies.FLED)


def whose_government(directory: Directory, text: str) -> str | None:
    """The government of the one nation whose government or army the text names; None where there are several."""
    nations = {NATIONS[word] for m in _HELD_BY.finditer(text) if (word := normal(m["nation"])) in NATIONS}
    return directory.governments.get(nations.pop()) if len(nations) == 1 else None


def has_fled(name: str, text: str) -> bool:
    """Whether the text tells of somebody of that name that he fled his home."""
    if name.count(" ") == 0 or name.replace("-", " ").title() != name.replace("-", " ") or " fle" not in text:
        return False
    at = text.find(name)
    while at >= 0:
        if _FLED.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def who_dropped(words: str, directory: Directory, text: str) -> str | None:
    """Whose a leaflet is: the one that the article says dropped such."""
    if not bodies.LEAFLETS & {t.word for t in tokens(words)}:
        return None
    for match in _DROPPED.finditer(text):
        who = match["who"].split(" ")
        phrases = [" ".join(who[start:]) for start in range(len(who))]
        for find in (lambda phrase: directory.deeds.get(normal(phrase)), directory.resolve):
            if slug := next((slug for phrase in phrases if (slug := find(phrase))), None):
                return slug
    return None
