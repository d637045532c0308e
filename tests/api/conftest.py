"""What the tests of the API share: readers that are not throttled, tokens, and bodies as JSON."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from claims.models import Change, Token
from claims.services import tokens
from claims.vocabulary import Scope

Get = Callable[..., Any]


def wait_for_the_feed() -> None:
    """Until the feed of changes shows all that was written.

    It waits for every older transaction of the server, and in other databases of the same server other test processes
    have some.
    """
    until = time.monotonic() + 30
    while Change.objects.settled().count() < Change.objects.count():
        assert time.monotonic() < until, "the feed of changes stands still"


@pytest.fixture(autouse=True)
def unthrottled(settings: Settings) -> None:
    settings.API_RATES = dict.fromkeys(settings.API_RATES, 10**9)


@pytest.fixture
def get(client: Client, db: None) -> Get:
    """The JSON that an address below /api/v1/ answers with 200."""

    def get(path: str, **query: str) -> Any:
        address = path if path.startswith("http") else f"/api/v1/{path}"
        answer = client.get(address, query)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return get


@pytest.fixture
def token(db: None) -> tuple[Token, str]:
    """A token that may do everything, and its secret."""
    return tokens.create("a tester", list(Scope), days=1)


@pytest.fixture
def bearer(token: tuple[Token, str]) -> dict[str, str]:
    return {"Authorization": f"Bearer {token[1]}"}
