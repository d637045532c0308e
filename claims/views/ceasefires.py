"""The overview, a ceasefire, and one of its days."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import feeds, marks, rows
from claims.comparison.matters import MATTERS, OTHER
from claims.filters import ClaimFilter, PairFilter
from claims.forms import CLOCKS, FilterBar
from claims.models import Ceasefire, CeasefireDay, Claim, ClaimPair
from claims.publishing import moment as moments
from claims.views import numbers
from claims.views.answers import answer
from claims.views.conditional import conditional

MATTER_KEYS = tuple(matter.key for matter in (*MATTERS, OTHER))
NARROWING_PAIRS = ("relation", "dimension", "review")
"""Filters of a day that narrow its disputes as well as its accounts."""


def overview(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    return answer(
        request,
        "claims/overview.html",
        {"view": comparison.overview() if form == "html" else None, "section": "ceasefires"},
        form=form,
        title=_("Who said what about each ceasefire day"),
        rows=rows.Rows("days", CeasefireDay.objects.most_disputed(), rows.day_row, rows.DAY_COLUMNS),
        entries=lambda: feeds.entries(Claim.objects.newest(feeds.ENTRIES), ClaimPair.objects.newest(feeds.ENTRIES)),
    )


def ceasefire(request: HttpRequest, slug: str, form: str = "html") -> HttpResponseBase:
    found = get_object_or_404(Ceasefire.objects.with_statements(), slug=slug)
    if request.GET.get("day") and form == "html":
        return _open_day(found, numbers.day(request, "day"))
    asked_zoom = request.GET.get("zoom")
    zoom = next((zoom for zoom in comparison.Zoom if zoom == asked_zoom), comparison.Zoom.DAY)
    view = (
        comparison.ceasefire_view(
            found, zoom=zoom, row=numbers.number(request, "row"), since=numbers.day(request, "from")
        )
        if form == "html"
        else None
    )
    return answer(
        request,
        "claims/ceasefire.html",
        {"view": view, "section": "ceasefires"},
        form=form,
        title=found.name,
        rows=rows.matrix_rows(found),
        entries=lambda: feeds.entries(
            Claim.objects.of_ceasefire(found).newest(feeds.ENTRIES),
            ClaimPair.objects.of_ceasefire(found).newest(feeds.ENTRIES),
        ),
    )


def _open_day(ceasefire: Ceasefire, day: date | None) -> HttpResponseRedirect:
    if day is None:
        raise Http404("This is no day.")
    return HttpResponseRedirect(ceasefire.day_url(day))


def _day_mark(slug: str, day: date) -> str | None:
    """How the small tables and all days of the ceasefire stand: cards tell of pairs on other days than their own."""
    days = marks.of_days(get_object_or_404(Ceasefire, slug=slug))
    return f"{moments.now().stamps}/{days}" if days else None


@conditional(_day_mark)
def day(request: HttpRequest, slug: str, day: date, form: str = "html") -> HttpResponseBase:
    found = get_object_or_404(Ceasefire, slug=slug)
    clock = request.GET.get("clock", "about")
    listed = Claim.objects.by_clock(found, day, clock)
    filters = ClaimFilter(request.GET, listed)
    pairs = ClaimPair.objects.on_day(found, day)
    if narrowing := {name: request.GET[name] for name in NARROWING_PAIRS if name in request.GET}:
        pairs = PairFilter(narrowing, pairs).qs
    bar = FilterBar(
        filters,
        request.GET,
        shown=("topic", "side", "relation", "dimension", "review", "undated"),
        choices={"clock": (_("Day by"), CLOCKS)},
    )
    only = request.GET.get("matter", "")
    view = (
        comparison.day_view(
            found,
            day,
            claims=filters.qs,
            pairs=pairs,
            only=only if only in MATTER_KEYS else "",
            page=numbers.page(request),
        )
        if form == "html"
        else None
    )
    return answer(
        request,
        "claims/day.html",
        {"view": view, "bar": bar, "section": "ceasefires"},
        form=form,
        title=f"{date_format(day, 'j F Y')}, {found.name}",
        rows=rows.claim_rows(f"{slug}-{day.isoformat()}", filters.qs.for_display().in_order()),
        entries=lambda: feeds.entries(filters.qs.newest(feeds.ENTRIES), pairs.newest(feeds.ENTRIES)),
    )
