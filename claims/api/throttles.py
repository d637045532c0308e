"""How often a reader may ask: so many requests a minute by token, or by address without one."""

from __future__ import annotations

import ipaddress
import time
from functools import lru_cache
from typing import Any

import redis
import structlog
from django.conf import settings
from rest_framework.throttling import BaseThrottle

from claims.models import Token

WINDOW = 60
"""Seconds."""

log = structlog.get_logger(__name__)


class Fair(BaseThrottle):
    """Counts in windows of a minute, in one round trip. A queue that is down lets everybody through."""

    def allow_request(self, request: Any, view: Any) -> bool:
        name, reader = _reader(request)
        self.policy, self.limit = name, settings.API_RATES[name]
        now = time.time()
        self.reset = WINDOW - int(now % WINDOW)
        used = _count(f"api:{name}:{reader}:{int(now // WINDOW)}")
        self.remaining = max(0, self.limit - used)
        view.rate = {
            "RateLimit-Policy": f'"{name}";q={self.limit};w={WINDOW}',
            "RateLimit": f'"{name}";r={self.remaining};t={self.reset}',
        }
        return used <= self.limit

    def wait(self) -> float:
        return float(self.reset)


def _reader(request: Any) -> tuple[str, str]:
    """The policy that a request falls under, and whom it is counted for."""
    if isinstance(request.auth, Token):
        return ("token" if request.method in ("GET", "HEAD") else "writing"), str(request.auth.pk)
    return "anonymous", address_of(request)


def address_of(request: Any) -> str:
    """The reader's address; of an IPv6 one the network of its subscriber, which has any number of addresses."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.API_PROXIES:
        forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        address = forwarded[-settings.API_PROXIES] if len(forwarded) >= settings.API_PROXIES else address
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else str(parsed)


@lru_cache(maxsize=1)
def _client() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=0.5, socket_timeout=0.5)


def _count(key: str) -> int:
    try:
        pipeline = _client().pipeline(transaction=False)
        pipeline.incr(key)
        pipeline.expire(key, 2 * WINDOW)
        used, _ = pipeline.execute()
    except redis.RedisError as fault:
        log.warning("throttle_is_down", error=str(fault)[:200])
        return 0
    return int(used)
