"""The grid of a day page: a column for each side, a row for each matter, and the cards that a page has room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claims.comparison import sides
from claims.comparison.cards import Card
from claims.comparison.disputes import Conflict, Speakers
from claims.comparison.matters import OTHER, Entry, Matter, fairly
from claims.models import Side

SHOWN = 40
"""Cards of a page, whatever the day holds."""
SHOWN_IN_A_ROW = 12
SHOWN_AT_LEAST = 4
"""Cards of a row on a page that holds several, at most, and where many rows are full."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One side's cards in a row. `column`: the side's, from 1; `joint`: claims whose full card stands in another's."""

    side: Side
    column: int
    cards: tuple[Card, ...]
    joint: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A matter with a slot for each column; `claims` and `disputes` count those not shown too."""

    matter: Matter
    slots: tuple[Slot, ...]
    claims: int
    disputes: int
    shown: int

    @property
    def filled(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.cards or slot.joint)

    @property
    def silent(self) -> tuple[Slot, ...]:
        """The columns in which the row has nothing."""
        return tuple(slot for slot in self.slots if not (slot.cards or slot.joint))

    @property
    def is_mixed(self) -> bool:
        return self.matter is OTHER

    @property
    def hidden(self) -> int:
        return self.claims - self.shown


@dataclass(frozen=True, slots=True)
class Column:
    side: Side
    dated: int
    undated: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """A matter with the entries whose cards are shown, and all its entries."""

    matter: Matter
    shown: list[Entry]
    everybody: list[Entry]


def entries_of(
    rows: Iterable[tuple[int, list[str], date | None]], conflicts: Sequence[Conflict], speakers: Speakers
) -> list[Entry]:
    """The claims of a day as entries; rows are their ids, topics and first days spoken of."""
    in_conflict: dict[int, int] = defaultdict(int)
    for _, _, left, right in conflicts:
        in_conflict[left] += 1
        in_conflict[right] += 1
    return [
        Entry(
            pk=pk,
            topics=tuple(topics),
            is_dated=first is not None,
            sides=tuple(dict.fromkeys(side for _, side in speakers[pk] if side is not None)),
            disputes=in_conflict[pk],
        )
        for pk, topics, first in rows
    ]


def choose(rows: Mapping[Matter, list[Entry]], *, only: str, page: int) -> list[Chosen]:
    """What a page shows: the beginning of every row, or one page of the matter `only`."""
    if only:
        start = (page - 1) * SHOWN
        return [
            Chosen(matter, fairly(members)[start : start + SHOWN], members)
            for matter, members in rows.items()
            if matter.key == only
        ]
    room = room_in_a_row([len(members) for members in rows.values()])
    return [Chosen(matter, fairly(members)[:room], members) for matter, members in rows.items() if members]


def room_in_a_row(lengths: Sequence[int]) -> int:
    """The most cards that each row may show so that all of them fit the page."""
    fitting = (
        room for room in range(SHOWN_IN_A_ROW, SHOWN_AT_LEAST, -1) if sum(min(n, room) for n in lengths) <= SHOWN
    )
    return next(fitting, SHOWN_AT_LEAST)


def columns_of(entries: Iterable[Entry], ring: list[Side]) -> tuple[Column, ...]:
    """A column for each side that speaks, in the ring's order."""
    dated: dict[str, int] = defaultdict(int)
    undated: dict[str, int] = defaultdict(int)
    for entry in entries:
        for key in entry.sides:
            (dated if entry.is_dated else undated)[key] += 1
    return tuple(Column(side, dated[side.key], undated[side.key]) for side in sides.those_in(ring, {*dated, *undated}))


def row_of(chosen: Chosen, cards: Mapping[int, Card], columns: Iterable[Column]) -> Row:
    """The row with the cards that were made for its entries."""
    shown = [(entry, cards[entry.pk]) for entry in chosen.shown if entry.pk in cards]
    return Row(
        matter=chosen.matter,
        slots=tuple(
            Slot(
                side=column.side,
                column=number,
                cards=tuple(card for entry, card in shown if entry.sides[0] == column.side.key),
                joint=tuple(card for entry, card in shown if column.side.key in entry.sides[1:]),
            )
            for number, column in enumerate(columns, start=1)
        ),
        claims=len(chosen.everybody),
        disputes=sum(entry.disputes > 0 for entry in chosen.everybody),
        shown=len(shown),
    )
