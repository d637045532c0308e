"""Figures of one kind over the days of a ceasefire."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import rows
from claims.comparison.counts import COUNT_KINDS
from claims.models import Ceasefire
from claims.views.answers import answer


def counts(request: HttpRequest, slug: str, form: str = "html") -> HttpResponseBase:
    found = get_object_or_404(Ceasefire.objects.in_order(), slug=slug)
    asked = request.GET.get("kind")
    kind = next((kind for kind in COUNT_KINDS if kind.key == asked), COUNT_KINDS[0])
    view = comparison.counts_view(found, kind)
    return answer(
        request,
        "claims/counts.html",
        {"view": view, "kinds": COUNT_KINDS, "section": "ceasefires"},
        form=form,
        title=_("%(kind)s, %(name)s") % {"kind": kind.label, "name": found.name},
        rows=rows.Rows(f"{slug}-{kind.key}", view.listed, rows.figure_row, rows.FIGURE_COLUMNS),
    )
