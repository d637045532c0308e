"""Publication days: from the words of a manifest, a page's metadata or an address to a day, or to none."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?\s*", re.DOTALL)
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*")
_WORDS = re.compile(
    r"\s*(?:[A-Za-z]+,?\s+)?(?:(\d{1,2})\s+([A-Za-z]+)|([A-Za-z]+)\s+(\d{1,2})),?\s+(\d{4})\b.*", re.DOTALL
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WITHIN = re.compile(
    r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<!\d)\d{1,2}\s+[A-Z][a-z]+,?\s+\d{4}(?!\d)|[A-Z][a-z]+\s+\d{1,2},?\s+\d{4}(?!\d)"
)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)"
)


def day_from(words: str) -> date | None:
    """The day as written, without a change of time zone; None where the words are no day.

    Read are ISO 8601, 20200112, RFC 5322 mail dates, "12 January 2020" and "January 12, 2020". A day such as
    03/04/2020 is not: it is two days.
    """
    if (found := _ISO.fullmatch(words)) or (found := _COMPACT.fullmatch(words)):
        return _date(found[1], found[2], found[3])
    if found := _WORDS.fullmatch(words):
        month = (found[2] or found[3]).lower()
        if month[:3] in _MONTHS:
            return _date(found[5], str(_MONTHS.index(month[:3]) + 1), found[1] or found[4])
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def day_within(words: str) -> date | None:
    """The one full day that these words name ("Posted on 12 January 2020 at noon"); None if not just one."""
    days = {day for found in _WITHIN.finditer(words) if (day := day_from(found[0]))}
    return days.pop() if len(days) == 1 else None


def day_in_address(address: str) -> date | None:
    """The day that an address carries in its path, as /2020/01/12/ or -20200112."""
    path = address.split("?")[0].split("#")[0]
    days = {
        day
        for found in _IN_ADDRESS.finditer(path)
        if (day := _date(found[1] or found[4], found[2] or found[5], found[3] or found[6]))
    }
    return days.pop() if len(days) == 1 else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
