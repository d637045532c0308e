"""Entries on their way into a FeedContent: addresses made absolute, titles made plain, each address once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from claims.feeds.records import Entry, FeedContent

NO_ADDRESS = "no web address"
TWICE = "listed twice"
LONGEST_ADDRESS = 2000
_TAG = re.compile(r"<[/!?a-zA-Z][^>]*>")


def collect(
    entries: Iterable[Entry],
    *,
    base: str,
    title: str = "",
    language: str = "",
    problem: str = "",
    further: Iterable[str] = (),
) -> FeedContent:
    """The content with each usable entry once; the others are counted with their reason."""
    kept: dict[str, Entry] = {}
    dropped: list[tuple[str, str]] = []
    for entry in entries:
        address = absolute(entry.address, base=base)
        if not address:
            dropped.append(((entry.title or entry.address)[:200], NO_ADDRESS))
        elif address in kept:
            dropped.append((address, TWICE))
        else:
            kept[address] = Entry(
                address=address,
                title=entry.title,
                published=entry.published.strip()[:100],
                language=short_language(entry.language or language),
            )
    return FeedContent(
        entries=tuple(kept.values()),
        title=title,
        language=short_language(language),
        problem=problem,
        dropped=tuple(dropped),
        further=tuple(found for address in further if (found := absolute(address, base=base))),
    )


def absolute(address: str, *, base: str) -> str:
    """The address as a whole one, or "" where it is not of the web."""
    try:
        whole = urljoin(base, address.strip()) if address.strip() else ""
        parts = urlsplit(whole)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and len(whole) <= LONGEST_ADDRESS
    except ValueError:
        return ""
    return whole if usable and not re.search(r"[\x00-\x20]", whole) else ""


def plain(words: str) -> str:
    """A title without markup, whether its markup came escaped or not."""
    return " ".join(html.unescape(_TAG.sub("", html.unescape(words))).split())[:500]


def short_language(words: str) -> str:
    return words.strip().lower().replace("_", "-").split("-")[0][:10]
