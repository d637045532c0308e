"""The ceasefire page's read model: what the parties stated, and the matrix of days and sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from claims.comparison import sides
from claims.comparison.coverage import Absence, Coverage
from claims.comparison.starts import Starts, starts_of
from claims.comparison.terms import PartyTerms, parties_of, stated
from claims.models import Ceasefire, CeasefireDay, CeasefireStatement, DayCell, Side
from claims.models.day import DayCounts
from claims.vocabulary import Relation, Stance

ROWS = 28
"""Rows of the matrix on one page."""
BEFORE = 4
"""Rows before the truce that the first page begins with."""


class Zoom(StrEnum):
    """What a row of the matrix stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def start(self, day: date) -> date:
        """First day of the row that the day falls into; weeks begin on Monday."""
        match self:
            case Zoom.WEEK:
                return day - timedelta(days=day.weekday())
            case Zoom.MONTH:
                return day.replace(day=1)
            case Zoom.DAY:
                return day


@dataclass(slots=True)
class Counts:
    """The counts of a cell or a row, summed over its days."""

    claims: int = 0
    undated: int = 0
    contradicts: int = 0
    competes: int = 0
    holding: int = 0
    violated: int = 0
    mixed: int = 0

    @property
    def conflicts(self) -> int:
        return self.contradicts + self.competes

    @property
    def dated(self) -> int:
        return self.claims - self.undated

    def add(self, other: DayCounts) -> None:
        self.claims += other.claims
        self.undated += other.undated
        self.contradicts += other.contradicts
        self.competes += other.competes
        if isinstance(other, DayCell):
            self.holding += other.holding
            self.violated += other.violated
            self.mixed += other.mixed


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One side in one row: its counts, or why there are none."""

    side: Side
    counts: Counts | None
    absence: Absence | None

    @property
    def stance(self) -> Stance | None:
        """What the side's claims say of the truce, taken together."""
        if self.counts is None:
            return None
        kept, broken = self.counts.holding > 0, self.counts.violated > 0
        if self.counts.mixed or (kept and broken):
            return Stance.MIXED
        return Stance.HOLDING if kept else Stance.VIOLATED if broken else None

    @property
    def strongest(self) -> Relation | None:
        return _strongest(self.counts) if self.counts else None

    @property
    def weight(self) -> int:
        """How dark the cell is: 1 to 3 by the number of claims."""
        claims = self.counts.claims if self.counts else 0
        return 1 if claims < 3 else 2 if claims < 8 else 3


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A day, week or month; `days` are those of it with claims."""

    first: date
    days: tuple[date, ...]
    counts: Counts
    cells: tuple[MatrixCell, ...]

    @property
    def strongest(self) -> Relation | None:
        return _strongest(self.counts)


@dataclass(frozen=True, slots=True)
class Period:
    """Rows before, in and after the truce by `begins` and `ended`."""

    key: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class CeasefireView:
    ceasefire: Ceasefire
    parties: tuple[PartyTerms, ...]
    starts: Starts | None
    """A picture of the starts that the parties state, where they differ."""
    listings: tuple[CeasefireStatement, ...]
    columns: tuple[Side, ...]
    periods: tuple[Period, ...]
    zoom: Zoom
    start: int
    row_count: int
    day_count: int
    first_day: date | None
    last_day: date | None
    claims: int
    conflicts: int
    corroborates: int
    waiting: int
    previous: Ceasefire | None
    next: Ceasefire | None

    @property
    def shown(self) -> int:
        return sum(len(period.rows) for period in self.periods)

    @property
    def earlier(self) -> int | None:
        """The row that the page before begins with, None on the first one."""
        return max(0, self.start - ROWS) if self.start else None

    @property
    def later(self) -> int | None:
        return self.start + ROWS if self.start + ROWS < self.row_count else None

    @property
    def starts_differ(self) -> bool:
        return len({(s.day, s.clock) for party in self.parties for s in party.starts}) > 1

    @property
    def ends_differ(self) -> bool:
        return len({(s.day, s.clock) for party in self.parties for s in party.ends}) > 1


def ceasefire_view(
    ceasefire: Ceasefire, *, zoom: Zoom = Zoom.DAY, row: int | None = None, since: date | None = None
) -> CeasefireView:
    """The read model of one ceasefire, which needs `with_statements()`.

    The matrix begins with the row asked for, or that of the day asked for, or a little before the truce.
    """
    totals = list(ceasefire.days.with_claims().order_by("day"))
    rows: dict[date, list[CeasefireDay]] = {}
    for day in totals:
        rows.setdefault(zoom.start(day.day), []).append(day)
    starts = sorted(rows)
    if row is None:
        first = zoom.start(since or ceasefire.begins)
        row = max(0, sum(start < first for start in starts) - (0 if since else BEFORE))
    row = min(row, max(0, len(starts) - 1))
    shown = {start: rows[start] for start in starts[row : row + ROWS]}
    columns = tuple(sides.in_order(ceasefire.begins))
    others = list(Ceasefire.objects.in_order())
    at = next(place for place, other in enumerate(others) if other.pk == ceasefire.pk)
    coverage = Coverage.now()
    parties = parties_of(ceasefire, columns)
    return CeasefireView(
        ceasefire=ceasefire,
        parties=parties,
        starts=starts_of(parties),
        listings=stated(ceasefire, CeasefireStatement.Kind.LISTING),
        columns=columns,
        periods=_periods(ceasefire, zoom, _matrix(shown, columns, coverage)),
        zoom=zoom,
        start=row,
        row_count=len(starts),
        day_count=len(totals),
        first_day=totals[0].day if totals else None,
        last_day=totals[-1].day if totals else None,
        claims=sum(day.first_claims for day in totals),
        conflicts=sum(day.first_conflicts for day in totals),
        corroborates=sum(day.corroborates for day in totals),
        waiting=coverage.waiting,
        previous=others[at - 1] if at else None,
        next=others[at + 1] if at + 1 < len(others) else None,
    )


def _matrix(shown: dict[date, list[CeasefireDay]], columns: tuple[Side, ...], coverage: Coverage) -> list[MatrixRow]:
    cells: dict[tuple[date, str], Counts] = {}
    start_of = {day.pk: start for start, days in shown.items() for day in days}
    for cell in DayCell.objects.of_days(list(start_of)):
        cells.setdefault((start_of[cell.day_id], cell.side_id), Counts()).add(cell)
    rows = []
    for start, days in shown.items():
        counts = Counts()
        for day in days:
            counts.add(day)
        rows.append(
            MatrixRow(
                first=start,
                days=tuple(day.day for day in days),
                counts=counts,
                cells=tuple(_cell(side, cells.get((start, side.key)), days[-1].day, coverage) for side in columns),
            )
        )
    return rows


def _cell(side: Side, counts: Counts | None, day: date, coverage: Coverage) -> MatrixCell:
    return MatrixCell(side, counts, None if counts else coverage.absence(side.key, day))


def _strongest(counts: Counts) -> Relation | None:
    if not counts.conflicts:
        return None
    return Relation.CONTRADICTS if counts.contradicts else Relation.COMPETES


def _periods(ceasefire: Ceasefire, zoom: Zoom, rows: list[MatrixRow]) -> tuple[Period, ...]:
    def key(row: MatrixRow) -> str:
        if row.days[-1] < ceasefire.begins:
            return "before"
        return "after" if ceasefire.ended and row.first > ceasefire.ended else "in"

    return tuple(
        Period(name, members)
        for name in ("before", "in", "after")
        if (members := tuple(row for row in rows if key(row) == name))
    )
