"""How many pairs of claims are judged in a second on one core, and how the candidates of one more claim are found.

python -m benchmarks.judging [--accounts N] [--seed N]

The accounts are made up: invented speakers of two camps and bystanders, a month, eight villages, every topic. Limit: at
least 20,000 judged pairs a second.
"""

from __future__ import annotations

import argparse
import random
from datetime import date, timedelta
from time import perf_counter

from claims.judging.gist import gist
from claims.judging.judge import judge, judge_all, keep
from claims.judging.origins import bands
from claims.judging.pairing import comparable
from claims.judging.records import Account, Body, FigureSeen, Place
from claims.vocabulary import Event, Polarity, Stance, Target, Topic

LIMIT = 20_000
BEGINS = date(2031, 5, 1)
SAYINGS = (
    "the front was calm except for an incident or two",
    "the northern army ceased fire along the whole line at midnight",
    "at least twenty villages were shelled from army positions",
    "rockets killed two people in a residential street",
    "no air strikes were carried out in the area",
    "armed groups are not complying with the terms of the agreement",
    "reinforcements of mountain guards were sent to the front",
    "the two ministers agreed to keep a hotline",
    "the joint patrol was cut short after the road was blocked",
    "more than a thousand families have fled since Friday",
)


def corpus(size: int, seed: int) -> list[Account]:
    chance = random.Random(seed)
    bodies = [
        Body(f"body-{n}", f"Body number {n}", side, frozenset({f"body-{n}"}))
        for n in range(20)
        for side in (("north", "south", "monitor", "local")[n % 4],)
    ]
    places = [
        Place(f"village-{n}", f"Village {n}", frozenset({f"village-{n}", "district", "province", "country"}))
        for n in range(8)
    ]
    return [_account(number, chance, bodies, places) for number in range(1, size + 1)]


def _account(number: int, chance: random.Random, bodies: list[Body], places: list[Place]) -> Account:
    day = BEGINS + timedelta(days=chance.randrange(30))
    text = chance.choice(SAYINGS)
    return Account(
        id=number,
        article=number // 10,
        origin=number // 10,
        text=text,
        sources=tuple(chance.sample(bodies, chance.choice((1, 1, 1, 2)))),
        polarity=Polarity.DENIAL if chance.random() < 0.03 else Polarity.ASSERT,
        about_from=day if chance.random() < 0.7 else None,
        about_to=day if chance.random() < 0.7 else None,
        reported=day,
        ceasefire="a-truce",
        ceasefire_begins=BEGINS,
        topics=frozenset(chance.sample(list(Topic), 2)),
        stance=chance.choice((None, None, Stance.HOLDING, Stance.VIOLATED, Stance.VIOLATED, Stance.MIXED)),
        events=frozenset(chance.sample(list(Event), chance.randrange(3))),
        targets=frozenset(chance.sample(list(Target), chance.randrange(2))),
        accused=tuple(chance.sample(bodies, 1)) if chance.random() < 0.5 else (),
        figures=(FigureSeen(what="killed", words="two", low=2, high=2, place=None, is_part=False, start=0, end=3),)
        if chance.random() < 0.3
        else (),
        places=tuple(chance.sample(places, 1)) if chance.random() < 0.5 else (),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accounts", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    accounts = corpus(given.accounts, given.seed)

    gist.cache_clear()
    start = perf_counter()
    for account in accounts:
        gist(account)
    print(f"looking at an account   {(perf_counter() - start) / len(accounts) * 1e6:9.0f} µs each, once")

    candidates = [(a, b) for i, a in enumerate(accounts) for b in accounts[i + 1 :] if comparable(a, b)]
    start = perf_counter()
    found = sum(bool(judge(a, b)) for a, b in candidates)
    rate = len(candidates) / (perf_counter() - start)
    print(f"judge, pair by pair     {rate:9,.0f} pairs/s   ({len(candidates):,} candidates, {found:,} related)")

    start = perf_counter()
    pairs = judge_all(accounts)
    whole = len(candidates) / (perf_counter() - start)
    print(f"judge_all               {whole:9,.0f} pairs/s   ({len(pairs):,} verdicts)")
    start = perf_counter()
    kept = keep(pairs)
    print(f"keep                    {(perf_counter() - start) * 1000:9.1f} ms        ({len(kept.cut):,} cut)")

    text = " ".join(random.Random(given.seed).choices([f"word{n}" for n in range(5000)], k=400))
    start = perf_counter()
    for _ in range(200):
        bands(text)
    print(f"bands of 400 words      {(perf_counter() - start) / 200 * 1000:9.2f} ms")
    reached = min(rate, whole) >= LIMIT
    print(f"limit {LIMIT:,} pairs/s: {'reached' if reached else 'MISSED'}")
    return 0 if reached else 1


if __name__ == "__main__":
    raise SystemExit(main())
