"""Repetition: the same source's same statement in another article: one origin, however many outlets carry it."""

from __future__ import annotations

from claims.judging.gist import Gist
from claims.judging.kind import Finding, Kind
from claims.judging.wording import quote, speakers, whole
from claims.vocabulary import Relation

SAME_WORDS = 0.6
"""Share of the shorter statement's telling words that the other has too."""


def find(a: Gist, b: Gist) -> Finding | None:
    if a.account.article == b.account.article or not a.slugs & b.slugs or a.account.polarity is not b.account.polarity:
        return None
    if a.account.stance is not b.account.stance or not _same_words(a, b):
        return None
    reason = f"{speakers(a)}: the same statement in two articles, {quote(a)} and {quote(b)}."
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
)
