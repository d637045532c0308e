"""Sending: one POST to a public address, through the same guard as fetching."""

from __future__ import annotations

import httpx2  # noqa: TID251 - this room is the one place

from claims.fetching.client import Fetcher
from claims.fetching.network import TOO_SLOW, UNREACHABLE, Budget
from claims.fetching.records import FetchError


class Sender(Fetcher):
    """Sends, for one installation. A redirect is no answer: what is signed for one address goes to no other."""

    def post(self, address: str, body: bytes, headers: dict[str, str]) -> int:
        """The status of the answer, whose body is not read. Raises FetchError, and nothing else."""
        budget = Budget(self._limits)
        url = self._parsed(address)
        request = httpx2.Request(
            "POST",
            url,
            headers={**headers, "User-Agent": self._user_agent, "Connection": "close"},
            content=body,
        )
        try:
            with self._transport(budget) as transport:
                response = transport.handle_request(request)
                response.close()
                return response.status_code
        except httpx2.TimeoutException as fault:
            raise FetchError(TOO_SLOW) from fault
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as fault:
            raise FetchError(UNREACHABLE) from fault
