"""An article with its claims in place, and the list of articles."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from claims import comparison
from claims.comparison import rows
from claims.models import Article, Claim
from claims.views.answers import answer
from claims.views.numbers import number


def article(request: HttpRequest, pk: int, form: str = "html") -> HttpResponseBase:
    found = get_object_or_404(Article.objects.select_related("outlet__side", "origin", "merged_into"), pk=pk)
    if found.merged_into is not None:
        return redirect(found.merged_into, permanent=True)
    may_see_all = request.user.has_perm("claims.view_article")
    whole = may_see_all and request.GET.get("show") == "all"
    return answer(
        request,
        "claims/article.html",
        {"view": comparison.article_view(found, whole=whole, may_see_all=may_see_all), "section": "articles"},
        form=form,
        title=", ".join(filter(None, (found.outlet.name if found.outlet else found.outlet_words, str(found)))),
        rows=rows.claim_rows(f"article-{pk}", Claim.objects.in_article(found).for_display()),
    )


def articles(request: HttpRequest, form: str = "html") -> HttpResponseBase:
    listed = Article.objects.current()
    view = comparison.articles_view(after=number(request, "after")) if form == "html" else None
    return answer(
        request,
        "claims/articles.html",
        {"view": view, "section": "articles"},
        form=form,
        title=_("Articles"),
        rows=rows.Rows("articles", listed.for_display().order_by("-pk"), rows.article_row, rows.ARTICLE_COLUMNS),
    )
