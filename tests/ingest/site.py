"""A news site on loopback: what it answers by path, and what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], str]
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>{head}
<meta property="article:published_time" content="2031-05-04T10:00:00Z"></head>
<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"""


@dataclass
class Site:
    """`answers`: path to (status, headers, body); anything else is a 404. `asked`: (path, headers) of each request."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    host: str = "127.0.0.1"

    def url(self, path: str) -> str:
        return f"http://{self.host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def publish(self, path: str, *texts: str, title: str = "News", head: str = "") -> str:
        """Put an article of these paragraphs at the path; its address."""
        body = PAGE.format(title=title, head=head, paragraphs="".join(f"<p>{text}</p>" for text in texts))
        self.answers[path] = (200, {"Content-Type": "text/html; charset=utf-8"}, body)
        return self.url(path)

    def feed(self, path: str, *pages: str, headers: dict[str, str] | None = None) -> str:
        """Put an RSS feed of these pages at the path; its address."""
        items = "".join(f"<item><title>{page}</title><link>{self.url(page)}</link></item>" for page in pages)
        body = f"<rss version='2.0'><channel><title>The Harbour Post</title>{items}</channel></rss>"
        self.answers[path] = (200, {"Content-Type": "application/rss+xml"} | (headers or {}), body)
        return self.url(path)


@contextmanager
def serving(*, host: str = "127.0.0.1", port: int = 0) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            status, sent, text = site.answers.get(self.path, (404, {}, ""))
            body = text.encode()
            if sent.get("ETag") and headers.get("if-none-match") == sent["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | sent).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer((host, port), Handler)
    server.daemon_threads = True
    site = Site(port=server.server_address[1], host=host)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
