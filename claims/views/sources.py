"""A source: what it is called, what it said, how it stands to others; and the list of sources."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import feeds, rows
from claims.filters import ClaimFilter
from claims.forms import FilterBar
from claims.models import Claim, Source
from claims.views.answers import answer
from claims.views.numbers import number


def source(request: HttpRequest, slug: str, form: str = "html") -> HttpResponseBase:
    found = get_object_or_404(
        Source.objects.with_names().select_related("side", "parent__side", "merged_into"), slug=slug
    )
    if found.merged_into is not None:
        return HttpResponseRedirect(found.merged_into.get_absolute_url(), status=301)
    filters = ClaimFilter(request.GET, Claim.objects.public().said_by([found.pk]))
    bar = FilterBar(filters, request.GET, shown=("ceasefire", "topic", "stance", "relation", "about_from", "about_to"))
    view = comparison.source_view(found, filters.qs, after=number(request, "after")) if form == "html" else None
    return answer(
        request,
        "claims/source.html",
        {"view": view, "bar": bar, "section": "sources"},
        form=form,
        title=found.name,
        rows=rows.claim_rows(slug, filters.qs.for_display().order_by("-pk")),
        entries=lambda: feeds.entries(filters.qs.newest(feeds.ENTRIES)),
    )


def sources(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    wanted = request.GET.get("name", "")[:80]
    return answer(
        request,
        "claims/sources.html",
        {"groups": comparison.sources_view(wanted), "wanted": wanted, "section": "sources"},
        form=form,
        title=_("Sources"),
        rows=rows.Rows("sources", Source.objects.listed().for_display(), rows.source_row, rows.SOURCE_COLUMNS),
    )
