"""The day page's read model: the disputes of a ceasefire day and the accounts side by side.

What is loaded in full is bounded (so many disputes a question, so many cards); of the rest only keys are read, so that
a day of thousands of claims costs what its page shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from claims.comparison import charts, sides
from claims.comparison.cards import Card
from claims.comparison.coverage import Absence, Coverage
from claims.comparison.disputes import Question, questions_of, speakers_of
from claims.comparison.grid import SHOWN, Column, Row, choose, columns_of, entries_of, row_of
from claims.comparison.loading import cards_of, for_cards
from claims.comparison.matters import by_matter
from claims.models import Ceasefire, CeasefireDay, CeasefireStatement, Claim, ClaimPair, Side
from claims.models.claim import ClaimQuerySet
from claims.models.pair import ClaimPairQuerySet

SHOWN_ASIDE = 12
DAYS_BEFORE, DAYS_AFTER = 6, 7


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
        return any(row.claims > self.page * SHOWN for row in self.rows)

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
    entries = entries_of(rows, conflicts, speakers)
    placed = [entry for entry in entries if entry.sides]
    unplaced = [entry for entry in entries if not entry.sides]
    chosen = choose(by_matter(placed), only=only, page=page)
    asides = [entry.pk for entry in unplaced[:SHOWN_ASIDE]]
    wanted = [entry.pk for one in chosen for entry in one.shown] + asides
    cards = cards_of(for_cards(Claim.objects.of_ids(wanted)).in_order(), numbers)
    ring = sides.in_order(day)
    columns = columns_of(placed, ring)
    coverage = Coverage.now()
    speaking = {column.side.key for column in columns}
    around = list(ceasefire.days.before(day, DAYS_BEFORE).union(ceasefire.days.since(day, DAYS_AFTER), all=True))
    prefetch_related_objects([ceasefire], "statements__stated_by")
    return DayView(
        ceasefire=ceasefire,
        day=day,
        previous=max((d.day for d in around if d.day < day), default=None),
        next=min((d.day for d in around if d.day > day), default=None),
        line=_line(around, day),
        cards=tuple(cards.values()),
        columns=columns,
        rows=tuple(row_of(one, cards, columns) for one in chosen),
        questions=questions,
        silent=tuple(Silence(s, coverage.absence(s.key, day)) for s in ring if s.key not in speaking),
        late=tuple(Card(claim) for claim in for_cards(Claim.objects.reported_late(ceasefire, day))[:SHOWN_ASIDE]),
        unresolved=tuple(cards[pk] for pk in asides if pk in cards),
        claims=len(entries),
        dated=sum(entry.is_dated for entry in entries),
        unresolved_count=len(unplaced),
        waiting=coverage.waiting,
        only=only,
        page=page,
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
