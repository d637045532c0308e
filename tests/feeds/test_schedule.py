"""When a feed is polled again, and whether its site lets us."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claims.feeds.robots import robots_address, robots_from
from claims.feeds.schedule import (
    FIRST,
    LONGEST,
    LONGEST_BACK_OFF,
    SHORTEST,
    PollEnd,
    end_of,
    is_conditional,
    plan,
    wait_asked,
)

NOW = datetime(2020, 1, 12, 12, 0, tzinfo=UTC)
AGENT = "Tracker/1.0 (+https://tracker.test/about)"


def polled(ends, *, interval=FIRST, failures=0, **more):
    """The plans after these polls, one after the other."""
    plans = []
    for end in ends:
        plans.append(plan(end, interval=interval, failures=failures, now=NOW, **more))
        interval, failures = plans[-1].interval, plans[-1].failures
    return plans


def test_a_feed_that_brings_articles_is_polled_more_often_down_to_a_bound():
    waits = [p.due - NOW for p in polled([PollEnd.NEW] * 5)]
    assert waits == sorted(waits, reverse=True)
    assert waits[0] < FIRST
    assert waits[-1] == SHORTEST


def test_a_feed_that_brings_none_is_polled_less_often_up_to_a_bound():
    waits = [p.due - NOW for p in polled([PollEnd.NOTHING_NEW] * 20)]
    assert waits == sorted(waits)
    assert waits[0] > FIRST
    assert waits[-1] == LONGEST


def test_failures_back_off_to_a_day_and_one_success_ends_that():
    plans = polled([PollEnd.FAILED] * 2000)
    waits = [p.due - NOW for p in plans]
    assert waits == sorted(waits)
    assert waits[0] == 2 * FIRST
    assert waits[1] == 4 * FIRST
    assert waits[-1] == LONGEST_BACK_OFF
    assert plans[-1].failures == 2000
    after = polled([PollEnd.NOTHING_NEW], interval=plans[-1].interval, failures=plans[-1].failures)[0]
    assert after.failures == 0
    assert after.due - NOW < timedelta(hours=1)


def test_a_feed_that_is_gone_is_switched_off_and_says_so():
    after = polled([PollEnd.GONE])[0]
    assert after.due is None
    assert "410" in after.reason


@pytest.mark.parametrize(
    ("retry_after", "wait"),
    [
        ("7200", timedelta(hours=2)),
        ("Sun, 12 Jan 2020 15:00:00 GMT", timedelta(hours=3)),
        ("1", FIRST),
        ("999999999", LONGEST_BACK_OFF),
        ("Sun, 12 Jan 2020 11:00:00 GMT", FIRST),
        ("soon", 2 * FIRST),
        ("", 2 * FIRST),
    ],
)
def test_a_site_that_asks_to_wait_is_heard(retry_after, wait):
    assert polled([PollEnd.BUSY], retry_after=retry_after)[0].due - NOW == wait


@pytest.mark.parametrize(
    ("words", "wait"),
    [
        ("120", timedelta(seconds=120)),
        ("0", timedelta(0)),
        ("-5", None),
        ("1.5", None),
        ("9" * 400, None),
        ("Sun, 12 Jan 2020 12:01:00 GMT", timedelta(minutes=1)),
        ("Sun, 12 Jan 2020 13:01:00 +0100", timedelta(minutes=1)),
        ("Sun Jan 12 12:01:00 2020", timedelta(minutes=1)),
        ("tomorrow", None),
        ("\x00", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(words, wait):
    assert wait_asked(words, now=NOW) == wait


@pytest.mark.parametrize(
    ("status", "more", "end"),
    [
        (200, {"new_entries": 3}, PollEnd.NEW),
        (200, {}, PollEnd.NOTHING_NEW),
        (200, {"is_readable": False}, PollEnd.FAILED),
        (304, {}, PollEnd.NOTHING_NEW),
        (404, {}, PollEnd.FAILED),
        (410, {}, PollEnd.GONE),
        (429, {}, PollEnd.BUSY),
        (503, {}, PollEnd.BUSY),
        (500, {}, PollEnd.FAILED),
        (None, {}, PollEnd.FAILED),
    ],
)
def test_how_a_poll_ended(status, more, end):
    assert end_of(status, **more) is end


def test_feeds_are_spread_but_not_beyond_a_day():
    assert polled([PollEnd.NEW], spread=0.0)[0].due < polled([PollEnd.NEW], spread=0.7)[0].due
    assert polled([PollEnd.FAILED] * 30, spread=1.0)[-1].due - NOW == LONGEST_BACK_OFF


def test_one_poll_in_a_hundred_goes_without_validators():
    assert [polls for polls in range(300) if not is_conditional(polls)] == [99, 199, 299]


RULES = b"""User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 7

User-agent: BadBot
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/a", False),
        ("/private/open/a", True),
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
        ("/privat", True),
    ],
)
def test_robots_rules_are_kept(path, allowed):
    rules = robots_from(200, RULES)
    assert rules.allows(f"https://example.org{path}", user_agent=AGENT) is allowed
    assert not rules.allows(f"https://example.org{path}", user_agent="BadBot/2")


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(404, True), (403, True), (410, True), (429, False), (500, False), (503, False), (None, False)],
)
def test_a_site_without_rules_allows_and_a_site_in_trouble_does_not(status, allowed):
    assert robots_from(status, b"").allows("https://example.org/a", user_agent=AGENT) is allowed


@pytest.mark.parametrize(
    ("rules", "seconds"),
    [
        (RULES, 7.0),
        (b"", 2.0),
        (b"User-agent: *\nCrawl-delay: 0.1", 2.0),
        (b"User-agent: *\nCrawl-delay: 100000", 60.0),
        (b"User-agent: *\nRequest-rate: 1/30s", 30.0),
        (b"User-agent: *\nCrawl-delay: never", 2.0),
    ],
)
def test_requests_are_two_to_sixty_seconds_apart(rules, seconds):
    assert robots_from(200, rules).seconds_between(user_agent=AGENT) == seconds


def test_garbage_in_robots_does_not_raise():
    for body in (b"\xff\xfe\x00", b"User-agent\n:::\n" * 1000, b"Disallow: " + b"*" * 5000):
        robots_from(200, body).allows("https://example.org/" + "a" * 200, user_agent=AGENT)
    assert robots_address("https://example.org:8443/a/b?c#d") == "https://example.org:8443/robots.txt"
