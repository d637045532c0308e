"""A plain list of addresses, one a line; what follows a # is a remark."""

from __future__ import annotations

from claims.feeds.entries import collect
from claims.feeds.feed_type import FeedType
from claims.feeds.records import Entry, FeedContent


def recognises(head: str, media_type: str) -> bool:
    lines = [line for line in head.splitlines() if line.strip() and not line.startswith("#")]
    return 2 * sum(line.strip().startswith(("http://", "https://")) for line in lines) > len(lines)


def parse(data: bytes, content_type: str, address: str) -> FeedContent:
    text = data.decode("utf-8-sig", errors="replace")
    if not text.strip():
        raise ValueError("There is nothing at this address.")
    lines = [line.split(" #")[0].strip() for line in text.splitlines()]
    entries = [Entry(address=line, title=line) for line in lines if line and not line.startswith("#")]
    content = collect(entries, base="")
    return FeedContent(
        entries=tuple(Entry(address=entry.address) for entry in content.entries),
        dropped=content.dropped,
    )


TYPE = FeedType(key="addresses", label="List of addresses", recognises=recognises, parse=parse)
