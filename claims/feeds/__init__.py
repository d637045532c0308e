"""Feeds: what a feed lists, whether its site lets us ask, and when to ask again. Plain Python."""

from claims.feeds.reading import content_from, feed_job, find_type, read_feed
from claims.feeds.records import Entry, FeedContent
from claims.feeds.types import FEED_TYPES

__all__ = ["FEED_TYPES", "Entry", "FeedContent", "content_from", "feed_job", "find_type", "read_feed"]
