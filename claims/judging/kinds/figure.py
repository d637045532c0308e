"""Figure: two sources give numbers for the same victims, place and days that cannot both be so."""

from __future__ import annotations

import re

from claims.judging import words
from claims.judging.events import same_days, share_place
from claims.judging.figures import COMPARED, disjoint
from claims.judging.gist import Gist
from claims.judging.kind import Finding, Kind
from claims.judging.records import FigureSeen, Marked
from claims.judging.sides import same_accused
from claims.judging.wording import quote, says, whole
from claims.vocabulary import Dimension, Event, Relation

_WORD = re.compile(r"\w+")
MUCH_MORE = 8
NEAR = 30
"""Characters behind a number in which its noun stands."""


def find(a: Gist, b: Gist) -> Finding | None:
    if not a.account.figures or not b.account.figures or a.denying is not None or b.denying is not None:
        return None
    if not _same_window(a, b) or not _one_matter(a, b):
        return None
    for x in a.account.figures[:COMPARED]:
        for y in b.account.figures[:COMPARED]:
            if (
                _same_count(a, x, b, y)
                and disjoint(x, y)
                and not _flow_and_total(x, y)
                and not _part_of_total(a, x, b, y)
            ):
                return _finding(a, x, b, y)
    return None


def _same_window(a: Gist, b: Gist) -> bool:
    """A month's toll is not a day's: the stretches begin and end within a day of each other."""
    first, last = a.account.about_from, a.account.about_to
    other_first, other_last = b.account.about_from, b.account.about_to
    if first is None or last is None or other_first is None or other_last is None:
        return False
    return abs((first - other_first).days) <= 1 and abs((last - other_last).days) <= 1 and same_days(a, b)


def _one_matter(a: Gist, b: Gist) -> bool:
    """One place; or, where a place is not named, a count of breaches or a deed that both describe."""
    where = share_place(a, b)
    if where is not None:
        return where
    counted = Event.VIOLATIONS_COUNTED
    return (counted in a.account.events and counted in b.account.events) or bool(a.stems & b.stems)


def _same_count(a: Gist, x: FigureSeen, b: Gist, y: FigureSeen) -> bool:
    """Like with like: the same thing counted, of the same people, both whole or both a part, in one place."""
    counted = _counted(a, x)
    if not counted or counted != _counted(b, y) or x.is_part != y.is_part or _victims(a, x) != _victims(b, y):
        return False
    if x.place != y.place and x.place is not None and y.place is not None:
        return False
    return (x.place is None) == (y.place is None) or share_place(a, b) is True


def _flow_and_total(x: FigureSeen, y: FigureSeen) -> bool:
    """Those who fled in some days, and all who have: of people on the run a much smaller number is a part."""
    if not words.FLED.search(x.what.lower()):
        return False
    low, high = sorted(figure.low or figure.high or 0 for figure in (x, y))
    return high >= MUCH_MORE * low


def _counted(g: Gist, figure: FigureSeen) -> frozenset[str]:
    """What is counted, by its telling words in the singular; "cases" in a count of breaches are breaches."""
    told = (w for w in _WORD.findall(figure.what.lower()) if w not in words.COUNT_FURNITURE)
    singular = (w.removesuffix("es") if w.endswith("ches") else w.removesuffix("s") for w in told)
    found = frozenset(words.SAME_COUNT.get(w, w) for w in singular)
    if found or Event.VIOLATIONS_COUNTED not in g.account.events or not words.BREACH_COUNT.search(figure.what.lower()):
        return found
    return frozenset({"violation"})


def _victims(g: Gist, figure: FigureSeen) -> str:
    """ "fighters" where the words behind the number are of soldiers or fighters, else "people"."""
    behind = g.text[figure.end : figure.end + NEAR]
    return "fighters" if words.COMBATANTS.search(behind) else "people"


def _part_of_total(a: Gist, x: FigureSeen, b: Gist, y: FigureSeen) -> bool:
    """A smaller number for a place within the other's: a part of its total, where the places are not the same."""
    if not a.places or not b.places or a.places == b.places:
        return False
    inner, outer = (x, y) if b.places <= a.within else (y, x)
    return inner.low is not None and (outer.high is None or inner.low <= outer.high)


def _finding(a: Gist, x: FigureSeen, b: Gist, y: FigureSeen) -> Finding:
    breaches = words.BREACH_COUNT.search(x.what.lower()) or Event.VIOLATIONS_COUNTED in a.account.events
    relation = Relation.COMPETES if breaches and not same_accused(a, b) else Relation.CONTRADICTS
    reason = f"{says(a)} {quote(a, _words(x))}; {says(b)} {quote(b, _words(y))}."
    return Finding(relation, 75, reason, _marks(a, x), _marks(b, y))


def _words(figure: FigureSeen) -> re.Pattern[str]:
    return re.compile(re.escape(figure.words.lower()))


def _marks(g: Gist, figure: FigureSeen) -> tuple[Marked, ...]:
    return (Marked(figure.start, figure.end),) if figure.start < figure.end <= len(g.text) else whole(g)


KIND = Kind(
    key="figure",
    label="How many",
    rule="Two sources give numbers for the same victims, place and days that cannot both be so.",
    version=3,
    dimension=Dimension.FIGURE,
    find=find,
    is_mutual=True,
)
