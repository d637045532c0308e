"""The schema: complete, described field by field, and tried out on its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from claims.api.resources import CLAIM_PAIRS, CLAIMS, RESOURCES
from tests.factories import make_pair


@pytest.fixture(scope="module")
def schema(django_db_setup: None, django_db_blocker: Any) -> Any:
    with django_db_blocker.unblock():
        return Client().get("/api/schema/?format=json").json()


def operations(schema: Any) -> Iterator[tuple[str, Any]]:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def test_it_is_openapi_3_1_and_lists_every_resource(schema: Any) -> None:
    assert schema["openapi"].startswith("3.1")
    for resource in RESOURCES:
        assert f"/api/v1/{resource.name}/" in schema["paths"]
        assert f"/api/v1/{resource.name}/export/" in schema["paths"]


def test_every_field_and_parameter_is_described(schema: Any) -> None:
    silent = [
        f"{name}.{field}"
        for name, component in schema["components"]["schemas"].items()
        for field, of in component.get("properties", {}).items()
        if not of.get("description") and "$ref" not in of
    ]
    silent += [
        f"{name} {parameter['name']}"
        for name, operation in operations(schema)
        for parameter in operation.get("parameters", ())
        if parameter["in"] != "path" and not parameter.get("description")
    ]
    assert silent == []


def test_every_operation_has_a_summary_and_its_errors(schema: Any) -> None:
    for name, operation in operations(schema):
        assert operation["summary"], name
        problems = [code for code, answer in operation["responses"].items() if code.startswith(("4", "5"))]
        assert {"400", "429"} <= set(problems), name
        for code in set(problems) - {"414"}:  # the server's own, given before any of our code is asked
            assert "application/problem+json" in operation["responses"][code]["content"], (name, code)


@pytest.mark.parametrize("resource", [CLAIMS, CLAIM_PAIRS], ids=lambda resource: resource.name)
def test_every_filter_is_a_parameter(schema: Any, resource: Any) -> None:
    given = {p["name"] for p in schema["paths"][f"/api/v1/{resource.name}/"]["get"]["parameters"]}
    assert set(resource.filters.base_filters) <= given


def test_it_can_be_tried_out(live_server: LiveServer, page: Page) -> None:
    make_pair()
    page.goto(f"{live_server.url}/api/docs/")
    page.locator("#operations-claim-pairs-list_claim_pairs").click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    shown = page.locator(".live-responses-table tbody .response-col_status").first
    shown.wait_for()
    assert shown.inner_text().startswith("200")
