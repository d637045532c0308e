"""Requests to the API, answered apart from pages: no session, no form, no reader's language is theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.urls import resolve
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponseBase]

PREFIX = "/api/"


def apart(get_response: Answer) -> Answer:
    """Middleware: what stands below it in the settings is for pages, and a request to the API goes past it."""
    answer = cast(Answer, convert_exception_to_response(_answer))

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return answer(request) if request.path_info.startswith(PREFIX) else get_response(request)

    return middleware


def _answer(request: HttpRequest) -> HttpResponseBase:
    """The view's answer, in the one language of the API: what is kept for one reader is given to all."""
    request.get_host()  # raises DisallowedHost
    match = resolve(request.path_info)
    request.resolver_match = match
    with translation.override(settings.LANGUAGE_CODE):
        response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        if isinstance(response, SimpleTemplateResponse):
            response = response.render()
    if isinstance(response, HttpResponse) and not response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
    return response
