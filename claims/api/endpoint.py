"""What every address of the API does alike: guards, conditional answers, gzip, reading from other sites."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.http import http_date
from django.views.decorators.gzip import gzip_page
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api import limits
from claims.api.auth import Bearer
from claims.api.formats import MEDIA_TYPES, chosen
from claims.api.problems import Problem
from claims.api.throttles import Fair
from claims.models import Token
from claims.publishing.moment import Moment

Asking = Request | HttpRequest
"""A request as DRF has it, or before it is looked at any closer: by a reader without a token."""

_EXPOSED = "ETag, Link, Last-Modified, Location, RateLimit, RateLimit-Policy, Retry-After"
_ASKED = "Accept, Authorization, Content-Type, Idempotency-Key, If-Modified-Since, If-None-Match"


class AsAsked(BaseContentNegotiation):
    """Answers choose their own form (`formats.chosen`); DRF is told of JSON for the rest."""

    def select_parser(self, request: Any, parsers: Any) -> Any:
        return next(iter(parsers), None)

    def select_renderer(self, request: Any, renderers: Any, format_suffix: str | None = None) -> Any:
        return JSONRenderer(), "application/json"


@method_decorator(gzip_page, name="dispatch")
class Endpoint(APIView):
    """The base of the API's views. `formats`: the forms that a GET answers in, the first one preferred."""

    content_negotiation_class = AsAsked
    authentication_classes = (Bearer,)
    throttle_classes = (Fair,)
    formats: ClassVar[tuple[str, ...]] = ("json",)
    rate: Mapping[str, str] = MappingProxyType({})
    """The headers that say how many requests are left."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        charset = request.META.get("CONTENT_TYPE", "").lower().partition("charset=")[2].split(";")[0].strip(' "')
        if charset not in ("", "utf-8", "utf8"):
            raise Problem(415, "unsupported_media_type", "The only character set is UTF-8.")
        limits.hold()
        super().initial(request, *args, **kwargs)

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        methods = ", ".join(self.allowed_methods)
        return HttpResponse(
            status=204,
            headers={
                "Allow": methods,
                "Access-Control-Allow-Methods": methods,
                "Access-Control-Allow-Headers": _ASKED,
                "Access-Control-Max-Age": "86400",
            },
        )

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        for name, value in self.rate.items():
            response[name] = value
        return _for_all(response)

    def preferred(self, request: Request) -> str:
        """The format that the Accept header asks for. Raises Problem (406) if there is no such one."""
        name = chosen(request.META.get("HTTP_ACCEPT", ""), self.formats)
        if name is None:
            offered = ", ".join(MEDIA_TYPES[name].partition(";")[0] for name in self.formats)
            raise Problem(406, "not_acceptable", f"This answer is given as {offered}.")
        return name


def _for_all(response: HttpResponseBase) -> HttpResponseBase:
    """Have other sites' scripts read the answer, and caches tell its forms apart."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = _EXPOSED
    patch_vary_headers(response, ["Accept", "Accept-Encoding"])
    return response


def at_once(request: HttpRequest, moment: Moment) -> HttpResponseBase | None:
    """The whole 304 for a reader without a token, if nothing has changed for him; None: let the view answer."""
    answer = unchanged(request, moment)
    if answer is not None:
        validated(request, answer, moment.mark, moment.changed_at)
        _for_all(answer)
    return answer


def etag(request: Asking, mark: str) -> str:
    """The ETag of what this address answers while the public data stand at `mark`."""
    asked = "\n".join((mark, request.get_full_path(), request.META.get("HTTP_ACCEPT", ""), _reader(request)))
    return f'"{hashlib.sha256(asked.encode()).hexdigest()[:32]}"'


def _reader(request: Asking) -> str:
    token = getattr(request, "auth", None)
    return str(token.pk) if isinstance(token, Token) else ""


def unchanged(request: Asking, moment: Moment) -> HttpResponse | None:
    """The 304 that a conditional request may be answered with before anything is read; None: answer it in full."""
    if moment.mark is None:
        return None
    modified = int(moment.changed_at.timestamp()) if moment.changed_at else None
    answer = get_conditional_response(_plain(request), etag(request, moment.mark), modified)
    return answer if isinstance(answer, HttpResponse) else None


def validated(request: Asking, response: HttpResponseBase, mark: str | None, changed_at: datetime | None) -> None:
    """Set what a client asks again with."""
    response["Cache-Control"] = "no-cache"
    if mark is not None:
        response["ETag"] = etag(request, mark)
        if changed_at is not None:
            response["Last-Modified"] = http_date(changed_at.timestamp())


def _plain(request: Asking) -> HttpRequest:
    return request._request if isinstance(request, Request) else request
