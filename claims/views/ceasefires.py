"""The overview, a ceasefire, and one of its days."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from claims import comparison
from claims.models import Ceasefire


def overview(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/overview.html", {"view": comparison.overview()})


def ceasefire(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Ceasefire.objects.with_statements(), slug=slug)
    return render(request, "claims/ceasefire.html", {"view": comparison.ceasefire_view(found)})


def day(request: HttpRequest, slug: str, day: date) -> HttpResponse:
    found = get_object_or_404(Ceasefire.objects.with_statements(), slug=slug)
    return render(request, "claims/day.html", {"view": comparison.day_view(found, day)})
