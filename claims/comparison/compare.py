"""The comparison of two parties (sources or sides): their days aligned, what they differ about, their pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from claims.comparison import charts
from claims.comparison.paging import Page, page_of
from claims.comparison.records import PairRow, pair_rows
from claims.comparison.span import Span
from claims.comparison.wording import QUESTIONS, Label
from claims.models import Claim, ClaimPair, Side, Source
from claims.models.pair import ClaimPairQuerySet
from claims.vocabulary import Dimension, Relation, ReviewState

PAGE = 20
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
    span: Span
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


@dataclass(frozen=True, slots=True)
class Meetings:
    """What two parties said in a span (the first day of each claim, by its id), and the pairs of these claims."""

    days: tuple[dict[int, date], dict[int, date]]
    pairs: ClaimPairQuerySet

    @classmethod
    def of(cls, left: Party, right: Party, span: Span, pairs: ClaimPairQuerySet | None = None) -> Meetings:
        """`pairs` are those that filters have left, all public ones where they are not given."""
        claims = Claim.objects.begun_between(span.ceasefire, span.first, span.last)
        days = [claims.said_by(list(party.source_ids)).first_days() for party in (left, right)]
        public = ClaimPair.objects.public() if pairs is None else pairs
        return cls((days[0], days[1]), public.between(days[0], days[1]))


def compare_view(left: Party, right: Party, span: Span, met: Meetings, *, after: int | None = None) -> CompareView:
    """The read model of two parties over a span."""
    counts = [Counter(days.values()) for days in met.days]
    between = met.pairs
    page = page_of(between, size=PAGE, after=after)
    loaded = ClaimPair.objects.of_ids([pair.pk for pair in page.records]).for_display().order_by("-pk")
    kinds = between.counted()
    return CompareView(
        left=left,
        right=right,
        span=span,
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
    axis = charts.Axis.of(first, days[-1] if days else first)
    tallest = max((*left.values(), *right.values()), default=1)
    step = max(1, axis.days // 6)
    return Strip(
        above=_bars(left, days, axis, tallest, UP, downward=False),
        below=_bars(right, days, axis, tallest, DOWN, downward=True),
        marks=tuple((axis.middle(day), Relation(relations[day])) for day in days if day in relations),
        ticks=tuple((axis.middle(day), day) for n in range(0, axis.days, step) for day in [first + timedelta(days=n)]),
        days=tuple(
            (day, left[day], right[day], Relation(relations[day]) if day in relations else None) for day in days
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
