"""A claim and a pair of claims, each at its permalink, and the list of pairs."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import feeds, rows
from claims.filters import PairFilter
from claims.forms import FilterBar, ReviewForm
from claims.models import Claim, ClaimPair
from claims.publishing import moment as moments
from claims.views.answers import answer
from claims.views.conditional import conditional
from claims.views.numbers import number


def _mark(pk: int) -> str | None:
    """The feed of changes tells of all that the page of a claim or of a pair shows."""
    return moments.now().mark


@conditional(_mark)
def claim(request: HttpRequest, pk: int, form: str = "html") -> HttpResponseBase:
    found = get_object_or_404(Claim.objects.with_article_texts(), pk=pk)
    view = comparison.claim_view(found)
    return answer(
        request,
        "claims/claim.html",
        {"view": view, "section": "ceasefires"},
        form=form,
        title=_("%(names)s, claim %(id)s") % {"names": view.card.names, "id": f"c{pk}"},
        rows=rows.claim_rows(f"claim-{pk}", [found]),
    )


@conditional(_mark)
def pair(request: HttpRequest, pk: int, form: str = "html") -> HttpResponseBase:
    found = get_object_or_404(ClaimPair.objects.with_article_texts(), pk=pk)
    view = comparison.pair_view(found)
    return answer(
        request,
        "claims/pair.html",
        {"view": view, "section": "ceasefires", "review_form": ReviewForm(pair=found)},
        form=form,
        title=_("%(title)s, pair %(id)s") % {"title": view.title, "id": f"p{pk}"},
        rows=rows.pair_rows(f"pair-{pk}", [found]),
    )


def pairs(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    filters = PairFilter(request.GET, ClaimPair.objects.public())
    bar = FilterBar(
        filters,
        request.GET,
        shown=("ceasefire", "relation", "dimension", "side", "review", "day_from", "day_to"),
    )
    view = comparison.pairs_view(filters.qs, after=number(request, "after")) if form == "html" else None
    return answer(
        request,
        "claims/pairs.html",
        {"view": view, "bar": bar, "section": "pairs"},
        form=form,
        title=_("Pairs of claims"),
        rows=rows.pair_rows("pairs", filters.qs.for_display().order_by("-pk")),
        entries=lambda: feeds.entries(pairs=filters.qs.newest(feeds.ENTRIES)),
    )
