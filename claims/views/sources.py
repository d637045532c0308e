"""A source: what it is called and what it said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from claims import comparison
from claims.models import Source


def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Source.objects.with_names().select_related("side", "parent", "merged_into"), slug=slug)
    return render(request, "claims/source.html", {"view": comparison.source_view(found)})
