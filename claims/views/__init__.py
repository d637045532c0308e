"""The pages: one short function each, which names a read model and a template."""

from claims.views.about import glossary, method
from claims.views.articles import article, articles
from claims.views.ceasefires import ceasefire, day, overview
from claims.views.claims import claim, pair, pairs
from claims.views.compare import compare
from claims.views.counts import counts
from claims.views.errors import not_found
from claims.views.ingest import add_address, add_feed, change_feed, feed_list, ingest, retry, take_in, upload
from claims.views.review import review
from claims.views.search import search
from claims.views.sources import source, sources

__all__ = [
    "add_address",
    "add_feed",
    "article",
    "articles",
    "ceasefire",
    "change_feed",
    "claim",
    "compare",
    "counts",
    "day",
    "feed_list",
    "glossary",
    "ingest",
    "method",
    "not_found",
    "overview",
    "pair",
    "pairs",
    "retry",
    "review",
    "search",
    "source",
    "sources",
    "take_in",
    "upload",
]
