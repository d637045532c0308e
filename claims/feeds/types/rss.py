"""RSS and Atom, all versions, by feedparser: it makes sense of what is malformed, too."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.sax import SAXException

import feedparser

from claims.feeds.entries import collect, plain
from claims.feeds.feed_type import FeedType
from claims.feeds.markup import check_xml, without_doctype
from claims.feeds.records import Entry, FeedContent

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]")


def recognises(head: str, media_type: str) -> bool:
    return media_type in ("application/rss+xml", "application/atom+xml") or bool(_ROOT.search(head))


def parse(data: bytes, content_type: str, address: str) -> FeedContent:
    check_xml(data)
    headers = {"content-location": address}
    if "charset" in content_type.lower():
        headers["content-type"] = content_type
    # A stream, since feedparser opens what looks like a file's name or an address.
    feed = feedparser.parse(io.BytesIO(without_doctype(data)), response_headers=headers, sanitize_html=False)
    title = plain(_words(feed.feed, "title"))
    # One that lists nothing is only taken for a feed if it is whole and says what it is.
    is_whole = not isinstance(feed.get("bozo_exception"), SAXException)
    if not feed.entries and not (is_whole and feed.get("version") and title):
        raise ValueError("This is no RSS or Atom feed.")
    # Atom's "updated" is a page's last change; in RSS the same key holds dc:date, which is the item's own day.
    days = ("published", "created") if str(feed.get("version")).startswith("atom") else ("published", "updated")
    return collect(
        (_entry(entry, days) for entry in feed.entries),
        base=address,
        title=title,
        language=_words(feed.feed, "language"),
    )


def _entry(entry: Any, days: tuple[str, ...]) -> Entry:
    link = _words(entry, "feedburner_origlink") or _words(entry, "link")
    guid = _words(entry, "id")
    return Entry(
        address=link or (guid if guid.startswith(("http://", "https://")) else ""),
        title=plain(_words(entry, "title")),
        published=next((words for day in days if (words := _words(entry, day))), ""),
        language=_words(entry, "language"),
    )


def _words(source: Any, key: str) -> str:
    value = source.get(key)
    return value if isinstance(value, str) else ""


TYPE = FeedType(key="rss", label="RSS or Atom", recognises=recognises, parse=parse)
