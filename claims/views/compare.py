"""Two parties side by side over days of a ceasefire; without two, the matrix of who contradicts whom."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import feeds, rows
from claims.filters import PairFilter
from claims.forms import CompareForm
from claims.models import Ceasefire, ClaimPair
from claims.views.answers import answer
from claims.views.numbers import day, number

NARROWING = ("relation", "dimension")


def compare(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    """Of the ceasefire that the address names, else of the most disputed one, a stretch of days that is bounded."""
    ceasefire = Ceasefire.objects.named(request.GET.get("ceasefire", "")) or Ceasefire.objects.most_disputed()
    span = (
        comparison.span_of(ceasefire, since=day(request, "day_from"), until=day(request, "day_to"))
        if ceasefire
        else None
    )
    chosen = CompareForm(request.GET, ceasefire)
    left, right = (comparison.party(request.GET.get(name, "")) for name in ("left", "right"))
    if left is None or right is None or span is None:
        return _matrix(request, span, chosen, form)
    narrowing = {name: request.GET.get(name, "") for name in NARROWING}
    met = comparison.Meetings.of(left, right, span, PairFilter(narrowing, ClaimPair.objects.public()).qs)
    view = comparison.compare_view(left, right, span, met, after=number(request, "after")) if form == "html" else None
    return answer(
        request,
        "claims/compare.html",
        {"view": view, "span": span, "chosen": chosen, "section": "compare"},
        form=form,
        title=_("%(left)s and %(right)s") % {"left": left.name, "right": right.name},
        rows=rows.pair_rows("compare", met.pairs.for_display().order_by("-pk")),
        entries=lambda: feeds.entries(pairs=met.pairs.newest(feeds.ENTRIES)),
    )


def _matrix(request: HttpRequest, span: comparison.Span | None, chosen: CompareForm, form: str) -> HttpResponseBase:
    if form != "html":
        raise Http404("Two parties are needed.")
    return answer(
        request,
        "claims/opponents.html",
        {
            "view": comparison.opponents(span) if span else None,
            "span": span,
            "ceasefires": Ceasefire.objects.in_order(),
            "chosen": chosen,
            "section": "compare",
        },
        form=form,
        title=_("Who contradicts whom"),
    )
