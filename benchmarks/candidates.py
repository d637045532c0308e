"""What finding the candidates of one new article costs, against the database that the environment names.

    TRACKER_STATE=/somewhere python manage.py migrate
    TRACKER_STATE=/somewhere python manage.py generate --claims 100000
    TRACKER_STATE=/somewhere python -m benchmarks.candidates

Takes random articles of ten claims and asks for the candidates of all their claims at once, as judging does. The time
may grow with the number of candidates, not with the table: run it on 10 thousand, 100 thousand and 1 million claims.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time

from idlib import env
from idlib.embedded.launcher import attach


def measure(rounds: int, seed: int) -> str:
    """One line: claims in the table, median and 95th percentile in ms, candidates an article."""
    from claims.models import Article, Claim, ClaimMatter

    chance = random.Random(seed)
    articles = list(Article.objects.values_list("pk", flat=True))
    times, found = [], []
    for _ in range(rounds):
        claims = list(Claim.objects.filter(article=chance.choice(articles)).values_list("pk", flat=True))
        began = time.perf_counter()
        candidates = ClaimMatter.objects.candidates(claims)
        times.append(1000 * (time.perf_counter() - began))
        found.append(len(candidates))
    times.sort()
    return (
        f"{Claim.objects.count()} claims: median {statistics.median(times):.2f} ms, "
        f"p95 {times[int(0.95 * len(times))]:.2f} ms, {statistics.mean(found):.0f} candidates an article"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    env.use_settings()
    with attach(env.state()):
        import django

        django.setup()
        print(measure(options.rounds, options.seed))


if __name__ == "__main__":
    main()
