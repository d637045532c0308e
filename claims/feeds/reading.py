"""Reads a feed of any type: finds its type where it is not known, and never raises for what the site sends."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import asdict
from html import unescape
from typing import Any

from claims.feeds.entries import absolute
from claims.feeds.feed_type import FeedType
from claims.feeds.records import Entry, FeedContent
from claims.feeds.types import FEED_TYPES

NOT_A_FEED = "This is no feed that is read here."
IS_A_PAGE = "This is a web page, not a feed."
_HEAD = 4096
_LINK = re.compile(r"<link\b[^>]{0,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(rel|type|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_FEED_MEDIA = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def find_type(data: bytes, *, content_type: str = "") -> FeedType | None:
    """The type of feed that the bytes are of, or None."""
    head = _head(data)
    media_type = content_type.split(";")[0].strip().lower()
    if re.match(r"<!doctype html|<html", head):
        return None
    return next((kind for kind in FEED_TYPES if kind.recognises(head, media_type)), None)


def read_feed(data: bytes, *, address: str, content_type: str = "", key: str = "") -> FeedContent:
    """What the feed lists. `key` names its type where it is known. Meant for a killable child: see `feed_job`."""
    kind = next((kind for kind in FEED_TYPES if kind.key == key), None) or find_type(data, content_type=content_type)
    try:
        if kind is None:
            raise ValueError(NOT_A_FEED)
        return kind.parse(data, content_type, address)
    except ValueError as fault:
        head = _head(data)
        if "<html" in head or "<!doctype html" in head:
            return FeedContent(problem=IS_A_PAGE, further=_feeds_of_page(data, address))
        return FeedContent(problem=str(fault) if str(fault).endswith(".") else NOT_A_FEED)
    except (TypeError, KeyError, AttributeError, IndexError, LookupError, RecursionError, OverflowError):
        # feedparser's own faults on garbage are many; whichever it is, the feed is not readable.
        return FeedContent(problem="This feed is damaged.")


def feed_job(data: bytes, option: str) -> tuple[Any, bytes]:
    """`read_feed` as a job for `claims.documents.sandbox.run`; `option` is JSON of its arguments."""
    return asdict(read_feed(data, **json.loads(option))), b""


def content_from(value: dict[str, Any]) -> FeedContent:
    """The job's JSON as the record again."""
    return FeedContent(
        entries=tuple(Entry(**entry) for entry in value["entries"]),
        title=value["title"],
        language=value["language"],
        problem=value["problem"],
        dropped=tuple((what, why) for what, why in value["dropped"]),
        further=tuple(value["further"]),
    )


def _head(data: bytes) -> str:
    """The beginning, in lower case, decoded well enough to recognise a type."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00<" in data[:4] or b"<\x00" in data[:4]
    if wide:
        start = data[: 2 * _HEAD]
        name = "utf-16" if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-16-le"
        name = "utf-16-be" if start.startswith(b"\x00<") else name
        return start.decode(name, errors="replace").strip().lower()
    return data[:_HEAD].decode("utf-8-sig", errors="replace").strip().lower()


def _feeds_of_page(data: bytes, address: str) -> tuple[str, ...]:
    """The feeds that a web page names in its head, so that a person who gave the page can pick one."""
    text = data[:200_000].decode("utf-8", errors="replace")
    found: dict[str, None] = {}
    for link in _LINK.findall(text):
        values = {name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(link)}
        names_a_feed = "alternate" in values.get("rel", "").lower() and values.get("type", "").lower() in _FEED_MEDIA
        if names_a_feed and (whole := absolute(unescape(values.get("href", "")), base=address)):
            found[whole] = None
    return tuple(found)
