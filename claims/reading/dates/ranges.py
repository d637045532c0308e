"""What a relative expression is counted from, the flags of what is in doubt, and how days become a range."""

from __future__ import annotations

import calendar
from datetime import date

from claims.reading.dates.expressions import TimeWords
from claims.reading.record import record
from claims.reading.records import When
from claims.vocabulary import Precision

NO_PUBLICATION = "the day of publication is not known"
NO_SUCH_DAY = "there is no such day"
NO_YEAR = "the year is not stated and two are possible"
NO_ANCHOR = "the day that it is counted from is not known"
VAGUE = "no number of days is stated"
AFTER_PUBLICATION = "later than the publication"
DAY_ORDER = "day and month could be the other way round"

YEARS = range(1900, 2101)
DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14, "month": 30, "season": 91, "year": 365, "decade": 3650}
VAGUE_COUNT = {"hour": 24, "minute": 60, "day": 7, "week": 4, "month": 4, "year": 3, "decade": 2}
HALF_YEAR, QUARTER = 183, 92


@record(kw_only=True)
class Anchor:
    """What relative words are counted from.

    written   the day of publication: weekdays and years are chosen against it
    spoken    the day on which the words were said, where known: "today", "over the past 24 hours"
    told      the day last spoken of: "the previous day", "two days later"
    truce     the first day of the ceasefire that the text is about
    """

    written: date | None
    spoken: date | None = None
    told: date | None = None
    truce: date | None = None

    @property
    def now(self) -> date | None:
        return self.spoken or self.written


def on_one_day(day: date | None, flag: str = NO_PUBLICATION) -> When:
    return When(first=day, last=day, precision=Precision.DAY) if day else When(flag=flag)


def stretch(first: date, last: date, precision: Precision = Precision.RANGE, flag: str = "") -> When:
    if last < first:
        return When(flag=NO_SUCH_DAY)
    return When(first=first, last=last, precision=Precision.DAY if first == last else precision, flag=flag)


def month_of(year: int, month: int) -> tuple[date, date]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(digits: str) -> int:
    year = int(digits)
    if year not in YEARS:
        raise ValueError("not a year of these times")
    return year


def count_of(digits: str | None, language: TimeWords) -> int | None:
    if digits is None:
        return 1
    digits = digits.rstrip("stndrh") if digits[:1].isdigit() else digits
    return int(digits) if digits.isdigit() else language.numbers.get(digits) or language.ordinals.get(digits)
