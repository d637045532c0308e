"""A web server that means harm: each path misbehaves in its own way until its client gives up."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MIB = 1024 * 1024
PAUSE = 0.05

Pieces = Iterator[bytes]


def _drip(start: bytes, drop: bytes) -> Callable[[threading.Event], Pieces]:
    def pieces(stop: threading.Event) -> Pieces:
        yield start
        while not stop.wait(PAUSE):
            yield drop

    return pieces


def _endless(start: bytes, piece: bytes) -> Callable[[threading.Event], Pieces]:
    def pieces(stop: threading.Event) -> Pieces:
        yield start
        while not stop.is_set():
            yield piece

    return pieces


def _once(*sent: bytes) -> Callable[[threading.Event], Pieces]:
    return lambda _stop: iter(sent)


def _silent(stop: threading.Event) -> Pieces:
    stop.wait()
    yield from ()


def _bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(packer.compress(bytes(MIB)) for _ in range(size // MIB))
    return packed + packer.flush()


def _redirect(target: str, status: int = 302) -> Callable[[threading.Event], Pieces]:
    return _once(f"HTTP/1.1 {status} Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode())


def _length(value: str, body: bytes) -> Callable[[threading.Event], Pieces]:
    return _once(OK + f"Content-Length: {value}\r\n\r\n".encode() + body)


def _gzip(body: bytes, encoding: str = "gzip") -> Callable[[threading.Event], Pieces]:
    return _once(OK + f"Content-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)


def _typed(media_type: str) -> Callable[[threading.Event], Pieces]:
    return _endless(f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode(), bytes(65536))


EITHER = "fetch_failed too_large"
"""The time or the bytes, whichever a machine comes to first."""

CASES: dict[str, tuple[str, Callable[[threading.Event], Pieces]]] = {
    "silent": ("fetch_failed", _silent),
    "closes at once": ("fetch_failed", _once()),
    "drips its status line": ("fetch_failed", _drip(b"H", b"T")),
    "drips its headers": ("fetch_failed", _drip(OK, b"X")),
    "drips header after header": ("fetch_failed", _drip(OK, b"X-A: b\r\n")),
    "drips its body": ("fetch_failed", _drip(OK + b"\r\n", b"x")),
    "drips its chunks": ("fetch_failed", _drip(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n")),
    "drips gzip": (
        "fetch_failed",
        _drip(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10], b"\0\1\0\xfe\xffx"),
    ),
    "drips interim answers": ("fetch_failed", _drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n")),
    "stops within its body": ("fetch_failed", lambda stop: iter((OK + b"Content-Length: 9\r\n\r\nx", *_silent(stop)))),
    "endless interim answers": (EITHER, _endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)),
    "endless status line": ("fetch_failed", _endless(b"HTTP/1.1 200 ", b"O" * 65536)),
    "endless headers": ("fetch_failed", _endless(OK, b"X-A: b\r\n" * 8000)),
    "endless header": ("fetch_failed", _endless(OK + b"X-A: ", b"b" * 65536)),
    "endless body": ("too_large", _endless(OK + b"\r\n", b"x" * 65536)),
    "endless chunks": (
        "too_large",
        _endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + bytes(65536) + b"\r\n"),
    ),
    "endless tiny chunks": (EITHER, _endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 5000)),
    "endless chunk size": ("fetch_failed", _endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 65536)),
    "chunk of a lying size": ("fetch_failed", _once(OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFF\r\nx")),
    "chunk without a size": ("fetch_failed", _once(OK + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n")),
    "bomb": ("too_large", _gzip(_bomb(60 * MIB))),
    "bomb in a bomb": ("too_large", _gzip(gzip.compress(gzip.compress(bytes(40 * MIB), 1), 1) + _bomb(20 * MIB))),
    "bomb as a file": ("too_large", _once(OK + b"\r\n" + _bomb(40 * MIB))),
    "many gzip members": (EITHER, _endless(OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 3000)),
    "gzip cut short": ("bad_content", _gzip(gzip.compress(bytes(5000))[:-9])),
    "gzip that is none": ("bad_content", _gzip(b"hello, this is not gzip")),
    "gzip twice": ("bad_content", _gzip(gzip.compress(gzip.compress(b"x")), "gzip, gzip")),
    "gzip a hundred times": ("bad_content", _gzip(b"x", ", ".join(["gzip"] * 100))),
    "brotli unasked": ("bad_content", _gzip(b"\x0b\x02\x80hello\x03", "br")),
    "deflate unasked": ("bad_content", _gzip(zlib.compress(b"x"), "deflate")),
    "redirects to itself": ("fetch_failed", _redirect("/redirects%20to%20itself")),
    "redirects on and on": ("fetch_failed", _redirect("?x=1&x=1&x=1")),
    "redirects inside": ("fetch_blocked", _redirect("http://10.0.0.1/")),
    "redirects to metadata": ("fetch_blocked", _redirect("http://169.254.169.254/latest/meta-data/")),
    "redirects to a file": ("fetch_blocked", _redirect("file:///etc/passwd")),
    "redirects to another port": ("fetch_blocked", _redirect("http://127.0.0.1:6379/")),
    "redirects with a password": ("fetch_blocked", _redirect("http://user:secret@news.test/")),
    "redirects to nonsense": ("fetch_blocked", _redirect("http://[")),
    "redirects to a long address": ("fetch_blocked", _redirect("/" + "a" * 50_000)),
    "redirects with an endless body": (
        "fetch_blocked",
        _endless(b"HTTP/1.1 302 Found\r\nLocation: http://[::1]/\r\n\r\n", b"x" * 65536),
    ),
    "says more than it sends": ("fetch_failed", _length("1000", b"x")),
    "says ten terabytes": ("too_large", _length("10000000000000", b"x")),
    "says less than it sends": ("ok", _length("5", b"hello" + b"x" * 100_000)),
    "says a negative length": ("fetch_failed", _length("-1", b"x")),
    "says two lengths": ("fetch_failed", _length("5\r\nContent-Length: 6", b"hello!")),
    "says a length of digits": ("fetch_failed", _length("9" * 5000, b"x")),
    "sends a film": ("bad_content", _typed("video/mp4")),
    "sends a program": ("bad_content", _typed("application/x-msdownload")),
    "sends a long type": ("fetch_failed", _typed("text/html;" + "x" * 200_000)),
    "speaks no HTTP": ("fetch_failed", _once(b"220 mail.test ESMTP\r\n" * 100)),
    "speaks Redis": ("fetch_failed", _once(b"-ERR unknown command 'GET'\r\n")),
    "sends NULs": ("fetch_failed", _endless(b"", bytes(65536))),
    "answers HTTP 0.9": ("fetch_failed", _once(b"<html>hello</html>")),
    "switches protocols": ("fetch_failed", _drip(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", b"x")),
    "errs without end": ("503", _endless(b"HTTP/1.1 503 Busy\r\nRetry-After: 99999999999\r\n\r\n", b"x" * 65536)),
}
"""What each does, to how a fetch of it must end: a public code (or either of two), "ok", or a status."""


class HostileServer:
    """Serves the cases at /<name>, on loopback, until closed."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self.port: int = self._listener.getsockname()[1]
        self._acceptor = threading.Thread(target=self._accept)
        self._acceptor.start()

    def close(self) -> None:
        self._stop.set()
        # A closed listener does not wake an accept(); a connection does.
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._acceptor.join()
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while not self._stop.is_set():
            connection, _ = self._listener.accept()
            thread = threading.Thread(target=self._misbehave, args=(connection,))
            thread.start()
            self._threads.append(thread)

    def _misbehave(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(30)
            try:
                path = connection.recv(65536).split(b" ")[1].decode() if not self._stop.is_set() else "/"
                name = path[1:].partition("?")[0].replace("%20", " ")
                for piece in CASES[name][1](self._stop) if name in CASES else ():
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
                # Read to the client's end, lest unread data reset the connection before it has read ours.
                while connection.recv(65536):
                    pass
            except (OSError, IndexError):
                return
