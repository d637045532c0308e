"""One address, several forms: the page, and the same rows as JSON, CSV or an Atom feed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, get_tag_uri

from claims.comparison.citations import SITE, citations
from claims.comparison.feeds import Entry
from claims.comparison.rows import MOST, Rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answer(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    form: str,
    title: str,
    rows: Rows | None = None,
    entries: Callable[[], tuple[Entry, ...]] | None = None,
) -> HttpResponseBase:
    """The page, or what its ending asks for; a form that the page does not have is no address."""
    if form == "html":
        return render(request, template, context | _page(request, title, rows=rows, entries=entries))
    if form == "atom" and entries is not None:
        return _atom(request, title, entries())
    if form == "json" and rows is not None:
        return StreamingHttpResponse(_json(request, rows), content_type="application/json")
    if form == "csv" and rows is not None:
        response = StreamingHttpResponse(_csv(rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{rows.name}.csv"'
        return response
    raise Http404(f"There is no {form} of this page.")


def _page(request: HttpRequest, title: str, *, rows: object, entries: object) -> dict[str, Any]:
    """What every page needs for its head, its menu of forms and its citation."""
    path = request.path.rstrip("/") or "/index"
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return {
        "title": title,
        "forms": {
            form: f"{path}.{form}{query}" for form in ("json", "csv", "atom") if (entries if form == "atom" else rows)
        },
        "cite": citations(title, request.build_absolute_uri(), timezone.localdate()),
        "address": request.get_full_path(),
        "canonical": request.build_absolute_uri(),
        "seen": timezone.localdate(),
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _json(request: HttpRequest, rows: Rows) -> Iterator[str]:
    head = {"address": request.get_full_path(), "as_of": timezone.now().isoformat(), "most": MOST}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "rows": ['
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(row, ensure_ascii=False, default=_plain)
    yield "\n]}\n"


class _Line:
    """A file of one line: what is written comes back."""

    def write(self, line: str) -> str:
        return line


def _csv(rows: Rows) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield writer.writerow(rows.columns)
    for row in rows:
        yield writer.writerow([_cell(row[column]) for column in rows.columns])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str):
        # A spreadsheet takes such a cell for a formula.
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(_plain(value))


def _atom(request: HttpRequest, title: str, entries: tuple[Entry, ...]) -> HttpResponse:
    page = request.build_absolute_uri(request.get_full_path().replace(".atom", "/", 1).replace("/index/", "/"))
    feed = Atom1Feed(
        title=f"{title} · {SITE}", link=page, description="", feed_url=request.build_absolute_uri(), author_name=SITE
    )
    for entry in entries:
        link = request.build_absolute_uri(entry.address)
        feed.add_item(
            title=entry.title,
            link=link,
            description=entry.summary,
            unique_id=get_tag_uri(link, entry.created),
            pubdate=entry.created,
            updateddate=entry.updated,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
