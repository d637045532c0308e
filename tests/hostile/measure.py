"""Fetches every case of the hostile server at a port, in a process of its own, and prints what came of it as JSON.

Usage: python -m tests.hostile.measure PORT SECONDS CASE...
"""

from __future__ import annotations

import json
import resource
import sys
import time
from urllib.parse import quote

from claims.fetching import Fetcher, FetchError, Guard, Limits


def main(port: int, seconds: float, cases: list[str]) -> None:
    fetcher = Fetcher(
        user_agent="Tracker/1.0 (+https://tracker.test/about)",
        guard=Guard(allow_loopback_port=port),
        limits=Limits(seconds=seconds),
        resolver=lambda _host: ["127.0.0.1"],
    )
    _outcome(fetcher, f"http://news.test:{port}/warming-up")
    before = _peak()
    results = {}
    for case in cases:
        started = time.monotonic()
        outcome = _outcome(fetcher, f"http://news.test:{port}/{quote(case)}")
        results[case] = [outcome, time.monotonic() - started, _peak() - before]
    json.dump(results, sys.stdout)


def _outcome(fetcher: Fetcher, address: str) -> str:
    try:
        fetched = fetcher.fetch(address)
    except FetchError as error:
        return error.code.value
    return "ok" if fetched.status == 200 else str(fetched.status)


def _peak() -> float:
    """The most memory that this process has ever held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
