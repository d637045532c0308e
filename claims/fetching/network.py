"""The way to the network: each name is looked up once, each address checked, and that very address connected to."""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from claims.fetching.guard import Guard
from claims.fetching.records import FetchError, Limits
from claims.vocabulary import ErrorCode

Resolver = Callable[[str], Sequence[str]]
"""From a host's name to its addresses as text; raises OSError where there are none."""

TOO_SLOW = "The site took too long to answer."
UNREACHABLE = "The site could not be reached."
TOO_LARGE = "What the site sent is too large."


def system_resolver(host: str) -> Sequence[str]:
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Budget:
    """What is left of one fetch's time and bytes, over all of its connections."""

    def __init__(self, limits: Limits) -> None:
        self._ends = time.monotonic() + limits.seconds
        self._wire = limits.wire

    def seconds_left(self) -> float:
        """Raises FetchError when the time is up."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise FetchError(TOO_SLOW)
        return left

    def spend(self, size: int) -> None:
        """Raises FetchError (too_large) when more came than may."""
        self._wire -= size
        if self._wire < 0:
            raise FetchError(TOO_LARGE, code=ErrorCode.TOO_LARGE)


class PinnedBackend(httpcore2.NetworkBackend):
    """Opens the connections of one fetch. Only the way is pinned: TLS (SNI) and the Host header keep the name."""

    def __init__(self, *, guard: Guard, resolver: Resolver, budget: Budget, limits: Limits) -> None:
        self._guard = guard
        self._resolver = resolver
        self._budget = budget
        self._limits = limits
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        # All are checked before any is tried: a name that also leads inside is refused as a whole.
        addresses = [self._guard.checked(address, port=port) for address in self._look_up(host)]
        for address in addresses:
            seconds = min(self._budget.seconds_left(), self._limits.connect_seconds)
            try:
                stream = self._sockets.connect_tcp(address, port, timeout=seconds)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
            return _MeteredStream(stream, self._budget)
        raise FetchError(UNREACHABLE)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        raise FetchError(UNREACHABLE)

    def _look_up(self, host: str) -> Sequence[str]:
        try:
            return [str(ipaddress.ip_address(host.strip("[]")))]
        except ValueError:
            pass
        answers: queue.SimpleQueue[Sequence[str]] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._resolver(host))
            except (OSError, UnicodeError):
                answers.put(())

        # The system's look-up has no deadline of its own; a thread that outlives ours ends with it.
        threading.Thread(target=ask, daemon=True, name="look-up").start()
        try:
            addresses = answers.get(timeout=self._budget.seconds_left())
        except queue.Empty:
            raise FetchError(TOO_SLOW) from None
        if not addresses:
            raise FetchError(UNREACHABLE)
        return addresses


class _MeteredStream(httpcore2.NetworkStream):
    """A connection whose every read and write counts against the fetch's budget, whatever timeout it is called with."""

    def __init__(self, stream: httpcore2.NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, timeout=self._budget.seconds_left())
        self._budget.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._budget.seconds_left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, timeout=self._budget.seconds_left())
        return _MeteredStream(stream, self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
