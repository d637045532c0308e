"""The types of feeds, one file each; a new type is a file, its name here and a sample."""

from claims.feeds.feed_type import FeedType
from claims.feeds.types import addresses, jsonfeed, rss, sitemap

FEED_TYPES: tuple[FeedType, ...] = (
    rss.TYPE,
    jsonfeed.TYPE,
    sitemap.TYPE,
    addresses.TYPE,
)
