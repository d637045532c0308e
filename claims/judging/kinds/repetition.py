"""Repetition: the same source's same statement in another article: one origin, however many outlets carry it."""

from __future__ import annotations

from claims.judging.gist import Gist
from claims.judging.kind import Finding, Kind
from claims.judging.sides import same_source
from claims.judging.wording import quote, says, speakers, whole
from claims.vocabulary import Relation

SAME_WORDS = 0.6
"""Share of the shorter statement's telling words that the other has too."""


def find(a: Gist, b: Gist) -> Finding | None:
    if a.account.article == b.account.article or not same_source(a, b) or a.account.polarity is not b.account.polarity:
        return None
    if a.account.stance is not b.account.stance or not _same_words(a, b):
        return None
    who = says(a) if speakers(a) == speakers(b) else f"{speakers(a)} and {speakers(b)} say"
    reason = f"{who} the same in two articles: {quote(a)} and {quote(b)}."
    return Finding(Relation.REPEATS, 60, reason, whole(a), whole(b))


def _same_words(a: Gist, b: Gist) -> bool:
    fewer = min(len(a.stems), len(b.stems))
    if fewer < 2:
        return " ".join(a.account.text.lower().split()) == " ".join(b.account.text.lower().split())
    return len(a.stems & b.stems) / fewer >= SAME_WORDS


KIND = Kind(
    key="repetition",
    label="Repeated",
    rule="The same source makes the same statement in another article: one origin, however many outlets carry it.",
    version=1,
    dimension=None,
    find=find,
    is_mutual=True,
)
