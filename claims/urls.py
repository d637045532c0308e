"""The addresses of the pages. A page is a line here, a function in `views/` and a template of the same name."""

from django.urls import include, path, register_converter

from claims import views
from claims.converters import DayConverter, IdConverter

app_name = "claims"

register_converter(DayConverter, "day")
register_converter(IdConverter, "id")

urlpatterns = [
    path("", views.overview, name="overview"),
    path("ceasefires/<slug:slug>/", views.ceasefire, name="ceasefire"),
    path("ceasefires/<slug:slug>/<day:day>/", views.day, name="day"),
    path("pairs/<int:pk>/", views.pair, name="pair"),
    path("claims/<int:pk>/", views.claim, name="claim"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("sources/<slug:slug>/", views.source, name="source"),
    path("api/", include("claims.api.urls")),
]
