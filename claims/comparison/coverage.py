"""Why a side has nothing on a day: absence is data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claims.models import Article, Feed


class Absence(StrEnum):
    """Why a cell is empty."""

    NO_ACCOUNT = "no-account"
    NO_FEED = "no-feed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which sides enabled feeds bring, each with the day since when (None: always), and how many articles wait."""

    sides: dict[str, date | None]
    waiting: int

    @classmethod
    def now(cls) -> Coverage:
        return cls(Feed.objects.covered_sides(), Article.objects.waiting().count())

    def absence(self, side: str, day: date) -> Absence:
        """The reason for a side without a claim on the day."""
        if self.waiting:
            return Absence.WAITING
        since = self.sides.get(side)
        is_covered = side in self.sides and (since is None or since <= day)
        return Absence.NO_ACCOUNT if is_covered else Absence.NO_FEED
