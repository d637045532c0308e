"""The records of fetching: what came, why nothing came, and the limits."""

from __future__ import annotations

from dataclasses import dataclass

from claims.vocabulary import ErrorCode

BLOCKED = "This address may not be fetched: only public web addresses on ports 80 and 443 are."


class FetchError(Exception):
    """An address that could not be fetched. The message is public: it says nothing of hosts that are not public."""

    def __init__(self, message: str, *, code: ErrorCode = ErrorCode.FETCH_FAILED) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def blocked() -> FetchError:
    """The one answer for all that the guard refuses, whatever it is and whether anything is there."""
    return FetchError(BLOCKED, code=ErrorCode.FETCH_BLOCKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """seconds: for all of it, names, redirects and body included; wire and decoded: bytes, before and after gzip."""

    seconds: float = 20.0
    connect_seconds: float = 8.0
    wire: int = 5 * 1024 * 1024
    decoded: int = 15 * 1024 * 1024
    redirects: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A complete answer. Only a 200 has a body; a 304 says that it has not changed.

    address       that which answered, after redirects
    moved         whether each redirect on the way was a permanent one, so that `address` should be asked next time
    content_type  the media type with its charset, as sent
    etag, last_modified  validators as sent, for the next conditional request
    retry_after   as sent: seconds or a date; `claims.feeds.schedule` reads it
    leads_to      where a redirect to another host leads, if it was not to be followed; `moved` then speaks of it, too
    """

    status: int
    address: str
    moved: bool = False
    content_type: str = ""
    body: bytes = b""
    etag: str = ""
    last_modified: str = ""
    retry_after: str = ""
    leads_to: str = ""

    def or_error(self) -> Fetched:
        """Itself if it is a 200 or a 304; raises FetchError for any other status."""
        if self.status not in (200, 304):
            words = {404: ": there is no such page", 410: ": the page is gone", 429: ": too many requests"}
            raise FetchError(f"The site answered {self.status}{words.get(self.status, '')}.")
        return self
