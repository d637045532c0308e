"""The day page's read model: the disputes of a ceasefire day and the accounts side by side.

What is loaded in full is bounded (so many disputes a question, so many cards a row); of the rest only keys are read, so
that a day of thousands of claims costs what its page shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claims.comparison import charts, sides
from claims.comparison.cards import Card, cards_of
from claims.comparison.coverage import Absence, Coverage
from claims.comparison.disputes import Conflict, Dispute, Question, Speakers, questions_of, speakers_of
from claims.comparison.matters import MATTERS, OTHER, Entry, Matter, by_matter, fairly
from claims.models import Ceasefire, CeasefireDay, CeasefireStatement, Claim, ClaimPair, Side
from claims.models.claim import ClaimQuerySet
from claims.models.pair import ClaimPairQuerySet
from claims.vocabulary import Relation

SHOWN_IN_A_ROW = 12
SHOWN_OF_ONE_MATTER = 60
SHOWN_ASIDE = 12
DAYS_BEFORE, DAYS_AFTER = 6, 7


@dataclass(frozen=True, slots=True)
class Slot:
    """One side's cards in a row. `joint`: claims whose full card stands in another side's column."""

    side: Side
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
class Silence:
    """A side without a column, and why."""

    side: Side
    absence: Absence


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything that a day page shows; the counts are of the whole day, the cards those that fit the page."""

    ceasefire: Ceasefire
    day: date
    previous: date | None
    next: date | None
    line: charts.Bars
    cards: tuple[Card, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    questions: tuple[Question, ...]
    silent: tuple[Silence, ...]
    late: tuple[Card, ...]
    unresolved: tuple[Card, ...]
    """Claims whose speaker the directory does not know: on no side until a person says who it is."""
    claims: int
    dated: int
    unresolved_count: int
    waiting: int
    only: str
    page: int

    @property
    def disputes(self) -> int:
        return sum(question.total for question in self.questions)

    @property
    def undated(self) -> int:
        return self.claims - self.dated

    @property
    def has_more(self) -> bool:
        """Whether the one matter that is open goes on on another page."""
        return any(row.claims > self.page * SHOWN_OF_ONE_MATTER for row in self.rows)

    @property
    def numbered(self) -> range:
        return range(1, 1 + sum(len(question.disputes) for question in self.questions))

    @property
    def truce_days(self) -> tuple[tuple[int, CeasefireStatement], ...]:
        """The number of this day by each start that a party stated, each number once; 1 on the day of the start."""
        starts = [s for s in self.ceasefire.statements.all() if s.kind == CeasefireStatement.Kind.START and s.day]
        counted = {(self.day - s.day).days + 1: s for s in reversed(starts) if s.day}
        return tuple(sorted(counted.items()))

    @property
    def truce_day(self) -> int:
        """1 on the day the truce begins, 0 or less before it."""
        return (self.day - self.ceasefire.begins).days + 1

    @property
    def articles(self) -> int:
        """Articles that the cards of this page come from."""
        return len({card.claim.article_id for card in self.cards})


def day_view(
    ceasefire: Ceasefire,
    day: date,
    *,
    claims: ClaimQuerySet | None = None,
    pairs: ClaimPairQuerySet | None = None,
    only: str = "",
    page: int = 1,
) -> DayView:
    """The read model of one day.

    `claims` and `pairs` narrow it to those that a filter has left, and are all those of the day where they are not
    given; `only` and `page` open one matter in full.
    """
    claims = Claim.objects.on_day(ceasefire, day) if claims is None else claims
    pairs = ClaimPair.objects.on_day(ceasefire, day) if pairs is None else pairs
    conflicts = list(pairs.conflicts().strictest_first().values_list("pk", "dimension", "left", "right"))
    rows = list(claims.in_order().values_list("pk", "topics", "about_first"))
    speakers = speakers_of({pk for pk, _, _ in rows}.union(*((left, right) for _, _, left, right in conflicts)))
    questions = questions_of(pairs, conflicts, speakers)
    numbers = {pk: dispute.number for question in questions for dispute in question.disputes for pk in dispute.pair_ids}
    entries = _entries(rows, conflicts, speakers)
    placed = [entry for entry in entries if entry.sides]
    unplaced = [entry for entry in entries if not entry.sides]
    chosen = _chosen(by_matter(placed), only=only, page=page)
    asides = [entry.pk for entry in unplaced[:SHOWN_ASIDE]]
    wanted = [entry.pk for _, members, _ in chosen for entry in members] + asides
    cards = cards_of(Claim.objects.of_ids(wanted).for_display().in_order(), numbers)
    ring = sides.in_order(day)
    columns = _columns(placed, ring)
    coverage = Coverage.now()
    speaking = {column.side.key for column in columns}
    around = [*ceasefire.days.before(day, DAYS_BEFORE), *ceasefire.days.since(day, DAYS_AFTER)]
    return DayView(
        ceasefire=ceasefire,
        day=day,
        previous=max((d.day for d in around if d.day < day), default=None),
        next=min((d.day for d in around if d.day > day), default=None),
        line=_line(around, day),
        cards=tuple(cards.values()),
        columns=columns,
        rows=tuple(_row(matter, members, everybody, cards, columns) for matter, members, everybody in chosen),
        questions=questions,
        silent=tuple(Silence(s, coverage.absence(s.key, day)) for s in ring if s.key not in speaking),
        late=tuple(Card(claim) for claim in Claim.objects.reported_late(ceasefire, day).for_display()[:SHOWN_ASIDE]),
        unresolved=tuple(cards[pk] for pk in asides if pk in cards),
        claims=len(entries),
        dated=sum(entry.is_dated for entry in entries),
        unresolved_count=len(unplaced),
        waiting=coverage.waiting,
        only=only,
        page=page,
    )


def _entries(
    rows: Iterable[tuple[int, list[str], date | None]], conflicts: Sequence[Conflict], speakers: Speakers
) -> list[Entry]:
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


Chosen = tuple[Matter, list[Entry], list[Entry]]
"""A matter, the entries whose cards are shown, and all its entries."""


def _chosen(rows: Mapping[Matter, list[Entry]], *, only: str, page: int) -> list[Chosen]:
    if only:
        start = (page - 1) * SHOWN_OF_ONE_MATTER
        return [
            (matter, fairly(members)[start : start + SHOWN_OF_ONE_MATTER], members)
            for matter, members in rows.items()
            if matter.key == only
        ]
    return [(matter, fairly(members)[:SHOWN_IN_A_ROW], members) for matter, members in rows.items() if members]


def _columns(entries: Iterable[Entry], ring: list[Side]) -> tuple[Column, ...]:
    dated: dict[str, int] = defaultdict(int)
    undated: dict[str, int] = defaultdict(int)
    for entry in entries:
        for key in entry.sides:
            (dated if entry.is_dated else undated)[key] += 1
    return tuple(Column(side, dated[side.key], undated[side.key]) for side in sides.those_in(ring, {*dated, *undated}))


def _row(
    matter: Matter, members: list[Entry], everybody: list[Entry], cards: Mapping[int, Card], columns: Iterable[Column]
) -> Row:
    shown = [(entry, cards[entry.pk]) for entry in members if entry.pk in cards]
    return Row(
        matter=matter,
        slots=tuple(
            Slot(
                side=column.side,
                cards=tuple(card for entry, card in shown if entry.sides[0] == column.side.key),
                joint=tuple(card for entry, card in shown if column.side.key in entry.sides[1:]),
            )
            for column in columns
        ),
        claims=len(everybody),
        disputes=sum(entry.disputes > 0 for entry in everybody),
        shown=len(shown),
    )


def _line(days: Sequence[CeasefireDay], now: date) -> charts.Bars:
    """The days around this one that somebody spoke about."""
    drawn = [(day.day, day) for day in sorted(days, key=lambda d: d.day)]
    first, last = (drawn[0][0], drawn[-1][0]) if drawn else (now, now)
    near = [(day, counts) for day, counts in drawn if abs((day - now).days) <= DAYS_AFTER]
    if near:
        first, last = near[0][0], near[-1][0]
    axis = charts.Axis.of(min(first, now), max(last, now))
    return charts.bars(
        near,
        axis,
        top=10,
        base=38,
        tallest=max((counts.claims for _, counts in near), default=1),
        now=now,
        ticks=[day for day, _ in near],
    )


def headline(view: DayView) -> Dispute | None:
    """The dispute to show where there is room for one: a contradiction if there is one."""
    disputes = [dispute for question in view.questions for dispute in question.disputes]
    strict = [dispute for dispute in disputes if dispute.pair.relation == Relation.CONTRADICTS]
    return next(iter(strict or disputes), None)


MATTER_KEYS = tuple(matter.key for matter in (*MATTERS, OTHER))
