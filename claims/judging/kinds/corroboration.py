"""Corroboration: an independent source asserts the same thing, or an instance of it."""

from __future__ import annotations

from claims.judging import words
from claims.judging.events import ONE_REPORT, apart, same_act, same_days, same_incident, same_spot, share_place
from claims.judging.figures import COMPARED, disjoint, tolls
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
_STRUCK = frozenset({Event.AIR_RAID, Event.SHELLING})
_HURT = frozenset({Event.KILLED, Event.WOUNDED})
_MOVES = frozenset({Topic.DEPLOYMENT, Topic.TERRITORY})
_SHOWN = (words.BLOW, words.CALM, words.HALTED)
FEW = 2
"""Tolls up to this many are alike by chance."""
SHARED_WORDS = 2
"""Telling words in common by which two accounts of one topic are taken to be of one fact."""


def find(a: Gist, b: Gist) -> Finding | None:
    if (a.denying is None) != (b.denying is None) or a.is_ahead or b.is_ahead or not independent(a, b):
        return None
    if a.denying is not None:
        return _finding(45, a, b) if _same_denial(a, b) else None
    if _same_charge(a, b):
        return _finding(70, a, b)
    if _same_status(a, b):
        return _finding(65, a, b)
    if _same_toll(a, b):
        return _finding(55, a, b)
    return _finding(45, a, b) if _same_fact(a, b) or _one_of_many(a, b) or _one_report(a, b) else None


def _same_charge(a: Gist, b: Gist) -> bool:
    """Both blame one camp: for breaking the truce, or for a blow; at one place, or one of them in general."""
    if not same_accused(a, b) or (a.is_general and b.is_general) or _other_deeds(a, b):
        return False
    if not a.is_dated and not b.is_dated and a.account.article != b.account.article:
        return False
    if (a.broken and b.broken) or same_act(a, b):
        if a.blows and b.blows and not same_act(a, b):
            return False
        return not apart(a, b) and (a.is_wide or b.is_wide or (same_days(a, b) and _may_be_one(a, b)))
    return False


def _same_denial(a: Gist, b: Gist) -> bool:
    """Both deny one deed: not only something each."""
    if a.denying is not b.denying or apart(a, b):
        return False
    return len(a.stems & b.stems) >= SHARED_WORDS or (same_act(a, b) and bool(a.stems & b.stems))


def _other_deeds(a: Gist, b: Gist) -> bool:
    """A blow and a deed that is none, neither of them told in general."""
    if a.is_general or b.is_general:
        return False
    return bool(a.blows) != bool(b.blows) and not a.account.events & b.account.events


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
    if (a.blows and b.blows and not same_act(a, b)) or _is_planned(a) != _is_planned(b):
        return False
    if _other_hands(a, b) or _other_tolls(a, b):
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


def _same_toll(a: Gist, b: Gist) -> bool:
    """One number of dead or hurt, whole or as the sum of its parts, on one day at one place or in one article."""
    if not a.blows & b.blows & _HURT or not same_days(a, b) or max(a.days, b.days) > ONE_REPORT or _other_hands(a, b):
        return False
    if not (share_place(a, b) or (a.account.article == b.account.article and not apart(a, b))):
        return False
    return any(number > FEW for number in tolls(a.account.figures) & tolls(b.account.figures))


def _one_of_many(a: Gist, b: Gist) -> bool:
    """That fire went on all over, and one instance of it on that day: but not the fire of the other speaker's side."""
    if not a.broken or not b.broken or max(a.days, b.days) > ONE_REPORT:
        return False
    if a.accused_camps & b.camps or b.accused_camps & a.camps:
        return False
    return any(g.is_many and g.is_wide for g in (a, b)) and _like_blows(a, b)


def _one_report(a: Gist, b: Gist) -> bool:
    """Raids of one day that one article tells of, after two sources, without two places."""
    of_one_article = a.account.article == b.account.article and a.broken and b.broken
    return of_one_article and Event.AIR_RAID in a.blows & b.blows and _like_blows(a, b)


def _like_blows(a: Gist, b: Gist) -> bool:
    """Blows of one kind, on days that both state, neither at another place nor by another hand."""
    alike = bool(a.blows & b.blows & _STRUCK) and same_days(a, b) and not apart(a, b)
    return alike and not _other_hands(a, b) and not _other_tolls(a, b)


def _is_planned(g: Gist) -> bool:
    """Told before its day."""
    told, day = g.account.said or g.account.reported, g.account.about_from
    return told is not None and day is not None and day > told


def _other_hands(a: Gist, b: Gist) -> bool:
    """Opposite sides are blamed, or one is blamed and the other account names another as who acts."""
    if a.accused_slugs and b.accused_slugs:
        return other_accused(a, b)
    if not a.blows or not b.blows or not (a.accused_slugs or b.accused_slugs):
        return False
    hands = [g.accused_camps or _who_acts(g) for g in (a, b)]
    return all(hands) and not hands[0] & hands[1]


def _who_acts(g: Gist) -> frozenset[str]:
    """Who is named first; but "three soldiers were wounded" names who is hit."""
    return frozenset() if words.HURT.search(g.text) else first_named(g.text, g.account.sources)


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
    version=3,
    dimension=None,
    find=find,
    is_mutual=True,
)
