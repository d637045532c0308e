"""The fetcher: one GET, with its redirects, within limits of time and size, to public addresses only."""

from __future__ import annotations

import re
import ssl
from dataclasses import replace
from fnmatch import fnmatch
from functools import cache
from http import HTTPStatus

import httpcore2
import httpx2  # noqa: TID251 - this is the one place

from claims.fetching.guard import Guard
from claims.fetching.network import TOO_LARGE, TOO_SLOW, UNREACHABLE, Budget, PinnedBackend, Resolver, system_resolver
from claims.fetching.records import Fetched, FetchError, Limits, blocked
from claims.fetching.unpacking import joined
from claims.vocabulary import ErrorCode

ARTICLE_TYPES = (
    *("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/octet-stream"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
FEED_TYPES = ("text/*", "application/*xml*", "application/*json*", "application/*gzip", "application/octet-stream")
ROBOTS_TYPES = ("text/*", "application/octet-stream")

_REDIRECTS = {
    HTTPStatus.MOVED_PERMANENTLY: True,
    HTTPStatus.FOUND: False,
    HTTPStatus.SEE_OTHER: False,
    HTTPStatus.TEMPORARY_REDIRECT: False,
    HTTPStatus.PERMANENT_REDIRECT: True,
}
"""Status to whether the redirect is permanent."""

_LONGEST = 2000
_UNFIT = re.compile(r"[\x00-\x20\x7f\\]")
_NUMERIC_END = re.compile(r"(?:^|\.)(?:\d+|0[xX][0-9a-fA-F]*)\.?$")
_DOTTED_QUAD = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
_LONGEST_ETAG = 500
_LONGEST_DATE = 100


class Fetcher:
    """Fetches, for one installation. Keeps no cookies and no connections, and takes nothing from the environment.

    `user_agent` says truthfully who asks, with an address for complaints. `resolver` and `tls` are for tests.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        guard: Guard | None = None,
        limits: Limits | None = None,
        resolver: Resolver = system_resolver,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._user_agent = user_agent
        self._guard = guard or Guard()
        self._limits = limits or Limits()
        self._resolver = resolver
        self._tls = tls or _trusted()

    def fetch(
        self,
        address: str,
        *,
        etag: str = "",
        last_modified: str = "",
        media_types: tuple[str, ...] = ARTICLE_TYPES,
        across_hosts: bool = True,
    ) -> Fetched:
        """The answer to a GET, conditional if a validator is given. Raises FetchError, and nothing else.

        `media_types` are patterns; a body of another type is not fetched (bad_content), one without a type is.
        Redirects are followed; not `across_hosts`, one to another host or port is the answer, and says where it leads.
        """
        budget = Budget(self._limits)
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        url = self._parsed(address)
        moved = True
        for hop in range(self._limits.redirects + 1):
            answer = self._ask(url, headers, media_types, budget)
            if isinstance(answer, Fetched):
                return replace(answer, moved=moved and hop > 0)
            location, is_permanent = answer
            before, url = url, self._parsed(location)
            moved = moved and is_permanent
            if not across_hosts and _place(url) != _place(before):
                return Fetched(status=HTTPStatus.FOUND, address=str(before), moved=moved, leads_to=str(url))
        raise FetchError("The site redirects too often.")

    def _parsed(self, address: str) -> httpx2.URL:
        """The address, parsed once: what is checked here is what is connected to. Raises FetchError (fetch_blocked)."""
        address = address.strip()
        if len(address) > _LONGEST or _UNFIT.search(address):
            raise blocked()
        try:
            url = httpx2.URL(address).copy_with(fragment=None)
            host, port = url.raw_host.decode("ascii"), url.port
        except (httpx2.InvalidURL, UnicodeError, ValueError, TypeError) as fault:
            raise blocked() from fault
        if url.scheme not in ("http", "https") or not host or url.userinfo or "%" in host:
            raise blocked()
        # 127.1, 0x7f.1, 0177.0.0.1 and 2130706433 are numbers to a resolver, but names to a reader.
        if _NUMERIC_END.search(host) and not _DOTTED_QUAD.fullmatch(host) and ":" not in host:
            raise blocked()
        self._guard.check_port({"http": 80, "https": 443}[url.scheme] if port is None else port)
        return url

    def _ask(
        self, url: httpx2.URL, conditions: dict[str, str], media_types: tuple[str, ...], budget: Budget
    ) -> Fetched | tuple[str, bool]:
        """The answer of one hop, or where it leads and whether for good."""
        headers = {
            "User-Agent": self._user_agent,
            "Accept": ", ".join(dict.fromkeys([*(t for t in media_types if "*" not in t), "*/*;q=0.5"])),
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **conditions,
        }
        request = httpx2.Request("GET", url, headers=headers)
        try:
            with self._transport(budget) as transport:
                response = transport.handle_request(request)
                try:
                    return self._read(response, url, media_types)
                finally:
                    response.close()
        except httpx2.TimeoutException as fault:
            raise FetchError(TOO_SLOW) from fault
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as fault:
            raise FetchError(_words(fault)) from fault

    def _transport(self, budget: Budget) -> httpx2.HTTPTransport:
        transport = httpx2.HTTPTransport(verify=self._tls, trust_env=False)
        backend = PinnedBackend(guard=self._guard, resolver=self._resolver, budget=budget, limits=self._limits)
        # httpx2 has no public way to pass a network backend; a test fails if this one is not used.
        transport._pool = httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=backend)
        return transport

    def _read(
        self, response: httpx2.Response, url: httpx2.URL, media_types: tuple[str, ...]
    ) -> Fetched | tuple[str, bool]:
        status, head = response.status_code, response.headers
        if status in _REDIRECTS and (location := head.get("location", "")):
            try:
                return str(url.join(location)), _REDIRECTS[HTTPStatus(status)]
            except (httpx2.InvalidURL, ValueError) as fault:
                raise blocked() from fault
        content_type = head.get("content-type", "")[:200]
        body = b""
        if status == HTTPStatus.OK:
            media_type = content_type.split(";")[0].strip().lower()
            if media_type and not any(fnmatch(media_type, pattern) for pattern in media_types):
                raise FetchError("The site sent something else than a text to read.", code=ErrorCode.BAD_CONTENT)
            length = head.get("content-length", "")
            if length.isdigit() and int(length[:20]) > self._limits.wire:
                raise FetchError(TOO_LARGE, code=ErrorCode.TOO_LARGE)
            encoding = head.get("content-encoding", "").strip().lower()
            body = joined(response.iter_raw(), encoding=encoding, most=self._limits.decoded)
        return Fetched(
            status=status,
            address=str(url),
            content_type=content_type,
            body=body,
            etag=_validator(head.get("etag", ""), _LONGEST_ETAG),
            last_modified=_validator(head.get("last-modified", ""), _LONGEST_DATE),
            retry_after=head.get("retry-after", "")[:_LONGEST_DATE],
        )


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that browsers trust; loading them takes longer than most fetches."""
    return httpx2.create_ssl_context(trust_env=False)


def _place(url: httpx2.URL) -> tuple[bytes, int | None]:
    """Host and port; http and https of one host are one place. (httpx2 gives no port where it is the scheme's own.)"""
    return url.raw_host.lower(), url.port if url.port not in (80, 443) else None


def _validator(value: str, longest: int) -> str:
    """A validator as sent; one that is too long to keep is as good as none."""
    return value if len(value) <= longest and value.isprintable() else ""


def _words(fault: Exception) -> str:
    cause: BaseException | None = fault
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "The site's certificate is not valid."
        cause = cause.__cause__ or cause.__context__
    return UNREACHABLE if isinstance(fault, httpx2.ConnectError) else "The site's answer broke off or is damaged."
