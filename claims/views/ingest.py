"""Intake for the desk: how far the work is, giving documents and addresses, and the feeds with their health."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims import comparison
from claims.documents import Document, DocumentError
from claims.feeds import FEED_TYPES
from claims.forms import AddressForm, FeedForm, UnderstoodForms, UploadForm
from claims.models import Article, Feed
from claims.services import articles, feeds, uploads
from claims.services.uploads import Correction
from claims.services.work import RejectedError
from claims.tasks import hint_articles, hint_feeds

CORRECTED = 50
"""Documents of one upload that can be corrected by hand; what is beyond is taken in as it was understood."""

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def for_the_desk(permission: str) -> Callable[[View[P]], View[P]]:
    """Open to whoever has the permission; where the site serves its own machine alone, to everybody on it."""

    def guarded(view: View[P]) -> View[P]:
        @wraps(view)
        def checked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if settings.LOCAL or request.user.has_perm(permission):
                return view(request, *args, **kwargs)
            if request.user.is_authenticated:
                raise PermissionDenied
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))

        return checked

    return guarded


@for_the_desk("claims.view_article")
def ingest(request: HttpRequest, form: str = "html") -> HttpResponse:
    view = comparison.intake()
    if form == "json":
        return JsonResponse(view.as_json(), json_dumps_params={"ensure_ascii": False})
    context = {"view": view, "address_form": AddressForm(), "section": "ingest"}
    return render(request, "claims/ingest.html", context)


@require_POST
@for_the_desk("claims.change_article")
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Work on an article again that failed or was put aside."""
    get_object_or_404(Article.objects.all(), pk=pk)
    Article.objects.of_ids([pk]).renew()
    hint_articles([pk])
    messages.success(request, _("The article is worked on again."))
    return HttpResponseRedirect(reverse("claims:ingest"))


@require_POST
@for_the_desk("claims.add_article")
def add_address(request: HttpRequest) -> HttpResponse:
    form = AddressForm(request.POST)
    if not form.is_valid():
        return render(request, "claims/ingest.html", {"view": comparison.intake(), "address_form": form}, status=422)
    try:
        accepted = articles.accept_address(form.cleaned_data["address"])
    except RejectedError as fault:
        messages.error(request, fault.message)
    else:
        hint_articles([accepted.article_id])
        messages.success(
            request, _("The article is fetched.") if accepted.is_new else _("This article is here already.")
        )
    return HttpResponseRedirect(reverse("claims:ingest"))


@for_the_desk("claims.add_article")
def upload(request: HttpRequest) -> HttpResponse:
    """GET asks for a file or text; POST shows what was understood of it."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "claims/upload.html", {"form": form, "section": "ingest"}, status=status)
    file = form.cleaned_data["file"]
    if file:
        ticket = uploads.keep(file.read(), name=file.name, media_type="")
    else:
        ticket = uploads.keep(form.cleaned_data["text"].encode(), name="pasted.txt", media_type="")
    return _preview(request, ticket, form.cleaned_data["outlet"])


def _preview(request: HttpRequest, ticket: str, outlet: str) -> HttpResponse:
    results = uploads.understood(ticket, outlet=outlet)
    documents = [found for found in results if isinstance(found, Document)]
    initial = [
        {"take": True, "title": found.title, "outlet": found.outlet, "published": found.published}
        for found in documents[:CORRECTED]
    ]
    forms = UnderstoodForms(initial=initial)
    context = {
        "ticket": ticket,
        "outlet": outlet,
        "forms": forms,
        "understood": list(zip(documents, forms, strict=False)),
        "beyond": max(0, len(documents) - CORRECTED),
        "refused": [found for found in results if isinstance(found, DocumentError)],
        "number": len(documents),
        "section": "ingest",
    }
    return render(request, "claims/upload.html", context)


@require_POST
@for_the_desk("claims.add_article")
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in what was understood, as corrected."""
    forms = UnderstoodForms(request.POST)
    if not forms.is_valid():
        messages.error(request, _("A day must be written as 2020-03-06."))
        return HttpResponseRedirect(reverse("claims:upload"))
    corrections = [
        Correction(
            take=form.cleaned_data.get("take", False),
            title=form.cleaned_data.get("title", ""),
            outlet=form.cleaned_data.get("outlet", ""),
            published=form.cleaned_data.get("published"),
        )
        for form in forms
    ]
    try:
        accepted = uploads.take_in(request.POST.get("ticket", ""), corrections, outlet=request.POST.get("outlet", ""))
    except LookupError:
        messages.error(request, _("This upload is no longer here; give it once more."))
        return HttpResponseRedirect(reverse("claims:upload"))
    hint_articles([one.article_id for one in accepted])
    new = sum(one.is_new for one in accepted)
    messages.success(
        request,
        ngettext("%(n)d new article was taken in.", "%(n)d new articles were taken in.", new) % {"n": new}
        + (_(" %(n)d were here already.") % {"n": len(accepted) - new} if new < len(accepted) else ""),
    )
    return HttpResponseRedirect(reverse("claims:ingest"))


@for_the_desk("claims.view_feed")
def feed_list(request: HttpRequest) -> HttpResponse:
    view = {"feeds": Feed.objects.with_health(), "types": {kind.key: kind.label for kind in FEED_TYPES}}
    return render(request, "claims/feeds.html", {"view": view, "section": "ingest"})


@for_the_desk("claims.add_feed")
def add_feed(request: HttpRequest) -> HttpResponse:
    form = FeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            feed = feeds.add(given["address"], outlet=given["outlet"], covers=given["covers"])
        except RejectedError as fault:
            form.add_error("address", fault.message)
        else:
            hint_feeds([feed.pk])
            messages.success(request, _("The feed is polled from now on."))
            return HttpResponseRedirect(reverse("claims:feeds"))
    status = 422 if form.errors else 200
    return render(request, "claims/feed_form.html", {"form": form, "section": "ingest"}, status=status)


@require_POST
@for_the_desk("claims.change_feed")
def change_feed(request: HttpRequest, pk: int) -> HttpResponse:
    """Poll the feed now, or switch it on or off, by the button that was pressed."""
    feed = get_object_or_404(Feed.objects.all(), pk=pk)
    match request.POST.get("do"):
        case "off":
            feeds.switch(feed, on=False)
        case "on":
            feeds.switch(feed, on=True)
        case _:
            feeds.poll_now(feed)
    hint_feeds([feed.pk])
    return HttpResponseRedirect(reverse("claims:feeds"))
