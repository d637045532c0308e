"""Two parties side by side over a ceasefire or a span of days; without two, the matrix of who contradicts whom."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import feeds, rows
from claims.filters import ClaimFilter, PairFilter
from claims.forms import CompareForm
from claims.models import Ceasefire, Claim, ClaimPair
from claims.views.answers import answer
from claims.views.numbers import number


def compare(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    chosen = CompareForm(request.GET)
    left, right = (comparison.party(request.GET.get(name, "")) for name in ("left", "right"))
    if left is None or right is None:
        return _matrix(request, chosen, form)
    span = {name: request.GET.get(name, "") for name in ("ceasefire", "day_from", "day_to")}
    pairs = PairFilter(
        {**span, "relation": request.GET.get("relation", ""), "dimension": request.GET.get("dimension", "")},
        ClaimPair.objects.public(),
    ).qs
    claims = ClaimFilter(span, Claim.objects.public()).qs
    between = pairs.between(left.source_ids, right.source_ids)
    view = (
        comparison.compare_view(left, right, claims, pairs, after=number(request, "after")) if form == "html" else None
    )
    return answer(
        request,
        "claims/compare.html",
        {"view": view, "chosen": chosen, "section": "compare"},
        form=form,
        title=_("%(left)s and %(right)s") % {"left": left.name, "right": right.name},
        rows=rows.pair_rows("compare", between.for_display().order_by("-pk")),
        entries=lambda: feeds.entries(pairs=between.newest(feeds.ENTRIES)),
    )


def _matrix(request: HttpRequest, chosen: CompareForm, form: str) -> HttpResponseBase:
    if form != "html":
        raise Http404("Two parties are needed.")
    ceasefire = Ceasefire.objects.named(request.GET.get("ceasefire", "")) or Ceasefire.objects.most_disputed()
    return answer(
        request,
        "claims/opponents.html",
        {
            "view": comparison.opponents(ceasefire) if ceasefire else None,
            "ceasefires": Ceasefire.objects.in_order(),
            "chosen": chosen,
            "section": "compare",
        },
        form=form,
        title=_("Who contradicts whom"),
    )
