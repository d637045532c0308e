"""The one read model: what pages and API show of days, ceasefires, claims and pairs, as plain records."""

from claims.comparison.articles import ArticleView, article_view
from claims.comparison.ceasefire import CeasefireView, Zoom, ceasefire_view
from claims.comparison.day import DayView, day_view
from claims.comparison.overview import Overview, overview
from claims.comparison.records import ClaimView, PairView, claim_view, pair_view
from claims.comparison.source import SourceView, source_view
from claims.comparison.work import Progress, progress

__all__ = [
    "ArticleView",
    "CeasefireView",
    "ClaimView",
    "DayView",
    "Overview",
    "PairView",
    "Progress",
    "SourceView",
    "Zoom",
    "article_view",
    "ceasefire_view",
    "claim_view",
    "day_view",
    "overview",
    "pair_view",
    "progress",
    "source_view",
]
