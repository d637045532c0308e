"""The comparison of two parties (sources or sides): their days aligned, what they differ about, their pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from claims.comparison import charts, sides
from claims.comparison.paging import Page, page_of
from claims.comparison.records import PairRow, pair_rows
from claims.comparison.wording import QUESTIONS, Label
from claims.models import Ceasefire, ClaimPair, Side, Source
from claims.models.claim import ClaimQuerySet
from claims.models.pair import ClaimPairQuerySet
from claims.vocabulary import Dimension, Relation, ReviewState

PAGE = 20
LONGEST = 366
"""Days of the strip; of a longer span the first ones that both have something to do with."""
UP, MIDDLE, DOWN = (8, 74), 87, (100, 166)
"""Pixels: the bars of the one above, the marks between, the bars of the other below."""


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two that are compared: a side, or a source with the bodies that belong to it."""

    key: str
    name: str
    side: Side
    source_ids: tuple[int, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """Claims a day of both parties with the strongest relation of each day between them."""

    above: charts.Bars
    below: charts.Bars
    marks: tuple[tuple[str, Relation], ...]
    ticks: tuple[tuple[str, date], ...]
    days: tuple[tuple[date, int, int, Relation | None], ...]
    tallest: int


@dataclass(frozen=True, slots=True)
class Difference:
    """The pairs of one dimension between the two, by relation, and how many a person has reviewed."""

    dimension: Dimension
    label: Label
    contradicts: int
    competes: int
    reviewed: int

    @property
    def total(self) -> int:
        return self.contradicts + self.competes


@dataclass(frozen=True, slots=True)
class CompareView:
    left: Party
    right: Party
    strip: Strip
    differences: tuple[Difference, ...]
    corroborates: int
    repeats: int
    both: int
    spoke: int
    page: Page[ClaimPair]
    rows: tuple[PairRow, ...]

    @property
    def contradicts(self) -> int:
        return sum(difference.contradicts for difference in self.differences)

    @property
    def competes(self) -> int:
        return sum(difference.competes for difference in self.differences)


def party(key: str) -> Party | None:
    """`side:turkey` or `source:turkish-mod`; None for what is neither."""
    kind, _, name = key.partition(":")
    if kind == "side":
        side = Side.objects.filter(pk=name).first()
        ids = Source.objects.filter(side=name).order_by("pk").values_list("pk", flat=True)
        return Party(key, side.name, side, tuple(ids)) if side else None
    source = Source.objects.select_related("side").filter(slug=name).first() if kind == "source" else None
    if source is None:
        return None
    bodies = source.children.order_by("pk").values_list("pk", flat=True)
    return Party(key, source.name, source.side, (source.pk, *bodies), source)


def compare_view(
    left: Party, right: Party, claims: ClaimQuerySet, pairs: ClaimPairQuerySet, *, after: int | None = None
) -> CompareView:
    """`claims` and `pairs` are those of the span that the page shows."""
    between = pairs.between(left.source_ids, right.source_ids)
    counts = [Counter(dict(claims.said_by(list(one.source_ids)).counted_by_day())) for one in (left, right)]
    page = page_of(between, size=PAGE, after=after)
    loaded = ClaimPair.objects.of_ids([pair.pk for pair in page.records]).for_display().order_by("-pk")
    kinds = between.counted()
    return CompareView(
        left=left,
        right=right,
        strip=_strip(counts[0], counts[1], _strictest(kinds)),
        differences=_differences(kinds),
        corroborates=sum(n for _, relation, _, _, n in kinds if relation == Relation.CORROBORATES),
        repeats=sum(n for _, relation, _, _, n in kinds if relation == Relation.REPEATS),
        both=len(set(counts[0]) & set(counts[1])),
        spoke=len(set(counts[0]) | set(counts[1])),
        page=page,
        rows=pair_rows(list(loaded)),
    )


Kinds = list[tuple[date, str, str, str, int]]
"""Day, relation, dimension, review state, and how many pairs have them."""


def _strictest(kinds: Kinds) -> dict[date, str]:
    """The strictest relation of each day."""
    order = list(map(str, Relation))
    found: dict[date, str] = {}
    for day, relation, _, _, _ in kinds:
        if day not in found or order.index(relation) < order.index(found[day]):
            found[day] = relation
    return found


def _differences(kinds: Kinds) -> tuple[Difference, ...]:
    grouped: dict[str, Counter[str]] = defaultdict(Counter)
    for _, relation, dimension, state, pairs in kinds:
        if dimension:
            grouped[dimension][relation] += pairs
            if state == ReviewState.CONFIRMED:
                grouped[dimension]["reviewed"] += pairs
    found = [
        Difference(
            dimension=dimension,
            label=QUESTIONS[dimension],
            contradicts=grouped[dimension][Relation.CONTRADICTS],
            competes=grouped[dimension][Relation.COMPETES],
            reviewed=grouped[dimension]["reviewed"],
        )
        for dimension in Dimension
    ]
    return tuple(sorted(found, key=lambda difference: -difference.total))


def _strip(left: Counter[date], right: Counter[date], relations: dict[date, str]) -> Strip:
    days = sorted({*left, *right, *relations})
    first = days[0] if days else date(2000, 1, 1)
    last = min(days[-1], first + timedelta(days=LONGEST - 1)) if days else first
    axis = charts.Axis.of(first, last)
    shown = [day for day in days if day <= last]
    tallest = max((*left.values(), *right.values()), default=1)
    step = max(1, axis.days // 6)
    return Strip(
        above=_bars(left, shown, axis, tallest, UP, downward=False),
        below=_bars(right, shown, axis, tallest, DOWN, downward=True),
        marks=tuple((axis.middle(day), Relation(relations[day])) for day in shown if day in relations),
        ticks=tuple((axis.middle(day), day) for n in range(0, axis.days, step) for day in [first + timedelta(days=n)]),
        days=tuple(
            (day, left[day], right[day], Relation(relations[day]) if day in relations else None) for day in shown
        ),
        tallest=tallest,
    )


def _bars(
    counts: Counter[date], days: list[date], axis: charts.Axis, tallest: int, place: tuple[int, int], *, downward: bool
) -> charts.Bars:
    width = charts.BAR / axis.days
    drawn = []
    for day in days:
        height = (place[1] - place[0]) * counts[day] / max(1, tallest)
        if height:
            drawn.append(
                charts.Bar(
                    x=charts.percent(axis.left(day) + (1 / axis.days - width) / 2),
                    y=charts.pixels(place[0] if downward else place[1] - height),
                    width=charts.percent(width),
                    height=charts.pixels(height),
                )
            )
    return charts.Bars(tuple(drawn), (), (), None, place[1], place[1])


@dataclass(frozen=True, slots=True)
class Meeting:
    """A cell of the matrix of who contradicts whom."""

    left: Side
    right: Side
    contradicts: int
    competes: int

    @property
    def conflicts(self) -> int:
        return self.contradicts + self.competes

    @property
    def weight(self) -> int:
        return 1 if self.conflicts < 5 else 2 if self.conflicts < 20 else 3


@dataclass(frozen=True, slots=True)
class Opponents:
    """Who contradicts whom in one ceasefire: a row and a column for each side."""

    ceasefire: Ceasefire
    sides: tuple[Side, ...]
    rows: tuple[tuple[Side, tuple[Meeting | None, ...]], ...]


def opponents(ceasefire: Ceasefire) -> Opponents:
    """The matrix; a cell without conflicts is None."""
    ring = sides.in_order(ceasefire.begins)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for left, right, relation, pairs in ClaimPair.objects.of_ceasefire(ceasefire).between_sides():
        for one, other in {(left, right), (right, left)}:
            counts[one, other][relation] += pairs

    def meeting(one: Side, other: Side) -> Meeting | None:
        found = counts.get((one.key, other.key))
        if not found:
            return None
        return Meeting(one, other, found[Relation.CONTRADICTS], found[Relation.COMPETES])

    return Opponents(
        ceasefire=ceasefire,
        sides=tuple(ring),
        rows=tuple((one, tuple(meeting(one, other) for other in ring)) for one in ring),
    )
