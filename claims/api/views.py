"""The views of the API: two for each resource, the day, and the answer where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from claims import comparison
from claims.api import paging, schema
from claims.api.details import RecordDetail
from claims.api.endpoint import Endpoint, validated
from claims.api.formats import as_json
from claims.api.lists import RecordExport, RecordList, address
from claims.api.parameters import Parameters
from claims.api.problems import not_found
from claims.api.resources import ARTICLES, CHANGES, DAYS, Resource
from claims.api.serializers.articles import ArticleTextSerializer, DaySerializer
from claims.models import Ceasefire, CeasefireDay, Token
from claims.publishing import articles, claims, pairs
from claims.publishing import moment as moments
from claims.vocabulary import Scope


def record_list(resource: Resource) -> type[RecordList]:
    """The view of a resource's list."""

    class View(RecordList):
        __doc__ = resource.about

        def get(self, request: Request, **place: Any) -> HttpResponseBase:
            return super().get(request, **place)

    View.resource = resource
    View.formats = resource.formats
    schema.describe_list(View, resource)
    return View


def record_export(resource: Resource) -> type[RecordExport]:
    """The view of all of a resource's records."""

    class View(RecordExport):
        __doc__ = resource.about

        def get(self, request: Request, **place: Any) -> HttpResponseBase:
            return super().get(request, **place)

    View.resource = resource
    View.formats = tuple(name for name in resource.formats if name != "jsonld")
    schema.describe_export(View, resource)
    return View


def record_detail(resource: Resource) -> type[RecordDetail]:
    """The view of one of a resource's records."""

    class View(RecordDetail):
        __doc__ = resource.about

        def get(self, request: Request, **place: Any) -> HttpResponseBase:
            return super().get(request, **place)

    View.resource = resource
    View.formats = tuple(name for name in resource.formats if name in ("json", "jsonld"))
    schema.describe_one(View, resource)
    return View


class DayList(record_list(DAYS)):  # type: ignore[misc]
    """The days of one ceasefire."""

    is_told = False

    def rows(self, asked: Parameters, **place: Any) -> QuerySet[Any]:
        ceasefire = Ceasefire.objects.named(place["slug"])
        if ceasefire is None:
            raise not_found()
        return CeasefireDay.objects.of(ceasefire)


class ChangeList(record_list(CHANGES)):  # type: ignore[misc]
    """The feed of changes. `resume` is where to ask later for what has happened since, also at the end of the feed."""

    def envelope(self, request: Request, walk: str, after: Any) -> dict[str, Any]:
        return {"resume": address(request, paging.cursor(walk, after) if after else None)}


class ArticleDetail(record_detail(ARTICLES)):  # type: ignore[misc]
    """One article; its text only for a token that may have it."""

    def completed(self, request: Request, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if not (isinstance(request.auth, Token) and request.auth.may(Scope.TEXT)):
            return records
        return [{**record, "text": articles.text_of(record["id"])} for record in records]


schema.describe_list(ChangeList, CHANGES, beside=schema.RESUME)
schema.describe_one(ArticleDetail, replace(ARTICLES, serializer=ArticleTextSerializer), is_more_with_token=True)


class DayDetail(Endpoint):
    """One day of a ceasefire: the very read model of the day page."""

    @extend_schema(
        operation_id="get_day",
        summary="One day of a ceasefire",
        tags=["days"],
        auth=schema.OPEN,
        responses={200: DaySerializer, **schema.UNCHANGED, **schema.PROBLEMS, **schema.MISSING},
    )
    def get(self, request: Request, slug: str, day: date) -> HttpResponse:
        ceasefire = Ceasefire.objects.named(slug)
        if ceasefire is None:
            raise not_found()
        moment = moments.now()
        response = HttpResponse(
            as_json(_day(comparison.day_view(ceasefire, day), moment.names)), content_type="application/json"
        )
        validated(request, response, moment.mark, moment.changed_at)
        return response


def _day(view: comparison.DayView, names: moments.Names) -> dict[str, Any]:
    disputes = [dispute for question in view.questions for dispute in question.disputes]
    found = pairs.by_id([dispute.pair.pk for dispute in disputes], names)
    ids = [card.claim.pk for card in view.cards]
    accounts = claims.by_id(ids, names)
    return {
        "ceasefire": view.ceasefire.slug,
        "day": view.day,
        "truce_day": view.truce_day,
        "previous": view.previous,
        "next": view.next,
        "questions": [
            {
                "dimension": question.dimension.value,
                "question": str(question.label.label),
                "disputes": [{"number": d.number, "pair": found[d.pair.pk]} for d in question.disputes],
            }
            for question in view.questions
        ],
        "claims": [accounts[pk] for pk in ids],
    }


class Nothing(Endpoint):
    """Any other address below the API."""

    schema = None  # type: ignore[assignment]

    def get(self, request: Request, **place: Any) -> HttpResponse:
        raise not_found()

    post = put = patch = delete = get
