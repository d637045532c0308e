"""The WSGI callable of the stock API: the project's settings and middleware, other views."""

from django.conf import settings

from idlib.wsgi import application

settings.ROOT_URLCONF = "benchmarks.api.stock_views"

__all__ = ["application"]
