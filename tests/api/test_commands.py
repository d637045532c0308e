"""The commands of an operator: tokens that are shown once, and a dump at once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from claims.models import Token
from tests.factories import make_pair


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_a_token_is_made_and_revoked(client: Client, db: None) -> None:
    secret = run("token", "A desk", "--scope", "text", "--days", "2").split()[-1]
    token = Token.objects.get()
    assert (token.name, token.scopes) == ("A desk", ["text"])
    headers = {"Authorization": f"Bearer {secret}"}
    assert client.get("/api/v1/claims/", headers=headers).status_code == 200
    run("token", str(token.pk), "--revoke")
    assert client.get("/api/v1/claims/", headers=headers).status_code == 401


def test_tokens_that_cannot_be(db: None) -> None:
    with pytest.raises(CommandError):
        run("token", "A desk", "--days", "0")
    with pytest.raises(CommandError):
        run("token", "12", "--revoke")
    assert not Token.objects.exists()


def test_a_dump_at_once(client: Client, db: None, settings: Settings, tmp_path: Path) -> None:
    settings.DUMPS = tmp_path
    make_pair()
    assert str(tmp_path) in run("dump")
    files = {file["name"]: file["records"] for file in client.get("/api/v1/dumps/latest/").json()["files"]}
    assert files["claim-pairs.ndjson.gz"] == 1
    assert files["claims.ndjson.gz"] == 2
