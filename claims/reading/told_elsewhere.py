"""What an article tells elsewhere of a speaker: whose a leaflet or a government is, and who has fled his home."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.reading.atoms import NATIONS
from claims.reading.directory import Directory
from claims.reading.languages.english import bodies
from claims.reading.names import normal, tokens

_DROPPED = re.compile(bodies.DROPPED_LEAFLETS, re.IGNORECASE)
_HELD_BY = re.compile(bodies.HELD_BY_A_NATION)
_FLED = re.compile(rf"(?P<who>(?:[A-Z][\w’'-]+ ){{1,3}}[A-Z][\w’'-]+)(?:{bodies.FLED})")


def whose_government(directory: Directory, text: str) -> str | None:
    """The government of the one nation whose government or army the text names; None where there are several."""
    nations = {NATIONS[word] for m in _HELD_BY.finditer(text) if (word := normal(m["nation"])) in NATIONS}
    return directory.governments.get(nations.pop()) if len(nations) == 1 else None


@lru_cache(maxsize=1)
def who_fled(text: str) -> frozenset[str]:
    """The full names of those of whom the text tells that they fled their homes; the last text is remembered."""
    return frozenset(match["who"] for match in _FLED.finditer(text)) if " fle" in text else frozenset()


def who_dropped(words: str, directory: Directory, text: str) -> str | None:
    """Whose a leaflet is: the one that the article says dropped such."""
    lowered = words.lower()
    if not any(word in lowered for word in bodies.LEAFLETS) or not bodies.LEAFLETS & {t.word for t in tokens(words)}:
        return None
    for match in _DROPPED.finditer(text):
        who = match["who"].split(" ")
        phrases = [" ".join(who[start:]) for start in range(len(who))]
        for find in (lambda phrase: directory.deeds.get(normal(phrase)), directory.resolve):
            if slug := next((slug for phrase in phrases if (slug := find(phrase))), None):
                return slug
    return None
