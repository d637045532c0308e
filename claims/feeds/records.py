"""The records of a poll: the entries that a feed lists, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

MOST_ENTRIES_A_POLL = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article that a feed lists. `published` is the day in the feed's own words, "" where it gives none."""

    address: str
    title: str = ""
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedContent:
    """What one poll brought, in the feed's order, each address once.

    problem  why it cannot be read, in plain words; "" where it can, even if it lists nothing
    dropped  (what, why) of each entry that was left out
    further  addresses of other feeds that this one points to: a sitemap index's parts, a web page's feeds
    """

    entries: tuple[Entry, ...] = ()
    title: str = ""
    language: str = ""
    problem: str = ""
    dropped: tuple[tuple[str, str], ...] = ()
    further: tuple[str, ...] = ()

    def unseen(self, seen: Container[str], *, most: int = MOST_ENTRIES_A_POLL) -> tuple[Entry, ...]:
        """The first `most` entries whose addresses are not among `seen`; the rest comes with the next polls."""
        return tuple(entry for entry in self.entries if entry.address not in seen)[:most]
