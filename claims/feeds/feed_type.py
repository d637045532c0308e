"""What a type of feed is: a key, a label, how it is recognised, and how its bytes become entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.feeds.records import FeedContent


@dataclass(frozen=True, slots=True)
class FeedType:
    """`recognises` gets the first 4 KiB as lower-case text, and the media type; `parse` the bytes, the media type with
    its charset and the feed's address, and may raise ValueError in plain words: `claims.feeds.reading` catches it.
    """

    key: str
    label: str
    recognises: Callable[[str, str], bool]
    parse: Callable[[bytes, str, str], FeedContent]
