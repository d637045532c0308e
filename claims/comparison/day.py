"""The day page's read model: the disputes of a ceasefire day and the accounts side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from claims.comparison import sides
from claims.comparison.cards import Card, with_pairs
from claims.comparison.wording import QUESTIONS, Label, Words
from claims.models import Ceasefire, CeasefireDay, Claim, ClaimPair, Side
from claims.vocabulary import Dimension, Relation, Topic

SHOWN_IN_A_ROW = 12


@dataclass(frozen=True, slots=True)
class Matter:
    """What a row of the day is about: the topics that belong to it, first match wins."""

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
class Dispute:
    """A conflict of the day, numbered as the cards show it."""

    number: int
    pair: ClaimPair


@dataclass(frozen=True, slots=True)
class Question:
    """The disputes of one dimension under the question that it asks."""

    dimension: Dimension
    label: Label
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One side's cards in a row. `joint`: claims whose full card stands in another side's column."""

    side: Side
    cards: tuple[Card, ...]
    joint: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A matter with a slot for each column."""

    matter: Matter
    slots: tuple[Slot, ...]
    claims: int
    disputes: int

    @property
    def is_mixed(self) -> bool:
        return self.matter is OTHER


@dataclass(frozen=True, slots=True)
class Column:
    side: Side
    dated: int
    undated: int


@dataclass(frozen=True, slots=True)
class DayView:
    """Everything that a day page, its JSON and its feed show."""

    ceasefire: Ceasefire
    day: date
    previous: date | None
    next: date | None
    days: tuple[CeasefireDay, ...]
    cards: tuple[Card, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    questions: tuple[Question, ...]
    silent: tuple[Side, ...]
    late: tuple[Card, ...]
    unresolved: tuple[Card, ...]
    """Claims whose speaker the directory does not know: on no side until a person says who it is."""
    articles: int

    @property
    def disputes(self) -> int:
        return sum(len(question.disputes) for question in self.questions)

    @property
    def dated(self) -> int:
        return sum(card.claim.is_dated for card in self.cards)

    @property
    def undated(self) -> int:
        return len(self.cards) - self.dated

    @property
    def truce_day(self) -> int:
        """1 on the day the truce begins, 0 or less before it."""
        return (self.day - self.ceasefire.begins).days + 1


def day_view(
    ceasefire: Ceasefire, day: date, claims: Iterable[Claim] | None = None, pairs: Iterable[ClaimPair] | None = None
) -> DayView:
    """The read model of one day. `claims` and `pairs` narrow it to those that a filter has left."""
    on_day = claims if claims is not None else Claim.objects.on_day(ceasefire, day).for_display().in_order()
    found = pairs if pairs is not None else ClaimPair.objects.on_day(ceasefire, day).for_display().strictest_first()
    ordered = _in_question_order(found)
    cards = with_pairs(on_day, ordered)
    ring = sides.in_order(day)
    columns = _columns(cards.values(), ring)
    days = tuple(ceasefire.days.with_claims().order_by("day"))
    return DayView(
        ceasefire=ceasefire,
        day=day,
        previous=max((d.day for d in days if d.day < day), default=None),
        next=min((d.day for d in days if d.day > day), default=None),
        days=days,
        cards=tuple(cards.values()),
        columns=columns,
        rows=_rows(list(cards.values()), columns),
        questions=_questions(ordered),
        silent=tuple(side for side in ring if side.key not in {column.side.key for column in columns}),
        late=tuple(card for card in cards.values() if card.late_by > 1),
        unresolved=tuple(card for card in cards.values() if not card.side_keys),
        articles=len({card.claim.article_id for card in cards.values()}),
    )


def _in_question_order(pairs: Iterable[ClaimPair]) -> list[ClaimPair]:
    """Pairs by the question they answer, so that disputes are numbered in the order they are read."""
    places = {dimension: place for place, dimension in enumerate(_QUESTION_ORDER)}
    return sorted(pairs, key=lambda pair: places.get(Dimension(pair.dimension), 9) if pair.dimension else 10)


_QUESTION_ORDER = (
    Dimension.STATUS,
    Dimension.DENIAL,
    Dimension.BLAME,
    Dimension.FIGURE,
    Dimension.TIMING,
    Dimension.TERMS,
)


def _questions(ordered: list[ClaimPair]) -> tuple[Question, ...]:
    grouped: dict[Dimension, list[Dispute]] = defaultdict(list)
    conflicts = [pair for pair in ordered if pair.is_conflict]
    for number, pair in enumerate(conflicts, start=1):
        grouped[Dimension(pair.dimension)].append(Dispute(number, pair))
    return tuple(
        Question(dimension, QUESTIONS[dimension], tuple(grouped[dimension]))
        for dimension in _QUESTION_ORDER
        if dimension in grouped
    )


def _columns(cards: Iterable[Card], ring: list[Side]) -> tuple[Column, ...]:
    dated: dict[str, int] = defaultdict(int)
    undated: dict[str, int] = defaultdict(int)
    for card in cards:
        for key in card.side_keys:
            (dated if card.claim.is_dated else undated)[key] += 1
    return tuple(Column(side, dated[side.key], undated[side.key]) for side in sides.those_in(ring, {*dated, *undated}))


def matter_of(claim: Claim) -> Matter:
    """The row that a claim belongs to."""
    topics = set(claim.topics)
    return next((matter for matter in MATTERS if topics & matter.topics), OTHER)


def _rows(cards: list[Card], columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """A row for each matter that two sides touched, most disputes first; the rest share the last row."""
    grouped: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.side_keys:
            grouped[matter_of(card.claim).key].append(card)
    rows, rest = [], []
    for matter in (*MATTERS, OTHER):
        members = grouped.get(matter.key, [])
        if matter is not OTHER and len({key for card in members for key in card.side_keys}) > 1:
            rows.append(_row(matter, members, columns))
        else:
            rest.extend(members)
    rows.sort(key=lambda row: -row.disputes)
    if rest:
        rows.append(_row(OTHER, rest, columns))
    return tuple(rows)


def _row(matter: Matter, cards: list[Card], columns: tuple[Column, ...]) -> Row:
    in_dispute_first = sorted(cards, key=lambda card: not card.disputes)
    return Row(
        matter=matter,
        slots=tuple(
            Slot(
                side=column.side,
                cards=tuple(c for c in in_dispute_first if c.side_keys[:1] == [column.side.key]),
                joint=tuple(c for c in in_dispute_first if column.side.key in c.side_keys[1:]),
            )
            for column in columns
        ),
        claims=len(cards),
        disputes=len({number for card in cards for number in card.disputes}),
    )


def headline(view: DayView) -> Dispute | None:
    """The dispute to show where there is room for one: a contradiction if there is one."""
    disputes = [dispute for question in view.questions for dispute in question.disputes]
    strict = [dispute for dispute in disputes if dispute.pair.relation == Relation.CONTRADICTS]
    return next(iter(strict or disputes), None)
