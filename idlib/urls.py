"""The project's addresses: health, administration, language, and all of `claims`."""

from django.contrib import admin
from django.urls import include, path

from idlib import health

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("claims.urls")),
]
