"""The one read model: what pages and API show of days, ceasefires, claims and pairs, as plain records."""

from claims.comparison.articles import ArticleView, article_view
from claims.comparison.ceasefire import CeasefireView, Zoom, ceasefire_view
from claims.comparison.compare import CompareView, Meetings, compare_view, party
from claims.comparison.counts import CountsView, counts_view
from claims.comparison.day import DayView, day_view
from claims.comparison.lists import ReviewView, articles_view, pairs_view, review_view
from claims.comparison.opponents import opponents
from claims.comparison.overview import Overview, overview
from claims.comparison.records import ClaimView, PairView, claim_view, pair_view
from claims.comparison.search import SearchView, search_view
from claims.comparison.source import SourceView, source_view, sources_view
from claims.comparison.span import Span, span_of
from claims.comparison.work import Intake, Progress, intake, progress

__all__ = [
    "ArticleView",
    "CeasefireView",
    "ClaimView",
    "CompareView",
    "CountsView",
    "DayView",
    "Intake",
    "Meetings",
    "Overview",
    "PairView",
    "Progress",
    "ReviewView",
    "SearchView",
    "SourceView",
    "Span",
    "Zoom",
    "article_view",
    "articles_view",
    "ceasefire_view",
    "claim_view",
    "compare_view",
    "counts_view",
    "day_view",
    "intake",
    "opponents",
    "overview",
    "pair_view",
    "pairs_view",
    "party",
    "progress",
    "review_view",
    "search_view",
    "source_view",
    "sources_view",
    "span_of",
]
