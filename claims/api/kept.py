"""Answers that take long to make: made once, and given again until what they show has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress

import redis
import structlog
from django.core.cache import cache

SECONDS = 3600

log = structlog.get_logger(__name__)


def body(name: str, mark: str, make: Callable[[], bytes]) -> bytes:
    """The body of the answer with this name while the public data that it shows stand at `mark`.

    A queue that is down keeps nothing, and nobody waits for it.
    """
    key = "api:" + hashlib.sha256(f"{name}\n{mark}".encode()).hexdigest()
    try:
        found = cache.get(key)
    except redis.RedisError as fault:
        log.warning("nothing_is_kept", error=str(fault)[:200])
        return make()
    if isinstance(found, bytes):
        return found
    made = make()
    with suppress(redis.RedisError):
        cache.set(key, made, SECONDS)
    return made
