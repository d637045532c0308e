"""Terms: two sources differ on what was agreed, who is bound, what is allowed, or whether those hit are covered."""

from __future__ import annotations

from claims.judging import words
from claims.judging.events import apart, same_act, same_days, same_spot
from claims.judging.gist import Gist
from claims.judging.kind import Finding, Kind
from claims.judging.sides import blames
from claims.judging.wording import quote, says, shown
from claims.vocabulary import Dimension, Relation, Topic

_TERMS = (words.TERMS_DENIED, words.ALLOWED, words.CIVIL, words.FIGHTING, words.TRUCE)


def find(a: Gist, b: Gist) -> Finding | None:
    if a.is_ahead and b.is_ahead:
        return None
    if _accused_on_terms(a, b):
        return _finding(60, a, b)
    if _agreed_or_not(a, b):
        return _finding(55, a, b)
    return _finding(55, a, b) if _who_was_hit(a, b) else None


def _accused_on_terms(charge: Gist, answer: Gist) -> bool:
    """One says that the terms are broken, those whom it blames say that the terms are not what it holds them to be."""
    return (
        Topic.TERMS in charge.account.topics
        and charge.broken
        and Topic.TERMS in answer.account.topics
        and not answer.broken
        and answer.denies_terms
        and blames(charge, answer)
    )


def _agreed_or_not(a: Gist, b: Gist) -> bool:
    both = Topic.TERMS in a.account.topics and Topic.TERMS in b.account.topics
    return both and not a.camps & b.camps and a.denies_terms and not b.denies_terms and len(a.stems & b.stems) >= 2


def _who_was_hit(a: Gist, b: Gist) -> bool:
    """One's blow fell on civilians or broke the truce, says the other; on those whom it leaves out, say they."""
    if not (blames(a, b) or a.accused_camps & b.camps) or not b.is_own_blow or b.is_ahead or apart(a, b):
        return False
    if not same_days(a, b) and ((a.is_dated and b.is_dated) or a.account.article != b.account.article):
        return False
    if not (same_spot(a, b) or a.is_wide or a.stems & b.stems):
        return False
    if not same_act(a, b) or not (a.hits_civilians or a.broken):
        return False
    return b.is_allowed or (b.hits_fighters and not b.hits_civilians)


def _finding(strength: int, a: Gist, b: Gist) -> Finding:
    reason = f"{says(a)} {quote(a, *_TERMS)}; {says(b)} {quote(b, *_TERMS)}."
    return Finding(Relation.COMPETES, strength, reason, shown(a, *_TERMS), shown(b, *_TERMS))


KIND = Kind(
    key="terms",
    label="What was agreed",
    rule="Two sources differ on what was agreed, who is bound, what is allowed, or whether those hit are covered.",
    version=2,
    dimension=Dimension.TERMS,
    find=find,
)
