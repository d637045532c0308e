"""The WSGI callable that gunicorn serves."""

from importlib import import_module
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters

from idlib import env


class Utf8Request(WSGIRequest):
    """A request in UTF-8, whatever it says: Django fails before any of our code on a query `in` IDNA or Punycode."""

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))


class Handler(WSGIHandler):
    request_class = Utf8Request


env.use_settings()
django.setup(set_prefix=False)
application = Handler()
import_module(settings.ROOT_URLCONF)  # else the first request to each process would wait for it
