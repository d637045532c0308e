"""What the fetcher sends, and what it makes of honest answers."""

from __future__ import annotations

import gzip
import ssl
from pathlib import Path

import pytest

from claims.fetching import FetchError
from claims.fetching.client import FEED_TYPES
from claims.vocabulary import ErrorCode

CERTIFICATE = Path(__file__).parent / "news.test.pem"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_page_comes_with_what_the_next_request_needs(make_fetcher, site):
    site.answers["/a"] = (200, HTML | {"ETag": '"v1"', "Last-Modified": "Sun, 12 Jan 2020 10:00:00 GMT"}, b"<p>hello")
    fetched = make_fetcher(port=site.port).fetch(f"http://news.test:{site.port}/a#part")
    assert fetched.body == b"<p>hello"
    assert fetched.content_type == "text/html; charset=utf-8"
    assert (fetched.etag, fetched.last_modified) == ('"v1"', "Sun, 12 Jan 2020 10:00:00 GMT")
    assert fetched.address == f"http://news.test:{site.port}/a"
    assert not fetched.moved


def test_a_conditional_request_gets_a_304(make_fetcher, site):
    def answer(headers):
        return (304, {}, b"") if headers.get("if-none-match") == '"v1"' else (200, HTML, b"new")

    site.answers["/a"] = answer
    fetcher = make_fetcher(port=site.port)
    assert fetcher.fetch(f"http://news.test:{site.port}/a").status == 200
    again = fetcher.fetch(f"http://news.test:{site.port}/a", etag='"v1"', last_modified="Sun, 12 Jan 2020 10:00:00 GMT")
    assert (again.status, again.body) == (304, b"")
    assert site.asked[-1][1]["if-modified-since"] == "Sun, 12 Jan 2020 10:00:00 GMT"


def test_it_says_who_asks_and_takes_nothing_from_the_environment(make_fetcher, site, monkeypatch, tmp_path):
    netrc = tmp_path / ".netrc"
    netrc.write_text("default login somebody password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.answers["/a"] = (200, HTML | {"Set-Cookie": "id=1"}, b"hello")
    fetcher = make_fetcher(port=site.port)
    fetcher.fetch(f"http://news.test:{site.port}/a")
    fetcher.fetch(f"http://news.test:{site.port}/a")
    for _, headers in site.asked:
        assert headers["user-agent"] == "Tracker/1.0 (+https://tracker.test/about)"
        assert headers["host"] == f"news.test:{site.port}"
        assert headers["accept-encoding"] == "gzip"
        assert not {"authorization", "cookie", "proxy-authorization"} & headers.keys()


@pytest.mark.parametrize(("statuses", "moved"), [([301, 308], True), ([301, 302], False), ([307], False)])
def test_redirects_are_followed_and_say_whether_for_good(make_fetcher, site, statuses, moved):
    for number, status in enumerate(statuses):
        site.answers[f"/{number}"] = (status, {"Location": f"/{number + 1}"}, b"")
    site.answers[f"/{len(statuses)}"] = (200, HTML, b"here")
    fetched = make_fetcher(port=site.port).fetch(f"http://news.test:{site.port}/0")
    assert (fetched.body, fetched.moved) == (b"here", moved)
    assert fetched.address.endswith(f"/{len(statuses)}")


@pytest.mark.parametrize(("redirects", "works"), [(3, True), (4, False)])
def test_three_redirects_are_enough(make_fetcher, site, redirects, works):
    for number in range(redirects):
        site.answers[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    site.answers[f"/{redirects}"] = (200, HTML, b"here")
    fetcher = make_fetcher(port=site.port)
    if works:
        assert fetcher.fetch(f"http://news.test:{site.port}/0").body == b"here"
    else:
        with pytest.raises(FetchError) as failure:
            fetcher.fetch(f"http://news.test:{site.port}/0")
        assert failure.value.code is ErrorCode.FETCH_FAILED


def test_one_layer_of_gzip_is_undone_be_it_the_answers_or_the_files(make_fetcher, site):
    packed = gzip.compress(b"<urlset/>")
    site.answers["/answer"] = (200, HTML | {"Content-Encoding": "gzip"}, packed)
    site.answers["/file"] = (200, {"Content-Type": "application/x-gzip"}, packed)
    site.answers["/two-members"] = (200, HTML | {"Content-Encoding": "gzip"}, packed + gzip.compress(b"<more/>"))
    site.answers["/twice"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(packed))
    fetcher = make_fetcher(port=site.port)
    bodies = {
        path: fetcher.fetch(f"http://news.test:{site.port}{path}", media_types=FEED_TYPES).body for path in site.answers
    }
    assert bodies == {
        "/answer": b"<urlset/>",
        "/file": b"<urlset/>",
        "/two-members": b"<urlset/><more/>",
        "/twice": packed,
    }


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
def test_other_statuses_are_told_and_their_bodies_are_not_fetched(make_fetcher, site, status):
    site.answers["/a"] = (status, HTML | {"Retry-After": "120"}, b"an error page")
    fetched = make_fetcher(port=site.port).fetch(f"http://news.test:{site.port}/a")
    assert (fetched.status, fetched.body, fetched.retry_after) == (status, b"", "120")
    with pytest.raises(FetchError, match=str(status)):
        fetched.or_error()


@pytest.mark.parametrize("media_type", ["video/mp4", "image/png", "application/zip", "font/woff2"])
def test_what_is_no_text_is_not_fetched(make_fetcher, site, media_type):
    site.answers["/a"] = (200, {"Content-Type": media_type}, b"\0" * 100)
    with pytest.raises(FetchError) as failure:
        make_fetcher(port=site.port).fetch(f"http://news.test:{site.port}/a")
    assert failure.value.code is ErrorCode.BAD_CONTENT


def test_a_name_that_does_not_exist_fails_in_plain_words(make_fetcher):
    with pytest.raises(FetchError, match="could not be reached") as failure:
        make_fetcher().fetch("https://missing.test/")
    assert failure.value.code is ErrorCode.FETCH_FAILED


def test_tls_is_asked_for_the_name_and_checked_against_it_though_the_address_is_pinned(
    make_fetcher, make_names, tls_site
):
    tls_site.answers["/"] = (200, HTML, b"safe")
    names = make_names({"news.test": [["127.0.0.1"]], "other.test": [["127.0.0.1"]]})
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    fetcher = make_fetcher(port=tls_site.port, names=names, tls=trusting)
    assert fetcher.fetch(f"https://news.test:{tls_site.port}/").body == b"safe"
    assert tls_site.server_names == ["news.test"]
    assert tls_site.asked[0][1]["host"] == f"news.test:{tls_site.port}"
    with pytest.raises(FetchError, match="certificate"):
        fetcher.fetch(f"https://other.test:{tls_site.port}/")
    with pytest.raises(FetchError, match="certificate"):
        make_fetcher(port=tls_site.port).fetch(f"https://news.test:{tls_site.port}/")
    assert len(tls_site.asked) == 1
