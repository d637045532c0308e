"""Where a reader without a document begins: what there is below the API's address, and what its errors mean."""

from __future__ import annotations

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.request import Request

from claims.api import parameters, schema
from claims.api.endpoint import Endpoint
from claims.api.problems import TITLES
from claims.api.resources import CHANGES, DAYS, RESOURCES
from claims.api.serializers.shape import Shown
from claims.publishing.encoding import as_json


class ResourceSerializer(Shown):
    name = serializers.CharField(help_text="Name of the resource.")
    address = serializers.CharField(help_text="Where its list is; `<slug>` stands for a ceasefire's.")
    about = serializers.CharField(help_text="What it holds.")


class CodeSerializer(Shown):
    code = serializers.CharField(help_text="Stable code.")
    title = serializers.CharField(help_text="What it means, in words that may change.")


class Index(Endpoint):
    """What there is below this address."""

    @extend_schema(
        operation_id="get_index",
        summary="What there is",
        tags=["index"],
        auth=schema.OPEN,
        responses={
            200: inline_serializer(
                "Index",
                {
                    "resources": ResourceSerializer(many=True, help_text="The lists."),
                    "schema": serializers.CharField(help_text="Address of the schema (OpenAPI 3.1)."),
                    "docs": serializers.CharField(help_text="Address of a page to try the API on."),
                    "problems": serializers.CharField(help_text="Address of the list of errors."),
                },
            ),
            **schema.PROBLEMS,
        },
    )
    def get(self, request: Request) -> HttpResponse:
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        places = {resource.name: f"/api/v1/{resource.name}/" for resource in (*RESOURCES, CHANGES)}
        places[DAYS.name] = "/api/v1/ceasefires/<slug>/days/"
        found = [
            {"name": resource.name, "address": places[resource.name], "about": resource.about}
            for resource in (*RESOURCES, DAYS, CHANGES)
        ]
        body = {"resources": found, "schema": "/api/schema/", "docs": "/api/docs/", "problems": "/api/v1/problems/"}
        return HttpResponse(as_json(body), content_type="application/json")


class Problems(Endpoint):
    """Every code of an error; the `type` of an error leads here."""

    @extend_schema(
        operation_id="list_problems",
        summary="What errors mean",
        tags=["index"],
        auth=schema.OPEN,
        responses={
            200: inline_serializer("Problems", {"results": CodeSerializer(many=True, help_text="The codes.")}),
            **schema.PROBLEMS,
        },
    )
    def get(self, request: Request) -> HttpResponse:
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        codes = [{"code": code, "title": title} for code, title in TITLES.items()]
        return HttpResponse(as_json({"results": codes}), content_type="application/json")
