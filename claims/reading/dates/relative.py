"""Days that are counted from another: from publication, from the saying, from the day told of, from a truce's start."""

from __future__ import annotations

from datetime import date, timedelta

from claims.reading.dates.expressions import Expression, TimeWords
from claims.reading.dates.ranges import (
    DAYS,
    NO_ANCHOR,
    NO_PUBLICATION,
    VAGUE,
    VAGUE_COUNT,
    Anchor,
    count_of,
    month_of,
    on_one_day,
    stretch,
    year_of,
)
from claims.reading.records import When
from claims.vocabulary import Precision

JUST_BEFORE = 2
"""Days back in which "starting Thursday" is the Thursday just gone rather than the next."""


def relday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    first, last = language.relative_days[e.parts["relday_words"]]
    if anchor.now is None:
        return When(flag=NO_PUBLICATION)
    return stretch(anchor.now + timedelta(first), anchor.now + timedelta(last))


def weekday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    written = anchor.written
    if written is None:
        return When(flag=NO_PUBLICATION)
    modifier = e.parts.get("wd_modifier", "")
    behind = (written.weekday() - language.weekdays[e.parts["wd_day"]]) % 7
    if modifier in language.ahead:
        return on_one_day(written + timedelta(7 - behind))
    if modifier in language.back:
        return on_one_day(written - timedelta(behind or 7))
    began = e.lead == "from" and not e.to_come and behind <= JUST_BEFORE
    if e.future and behind and not began:
        return on_one_day(written + timedelta(7 - behind))
    return on_one_day(written - timedelta(behind))


def in_month(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    month, modifier = language.months[e.parts["mo_month"].rstrip(".")], e.parts.get("mo_modifier", "")
    if "mo_year" in e.parts:
        year = year_of(e.parts["mo_year"])
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
    first, last = month_of(year, month)
    if modifier in language.early:
        last = last.replace(day=10)
    elif modifier in language.middle:
        first, last = first.replace(day=10), last.replace(day=20)
    elif modifier in language.late:
        first = first.replace(day=20)
    return stretch(first, last, Precision.MONTH)


def _steps_back(day: date, count: int, unit: str) -> When:
    if unit in ("hour", "minute"):
        return stretch(day - timedelta(max(1, count // 24) if count >= 12 or count < 0 else 0), day)
    if unit == "year":
        return stretch(date(day.year - count, 1, 1), date(day.year - count, 12, 31), Precision.YEAR)
    if unit == "month":
        return stretch(*month_of(day.year, day.month - count), Precision.MONTH)
    if unit == "decade":
        return stretch(date(day.year - 10 * count - 1, 1, 1), date(day.year - 10 * count + 1, 12, 31), Precision.YEAR)
    if unit in ("week", "fortnight") and count > 0:
        middle = day - timedelta(DAYS[unit] * count)
        return stretch(middle - timedelta(3), min(day, middle + timedelta(3)))
    return on_one_day(day - timedelta(DAYS.get(unit, 1) * count))


def counted(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    """ "two days ago", "a day earlier", "hours after the truce took effect": from now, the day told, the start."""
    number, unit = e.parts.get("c_number"), language.units[e.parts["c_unit"]]
    count = count_of(number, language)
    if "c_ago" in e.parts:
        if anchor.now is None:
            return When(flag=NO_PUBLICATION)
        return (
            _of_no_count(anchor.now, unit) if number is None or count is None else _steps_back(anchor.now, count, unit)
        )
    way = e.parts.get("c_truce") or e.parts["c_way"]
    day = anchor.truce if "c_truce" in e.parts else anchor.told
    if day is None or ("c_event" in e.parts and unit not in ("hour", "minute")):
        return When(flag=NO_ANCHOR)
    back = way in ("earlier", "before")
    if unit in ("hour", "minute"):
        return on_one_day(day)
    if count is None or (number is None and e.parts["c_unit"].endswith("s")):
        return When(flag=VAGUE)
    return _steps_back(day, count if back else -count, unit)


def named_day(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    if anchor.told is None or "nd_event" in e.parts:
        return When(flag=NO_ANCHOR)
    step = e.parts.get("nd_step", "same")
    if step.startswith("same"):
        return on_one_day(anchor.told)
    return on_one_day(anchor.told + timedelta(-1 if "previous" in step or "before" in step else 1))


def _of_no_count(day: date, unit: str) -> When:
    count = VAGUE_COUNT.get(unit, 1)
    return stretch(day - timedelta(1 if unit in ("hour", "minute") else DAYS[unit] * count), day, flag=VAGUE)


def window(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    if anchor.now is None:
        return When(flag=NO_PUBLICATION)
    if "w_daily" in e.parts:
        return When(flag=VAGUE)
    unit = language.units[next(e.parts[k] for k in ("w_unit", "w_unit2", "w_unit3") if k in e.parts)]
    number = next((e.parts[k] for k in ("w_number", "w_number2", "w_number3") if k in e.parts), None)
    count = count_of(number, language)
    if count is None or (number is None and e.parts.get("w_unit", "").endswith("s")):
        return _of_no_count(anchor.now, unit)
    if unit in ("hour", "minute"):
        return stretch(anchor.now - timedelta(max(1, count // 24)), anchor.now)
    return stretch(anchor.now - timedelta(DAYS[unit] * count), anchor.now)


def period(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    which, unit, part = e.parts["p_which"], language.units[e.parts["p_unit"]], e.parts.get("p_part", "")
    told = which not in ("this", "last", "next", "coming")
    day = anchor.told if told else anchor.now
    if day is None:
        return When(flag=NO_ANCHOR if told else NO_PUBLICATION)
    step = -1 if which in language.back else 1 if which in language.ahead else 0
    if unit == "week":
        first = day - timedelta(day.weekday() - 7 * step)
        found = stretch(first, first + timedelta(6))
    elif unit == "weekend":
        saturday = day - timedelta((day.weekday() - 5) % 7 if step == 0 else day.weekday() - 5 - 7 * step)
        found = stretch(saturday, saturday + timedelta(1))
    elif unit == "month":
        found = stretch(*month_of(day.year, day.month + step), Precision.MONTH)
    elif unit == "year":
        found = stretch(date(day.year + step, 1, 1), date(day.year + step, 12, 31), Precision.YEAR)
    else:
        return When(flag=VAGUE)
    if step == 0 and not told and found.first and found.last:
        if part == "later" or e.future:
            return stretch(day, found.last, found.precision)
        return stretch(found.first, min(day, found.last), found.precision)
    return found


def in_year(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    year = year_of(next(e.parts[k] for k in ("y_year", "y_year2") if k in e.parts))
    modifier = e.parts.get("y_modifier", "")
    first, last = date(year, 1, 1), date(year, 12, 31)
    if modifier in language.early:
        last = date(year, 4, 30)
    elif modifier in language.middle:
        first, last = date(year, 5, 1), date(year, 8, 31)
    elif modifier in language.late:
        first = date(year, 9, 1)
    return stretch(first, last, Precision.YEAR)


def eve(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    day = anchor.truce if "eve_truce" in e.parts else None
    return on_one_day(day - timedelta(1)) if day else When(flag=NO_ANCHOR)


def truceday(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    count = count_of(next(e.parts[k] for k in ("td_ordinal", "td_ordinal2", "td_number") if k in e.parts), language)
    if anchor.truce is None or not count:
        return When(flag=NO_ANCHOR)
    return on_one_day(anchor.truce + timedelta(count - 1))


def trucesince(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    if anchor.truce is None or anchor.now is None or anchor.now < anchor.truce:
        return When(flag=NO_ANCHOR)
    return stretch(anchor.truce, anchor.now)


def trucestart(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return on_one_day(anchor.truce, NO_ANCHOR)


def now(e: Expression, anchor: Anchor, language: TimeWords) -> When:
    return on_one_day(anchor.now)
