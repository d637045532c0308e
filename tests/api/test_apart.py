"""The API apart from pages: nobody's language, session or cookie changes an answer, and guards stay."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from tests.services.conftest import CALM, SHELLED, Valley, valley

assert valley


@pytest.mark.parametrize(
    "path", ["ceasefires/2031-05-04-valley/days/2031-05-04/", "claim-pairs/", "claim-pairs/?side=x"]
)
def test_a_readers_language_changes_no_answer(client: Client, valley: Valley, path: str) -> None:
    valley.take_in(CALM, name="a.txt")
    valley.take_in(SHELLED, name="b.txt")
    arabic = client.get(f"/api/v1/{path}", headers={"Accept-Language": "ar"})
    client.get("/", headers={"Accept-Language": "ar"})
    english = client.get(f"/api/v1/{path}")
    assert arabic.content == english.content
    assert "Content-Language" not in english
    assert "Accept-Language" not in english["Vary"]


def test_cookies_are_neither_looked_at_nor_set(client: Client, db: None) -> None:
    client.force_login(User.objects.create_user("a reader"))
    answer = client.get("/api/v1/claims/")
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]


def test_guards_stay(client: Client, db: None, settings: Settings) -> None:
    answer = client.get("/api/v1/claims/")
    for header in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"):
        assert header in answer, header
    assert answer["Content-Length"] == str(len(answer.content))
    assert client.get("/api/v1/places/", headers={"Host": "elsewhere.example"}).status_code == 400


def test_a_fault_of_ours_is_an_answer_and_is_logged(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("claims.publishing.moment.now", lambda: 1 / 0)
    client.raise_request_exception = False
    assert client.get("/api/v1/claims/").status_code == 500
    assert "ZeroDivisionError" in caplog.text
