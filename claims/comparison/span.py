"""The stretch of a ceasefire's days that a comparison looks at: as many as hold a bounded number of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.models import Ceasefire

MOST_CLAIMS = 5000
LONGEST = 366
"""Days of one stretch at most."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days of a ceasefire, first and last included; `later`: the day with claims that the next stretch begins with."""

    ceasefire: Ceasefire
    first: date
    last: date
    later: date | None
    is_first: bool

    @property
    def is_whole(self) -> bool:
        return self.is_first and self.later is None


def span_of(ceasefire: Ceasefire, *, since: date | None = None, until: date | None = None) -> Span:
    """The days from `since` to `until`, or from the first to the last with claims; fewer where they hold too many.

    How many claims a day holds is kept, not counted.
    """
    known = ceasefire.days.with_claims().claims_by_day()
    wanted = [(day, claims) for day, claims in known if (not since or day >= since) and (not until or day <= until)]
    first = since or (wanted[0][0] if wanted else ceasefire.begins)
    last, taken = first, 0
    for day, claims in wanted:
        if taken and (taken + claims > MOST_CLAIMS or (day - first).days >= LONGEST):
            break
        last, taken = day, taken + claims
    later = next((day for day, _ in known if day > last), None)
    return Span(ceasefire, first, last, later, is_first=not known or first <= known[0][0])
