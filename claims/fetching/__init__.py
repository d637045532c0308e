"""Fetching: the only code that opens a socket to another host. Plain Python."""

from claims.fetching.client import Fetcher
from claims.fetching.guard import Guard
from claims.fetching.records import Fetched, FetchError, Limits

__all__ = ["FetchError", "Fetched", "Fetcher", "Guard", "Limits"]
