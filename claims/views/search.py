"""Search over claims and articles."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import feeds, rows
from claims.filters import ClaimFilter
from claims.forms import FilterBar
from claims.models import Claim
from claims.views.answers import answer
from claims.views.numbers import page

SHOWN = (
    "ceasefire", "side", "source", "outlet", "topic", "stance", "relation", "place", "said_from", "said_to",
    "about_from", "about_to", "reported_from", "reported_to",
)  # fmt: skip


def search(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    text = request.GET.get("q", "")
    query = request.GET.copy()
    query.pop("q", None)
    filters = ClaimFilter(query, Claim.objects.public())
    bar = FilterBar(filters, request.GET, shown=SHOWN)
    view = comparison.search_view(text, filters.qs, page=page(request), narrowed=bool(bar.chips))
    ids = view.found_ids
    return answer(
        request,
        "claims/search.html",
        {"view": view, "bar": bar, "q": text[:200], "section": "search"},
        form=form,
        title=_("Search: %(words)s") % {"words": text[:80]} if text else _("Search"),
        rows=rows.claim_rows("search", Claim.objects.of_ids(ids).for_display().order_by("-pk")),
        entries=lambda: feeds.entries(Claim.objects.of_ids(ids).newest(feeds.ENTRIES)),
    )
