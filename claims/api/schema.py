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
from claims.filters.fields import LONGEST_SEARCH, Choices, Day, Ids, Moment, Slugs
from claims.filters.narrowing import Narrowing
from claims.filters.pairs import Two


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


OPEN: list[str] = []
"""Nobody needs a token to read."""

EITHER: list[Any] = [{}, {"token": []}]
"""A token gives more."""


def problem(detail: str) -> OpenApiResponse:
    return OpenApiResponse(ProblemSerializer, description=detail)


PROBLEMS = {
    (400, "application/problem+json"): problem("A parameter cannot be used; `errors` names it."),
    (406, "application/problem+json"): problem("No such form of this answer."),
    (414, "text/html"): OpenApiResponse(OpenApiTypes.STR, description="The address has more than 4,000 characters."),
    (429, "application/problem+json"): problem("Too many requests; `Retry-After` says when to come again."),
    (503, "application/problem+json"): problem("The answer takes too long to find: ask for less."),
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
                {"type": "string", "enum": ["0", "1"]},
                description="1: say how many rows there are; above 10,000 an estimate, which says so.",
            ),
        ]
    return found


def selecting(resource: Resource) -> list[OpenApiParameter]:
    """The filters of a list."""
    if resource.filters is None:
        return []
    return [
        OpenApiParameter(name, _spelling(narrowing), description=_about(narrowing))
        for name, narrowing in resource.filters.base_filters.items()
    ]


_SLUG = "[-a-z0-9_]{1,80}"
_ID = "[1-9][0-9]{0,17}"


def _spelling(narrowing: Narrowing) -> dict[str, Any]:
    """How a filter's value is written; several values have commas between them."""
    field = narrowing.field_class
    if issubclass(field, Choices):
        words = "|".join(key for key, _ in narrowing.extra["choices"])
        return {"type": "string", "pattern": f"^({words})(,({words})){{0,9}}$"}
    if issubclass(field, Two):
        return {"type": "string", "pattern": f"^{_SLUG},{_SLUG}$"}
    if issubclass(field, Slugs):
        return {"type": "string", "pattern": f"^{_SLUG}(,{_SLUG}){{0,9}}$"}
    if issubclass(field, Ids):
        return {"type": "string", "pattern": f"^{_ID}(,{_ID}){{0,99}}$"}
    if issubclass(field, Day):
        return {"type": "string", "format": "date"}
    if issubclass(field, Moment):
        return {"type": "string", "format": "date-time"}
    return {"type": "string", "minLength": 1, "maxLength": LONGEST_SEARCH, "pattern": "^[^\\x00-\\x1f\\x7f]+$"}


def _about(narrowing: Narrowing) -> str:
    said = str(narrowing.extra.get("help_text", ""))
    if issubclass(narrowing.field_class, Choices):
        said += " One or more of " + ", ".join(key for key, _ in narrowing.extra["choices"]) + "."
    return said


RESUME = {"resume": serializers.CharField(help_text="Where to ask later for what has happened since.")}


LINKED = OpenApiTypes.OBJECT


def page(resource: Resource, beside: dict[str, Any]) -> Any:
    fields: dict[str, Any] = {
        **beside,
        "next": serializers.CharField(allow_null=True, help_text="Address of the next page, or null."),
        "count": serializers.IntegerField(required=False, help_text="Number of rows, if asked for."),
        "count_is_estimate": serializers.BooleanField(required=False, help_text="Whether the count is an estimate."),
        "results": resource.serializer(many=True, help_text="The records."),
    }
    return inline_serializer(f"{record_name(resource)}Page", fields)


def _list_about(resource: Resource) -> str:
    if resource.filters is None:
        return resource.about
    return f"{resource.about} A `!` behind a filter's name turns it round: `source!=...` leaves what others said."


def describe_list(
    view: type, resource: Resource, *, beside: dict[str, Any] | None = None, is_within: bool = False
) -> None:
    answers: dict[Any, Any] = {(200, MEDIA_TYPES["json"]): page(resource, beside or {})}
    for name in resource.formats[1:]:
        answers[(200, MEDIA_TYPES[name].partition(";")[0])] = LINKED if name == "jsonld" else OpenApiTypes.STR
    extend_schema(
        operation_id=f"list_{resource.name.replace('-', '_')}",
        summary=f"List {resource.name.replace('-', ' ')}",
        description=_list_about(resource),
        tags=[resource.name],
        auth=OPEN,
        parameters=[*selecting(resource), *shaping(resource, is_list=True, formats=resource.formats)],
        responses={**answers, **UNCHANGED, **PROBLEMS, **(MISSING if is_within else {})},
    )(view.get)  # type: ignore[attr-defined]


def describe_export(view: type, resource: Resource) -> None:
    extend_schema(
        operation_id=f"export_{resource.name.replace('-', '_')}",
        summary=f"All {resource.name.replace('-', ' ')}, streamed",
        description=f"{resource.about} The Link with rel=changes leads to what has changed since.",
        tags=[resource.name],
        auth=OPEN,
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
    fields: dict[str, Any] = {"results": resource.serializer(many=True, help_text="All records.")}
    return inline_serializer(f"{record_name(resource)}Export", fields)


def single_forms(resource: Resource) -> tuple[str, ...]:
    """The forms that one record of a resource is given in."""
    return tuple(name for name in resource.formats if name in ("json", "jsonld"))


def record_name(resource: Resource) -> str:
    return "".join(part.capitalize() for part in resource.name.split("-"))


def describe_one(view: type, resource: Resource, *, is_more_with_token: bool = False) -> None:
    gone = GONE if resource.gone else {}
    answers: dict[Any, Any] = {(200, MEDIA_TYPES["json"]): resource.serializer}
    if "jsonld" in resource.formats:
        answers[(200, MEDIA_TYPES["jsonld"])] = LINKED
    extend_schema(
        operation_id=f"get_{resource.name.replace('-', '_')}",
        summary=f"One of {resource.name.replace('-', ' ')}",
        description=resource.about,
        tags=[resource.name],
        auth=EITHER if is_more_with_token else OPEN,
        parameters=shaping(resource, is_list=False),
        responses={**answers, **UNCHANGED, **PROBLEMS, **MISSING, **gone},
    )(view.get)  # type: ignore[attr-defined]
