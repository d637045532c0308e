"""The rows of a day page: what a claim is about, and which cards of a matter are shown first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from django.utils.translation import gettext_lazy as _

from claims.comparison.wording import Words
from claims.vocabulary import Topic


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """What a row of the day is about: the topics that belong to it, first match wins. Each is itself alone: comparing
    them field by field would translate their labels.
    """

    key: str
    label: Words
    topics: frozenset[Topic]


MATTERS = (
    Matter("kept", _("Kept or broken?"), frozenset({Topic.STATUS, Topic.VIOLATION})),
    Matter("air", _("Air strikes"), frozenset({Topic.AIRSTRIKE})),
    Matter("casualties", _("Dead and wounded"), frozenset({Topic.CASUALTIES})),
    Matter("terms", _("What was agreed"), frozenset({Topic.ANNOUNCEMENT, Topic.TERMS})),
    Matter("forces", _("Forces and ground"), frozenset({Topic.DEPLOYMENT, Topic.TERRITORY})),
    Matter("people", _("People displaced and in need"), frozenset({Topic.DISPLACEMENT, Topic.HUMANITARIAN})),
    Matter("talks", _("Talks and threats"), frozenset({Topic.DIPLOMACY, Topic.THREAT})),
)
OTHER = Matter("other", _("Other matters"), frozenset())


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim of the day before its card is made: all that its place on the page depends on."""

    pk: int
    topics: tuple[str, ...]
    is_dated: bool
    sides: tuple[str, ...]
    disputes: int

    @property
    def matter(self) -> Matter:
        return _matter(self.topics)


@lru_cache(maxsize=4096)
def _matter(topics: tuple[str, ...]) -> Matter:
    return next((matter for matter in MATTERS if not matter.topics.isdisjoint(topics)), OTHER)


def by_matter(entries: Iterable[Entry]) -> dict[Matter, list[Entry]]:
    """Entries by row: a matter that two sides touched is a row, most disputes first; the rest share the last one."""
    grouped: dict[Matter, list[Entry]] = {matter: [] for matter in (*MATTERS, OTHER)}
    for entry in entries:
        grouped[entry.matter].append(entry)
    rest = grouped.pop(OTHER)
    for matter in MATTERS:
        if len({side for entry in grouped[matter] for side in entry.sides}) < 2:
            rest.extend(grouped.pop(matter))
    rows = dict(sorted(grouped.items(), key=lambda row: -sum(entry.disputes for entry in row[1])))
    return rows | {OTHER: rest} if rest else rows


def fairly(entries: Sequence[Entry]) -> list[Entry]:
    """Disputed claims first, and of these and of the others one of each side in turn: no side fills the row."""
    ordered: list[Entry] = []
    for chosen in (True, False):
        by_side: dict[str, list[Entry]] = {}
        for entry in entries:
            if bool(entry.disputes) == chosen:
                by_side.setdefault(entry.sides[0] if entry.sides else "", []).append(entry)
        for turn in zip_longest(*by_side.values()):
            ordered.extend(entry for entry in turn if entry is not None)
    return ordered
