"""The views of the API: two for each resource, the day, and the answer where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from claims import comparison
from claims.api import kept, limits, paging, parameters, schema
from claims.api.details import RecordDetail
from claims.api.endpoint import Endpoint, at_once, unchanged, validated
from claims.api.lists import RecordExport, RecordList, address
from claims.api.parameters import Parameters
from claims.api.problems import not_found
from claims.api.resources import ARTICLES, CHANGES, DAYS, Resource
from claims.api.serializers.articles import ArticleTextSerializer, ChangeWithRecordSerializer, DaySerializer
from claims.models import Ceasefire, CeasefireDay, Token
from claims.publishing import articles, claims, pairs
from claims.publishing import moment as moments
from claims.publishing.encoding import as_json
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
    View.formats = schema.single_forms(resource)
    schema.describe_one(View, resource)
    return View


class DayList(record_list(DAYS)):  # type: ignore[misc]
    """The days of one ceasefire."""

    is_told = False

    def rows(self, asked: Parameters, moment: moments.Moment, **place: Any) -> QuerySet[Any]:
        ceasefire = Ceasefire.objects.of_slugs([place["slug"]]).first()
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


schema.describe_list(DayList, DAYS, is_within=True)
schema.describe_list(ChangeList, replace(CHANGES, serializer=ChangeWithRecordSerializer), beside=schema.RESUME)
schema.describe_one(ArticleDetail, replace(ARTICLES, serializer=ArticleTextSerializer), is_more_with_token=True)


class DayDetail(Endpoint):
    """One day of a ceasefire: the very read model of the day page."""

    def dispatch(self, request: HttpRequest, *args: Any, **place: Any) -> HttpResponseBase:
        """A reader without a token who has the day as it is hears so at once, by one query, and it is not counted."""
        asked = request.META
        if "HTTP_IF_NONE_MATCH" in asked and "HTTP_AUTHORIZATION" not in asked and not asked.get("QUERY_STRING"):
            limits.hold()
            moment = moments.of_day(place["slug"], place["day"]) if request.method in ("GET", "HEAD") else None
            answer = at_once(request, moment) if moment else None
            if answer is not None:
                return answer
        return super().dispatch(request, *args, **place)

    @extend_schema(
        operation_id="get_day",
        summary="One day of a ceasefire",
        tags=["days"],
        auth=schema.OPEN,
        responses={200: DaySerializer, **schema.UNCHANGED, **schema.PROBLEMS, **schema.MISSING},
    )
    def get(self, request: Request, slug: str, day: date) -> HttpResponse:
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        moment = moments.of_day(slug, day)
        if moment is None:
            raise not_found()
        answer = unchanged(request, moment)
        if answer is None:
            body = kept.body(f"day {slug} {day}", str(moment.mark), partial(_day_body, slug, day, moment.names))
            answer = HttpResponse(body, content_type="application/json")
        validated(request, answer, moment.mark, moment.changed_at)
        return answer


def _day_body(slug: str, day: date, names: moments.Names) -> bytes:
    return as_json(_day(comparison.day_view(Ceasefire.objects.get(slug=slug), day), names))


def _day(view: comparison.DayView, names: moments.Names) -> dict[str, Any]:
    found = pairs.by_id([d.pair.pk for question in view.questions for d in question.disputes], names)
    ids = [card.claim.pk for card in view.cards]
    accounts = claims.by_id(ids, names)
    whole = urlencode({"ceasefire": view.ceasefire.slug, "day": view.day.isoformat()})
    return {
        "ceasefire": view.ceasefire.slug,
        "day": view.day,
        "truce_day": view.truce_day,
        "previous": view.previous,
        "next": view.next,
        "counts": {
            "claims": view.claims,
            "dated": view.dated,
            "undated": view.undated,
            "unresolved": view.unresolved_count,
            "disputes": view.disputes,
        },
        "questions": [
            {
                "dimension": question.dimension.value,
                "question": str(question.label.label),
                "total": question.total,
                "pairs": question.pairs,
                "disputes": [
                    {"number": d.number, "pair": found[d.pair.pk], "pair_ids": d.pair_ids} for d in question.disputes
                ],
            }
            for question in view.questions
        ],
        "claims": [accounts[pk] for pk in ids],
        "all_claims": f"/api/v1/claims/?{whole}",
        "all_pairs": f"/api/v1/claim-pairs/?{whole}",
    }


class Nothing(Endpoint):
    """Any other address below the API."""

    schema = None

    @property
    def allowed_methods(self) -> list[str]:
        """What the header `Allow` says: no method does more than another here."""
        return ["GET", "HEAD", "OPTIONS"]

    def get(self, request: Request, **place: Any) -> HttpResponse:
        raise not_found()

    post = put = patch = delete = options = get
