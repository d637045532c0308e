"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from claims.feeds.entries import collect, plain
from claims.feeds.feed_type import FeedType
from claims.feeds.records import Entry, FeedContent


def recognises(head: str, media_type: str) -> bool:
    return media_type == "application/feed+json" or (head.startswith("{") and "jsonfeed.org/version" in head)


def parse(data: bytes, content_type: str, address: str) -> FeedContent:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise ValueError("This is no JSON Feed: it is not JSON.") from fault
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ValueError("This is no JSON Feed: it has no list of items.")
    return collect(
        (_entry(item) for item in items if isinstance(item, dict)),
        base=address,
        title=plain(_words(feed, "title")),
        language=_words(feed, "language"),
    )


def _entry(item: dict[str, Any]) -> Entry:
    identifier = _words(item, "id")
    return Entry(
        address=_words(item, "url")
        or _words(item, "external_url")
        or (identifier if identifier.startswith(("http://", "https://")) else ""),
        title=plain(_words(item, "title")),
        published=_words(item, "date_published"),
        language=_words(item, "language"),
    )


def _words(source: dict[str, Any], key: str) -> str:
    value = source.get(key)
    return value if isinstance(value, str) else ""


TYPE = FeedType(key="jsonfeed", label="JSON Feed", recognises=recognises, parse=parse)
