"""The page to try the API on, and the schema behind it; all of their parts come from this site."""

from __future__ import annotations

from csp.constants import SELF
from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView


class Schema(SpectacularAPIView):
    """The schema (OpenAPI 3.1), as YAML, or as JSON by `?format=json`."""


@method_decorator(csp_update({"img-src": [SELF, "data:"]}), name="dispatch")
class TryIt(SpectacularSwaggerSplitView):
    """Swagger UI, whose own style sheet has small pictures inside it."""

    url_name = "claims:schema"
    template_name = "claims/api.html"
