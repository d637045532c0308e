"""Event identity: whether two accounts can be about one thing that happened. Precision is lost here or nowhere."""

from __future__ import annotations

from claims.judging.gist import Gist
from claims.vocabulary import Event

DEEDS = frozenset({Event.BLOCKED, Event.PATROL, Event.SEIZED, Event.DISPLACED, Event.DEPLOYED, Event.WITHDREW})
_MEANS = frozenset({Event.AIR_RAID, Event.SHELLING})
_CLASH = frozenset({Event.CLASH})


def days_meet(a: Gist, b: Gist) -> bool:
    """`pairing.comparable`'s test of matters, on those worked out already: one key with overlapping days."""
    theirs = b.matters
    for key, matter in a.matters.items():
        other = theirs.get(key)
        if other is not None and matter.first <= other.last and other.first <= matter.last:
            return True
    return False


def same_act(a: Gist, b: Gist) -> bool:
    """Blows that can be one: an air raid is neither a shelling nor a clash, an attack can be any of them."""
    if not a.blows or not b.blows:
        return False
    means, other = _means(a), _means(b)
    return bool(means & other) or not means or not other


def _means(g: Gist) -> frozenset[Event]:
    """By what the blow was struck; a clash is a means only where nothing else is told."""
    return g.blows & _MEANS or (g.blows & _CLASH if Event.ATTACK not in g.blows else frozenset())


def share_place(a: Gist, b: Gist) -> bool | None:
    """Whether two accounts speak of one place, or of one within the other; None where either names no place."""
    if not a.places or not b.places:
        return None
    return bool(a.places & b.within or b.places & a.within)


def same_event(a: Gist, b: Gist) -> bool:
    """Blows that can be one, or another deed that both tell (a road blocked, a patrol broken off)."""
    return same_act(a, b) or bool(a.account.events & b.account.events & DEEDS)


def apart(a: Gist, b: Gist) -> bool:
    """Two spots on the map, neither in the other."""
    return share_place(a, b) is False


def same_incident(a: Gist, b: Gist) -> bool:
    """One deed at one named spot on one stated day."""
    if a.keeping or b.keeping:
        return False
    return same_event(a, b) and share_place(a, b) is True and same_days(a, b) and not (a.is_wide and b.is_wide)


def same_days(a: Gist, b: Gist) -> bool:
    """Both state their days, and these overlap as stated."""
    x, y = a.account, b.account
    first_x, last_x = x.about_from or x.about_to, x.about_to or x.about_from
    first_y, last_y = y.about_from or y.about_to, y.about_to or y.about_from
    if first_x is None or last_x is None or first_y is None or last_y is None:
        return False
    return first_x <= last_y and first_y <= last_x
