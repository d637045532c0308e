"""Bad input: 4xx with a stable code and one shape, never 5xx, nothing written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client, RequestFactory

from claims.api import limits
from claims.api.paging import cursor
from claims.api.problems import TITLES
from claims.models import Article, Submission, Token, Webhook
from idlib.wsgi import application
from tests.factories import make_claim

CASES = json.loads((Path(__file__).parent / "bad_input.json").read_text())
LONG = {
    "{5000 digits}": "1" * 5000,
    "{101 ids}": ",".join(map(str, range(1, 102))),
    "{200 parameters}": "&".join(f"p{n}=1" for n in range(200)),
}


def assert_problem(answer: Any, status: int, code: str) -> None:
    assert answer.status_code == status, answer.content[:500]
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["code"]) == (status, code)
    assert body["title"] == TITLES[code]
    assert {"type", "title", "status", "code", "detail"} <= set(body)
    for fault in body.get("errors", ()):
        assert set(fault) == {"at", "code", "detail"}


@pytest.mark.parametrize(("path", "status", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_bad_addresses(client: Client, db: None, path: str, status: int, code: str) -> None:
    for short, long in LONG.items():
        path = path.replace(short, long)
    assert_problem(client.get(f"/api/v1/{path}"), status, code)


def test_cursors_of_other_lists_and_of_other_filters(client: Client, db: None) -> None:
    make_claim(), make_claim()
    following = client.get("/api/v1/claims/?page_size=1").json()["next"]
    text = following.partition("cursor=")[2]
    assert_problem(client.get(f"/api/v1/claim-pairs/?cursor={text}"), 400, "bad_cursor")
    assert_problem(client.get(f"/api/v1/claims/?polarity=assert&cursor={text}"), 400, "bad_cursor")
    assert_problem(client.get(f"/api/v1/claims/?cursor={text[:-5]}"), 400, "bad_cursor")
    assert client.get(f"/api/v1/claims/?cursor={text}").status_code == 200
    assert client.get(f"/api/v1/claims/?cursor={text}&fields=id&page_size=5").status_code == 200


def test_a_cursor_signed_for_another_place_is_no_cursor(client: Client, db: None) -> None:
    foreign = cursor("/api/v1/sources/?", ("x",))
    assert_problem(client.get("/api/v1/claims/", {"cursor": foreign}), 400, "bad_cursor")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_methods_that_are_not_taken(client: Client, db: None, method: str) -> None:
    answer = getattr(client, method)("/api/v1/claims/")
    assert_problem(answer, 405, "method_not_allowed")
    assert "GET" in answer["Allow"]


def test_no_such_form(client: Client, db: None) -> None:
    assert_problem(client.get("/api/v1/claims/", headers={"Accept": "image/png"}), 406, "not_acceptable")
    assert_problem(client.get("/api/v1/claims/", headers={"Accept": "text/csv;q=0"}), 406, "not_acceptable")


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json; charset=idna",
        "multipart/form-data; boundary=x; charset=idna",
        "application/json; charset=punycode",
        "text/plain; charset=undefined",
        'text/plain; charset="utf-7"',
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_character_sets_besides_utf8(db: None, method: str, content_type: str) -> None:
    """Asked of the application itself: Django's own handler (and test client) fails before any view."""
    started: list[Any] = []
    environ = RequestFactory().generic(method, "/api/v1/claims/?q=caf%C3%A9", b"--x--").environ
    environ["CONTENT_TYPE"] = content_type
    body = b"".join(application(environ, lambda status, headers: started.append((status, dict(headers)))))
    status, headers = started[0]
    assert status.startswith("415")
    assert headers["Content-Type"] == "application/problem+json"
    assert json.loads(body)["code"] == "unsupported_media_type"


DEEP = b'{"items":' + b"[" * 5000 + b"]" * 5000 + b"}"
BODIES = [
    ("deep", DEEP, 400, "bad_json"),
    ("a little too deep", b'{"text":' + b"[" * 20 + b"]" * 20 + b"}", 400, "bad_json"),
    ("a name twice", b'{"text": "a", "text": "b"}', 400, "bad_json"),
    ("NUL", b'{"text": "a\\u0000b"}', 400, "bad_json"),
    ("NUL in a name", b'{"te\\u0000xt": "a"}', 400, "bad_json"),
    ("a lone surrogate", b'{"text": "\\ud800"}', 400, "bad_json"),
    ("no UTF-8", b'{"text": "\xff"}', 400, "bad_json"),
    ("UTF-16", '{"text": "a"}'.encode("utf-16"), 400, "bad_json"),
    ("not a number", b'{"text": NaN}', 400, "bad_json"),
    ("a huge number", b'{"text": ' + b"9" * 5000 + b"}", 400, "bad_json"),
    ("no object", b'["text"]', 400, "bad_json"),
    ("null", b"null", 400, "bad_json"),
    ("nothing", b" ", 400, "bad_json"),
    ("cut short", b'{"text": "a', 400, "bad_json"),
    ("an unknown field", b'{"text": "a", "admin": true}', 422, "invalid"),
    ("neither address nor text", b"{}", 422, "invalid"),
    ("a number for a text", b'{"text": 5}', 422, "invalid"),
    ("an empty text", b'{"text": ""}', 422, "invalid"),
    ("a day that is none", b'{"text": "a", "published": "yesterday"}', 422, "invalid"),
    ("an empty batch", b'{"items": []}', 422, "invalid"),
    ("a batch beside an item", b'{"items": [{"text": "a"}], "text": "b"}', 422, "invalid"),
    ("a batch of nothing", b'{"items": [null]}', 422, "invalid"),
    ("too many", json.dumps({"items": [{"text": "a"}] * 101}).encode(), 422, "invalid"),
    ("ten megabytes", b'{"text": "' + b"a" * 10_000_000 + b'"}', 413, "too_large"),
]


@pytest.mark.parametrize(("body", "status", "code"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
@pytest.mark.parametrize("path", ["submissions/", "webhooks/"])
def test_bad_bodies(client: Client, bearer: dict[str, str], path: str, body: bytes, status: int, code: str) -> None:
    answer = client.post(f"/api/v1/{path}", body, content_type="application/json", headers=bearer)
    assert_problem(answer, status, code)
    assert (Article.objects.count(), Submission.objects.count(), Webhook.objects.count()) == (0, 0, 0)


def test_media_types_that_are_not_taken(client: Client, bearer: dict[str, str]) -> None:
    for content_type in ("image/png", "application/x-www-form-urlencoded", ""):
        for path in ("submissions/", "webhooks/"):
            answer = client.post(f"/api/v1/{path}", b"a=b", content_type=content_type, headers=bearer)
            assert_problem(answer, 415, "unsupported_media_type")


@pytest.mark.parametrize(
    "address", ["http://example.org/hook", "ftp://example.org/", "javascript:alert(1)", "https:", "/etc/passwd"]
)
def test_webhooks_that_cannot_be(client: Client, bearer: dict[str, str], address: str) -> None:
    answer = client.post("/api/v1/webhooks/", {"address": address}, content_type="application/json", headers=bearer)
    assert_problem(answer, 422, "invalid")


def test_a_filter_that_is_none_makes_no_webhook(client: Client, bearer: dict[str, str]) -> None:
    for query in ("relation=argues", "day=%00", "cursor=x", "unknown=1", "side=a&side=b"):
        answer = client.post(
            "/api/v1/webhooks/",
            {"address": "https://example.org/hook", "filter": query},
            content_type="application/json",
            headers=bearer,
        )
        assert_problem(answer, 422, "invalid")


@pytest.mark.parametrize(
    "value", ["Bearer cct_wrong", "Bearer", "Basic YTpi", "Bearer caf\u00e9", "Bearer " + "x" * 5000]
)
def test_tokens_that_are_none(client: Client, db: None, value: str) -> None:
    answer = client.get("/api/v1/claims/", headers={"Authorization": value})
    assert_problem(answer, 401, "unauthenticated")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_without_a_token_or_its_scope_nothing_is_taken_in(client: Client, token: tuple[Token, str]) -> None:
    assert_problem(
        client.post("/api/v1/submissions/", {"text": "a"}, content_type="application/json"), 401, "unauthenticated"
    )
    token[0].scopes = ["text"]
    token[0].save()
    headers = {"Authorization": f"Bearer {token[1]}"}
    answer = client.post("/api/v1/submissions/", {"text": "a"}, content_type="application/json", headers=headers)
    assert_problem(answer, 403, "forbidden")


@pytest.mark.parametrize("key", ["x" * 201, "caf\u00e9", "a\tb"])
def test_keys_that_are_none(client: Client, bearer: dict[str, str], key: str) -> None:
    answer = client.post(
        "/api/v1/submissions/",
        {"text": "a"},
        content_type="application/json",
        headers={**bearer, "Idempotency-Key": key},
    )
    assert_problem(answer, 400, "bad_parameter")


FORM = "multipart/form-data; boundary=x"


def part(disposition: str, *more: str, data: str = "calm") -> str:
    return "\r\n".join([f"--x\r\nContent-Disposition: form-data; {disposition}", *more, "", data, ""])


FILE = part('name="file"; filename="a.txt"', "Content-Type: text/plain")


@pytest.mark.parametrize(
    ("parts", "status", "code"),
    [
        ([], 400, "invalid"),
        (["no form at all"], 400, "invalid"),
        ([part('name="file"')], 400, "invalid"),
        ([part('name="another"; filename="a.txt"')], 400, "invalid"),
        ([FILE, FILE], 400, "invalid"),
        ([FILE, part('name="secret"')], 400, "bad_parameter"),
        ([FILE, part('name="title"'), part('name="title"')], 400, "bad_parameter"),
        ([FILE, part('name="title"', data="a\0b")], 400, "bad_parameter"),
        ([part("name=\"file\"; filename*=idna''a%80.txt")], 400, "invalid"),
        ([part('name="file"; filename="a.txt"', data="")], 400, "invalid"),
    ],
)
def test_forms_that_are_none(client: Client, bearer: dict[str, str], parts: list[str], status: int, code: str) -> None:
    body = ("".join(parts) + "--x--\r\n").encode()
    answer = client.post("/api/v1/submissions/", body, content_type=FORM, headers=bearer)
    assert_problem(answer, status, code)
    assert not Article.objects.exists()
    assert not Submission.objects.exists()


def test_a_form_without_a_boundary(client: Client, bearer: dict[str, str]) -> None:
    for content_type in ("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=ü"):
        answer = client.post("/api/v1/submissions/", FILE.encode(), content_type=content_type, headers=bearer)
        assert_problem(answer, 400, "invalid")


@pytest.mark.django_db(transaction=True)
def test_a_query_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}) as other:  # type: ignore[arg-type]
        other.execute("LOCK TABLE claims_claim IN ACCESS EXCLUSIVE MODE")
        answer = client.get("/api/v1/claims/")
    assert_problem(answer, 503, "too_slow")
    assert int(answer["Retry-After"]) > 0
    assert client.get("/api/v1/claims/").status_code == 200
    connection.close()  # and with it the limit, which no other test asked for


def test_options_where_there_is_nothing(client: Client, db: None) -> None:
    answer = client.options("/api/v1/ceasefires/none/days/0000-00-00/")
    assert_problem(answer, 404, "not_found")
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
