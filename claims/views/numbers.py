"""Numbers of an address, read so that rubbish is as good as none."""

from __future__ import annotations

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
