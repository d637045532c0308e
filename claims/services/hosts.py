"""Asks other hosts: one request at a time, seconds apart, as robots.txt allows; the only caller of the fetcher."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from claims.feeds.robots import KEPT, Robots, robots_address, robots_from
from claims.feeds.schedule import LONGEST_BACK_OFF, wait_asked
from claims.fetching import Fetched, Fetcher, FetchError, Guard
from claims.fetching.client import ROBOTS_TYPES
from claims.fetching.sending import Sender
from claims.models import Host
from claims.services.texts import storable
from claims.services.work import LaterError
from claims.vocabulary import ErrorCode

BUSY = (429, 503)
"""Answers by which a site asks to be left alone for a while."""

ROBOTS_REFUSE = "The site's robots.txt asks not to fetch this address."
ROBOTS_UNKNOWN = "The site's robots.txt cannot be had, so that nothing is fetched from it for now."
REDIRECTS = "The site redirects too often."
_MOST_HOSTS = 3
_UNKNOWN_KEPT = timedelta(minutes=10)
_AFTER_ROBOTS = timedelta(seconds=2)
_AT_ONCE = timedelta(0)
_LONGEST_NAME = 300


def host_name(address: str) -> str:
    """The host of a web address, with its port where that is not the web's."""
    parts = urlsplit(address)
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return f"{(parts.hostname or '').rstrip('.')}{port}"[:_LONGEST_NAME]


def ask(
    address: str, *, media_types: tuple[str, ...], etag: str = "", last_modified: str = "", host: Host | None = None
) -> Fetched:
    """The answer to a GET, after the host's robots.txt. Takes up to 20 s a host: never inside a transaction.

    A redirect to another host is followed by that host's robots.txt and in its turn, but never back to one that was
    asked: it would wait for that one's turn, and lead away from it, for ever. Raises LaterError if it is not
    this request's turn (also after robots.txt had to be fetched first, which is a request by itself), and FetchError.
    """
    hops: list[bool] = []
    asked: set[str] = set()
    while len(asked) < _MOST_HOSTS and host_name(address) not in asked:
        asked.add(host_name(address))
        answer = _ask_one(address, media_types=media_types, etag=etag, last_modified=last_modified, host=host)
        if not answer.leads_to:
            return replace(answer, moved=all(hops) and (answer.moved or answer.address == address)) if hops else answer
        hops.append(answer.moved)
        address, host = answer.leads_to, None
    raise FetchError(REDIRECTS)


def _ask_one(
    address: str, *, media_types: tuple[str, ...], etag: str, last_modified: str, host: Host | None
) -> Fetched:
    """The answer of one host, which may be that another one is to be asked."""
    host = host or Host.objects.named(host_name(address))
    turn = Host.objects.take(host.pk)
    if turn is None:
        raise LaterError(Host.objects.free_at(host.pk))
    wait = _AT_ONCE
    try:
        if not Host.objects.has_robots(host.pk):
            wait = _AFTER_ROBOTS
            _fetch_robots(host, address)
        else:
            robots = _robots(host)
            _check(robots, address)
            wait = timedelta(seconds=robots.seconds_between(user_agent=settings.USER_AGENT))
            answer = _fetcher(settings.USER_AGENT, settings.OWN_ADDRESSES, settings.TEST_SITE_PORT).fetch(
                address, etag=etag, last_modified=last_modified, media_types=media_types, across_hosts=False
            )
            if answer.status in BUSY:
                asked = wait_asked(answer.retry_after, now=timezone.now()) or _AT_ONCE
                wait = max(wait, min(asked, LONGEST_BACK_OFF))
            return answer
    finally:
        Host.objects.release(host.pk, turn, wait=wait)
    raise LaterError(Host.objects.free_at(host.pk))


def post(address: str, body: bytes, headers: dict[str, str]) -> int:
    """The status of the answer to a POST, to whoever asked for it: neither turns nor robots.txt. Raises FetchError."""
    guard = Guard(own=settings.OWN_ADDRESSES, allow_loopback_port=settings.TEST_SITE_PORT or None)
    return Sender(user_agent=settings.USER_AGENT, guard=guard).post(address, body, headers)


@lru_cache(maxsize=1)
def _fetcher(user_agent: str, own: frozenset[str], test_port: int) -> Fetcher:
    return Fetcher(user_agent=user_agent, guard=Guard(own=own, allow_loopback_port=test_port or None))


def _robots(host: Host) -> Robots:
    host.refresh_from_db(fields=["robots", "robots_status"])
    return robots_from(host.robots_status, host.robots.encode())


def _check(robots: Robots, address: str) -> None:
    if robots.text is None:
        raise FetchError(ROBOTS_UNKNOWN)
    if not robots.allows(address, user_agent=settings.USER_AGENT):
        raise FetchError(ROBOTS_REFUSE, code=ErrorCode.FETCH_BLOCKED)


def _fetch_robots(host: Host, address: str) -> None:
    """Fetch and keep the host's rules. Raises FetchError (fetch_blocked) for a host that may not be asked at all."""
    status: int | None
    text = ""
    try:
        answer = _fetcher(settings.USER_AGENT, settings.OWN_ADDRESSES, settings.TEST_SITE_PORT).fetch(
            robots_address(address), media_types=ROBOTS_TYPES
        )
    except FetchError as fault:
        if fault.code is ErrorCode.FETCH_BLOCKED:
            raise
        # What is no text, or too much of it, holds no rules; a host that cannot be reached may have some.
        status = None if fault.code is ErrorCode.FETCH_FAILED else 404
    else:
        status = answer.status
        text = storable(robots_from(status, answer.body).text or "")
    known = robots_from(status).text is not None
    Host.objects.keep_robots(host.pk, status=status, text=text, kept=KEPT if known else _UNKNOWN_KEPT)
