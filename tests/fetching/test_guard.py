"""Nothing but public addresses is ever connected to, however they are written and whatever a name leads to."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from claims.fetching import Fetched, FetchError, Guard
from claims.vocabulary import ErrorCode


def lines(name: str) -> list[str]:
    words = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("|")[0].strip() for line in words if line and not line.startswith("#")]


REFUSED = lines("refused.txt")


def test_there_are_enough_cases():
    assert len(REFUSED) >= 60


@pytest.mark.parametrize("address", REFUSED)
def test_a_name_that_leads_inside_is_refused(make_fetcher, make_names, address):
    names = make_names({"news.test": [[address]]})
    with pytest.raises(FetchError) as refusal:
        make_fetcher(names=names).fetch("http://news.test/")
    assert refusal.value.code is ErrorCode.FETCH_BLOCKED
    assert names.asked == ["news.test"]


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_leads_inside_is_refused(make_fetcher, make_names, address):
    names = make_names({})
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(FetchError) as refusal:
        make_fetcher(names=names).fetch(f"https://{host}/")
    assert refusal.value.code is ErrorCode.FETCH_BLOCKED
    assert names.asked == []


@pytest.mark.parametrize("url", lines("refused_urls.txt"))
def test_a_url_that_is_not_plainly_a_web_address_is_refused(make_fetcher, make_names, url):
    names = make_names({"news.test": [["127.0.0.1"]]})
    with pytest.raises(FetchError) as refusal:
        make_fetcher(names=names).fetch(url)
    assert refusal.value.code is ErrorCode.FETCH_BLOCKED
    assert names.asked == []


@pytest.mark.parametrize("address", lines("public.txt"))
def test_a_public_address_is_let_through(address):
    assert Guard().checked(address, port=443) == address


def test_own_public_addresses_are_refused():
    with pytest.raises(FetchError):
        Guard(own=frozenset({"8.8.8.8"})).checked("8.8.8.8", port=443)


def test_a_name_with_one_address_inside_is_refused_as_a_whole(make_fetcher, make_names, site):
    names = make_names({"news.test": [["127.0.0.1", "10.0.0.1"]]})
    with pytest.raises(FetchError) as refusal:
        make_fetcher(port=site.port, names=names).fetch(f"http://news.test:{site.port}/")
    assert refusal.value.code is ErrorCode.FETCH_BLOCKED
    assert site.asked == []


def test_a_name_is_looked_up_once_so_that_it_cannot_change_between_check_and_connection(make_fetcher, make_names, site):
    site.answers["/"] = (200, {"Content-Type": "text/plain"}, b"hello")
    # The second answer is where a look-up of the connection's own would have led.
    names = make_names({"news.test": [["127.0.0.1"], ["10.0.0.1"]]})
    fetched = make_fetcher(port=site.port, names=names).fetch(f"http://news.test:{site.port}/")
    assert fetched.body == b"hello"
    assert names.asked == ["news.test"]


def test_a_name_that_is_bound_anew_before_a_redirect_is_checked_anew(make_fetcher, make_names, site):
    site.answers["/"] = (302, {"Location": "/second"}, b"")
    names = make_names({"news.test": [["127.0.0.1"], ["169.254.169.254"]]})
    with pytest.raises(FetchError) as refusal:
        make_fetcher(port=site.port, names=names).fetch(f"http://news.test:{site.port}/")
    assert refusal.value.code is ErrorCode.FETCH_BLOCKED
    assert [path for path, _ in site.asked] == ["/"]


@pytest.mark.parametrize(
    "target",
    [
        *("http://10.0.0.1/", "//192.168.1.1/", "http://inside.test/", "file:///etc/passwd", "http://[::1]/"),
        *("http://127.0.0.1/", "http://127.0.0.1:22/", "http://user@news.test/", "gopher://news.test/"),
    ],
)
def test_a_redirect_inside_is_refused(make_fetcher, make_names, site, target):
    site.answers["/"] = (301, {"Location": target}, b"")
    names = make_names({"news.test": [["127.0.0.1"]], "inside.test": [["10.0.0.1"]]})
    with pytest.raises(FetchError) as refusal:
        make_fetcher(port=site.port, names=names).fetch(f"http://news.test:{site.port}/")
    assert refusal.value.code is ErrorCode.FETCH_BLOCKED
    assert len(site.asked) == 1


def test_the_setting_of_the_tests_opens_one_port_of_loopback_and_nothing_else(make_fetcher, site):
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0)
        fetcher = make_fetcher(port=site.port)
        for host in ("127.0.0.1", "news.test"):
            with pytest.raises(FetchError) as refusal:
                fetcher.fetch(f"http://{host}:{other.getsockname()[1]}/")
            assert refusal.value.code is ErrorCode.FETCH_BLOCKED
        with pytest.raises(BlockingIOError):
            other.accept()
    for address in ("10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1"):
        with pytest.raises(FetchError):
            Guard(allow_loopback_port=site.port).checked(address, port=site.port)


def test_the_answer_is_the_same_whether_or_not_something_listens_inside(make_fetcher, site):
    messages = set()
    for port in (site.port, 1):
        with pytest.raises(FetchError) as refusal:
            make_fetcher().fetch(f"http://127.0.0.1:{port}/")
        messages.add((refusal.value.code, refusal.value.message))
    assert len(messages) == 1
    assert site.asked == []


def test_without_its_own_way_to_the_network_the_fetcher_would_not_find_the_site(make_fetcher, site):
    # "news.test" exists for our resolver only: were httpx2 to stop using our backend, this would fail.
    site.answers["/"] = (200, {}, b"found")
    fetched = make_fetcher(port=site.port).fetch(f"http://news.test:{site.port}/")
    assert isinstance(fetched, Fetched)
    assert fetched.body == b"found"
