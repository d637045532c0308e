"""The nightly dump: its manifest at a stable address, and its files."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from claims.api import parameters, schema
from claims.api.endpoint import Endpoint
from claims.api.lists import changes_after
from claims.api.problems import not_found
from claims.api.serializers.shape import Shown
from claims.publishing.encoding import as_json
from claims.services import dumps


class DumpFileSerializer(Shown):
    name = serializers.CharField(help_text="Name of the file: newline JSON, compressed with gzip.")
    url = serializers.CharField(help_text="Where it is found.")
    records = serializers.IntegerField(help_text="Number of its records.")
    bytes = serializers.IntegerField(help_text="Its size, compressed.")
    sha256 = serializers.CharField(help_text="SHA-256 of the compressed file.")


class DumpSerializer(Shown):
    """The manifest of a dump."""

    day = serializers.DateField(help_text="The day it was made.")
    changes = serializers.CharField(help_text="Address of the changes since the dump was begun.")
    files = DumpFileSerializer(many=True, help_text="Its files.")


class LatestDump(Endpoint):
    """The newest dump; this address stays."""

    @extend_schema(
        operation_id="get_latest_dump",
        summary="The newest dump",
        tags=["dumps"],
        auth=schema.OPEN,
        responses={200: DumpSerializer, **schema.PROBLEMS, **schema.MISSING},
    )
    def get(self, request: Request) -> HttpResponse:
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        found = dumps.latest(settings.DUMPS)
        if found is None:
            raise not_found("No dump has been made yet.")
        return HttpResponse(as_json(_record(request, found)), content_type="application/json")


class DumpFile(Endpoint):
    """A file of a dump."""

    @extend_schema(
        operation_id="get_dump_file",
        summary="A file of a dump",
        tags=["dumps"],
        auth=schema.OPEN,
        responses={(200, "application/gzip"): OpenApiTypes.BINARY, **schema.PROBLEMS, **schema.MISSING},
    )
    def get(self, request: Request, day: Any, name: str) -> HttpResponseBase:
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        found = dumps.manifest(settings.DUMPS, day.isoformat())
        file = next((file for file in found["files"] if file["name"] == name), None) if found else None
        if file is None:
            raise not_found()
        response = FileResponse(
            (settings.DUMPS / day.isoformat() / name).open("rb"), content_type="application/gzip", filename=name
        )
        response["ETag"] = f'"{file["sha256"]}"'
        return response


def _record(request: Request, manifest: dict[str, Any]) -> dict[str, Any]:
    folder = f"/api/v1/dumps/{manifest['day']}/"
    return {
        "day": manifest["day"],
        "changes": request.build_absolute_uri(changes_after(manifest["transaction"])),
        "files": [{**f, "url": request.build_absolute_uri(folder + f["name"])} for f in manifest["files"]],
    }
