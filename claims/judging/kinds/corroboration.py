"""Corroboration: an independent source asserts the same thing, or an instance of it."""

from __future__ import annotations

from claims.judging import words
from claims.judging.events import apart, same_act, same_days, same_incident, same_spot, share_place
from claims.judging.figures import COMPARED, disjoint
from claims.judging.gist import Gist
from claims.judging.keeping import Keeping
from claims.judging.kind import Finding, Kind
from claims.judging.naming import first_named
from claims.judging.sides import independent, other_accused, same_accused
from claims.judging.wording import quote, says, whole
from claims.vocabulary import Event, Relation, Topic

_FACTS = frozenset(
    {Topic.DEPLOYMENT, Topic.TERRITORY, Topic.AIRSTRIKE, Topic.CASUALTIES, Topic.DISPLACEMENT, Topic.HUMANITARIAN}
)
_DEEDS = frozenset({Topic.DEPLOYMENT, Topic.TERRITORY, Topic.AIRSTRIKE})
_HURT = frozenset({Event.KILLED, Event.WOUNDED})
_MOVES = frozenset({Topic.DEPLOYMENT, Topic.TERRITORY})
_SHOWN = (words.BLOW, words.CALM, words.HALTED)
SHARED_WORDS = 2
"""Telling words in common by which two accounts of one topic are taken to be of one fact."""


def find(a: Gist, b: Gist) -> Finding | None:
    if (a.denying is None) != (b.denying is None) or a.is_ahead or b.is_ahead or not independent(a, b):
        return None
    if _same_charge(a, b):
        return _finding(70, a, b)
    if _same_status(a, b):
        return _finding(65, a, b)
    return _finding(45, a, b) if _same_fact(a, b) else None


def _same_charge(a: Gist, b: Gist) -> bool:
    """Both blame one camp: for breaking the truce, or for a blow; at one place, or one of them in general."""
    if not same_accused(a, b) or a.denying is not None or (a.is_general and b.is_general):
        return False
    if not a.is_dated and not b.is_dated and a.account.article != b.account.article:
        return False
    if (a.broken and b.broken) or same_act(a, b):
        if a.blows and b.blows and not same_act(a, b):
            return False
        return not apart(a, b) and (a.is_wide or b.is_wide or (same_days(a, b) and _may_be_one(a, b)))
    return False


def _may_be_one(a: Gist, b: Gist) -> bool:
    """Two blows told without a common place or word are two; what is no blow may be what the other tells of."""
    return not (a.blows and b.blows) or share_place(a, b) is True or bool(a.stems & b.stems)


def _same_status(a: Gist, b: Gist) -> bool:
    in_force = {Keeping.HALTED, Keeping.CALM, Keeping.EASED, Keeping.CLEAN}
    if a.keeping is b.keeping is Keeping.DEAL:
        return same_days(a, b)
    if a.keeping not in in_force or b.keeping not in in_force or not same_days(a, b):
        return False
    if a.keeps_for_all or b.keeps_for_all:
        return True
    one = first_named(a.text, a.account.sources, b.account.sources)
    other = first_named(b.text, b.account.sources, a.account.sources)
    return not one or not other or bool(one & other)


def _same_fact(a: Gist, b: Gist) -> bool:
    if (a.blows and b.blows and not same_act(a, b)) or _other_hands(a, b) or _other_tolls(a, b):
        return False
    if same_incident(a, b) and (same_spot(a, b) or a.stems & b.stems):
        return True
    topics = a.account.topics & b.account.topics & _FACTS
    if not topics or apart(a, b) or (a.is_dated and b.is_dated and not same_days(a, b)):
        return False
    if not topics & _DEEDS and not a.account.events & b.account.events:
        return False
    shared = a.stems & b.stems
    if len(shared) >= SHARED_WORDS or (
        topics >= {Topic.DEPLOYMENT, Topic.TERRITORY} and not a.accused_slugs and not b.accused_slugs
    ):
        return True
    return bool(shared and topics & _MOVES) and same_days(a, b)


def _other_hands(a: Gist, b: Gist) -> bool:
    """Opposite sides are blamed, or one is blamed and the other account names another as who acts."""
    if a.accused_slugs and b.accused_slugs:
        return other_accused(a, b)
    if not a.blows or not b.blows or not (a.accused_slugs or b.accused_slugs):
        return False
    hands = [g.accused_camps or first_named(g.text, g.account.sources) for g in (a, b)]
    return all(hands) and not hands[0] & hands[1]


def _other_tolls(a: Gist, b: Gist) -> bool:
    """Each counts the dead or wounded, and no number of one can be a number of the other."""
    if not a.blows & b.blows & _HURT or not a.account.figures or not b.account.figures:
        return False
    return all(disjoint(x, y) for x in a.account.figures[:COMPARED] for y in b.account.figures[:COMPARED])


def _finding(strength: int, a: Gist, b: Gist) -> Finding:
    reason = f"{says(a)} {quote(a, *_SHOWN)}; independently, {says(b)} {quote(b, *_SHOWN)}."
    return Finding(Relation.CORROBORATES, strength, reason, whole(a), whole(b))


KIND = Kind(
    key="corroboration",
    label="Also said by",
    rule="An independent source asserts the same thing, or an instance of it.",
    version=2,
    dimension=None,
    find=find,
)
