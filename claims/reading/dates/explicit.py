"""Days and clock times that are written out: day and month, with or without a year, in words or figures."""

from __future__ import annotations

from datetime import date, time, timedelta, timezone

from claims.reading.dates.expressions import Expression, TimeWords
from claims.reading.dates.ranges import (
    DAY_ORDER,
    HALF_YEAR,
    NO_ANCHOR,
    NO_PUBLICATION,
    NO_YEAR,
    QUARTER,
    Anchor,
    count_of,
    month_of,
    on_one_day,
    stretch,
    year_of,
)
from claims.reading.records import When
from claims.vocabulary import Precision


def clock(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    parts = e.parts
    if named := parts.get("named"):
        hour, minute = language.named_clocks[named]
    elif military := parts.get("military"):
        hour, minute = int(military[:2]), int(military[2:])
    elif spelled := parts.get("spelled"):
        hour, minute = int(spelled) if spelled.isdigit() else language.numbers[spelled], 0
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (0 if parts["spelled_part"] == "morning" else 12)
    elif "hour24" in parts:
        hour, minute = int(parts["hour24"]), int(parts["minute24"])
    else:
        hour, minute = int(parts["hour"]), int(parts.get("minute", 0))
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if parts["half"].startswith("p") else 0)
    if (hour, minute) == (24, 0):
        hour = 0
    ahead = language.zones.get(parts.get("zone", ""))
    zone = None if ahead is None else timezone(timedelta(hours=ahead))
    return When(clock=time(hour, minute, tzinfo=zone), precision=Precision.MINUTE, flag=NO_ANCHOR)


def iso(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return on_one_day(date(year_of(e.parts["iso_year"]), int(e.parts["iso_month"]), int(e.parts["iso_day"])))


def numeric(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    """Day and month in figures: where both readings are days, the range that holds both, flagged."""
    year, a, b = year_of(e.parts["n_year"]), int(e.parts["n_first"]), int(e.parts["n_second"])
    days = sorted(
        {date(year, m, d) for d, m in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= month_of(year, m)[1].day}
    )
    if not days:
        raise ValueError("no such day")
    return stretch(days[0], days[-1], flag=DAY_ORDER if len(days) > 1 else "")


def _of_the_year(month: int, first: int, last: int, year: str | None, e: Expression, anchor: Anchor) -> When:
    if not 1 <= first <= last <= month_of(2020, month)[1].day:
        raise ValueError("no such day")
    if year is not None:
        return stretch(date(year_of(year), month, first), date(year_of(year), month, last))
    if anchor.written is None:
        return When(flag=NO_PUBLICATION)
    chosen = _nearest(month, first, anchor.written, future=e.future)
    return stretch(chosen, chosen.replace(day=last)) if chosen else When(flag=NO_YEAR)


def _nearest(month: int, day: int, written: date, *, future: bool) -> date | None:
    """The day of that name that an article of this day means; None where it could as well be another year's."""
    days = [date(y, month, day) for y in range(written.year - 4, written.year + 5) if day <= month_of(y, month)[1].day]
    past = max(d for d in days if d <= written)
    ahead = min(d for d in days if d > written)
    behind, before = (written - past).days, (ahead - written).days
    if future and before <= HALF_YEAR:
        return past if behind == 0 else ahead
    if behind <= HALF_YEAR:
        return past
    return ahead if before <= QUARTER and ahead.year == written.year else None


def monthday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return _dated(e, anchor, language, "md_")


def daymonth(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return _dated(e, anchor, language, "dm_")


def _dated(e: Expression, anchor: Anchor, language: TimeWords, prefix: str) -> When:
    first = count_of(e.parts[prefix + "day"], language) or 0
    last = count_of(e.parts.get(prefix + "last", e.parts[prefix + "day"]), language) or 0
    month = language.months[e.parts[prefix + "month"].rstrip(".")]
    return _of_the_year(month, first, last, e.parts.get(prefix + "year"), e, anchor)
