"""robots.txt: what a site lets us fetch, and how fast (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

KEPT = timedelta(hours=24)
"""How long an answer may be used (RFC 9309, 2.4)."""

_LONGEST = 500 * 1024
_SHORTEST_DELAY = 2.0
_LONGEST_DELAY = 60.0


def robots_address(address: str) -> str:
    """Where the rules for this address stand."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))


@dataclass(frozen=True, slots=True)
class Robots:
    """A site's rules as text: what can be kept in a row and asked again. None: nothing may be fetched for now."""

    text: str | None

    def allows(self, address: str, *, user_agent: str) -> bool:
        if self.text is None:
            return False
        return bool(self._rules().can_fetch(address, user_agent))

    def seconds_between(self, *, user_agent: str) -> float:
        """Seconds from one request to the next: at least 2, at most 60."""
        if self.text is None:
            return _SHORTEST_DELAY
        rules = self._rules()
        delay = rules.crawl_delay(user_agent) or 0.0
        rate = rules.request_rate(user_agent)
        if rate is not None and rate.requests:
            delay = max(delay, rate.seconds / rate.requests)
        return min(max(float(delay), _SHORTEST_DELAY), _LONGEST_DELAY)

    def _rules(self) -> Protego:
        return Protego.parse(self.text or "")


def robots_from(status: int | None, body: bytes = b"") -> Robots:
    """The rules by the answer to their request: none for a 4xx, no entry for a 5xx or where nothing came (None).

    A 429 is a site that wants to be left alone, too (Google reads it so; RFC 9309 leaves it open).
    """
    if status == 200:
        return Robots(body[:_LONGEST].decode("utf-8-sig", errors="replace"))
    if status is not None and 400 <= status < 500 and status != 429:
        return Robots("")
    return Robots(None)
