"""Gives an expression of time its days: never a wrong exact day, but none, or a wider range, with a flag that says why."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta, timezone

from claims.reading.dates.expressions import Expression, TimeWords
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


def resolve(expression: Expression, words: str, *, anchor: Anchor, language: TimeWords) -> When:
    """The days of the expression; `words` are its words as printed."""
    try:
        found = _KINDS[expression.kind](expression, anchor, language)
    except (ValueError, OverflowError):
        found = When(flag=NO_SUCH_DAY)
    flag = found.flag
    if not flag and found.first and anchor.written and found.first > anchor.written and not expression.future:
        flag = AFTER_PUBLICATION if expression.kind in ("iso", "numeric", "monthday", "daymonth") else ""
    return When(
        first=found.first, last=found.last, precision=found.precision, words=words, clock=found.clock, flag=flag
    )


def _day(day: date | None, flag: str = NO_PUBLICATION) -> When:
    return When(first=day, last=day, precision=Precision.DAY) if day else When(flag=flag)


def _range(first: date, last: date, precision: Precision = Precision.RANGE, flag: str = "") -> When:
    if last < first:
        return When(flag=NO_SUCH_DAY)
    return When(first=first, last=last, precision=Precision.DAY if first == last else precision, flag=flag)


def _month(year: int, month: int) -> tuple[date, date]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year(digits: str) -> int:
    year = int(digits)
    if year not in YEARS:
        raise ValueError("not a year of these times")
    return year


def _count(digits: str | None, language: TimeWords) -> int | None:
    if digits is None:
        return 1
    digits = digits.rstrip("stndrh") if digits[:1].isdigit() else digits
    return int(digits) if digits.isdigit() else language.numbers.get(digits) or language.ordinals.get(digits)


def _clock(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    parts = e.parts
    if named := parts.get("named"):
        hour, minute = language.named_clocks[named]
    elif military := parts.get("military"):
        hour, minute = int(military[:2]), int(military[2:])
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


def _iso(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return _day(date(_year(e.parts["iso_year"]), int(e.parts["iso_month"]), int(e.parts["iso_day"])))


def _numeric(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    """Day and month in figures: where both readings are days, the range that holds both, flagged."""
    year, a, b = _year(e.parts["n_year"]), int(e.parts["n_first"]), int(e.parts["n_second"])
    days = sorted({date(year, m, d) for d, m in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= _month(year, m)[1].day})
    if not days:
        raise ValueError("no such day")
    return _range(days[0], days[-1], flag=DAY_ORDER if len(days) > 1 else "")


def _named(month: int, first: int, last: int, year: str | None, e: Expression, anchor: Anchor) -> When:
    if not 1 <= first <= last <= _month(2020, month)[1].day:
        raise ValueError("no such day")
    if year is not None:
        return _range(date(_year(year), month, first), date(_year(year), month, last))
    if anchor.written is None:
        return When(flag=NO_PUBLICATION)
    chosen = _nearest(month, first, anchor.written, future=e.future)
    return _range(chosen, chosen.replace(day=last)) if chosen else When(flag=NO_YEAR)


def _nearest(month: int, day: int, written: date, *, future: bool) -> date | None:
    """The day of that name that an article of this day means; None where it could as well be another year's."""
    days = [date(y, month, day) for y in range(written.year - 4, written.year + 5) if day <= _month(y, month)[1].day]
    past = max(d for d in days if d <= written)
    ahead = min(d for d in days if d > written)
    behind, before = (written - past).days, (ahead - written).days
    if future and before <= HALF_YEAR:
        return past if behind == 0 else ahead
    if behind <= HALF_YEAR:
        return past
    return ahead if before <= QUARTER and ahead.year == written.year else None


def _monthday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return _dated(e, anchor, language, "md_")


def _daymonth(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return _dated(e, anchor, language, "dm_")


def _dated(e: Expression, anchor: Anchor, language: TimeWords, prefix: str) -> When:
    first = _count(e.parts[prefix + "day"], language) or 0
    last = _count(e.parts.get(prefix + "last", e.parts[prefix + "day"]), language) or 0
    month = language.months[e.parts[prefix + "month"].rstrip(".")]
    return _named(month, first, last, e.parts.get(prefix + "year"), e, anchor)


def _relday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    first, last = language.relative_days[e.parts["relday_words"]]
    if anchor.now is None:
        return When(flag=NO_PUBLICATION)
    return _range(anchor.now + timedelta(first), anchor.now + timedelta(last))


def _weekday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    written = anchor.written
    if written is None:
        return When(flag=NO_PUBLICATION)
    modifier = e.parts.get("wd_modifier", "")
    behind = (written.weekday() - language.weekdays[e.parts["wd_day"]]) % 7
    if modifier in language.ahead:
        return _day(written + timedelta(7 - behind))
    if modifier in language.back:
        return _day(written - timedelta(behind or 7))
    if e.future and behind:
        return _day(written + timedelta(7 - behind))
    return _day(written - timedelta(behind))


def _in_month(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    month, modifier = language.months[e.parts["mo_month"].rstrip(".")], e.parts.get("mo_modifier", "")
    if "mo_year" in e.parts:
        year = _year(e.parts["mo_year"])
    elif anchor.written is None:
        return When(flag=NO_PUBLICATION)
    else:
        year, now = anchor.written.year, anchor.written.month
        if modifier in language.ahead or (e.future and e.lead != "from"):
            year += month < now or (modifier in language.ahead and month == now)
        elif modifier in language.back:
            year -= month >= now
        else:
            year -= month > now
    first, last = _month(year, month)
    if modifier in language.early:
        last = last.replace(day=10)
    elif modifier in language.middle:
        first, last = first.replace(day=10), last.replace(day=20)
    elif modifier in language.late:
        first = first.replace(day=20)
    return _range(first, last, Precision.MONTH)


def _back(day: date, count: int, unit: str) -> When:
    if unit in ("hour", "minute"):
        return _range(day - timedelta(max(1, count // 24) if count >= 12 or count < 0 else 0), day)
    if unit == "year":
        return _range(date(day.year - count, 1, 1), date(day.year - count, 12, 31), Precision.YEAR)
    if unit == "month":
        return _range(*_month(day.year, day.month - count), Precision.MONTH)
    if unit == "decade":
        return _range(date(day.year - 10 * count - 1, 1, 1), date(day.year - 10 * count + 1, 12, 31), Precision.YEAR)
    if unit in ("week", "fortnight") and count > 0:
        middle = day - timedelta(DAYS[unit] * count)
        return _range(middle - timedelta(3), min(day, middle + timedelta(3)))
    return _day(day - timedelta(DAYS.get(unit, 1) * count))


def _counted(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    """ "two days ago", "a day earlier", "hours after the truce took effect": counted from now, the day told, the start."""
    number, unit = e.parts.get("c_number"), language.units[e.parts["c_unit"]]
    count = _count(number, language)
    if "c_ago" in e.parts:
        if anchor.now is None:
            return When(flag=NO_PUBLICATION)
        return _vague(anchor.now, unit) if number is None or count is None else _back(anchor.now, count, unit)
    way = e.parts.get("c_truce") or e.parts["c_way"]
    day = anchor.truce if "c_truce" in e.parts else anchor.told
    if day is None or ("c_event" in e.parts and unit not in ("hour", "minute")):
        return When(flag=NO_ANCHOR)
    back = way in ("earlier", "before")
    if unit in ("hour", "minute"):
        return _day(day)
    if count is None or (number is None and e.parts["c_unit"].endswith("s")):
        return When(flag=VAGUE)
    return _back(day, count if back else -count, unit)


def _named_day(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    if anchor.told is None or "nd_event" in e.parts:
        return When(flag=NO_ANCHOR)
    step = e.parts.get("nd_step", "same")
    if step.startswith("same"):
        return _day(anchor.told)
    return _day(anchor.told + timedelta(-1 if "previous" in step or "before" in step else 1))


def _vague(day: date, unit: str) -> When:
    count = VAGUE_COUNT.get(unit, 1)
    return _range(day - timedelta(1 if unit in ("hour", "minute") else DAYS[unit] * count), day, flag=VAGUE)


def _window(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    if anchor.now is None:
        return When(flag=NO_PUBLICATION)
    if "w_daily" in e.parts:
        return When(flag=VAGUE)
    unit = language.units[next(e.parts[k] for k in ("w_unit", "w_unit2", "w_unit3") if k in e.parts)]
    number = next((e.parts[k] for k in ("w_number", "w_number2", "w_number3") if k in e.parts), None)
    count = _count(number, language)
    if count is None or (number is None and e.parts.get("w_unit", "").endswith("s")):
        return _vague(anchor.now, unit)
    if unit in ("hour", "minute"):
        return _range(anchor.now - timedelta(max(1, count // 24)), anchor.now)
    return _range(anchor.now - timedelta(DAYS[unit] * count), anchor.now)


def _period(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    which, unit, part = e.parts["p_which"], language.units[e.parts["p_unit"]], e.parts.get("p_part", "")
    told = which not in ("this", "last", "next", "coming")
    day = anchor.told if told else anchor.now
    if day is None:
        return When(flag=NO_ANCHOR if told else NO_PUBLICATION)
    step = -1 if which in language.back else 1 if which in language.ahead else 0
    if unit == "week":
        first = day - timedelta(day.weekday() - 7 * step)
        found = _range(first, first + timedelta(6))
    elif unit == "weekend":
        saturday = day - timedelta((day.weekday() - 5) % 7 if step == 0 else day.weekday() - 5 - 7 * step)
        found = _range(saturday, saturday + timedelta(1))
    elif unit == "month":
        found = _range(*_month(day.year, day.month + step), Precision.MONTH)
    elif unit == "year":
        found = _range(date(day.year + step, 1, 1), date(day.year + step, 12, 31), Precision.YEAR)
    else:
        return When(flag=VAGUE)
    if step == 0 and not told and found.first and found.last:
        if part == "later" or e.future:
            return _range(day, found.last, found.precision)
        return _range(found.first, min(day, found.last), found.precision)
    return found


def _in_year(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    year = _year(next(e.parts[k] for k in ("y_year", "y_year2") if k in e.parts))
    modifier = e.parts.get("y_modifier", "")
    first, last = date(year, 1, 1), date(year, 12, 31)
    if modifier in language.early:
        last = date(year, 4, 30)
    elif modifier in language.middle:
        first, last = date(year, 5, 1), date(year, 8, 31)
    elif modifier in language.late:
        first = date(year, 9, 1)
    return _range(first, last, Precision.YEAR)


def _eve(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    day = anchor.truce if "eve_truce" in e.parts else None
    return _day(day - timedelta(1)) if day else When(flag=NO_ANCHOR)


def _truceday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    count = _count(next(e.parts[k] for k in ("td_ordinal", "td_ordinal2", "td_number") if k in e.parts), language)
    if anchor.truce is None or not count:
        return When(flag=NO_ANCHOR)
    return _day(anchor.truce + timedelta(count - 1))


def _trucesince(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    if anchor.truce is None or anchor.now is None or anchor.now < anchor.truce:
        return When(flag=NO_ANCHOR)
    return _range(anchor.truce, anchor.now)


def _trucestart(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return _day(anchor.truce, NO_ANCHOR)


def _now(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return _day(anchor.now)


_KINDS: dict[str, Callable[[Expression, Anchor, TimeWords], When]] = {
    "clock": _clock,
    "iso": _iso,
    "numeric": _numeric,
    "monthday": _monthday,
    "daymonth": _daymonth,
    "relday": _relday,
    "weekday": _weekday,
    "month": _in_month,
    "counted": _counted,
    "named_day": _named_day,
    "window": _window,
    "period": _period,
    "year": _in_year,
    "eve": _eve,
    "truceday": _truceday,
    "trucesince": _trucesince,
    "trucestart": _trucestart,
    "now": _now,
}
