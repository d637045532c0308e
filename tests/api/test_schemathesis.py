"""Some of the requests that the schema allows, at every address; `st run` asks for more, and for what it does not."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from pytest_django.live_server_helper import LiveServer

from claims.models import Token
from tests.factories import make_pair


def test_answers_are_those_of_the_schema(live_server: LiveServer, token: tuple[Token, str]) -> None:
    make_pair()
    schema = schemathesis.openapi.from_url(f"{live_server.url}/api/schema/?format=json")
    asked = 0
    for found in schema.get_all_operations():

        @settings(
            max_examples=4, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(case=found.ok().as_strategy())
        def ask(case: Any) -> None:
            nonlocal asked
            asked += 1
            answer = case.call(headers={"Authorization": f"Bearer {token[1]}"})
            case.validate_response(answer, excluded_checks=[schemathesis.checks.positive_data_acceptance])

        ask()
    assert asked > 35
