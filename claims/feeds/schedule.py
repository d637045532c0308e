"""When to ask again: feeds the sooner the more they bring, articles a few times while they may be changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(hours=6)
FIRST = timedelta(minutes=15)
LONGEST_BACK_OFF = timedelta(hours=24)
UNCONDITIONAL_EVERY = 100
"""One poll in so many goes without validators: a site may send a wrong one, and would never again show anything new."""

VISITS = (timedelta(hours=1), timedelta(hours=6), timedelta(hours=24), timedelta(days=7))
"""After how long since it was first fetched an article is asked for again."""

_FASTER = 0.5
_SLOWER = 1.5
_SPREAD = 0.1


class PollEnd(StrEnum):
    """How a poll ended. BUSY is the site's request to wait (429, 503), GONE is 410."""

    NEW = "new"
    NOTHING_NEW = "nothing new"
    BUSY = "busy"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a feed's row holds after a poll. `due` is None for a feed that is switched off; `reason` then says why."""

    interval: timedelta
    failures: int
    due: datetime | None
    reason: str = ""


def end_of(status: int | None, *, new_entries: int = 0, is_readable: bool = True) -> PollEnd:
    """How a poll with this answer ended; `status` is None where the fetch failed."""
    if status == 410:
        return PollEnd.GONE
    if status in (429, 503):
        return PollEnd.BUSY
    if status == 304:
        return PollEnd.NOTHING_NEW
    if status != 200 or not is_readable:
        return PollEnd.FAILED
    return PollEnd.NEW if new_entries else PollEnd.NOTHING_NEW


def plan(
    end: PollEnd,
    *,
    interval: timedelta,
    failures: int,
    now: datetime,
    retry_after: str = "",
    spread: float = 0.0,
) -> Plan:
    """The next poll. `interval` and `failures` are the row's before this one, `now` is aware.

    `spread`, from 0 to 1, adds up to a tenth, so that feeds added together are not polled together; any number that
    is the feed's own will do.
    """
    interval = min(max(interval, SHORTEST), LONGEST)
    if end is PollEnd.GONE:
        reason = "The site says that this feed is gone for good (410); it is no longer polled."
        return Plan(interval=interval, failures=failures + 1, due=None, reason=reason)
    if end in (PollEnd.NEW, PollEnd.NOTHING_NEW):
        factor = _FASTER if end is PollEnd.NEW else _SLOWER
        interval = min(max(interval * factor, SHORTEST), LONGEST)
        failures, wait = 0, interval
    else:
        # The exponent is bounded before it is raised: a feed can fail for years.
        wait = min(interval * 2 ** min(failures + 1, 10), LONGEST_BACK_OFF)
        failures += 1
    asked = wait_asked(retry_after, now=now)
    if asked is not None:
        wait = max(min(asked, LONGEST_BACK_OFF), wait if end is not PollEnd.BUSY else interval)
    spread_wait = wait * (1 + _SPREAD * min(max(spread, 0.0), 1.0))
    return Plan(interval=interval, failures=failures, due=now + min(spread_wait, LONGEST_BACK_OFF))


def wait_asked(retry_after: str, *, now: datetime) -> timedelta | None:
    """How long a Retry-After asks to wait: seconds or a date (RFC 9110, 10.2.3); None where it is neither."""
    words = retry_after.strip()
    if re.fullmatch(r"\d{1,9}", words):
        return timedelta(seconds=int(words))
    try:
        until = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(until - now, timedelta(0))


def is_conditional(polls: int) -> bool:
    """Whether the poll after so many sends the validators that the last one got."""
    return polls % UNCONDITIONAL_EVERY != UNCONDITIONAL_EVERY - 1


def next_visit(visits: int) -> timedelta | None:
    """The wait from the visit with this number (0 is the first fetch) to the next one, or None if it was the last."""
    if visits >= len(VISITS):
        return None
    return VISITS[visits] - (VISITS[visits - 1] if visits else timedelta())
