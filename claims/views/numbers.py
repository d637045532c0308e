"""Numbers and days of an address, read so that rubbish is as good as none."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

LARGEST = 2**63 - 1


def number(request: HttpRequest, name: str) -> int | None:
    """A number from 0 that the database can hold; None for anything else."""
    value = request.GET.get(name, "")
    if not (value.isascii() and value.isdecimal() and len(value) < 20):
        return None
    return int(value) if int(value) <= LARGEST else None


def page(request: HttpRequest) -> int:
    """The page asked for, from 1."""
    return min(number(request, "page") or 1, 1_000_000)


def day(request: HttpRequest, name: str) -> date | None:
    """A day as YYYY-MM-DD; None for anything else."""
    words = request.GET.get(name, "")
    try:
        return date.fromisoformat(words) if len(words) == 10 else None
    except ValueError:
        return None
