"""An article with its claims in place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from claims import comparison
from claims.models import Article


def article(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.select_related("outlet__side", "origin"), pk=pk)
    may_read_all = request.user.has_perm("claims.view_article")
    return render(request, "claims/article.html", {"view": comparison.article_view(found, whole=may_read_all)})
