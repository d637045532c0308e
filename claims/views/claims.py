"""A claim and a pair of claims, each at its permalink."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from claims import comparison
from claims.models import Claim, ClaimPair


def claim(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Claim.objects.for_display(), pk=pk)
    return render(request, "claims/claim.html", {"view": comparison.claim_view(found)})


def pair(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(ClaimPair.objects.for_display(), pk=pk)
    return render(request, "claims/pair.html", {"view": comparison.pair_view(found)})
