"""The filters of lists: a field here is a filter on the page, in the API, in exports and in webhooks."""

from claims.filters.claims import ClaimFilter
from claims.filters.narrowing import Filters
from claims.filters.pairs import PairFilter

__all__ = ["ClaimFilter", "Filters", "PairFilter"]
