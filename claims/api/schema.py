"""How the API describes itself (OpenAPI 3.1): parameters from the filters, answers from the serializers."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, inline_serializer
from rest_framework import serializers

from claims.api.auth import Bearer
from claims.api.formats import MEDIA_TYPES
from claims.api.parameters import LARGEST_PAGE, LARGEST_TABLE, PAGE_SIZE
from claims.api.problems import TITLES
from claims.api.resources import Resource
from claims.api.serializers.shape import Shown


class FaultSerializer(Shown):
    at = serializers.CharField(allow_blank=True, help_text="Name of the parameter, or JSON pointer of the field.")
    code = serializers.CharField(help_text="Stable code of what is wrong with it.")
    detail = serializers.CharField(help_text="The same in words, which may change.")


class ProblemSerializer(Shown):
    """An error (RFC 9457)."""

    type = serializers.CharField(help_text="Address that names the sort of problem.")
    title = serializers.CharField(help_text="The sort of problem in words.")
    status = serializers.IntegerField(help_text="The HTTP status.")
    code = serializers.ChoiceField(sorted(TITLES), help_text="Stable code.")
    detail = serializers.CharField(help_text="What is wrong here, in words, which may change.")
    errors = FaultSerializer(  # type: ignore[assignment]
        many=True, required=False, help_text="Each thing that is wrong."
    )


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """A token, for what needs one."""

    target_class = Bearer
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "A token, for what needs one."}


def problem(detail: str) -> OpenApiResponse:
    return OpenApiResponse(ProblemSerializer, description=detail)


PROBLEMS = {
    (400, "application/problem+json"): problem("A parameter cannot be used; `errors` names it."),
    (406, "application/problem+json"): problem("No such form of this answer."),
    (429, "application/problem+json"): problem("Too many requests; `Retry-After` says when to come again."),
}
WRITING = {
    **PROBLEMS,
    (401, "application/problem+json"): problem("A token is needed."),
    (403, "application/problem+json"): problem("The token lacks the scope."),
    (409, "application/problem+json"): problem("At odds with an earlier request."),
    (413, "application/problem+json"): problem("The body is too large."),
    (415, "application/problem+json"): problem("The media type is not taken here."),
    (422, "application/problem+json"): problem("A field cannot be used; `errors` names it."),
}
MISSING = {(404, "application/problem+json"): problem("There is nothing at this address.")}
GONE = {
    (301, "application/problem+json"): problem("Merged: `Location` and `into` say where it is now."),
    (410, "application/problem+json"): problem("Withdrawn: `record` is its tombstone."),
}
UNCHANGED = {304: OpenApiResponse(description="Unchanged since the given ETag or time.")}


def shaping(resource: Resource, *, is_list: bool, formats: tuple[str, ...] = ("json",)) -> list[OpenApiParameter]:
    """The parameters that say how records are given."""
    found = [
        OpenApiParameter(
            "fields",
            OpenApiTypes.STR,
            description="Names of fields with commas between: only these are given. `article.title` is a part of one.",
        ),
    ]
    if resource.expand:
        found.append(
            OpenApiParameter(
                "expand",
                OpenApiTypes.STR,
                description="Names with commas between. "
                + "; ".join(expansion.about for expansion in resource.expand.values())
                + ".",
            )
        )
    found.append(
        OpenApiParameter("format", OpenApiTypes.STR, enum=list(formats), description="The form, before Accept.")
    )
    if is_list:
        found += [
            OpenApiParameter("cursor", OpenApiTypes.STR, description="From `next`: where the last page ended."),
            OpenApiParameter(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": LARGEST_TABLE, "default": PAGE_SIZE},
                description=f"Rows a page: up to {LARGEST_PAGE}, as a table (csv) up to {LARGEST_TABLE}.",
            ),
            OpenApiParameter(
                "count",
                OpenApiTypes.STR,
                enum=["0", "1"],
                description="1: say how many rows there are; above 10,000 an estimate, which says so.",
            ),
        ]
    return found


def selecting(resource: Resource) -> list[OpenApiParameter]:
    """The filters of a list."""
    if resource.filters is None:
        return []
    return [
        OpenApiParameter(name, OpenApiTypes.STR, description=str(filter.extra.get("help_text", "")))
        for name, filter in resource.filters.base_filters.items()
    ]


RESUME = {"resume": serializers.CharField(help_text="Where to ask later for what has happened since.")}


def page(resource: Resource, beside: dict[str, Any]) -> Any:
    fields: dict[str, Any] = {
        **beside,
        "next": serializers.CharField(allow_null=True, help_text="Address of the next page, or null."),
        "count": serializers.IntegerField(required=False, help_text="Number of rows, if asked for."),
        "count_is_estimate": serializers.BooleanField(required=False, help_text="Whether the count is an estimate."),
        "results": resource.serializer(many=True, help_text="The records."),
    }
    return inline_serializer(f"{record_name(resource)}Page", fields)


def describe_list(view: type, resource: Resource, *, beside: dict[str, Any] | None = None) -> None:
    answers: dict[Any, Any] = {(200, MEDIA_TYPES["json"]): page(resource, beside or {})}
    for name in resource.formats[1:]:
        answers[(200, MEDIA_TYPES[name].partition(";")[0])] = OpenApiTypes.STR
    extend_schema(
        operation_id=f"list_{resource.name.replace('-', '_')}",
        summary=f"List {resource.name.replace('-', ' ')}",
        description=resource.about,
        tags=[resource.name],
        parameters=[*selecting(resource), *shaping(resource, is_list=True, formats=resource.formats)],
        responses={**answers, **UNCHANGED, **PROBLEMS},
    )(view.get)  # type: ignore[attr-defined]


def describe_export(view: type, resource: Resource) -> None:
    extend_schema(
        operation_id=f"export_{resource.name.replace('-', '_')}",
        summary=f"All {resource.name.replace('-', ' ')}, streamed",
        description=f"{resource.about} The Link with rel=changes leads to what has changed since.",
        tags=[resource.name],
        parameters=[*selecting(resource), *shaping(resource, is_list=False, formats=FORMS)],
        responses={
            (200, "application/json"): whole(resource),
            (200, "text/csv"): OpenApiTypes.STR,
            (200, "application/x-ndjson"): OpenApiTypes.STR,
            **PROBLEMS,
        },
    )(view.get)  # type: ignore[attr-defined]


FORMS = ("json", "csv", "ndjson")


def whole(resource: Resource) -> Any:
    fields = {"results": resource.serializer(many=True, help_text="All records.")}
    return inline_serializer(f"{record_name(resource)}Export", fields)


def record_name(resource: Resource) -> str:
    return "".join(part.capitalize() for part in resource.name.split("-"))


def describe_one(view: type, resource: Resource) -> None:
    gone = GONE if resource.gone else {}
    extend_schema(
        operation_id=f"get_{resource.name.replace('-', '_')}",
        summary=f"One of {resource.name.replace('-', ' ')}",
        description=resource.about,
        tags=[resource.name],
        parameters=shaping(resource, is_list=False),
        responses={200: resource.serializer, **UNCHANGED, **PROBLEMS, **MISSING, **gone},
    )(view.get)  # type: ignore[attr-defined]
