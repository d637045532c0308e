"""Event identity: whether two accounts can be about one thing that happened. Precision is lost here or nowhere."""

from __future__ import annotations

from datetime import timedelta

from claims.judging.gist import DEEDS, LOCAL_DEPTH, Gist
from claims.judging.pairing import START
from claims.vocabulary import Event, Target

_MEANS = frozenset({Event.AIR_RAID, Event.SHELLING})
_MARKED = frozenset({Target.POSITIONS, Target.AIRBASE, Target.HOSPITALS, Target.PATROL})
SENTENCE = 25
"""Characters below which a claim is hardly a sentence ("a ceasefire"): it holds, but says little for itself."""
SOON = timedelta(days=3)
"""An account without a day, in another article, speaks of what happened at most so long before it was told."""
ONE_REPORT = 2
"""Days that a report of one day may span: "over the past 24 hours" is of two."""
INCIDENT_DAYS = 3
"""An account of more days is not of one incident."""
_CLASH = frozenset({Event.CLASH})


def days_meet(a: Gist, b: Gist) -> bool:
    """`pairing.comparable`'s test of matters, on those worked out already: one key with overlapping days."""
    return meet_in_time(a, b) or (START in a.matters and START in b.matters)


def meet_in_time(a: Gist, b: Gist) -> bool:
    """Whether they speak of one matter in the same days, not only both of when the truce began."""
    theirs = b.matters
    for key, matter in a.matters.items():
        other = theirs.get(key)
        if key != START and other is not None and matter.first <= other.last and other.first <= matter.last:
            return True
    return False


def same_act(a: Gist, b: Gist) -> bool:
    """Blows that can be one: an air raid is neither a shelling nor a clash, an attack can be any of them."""
    if not a.blows or not b.blows:
        return False
    means, other = _means(a), _means(b)
    return bool(means & other) or not means or not other


def same_means(a: Gist, b: Gist) -> bool:
    """Struck by the same means, or by means of which neither tells."""
    return bool(_means(a) & _means(b)) or _means(a) == _means(b)


def _means(g: Gist) -> frozenset[Event]:
    """By what the blow was struck; a clash is a means only where nothing else is told.

    Of a blow and the answer to it nobody can tell whose means are named.
    """
    if g.is_own_blow and g.accused:
        return frozenset()
    return g.blows & _MEANS or (g.blows & _CLASH if Event.ATTACK not in g.blows else frozenset())


def share_place(a: Gist, b: Gist) -> bool | None:
    """Whether two accounts speak of one place, or of one within the other; None where either names no place."""
    if not a.places or not b.places:
        return None
    return bool(a.places & b.within or b.places & a.within)


def same_spot(a: Gist, b: Gist) -> bool:
    """One place that both name and that is no district, province or country; or one within the other's such place."""
    mine = {p.slug for p in a.account.places if len(p.within) >= LOCAL_DEPTH}
    theirs = {p.slug for p in b.account.places if len(p.within) >= LOCAL_DEPTH}
    return bool(mine & b.within or theirs & a.within) and share_place(a, b) is True


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
    if max(a.days, b.days) > INCIDENT_DAYS or not same_event(a, b) or not same_days(a, b) or (a.is_wide and b.is_wide):
        return False
    return share_place(a, b) is True or (not apart(a, b) and _same_target(a, b))


def _same_target(a: Gist, b: Gist) -> bool:
    """One kind of target, told with a telling word in common: "the observation post"."""
    return bool(a.account.targets & b.account.targets & _MARKED and a.stems & b.stems)


def same_days(a: Gist, b: Gist) -> bool:
    """Both state their days, and these overlap as stated."""
    x, y = a.account, b.account
    first_x, last_x = x.about_from or x.about_to, x.about_to or x.about_from
    first_y, last_y = y.about_from or y.about_to, y.about_to or y.about_from
    if first_x is None or last_x is None or first_y is None or last_y is None:
        return False
    return first_x <= last_y and first_y <= last_x


def told_soon_after(a: Gist, b: Gist) -> bool:
    """Whether an undated account of another article was told after the days that the dated one speaks of, and soon."""
    if a.is_dated == b.is_dated or a.account.article == b.account.article:
        return True
    undated, dated = (b.account, a.account) if a.is_dated else (a.account, b.account)
    told, last = undated.said or undated.reported, dated.about_to or dated.about_from
    return told is None or last is None or timedelta() <= told - last <= SOON


def clarity(a: Gist, b: Gist) -> int:
    """How plainly two accounts stand side by side, -35..15: added to a verdict's strength, never a ground for one."""
    plain = 5 if same_days(a, b) and a.days == b.days == 1 else -5 * (not a.is_dated) - 5 * (not b.is_dated)
    plain += 5 if a.account.article == b.account.article else 0
    plain += 5 if share_place(a, b) else 0
    plain -= 5 if a.is_hedged or b.is_hedged else 0
    plain -= 0 if a.slugs and b.slugs else 10
    return plain - (10 if min(len(a.text), len(b.text)) < SENTENCE else 0)
