"""The read models of sources: one with what it said and how it stands to the others, and the list of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from claims.comparison.cards import Card
from claims.comparison.charts import percent
from claims.comparison.loading import cards_of
from claims.comparison.paging import Page, page_of
from claims.models import Claim, ClaimLink, ClaimPair, Side, Source
from claims.models.claim import ClaimQuerySet
from claims.vocabulary import Relation

BASE = 500
"""The newest claims of a source that its relations to others are counted over."""
PAGE = 12
OTHERS = 20
OUTLETS = 10
MONTHS = 24


Carried = tuple[date | None, str | None, str | None]
"""Of a claim: the first day it is listed on, the slug and the name of its outlet."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many pairs of each relation a source has with another one, as widths of a diverging strip too."""

    other: Source
    contradicts: int
    competes: int
    corroborates: int
    scale: int

    @property
    def conflicts(self) -> int:
        return self.contradicts + self.competes

    @property
    def against(self) -> tuple[str, str]:
        """x and width of the conflicts' bar, which grows from the middle to the left."""
        share = self.conflicts / self.scale / 2
        return percent(0.5 - share), percent(share)

    @property
    def strict(self) -> tuple[str, str]:
        share = self.contradicts / self.scale / 2
        return percent(0.5 - share), percent(share)

    @property
    def agreeing(self) -> tuple[str, str]:
        return percent(0.5), percent(self.corroborates / self.scale / 2)


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    claims: int
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class SourceView:
    source: Source
    aliases: tuple[tuple[str, tuple[str, ...]], ...]
    bodies: tuple[Source, ...]
    base: int
    is_bounded: bool
    standings: tuple[Standing, ...]
    outlets: tuple[tuple[str, str, int], ...]
    """Slug and name of an outlet that carries it, and how many of the newest claims."""
    months: tuple[Month, ...]
    page: Page[Claim]
    cards: tuple[Card, ...]


def source_view(source: Source, claims: ClaimQuerySet, *, after: int | None = None) -> SourceView:
    """The read model of a source (which needs `with_names()`); `claims` are its claims as filters have left them."""
    newest = ClaimLink.objects.newest_claims_of(source, BASE + 1)
    ids = newest[:BASE]
    carried = Claim.objects.of_ids(ids).days_and_outlets()
    page = page_of(claims, size=PAGE, after=after)
    loaded = Claim.objects.of_ids([claim.pk for claim in page.records]).for_display().order_by("-pk")
    aliases: dict[str, list[str]] = defaultdict(list)
    for alias in source.aliases.all():
        if not alias.is_deed:
            aliases[alias.language].append(alias.words)
    return SourceView(
        source=source,
        aliases=tuple((language, tuple(sorted(words))) for language, words in sorted(aliases.items())),
        bodies=tuple(source.children.select_related("side").order_by("name", "pk")),
        base=len(ids),
        is_bounded=len(newest) > BASE,
        standings=_standings(source, ids),
        outlets=_outlets(carried),
        months=_months(carried),
        page=page,
        cards=tuple(cards_of(loaded).values()),
    )


def _standings(source: Source, ids: list[int]) -> tuple[Standing, ...]:
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for other, relation, pairs in ClaimPair.objects.standings(ids, but=source.pk):
        counts[other][relation] += pairs
    most = sorted(counts.items(), key=lambda item: (-_conflicts(item[1]), -item[1].total(), item[0]))[:OTHERS]
    scale = max((max(_conflicts(found), found[Relation.CORROBORATES]) for _, found in most), default=1) or 1
    names = Source.objects.select_related("side").in_bulk([other for other, _ in most])
    return tuple(
        Standing(
            other=names[other],
            contradicts=found[Relation.CONTRADICTS],
            competes=found[Relation.COMPETES],
            corroborates=found[Relation.CORROBORATES],
            scale=scale,
        )
        for other, found in most
        if other in names
    )


def _conflicts(counts: Counter[str]) -> int:
    return counts[Relation.CONTRADICTS] + counts[Relation.COMPETES]


def _outlets(carried: list[Carried]) -> tuple[tuple[str, str, int], ...]:
    counts = Counter((slug, name) for _, slug, name in carried if slug and name)
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:OUTLETS]
    return tuple((slug, name, claims) for (slug, name), claims in most)


def _months(carried: list[Carried]) -> tuple[Month, ...]:
    """Claims a month by what they are about, the last MONTHS months with one."""
    counts = Counter(day.replace(day=1) for day, _, _ in carried if day)
    shown = sorted(counts)[-MONTHS:]
    tallest = max((counts[month] for month in shown), default=1)
    width = 1 / max(8, len(shown))
    return tuple(
        Month(
            first=month,
            claims=counts[month],
            x=percent(at * width + width * 0.14),
            y=f"{48 - 40 * counts[month] / tallest:.1f}",
            width=percent(width * 0.72),
            height=f"{40 * counts[month] / tallest:.1f}",
        )
        for at, month in enumerate(shown)
    )


@dataclass(frozen=True, slots=True)
class SideGroup:
    side: Side
    sources: tuple[Source, ...]


def sources_view(wanted: str = "") -> tuple[SideGroup, ...]:
    """Every source under its side; `wanted` leaves those whose name or alias is like it."""
    found = list(Source.objects.named_like(wanted, 100)) if wanted else list(Source.objects.listed().for_display())
    sides = Side.objects.order_by("position")
    return tuple(
        SideGroup(side, members)
        for side in sides
        if (members := tuple(source for source in found if source.side_id == side.key))
    )
