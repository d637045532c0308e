"""The addresses of the pages. A page is a line here, a function in `views/` and a template of the same name."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, include, path, register_converter

from claims import views
from claims.converters import DayConverter, FormConverter, IdConverter

app_name = "claims"

register_converter(DayConverter, "day")
register_converter(IdConverter, "id")
register_converter(FormConverter, "form")


def page(route: str, view: Callable[..., HttpResponseBase], name: str) -> list[URLPattern]:
    """A page, and the same address with an ending for its rows: /sources/x/ and /sources/x.csv."""
    file = route.rstrip("/") or "index"
    return [path(route, view, name=name), path(f"{file}.<form:form>", view, name=f"{name}-file")]


urlpatterns = [
    *page("", views.overview, "overview"),
    *page("ceasefires/<slug:slug>/", views.ceasefire, "ceasefire"),
    *page("ceasefires/<slug:slug>/counts/", views.counts, "counts"),
    *page("ceasefires/<slug:slug>/<day:day>/", views.day, "day"),
    *page("pairs/", views.pairs, "pairs"),
    *page("pairs/<id:pk>/", views.pair, "pair"),
    *page("claims/<id:pk>/", views.claim, "claim"),
    *page("articles/", views.articles, "articles"),
    *page("articles/<id:pk>/", views.article, "article"),
    *page("sources/", views.sources, "sources"),
    *page("sources/<slug:slug>/", views.source, "source"),
    *page("compare/", views.compare, "compare"),
    *page("search/", views.search, "search"),
    path("ingest/", views.ingest, name="ingest"),
    path("ingest.json", views.ingest, {"form": "json"}, name="ingest-file"),
    path("ingest/address/", views.add_address, name="add-address"),
    path("ingest/articles/<id:pk>/", views.retry, name="retry"),
    path("ingest/upload/", views.upload, name="upload"),
    path("ingest/upload/take-in/", views.take_in, name="take-in"),
    path("feeds/", views.feed_list, name="feeds"),
    path("feeds/add/", views.add_feed, name="add-feed"),
    path("feeds/<id:pk>/", views.change_feed, name="change-feed"),
    path("review/", views.review, name="review"),
    path("method/", views.method, name="method"),
    path("glossary/", views.glossary, name="glossary"),
    path("api/", include("claims.api.urls")),
]
