"""Paging by opaque cursor: no row is skipped or doubled while others are inserted."""

from __future__ import annotations

from rest_framework.pagination import CursorPagination


class NewestFirst(CursorPagination):
    """Pages of 1 to 100 rows, newest id first."""

    ordering = "-pk"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 100
