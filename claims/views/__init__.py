"""The pages: one short function each, which names a read model and a template."""

from claims.views.about import glossary, method
from claims.views.articles import article, articles
from claims.views.ceasefires import ceasefire, day, overview
from claims.views.claims import claim, pair, pairs
from claims.views.compare import compare
from claims.views.counts import counts
from claims.views.errors import not_found
from claims.views.review import review
from claims.views.search import search
from claims.views.sources import source, sources

__all__ = [
    "article",
    "articles",
    "ceasefire",
    "claim",
    "compare",
    "counts",
    "day",
    "glossary",
    "method",
    "not_found",
    "overview",
    "pair",
    "pairs",
    "review",
    "search",
    "source",
    "sources",
]
