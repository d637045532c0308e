"""The pages that explain: how claims come about, and what the words mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.comparison import wording


def method(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/method.html", {"section": "method"})


def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/glossary.html", {"section": "glossary", "wording": wording})
