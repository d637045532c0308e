"""Pages against the database that the environment names: median and 99th percentile on the server, queries, bytes.

    TRACKER_STATE=/somewhere python manage.py migrate
    TRACKER_STATE=/somewhere python manage.py generate --claims 1000000
    TRACKER_STATE=/somewhere python -m benchmarks.pages --rounds 50

Pages are asked for in this process, one after the other, through the whole stack of middleware; each round takes
another truce, day, pair, source and word, so that no page is measured twice from a warm cache of its own. "Full day"
are the ten fullest: `generate --claims 20000 --days 1` adds 2,000 claims to a day of each truce.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from idlib import env
from idlib.embedded.launcher import attach

WORDS = ("column", "vehicles", "milestone 77", "invented column 34", "vehicels", "milestone 1003")


def addresses(seed: int) -> dict[str, Callable[[], str]]:
    """For each page, a maker of addresses of rows that the database has."""
    from claims.models import CeasefireDay, ClaimPair, Source

    chance = random.Random(seed)
    days = list(CeasefireDay.objects.with_claims().order_by("-claims")[:500].select_related("ceasefire"))
    truces = list({day.ceasefire_id: day.ceasefire for day in days}.values())
    sources = list(Source.objects.listed().order_by("-pk")[:40])
    last = ClaimPair.objects.order_by("-pk").values_list("pk", flat=True).first() or 1
    first = ClaimPair.objects.order_by("pk").values_list("pk", flat=True).first() or 1

    def pair() -> str:
        wanted = chance.randint(first, last)
        found = ClaimPair.objects.order_by("pk").filter(pk__gte=wanted).first()
        return found.get_absolute_url() if found else "/pairs/"

    return {
        "overview": lambda: "/",
        "ceasefire": lambda: chance.choice(truces).get_absolute_url(),
        "day": lambda: chance.choice(days).get_absolute_url(),
        "full day": lambda: chance.choice(days[:10]).get_absolute_url(),
        "pair": pair,
        "source": lambda: chance.choice(sources).get_absolute_url(),
        "search": lambda: f"/search/?q={chance.choice(WORDS)}",
        "compare": lambda: "/compare/?left=source:{}&right=source:{}&ceasefire={}".format(
            *(source.slug for source in chance.sample(sources, 2)), chance.choice(truces).slug
        ),
        "opponents": lambda: f"/compare/?ceasefire={chance.choice(truces).slug}",
    }


def measure(make: Callable[[], str], rounds: int, client: Any) -> tuple[list[float], int, int]:
    """Milliseconds of each round, the most queries and the most compressed bytes of an answer."""
    from django.db import connection

    queries = 0

    def count(execute: Any, *arguments: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*arguments)

    took, most, largest = [], 0, 0
    for _ in range(rounds):
        address, queries = make(), 0
        with connection.execute_wrapper(count):
            start = time.perf_counter()
            answer = client.get(address, HTTP_HOST="localhost")
            took.append(1000 * (time.perf_counter() - start))
        assert answer.status_code == 200, address
        most, largest = max(most, queries), max(largest, len(gzip.compress(answer.content)))
    return took, most, largest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    env.use_settings()
    env.log_warnings_only()
    with contextlib.ExitStack() as stack:
        if env.embedded_postgres() or env.embedded_valkey():
            stack.enter_context(
                attach(env.state(), postgres_bin=env.path("POSTGRES_BIN"), valkey_server=env.path("VALKEY_SERVER"))
            )
        from django.test import Client

        from idlib import web_server, wsgi

        assert wsgi.application
        web_server.when_ready()
        client = Client()
        print(f"{'page':<10} {'median ms':>9} {'p99 ms':>8} {'queries':>8} {'kB gz':>6}")
        for name, make in addresses(options.seed).items():
            measure(make, 3, client)
            took, queries, size = measure(make, options.rounds, client)
            p99 = sorted(took)[min(len(took) - 1, int(len(took) * 0.99))]
            print(f"{name:<10} {statistics.median(took):>9.0f} {p99:>8.0f} {queries:>8} {size / 1000:>6.1f}")


if __name__ == "__main__":
    main()
