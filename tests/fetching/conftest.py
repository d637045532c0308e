"""A small honest site on loopback, and a fetcher that knows no other."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claims.fetching import Fetcher, Guard, Limits

CERTIFICATE = Path(__file__).parent / "news.test.pem"
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """What the site answers, by path, and what it was asked: (path, headers)."""

    port: int
    answers: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    server_names: list[str | None] = field(default_factory=list)


class _Names:
    """A resolver: the answers for each host, one a look-up, the last one again and again."""

    def __init__(self, answers: dict[str, list[list[str]]]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def __call__(self, host: str) -> list[str]:
        self.asked.append(host)
        if host not in self.answers:
            raise OSError("no such name")
        turns = self.answers[host]
        return turns.pop(0) if len(turns) > 1 else turns[0]


def _serve(context: ssl.SSLContext | None) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            answer = site.answers.get(self.path, (404, {}, b""))
            status, sent, body = answer(headers) if callable(answer) else answer
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | sent).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    site = Site(port=server.server_address[1])
    if context is not None:
        context.sni_callback = lambda _socket, name, _context: site.server_names.append(name)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    yield from _serve(None)


@pytest.fixture
def tls_site() -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    yield from _serve(context)


@pytest.fixture
def make_names() -> type[_Names]:
    return _Names


@pytest.fixture
def make_fetcher() -> Callable[..., Fetcher]:
    def make(*, port: int | None = None, names: _Names | None = None, tls: ssl.SSLContext | None = None) -> Fetcher:
        return Fetcher(
            user_agent="Tracker/1.0 (+https://tracker.test/about)",
            guard=Guard(allow_loopback_port=port),
            limits=Limits(seconds=5),
            resolver=names or _Names({"news.test": [["127.0.0.1"]]}),
            tls=tls,
        )

    return make
