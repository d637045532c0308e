"""The ceasefire page's read model: what the parties stated, and the matrix of days and sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claims.comparison import sides
from claims.models import Article, Ceasefire, CeasefireDay, CeasefireParty, CeasefireStatement, DayCell, Feed, Side
from claims.vocabulary import Relation, Stance


class Absence(StrEnum):
    """Why a cell is empty: absence is data."""

    NO_ACCOUNT = "no-account"
    NO_FEED = "no-feed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One side on one day: its counts, or why there are none."""

    side: Side
    counts: DayCell | None
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
        if self.counts is None or not self.counts.conflicts:
            return None
        return Relation.CONTRADICTS if self.counts.contradicts else Relation.COMPETES

    @property
    def weight(self) -> int:
        """How dark the cell is: 1 to 3 by the number of claims."""
        claims = self.counts.claims if self.counts else 0
        return 1 if claims < 3 else 2 if claims < 8 else 3


@dataclass(frozen=True, slots=True)
class MatrixRow:
    day: CeasefireDay
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Days before, in and after the truce by `begins` and `ended`."""

    key: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class CeasefireView:
    ceasefire: Ceasefire
    starts: tuple[CeasefireStatement, ...]
    ends: tuple[CeasefireStatement, ...]
    terms: tuple[CeasefireStatement, ...]
    listings: tuple[CeasefireStatement, ...]
    parties: tuple[CeasefireParty, ...]
    columns: tuple[Side, ...]
    periods: tuple[Period, ...]
    waiting: int

    @property
    def days(self) -> tuple[CeasefireDay, ...]:
        return tuple(row.day for period in self.periods for row in period.rows)

    @property
    def claims(self) -> int:
        return sum(day.claims for day in self.days)

    @property
    def conflicts(self) -> int:
        return sum(day.conflicts for day in self.days)


def ceasefire_view(ceasefire: Ceasefire) -> CeasefireView:
    """The read model of one ceasefire; needs `with_statements()` for a constant number of queries."""
    days = list(ceasefire.days.with_claims().prefetch_related("cells").order_by("day"))
    columns = tuple(sides.in_order(ceasefire.begins))
    waiting = Article.objects.waiting().count()
    covered = Feed.objects.covered_sides()
    rows = [
        MatrixRow(
            day=day,
            cells=tuple(
                _cell(side, {cell.side_id: cell for cell in day.cells.all()}, day.day, covered, waiting)
                for side in columns
            ),
        )
        for day in days
    ]
    kinds = CeasefireStatement.Kind
    stated = {kind: tuple(s for s in ceasefire.statements.all() if s.kind == kind) for kind in kinds}
    return CeasefireView(
        ceasefire=ceasefire,
        starts=stated[kinds.START],
        ends=stated[kinds.END],
        terms=stated[kinds.TERM],
        listings=stated[kinds.LISTING],
        parties=tuple(ceasefire.parties.all()),
        columns=columns,
        periods=_periods(ceasefire, rows),
        waiting=waiting,
    )


def _cell(
    side: Side, cells: dict[str, DayCell], day: date, covered: dict[str, date | None], waiting: int
) -> MatrixCell:
    counts = cells.get(side.key)
    if counts is not None:
        return MatrixCell(side, counts, None)
    since = covered.get(side.key)
    if side.key in covered and (since is None or since <= day):
        return MatrixCell(side, None, Absence.WAITING if waiting else Absence.NO_ACCOUNT)
    return MatrixCell(side, None, Absence.NO_FEED)


def _periods(ceasefire: Ceasefire, rows: list[MatrixRow]) -> tuple[Period, ...]:
    def key(row: MatrixRow) -> str:
        if row.day.day < ceasefire.begins:
            return "before"
        return "after" if ceasefire.ended and row.day.day > ceasefire.ended else "in"

    return tuple(
        Period(name, members)
        for name in ("before", "in", "after")
        if (members := tuple(row for row in rows if key(row) == name))
    )
