"""Pages that a reader has already: asked for again, they are answered by 304 while what they show is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template import Engine
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

View = Callable[..., HttpResponseBase]

_SHAPES_PAGES = {".py", ".html", ".toml", ".mo", ".css", ".js"}


def conditional(mark_of: Callable[..., str | None]) -> Callable[[View], View]:
    """Give the page a validator for readers without an account, and answer by it before the page is made.

    `mark_of` takes the address's parts and says how the data stand that the page shows; None while that is not certain.
    The ETag is a weak one: two answers of one state differ in how the token of their form is written.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, form: str = "html", **address: Any) -> HttpResponseBase:
            # Whether this is an account is asked of the session, so that the answer says that it varies on cookies.
            if request.user.is_authenticated or form != "html" or settings.DEBUG:
                return view(request, form=form, **address)
            mark = mark_of(**address)
            if mark is None:
                return view(request, form=form, **address)
            unchanged = get_conditional_response(request, _etag(request, mark))
            answer = unchanged if isinstance(unchanged, HttpResponse) else view(request, form=form, **address)
            if answer.status_code in (200, 304):
                answer["ETag"] = _etag(request, mark)
                answer["Cache-Control"] = "private, no-cache"
            return answer

        return answered

    return decorate


def _etag(request: HttpRequest, mark: str) -> str:
    """All that a page depends on besides the data: where it is asked for, the language, the day of its citation, the
    cookie that its form answers to (set by the first page that a browser gets), and the program.
    """
    parts = (
        mark,
        request.build_absolute_uri(),
        get_language() or "",
        timezone.localdate().isoformat(),
        request.META.get("CSRF_COOKIE", ""),
        _program(),
    )
    return f'W/"{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:32]}"'


@cache
def _program() -> str:
    """A digest of the files that pages are made by: another release makes other pages of the same data."""
    found = hashlib.sha256()
    folders = [Path(__file__).parents[1], *map(Path, Engine.get_default().dirs)]
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _SHAPES_PAGES):
            found.update(path.read_bytes())
    return found.hexdigest()
