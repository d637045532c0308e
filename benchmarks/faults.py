"""Whether ingest loses or doubles anything under faults, against real workers, a real queue and a real database.

    python -m benchmarks.faults [--articles 2000] [--faults 40] [--seeds 1 2 3 4 5] [--frozen 60] [--seconds 5]

The same articles are taken in once undisturbed and once for each seed under faults; printed is a line of JSON for each
run. Lost are articles that are not done at the end, doubled are articles, claims and pairs that stand twice, other are
claims and pairs that the undisturbed run has not, or has alone. A poison document, whose reading takes longer than a
task may, must be put aside after five attempts. The waits for retries are cut short by the script.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.stage import Stage

_PROJECT = Path(__file__).resolve().parents[1]
_FOLDER = "FAULTS_FOLDER"
CORPUS_SEED = 7
POISON = "poison.txt"
_POISON_LENGTH = 1_900_000
_LATEST_FAULT = 0.8
"""Seconds after a piece was accepted, of which the workers take about as many."""


@dataclass
class Outcome:
    """What stands in the database after a run, by natural keys, and how often."""

    articles: Counter[str] = field(default_factory=Counter)
    undone: list[str] = field(default_factory=list)
    claims: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    poison: str = ""
    drifted_days: int = 0

    @property
    def doubled(self) -> int:
        return sum(n - 1 for counted in (self.articles, self.claims, self.pairs) for n in counted.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--faults", type=int, default=40)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--frozen", type=float, default=60.0, help="seconds for which the queue is frozen")
    parser.add_argument("--seconds", type=int, default=5, help="the most that a task may take")
    parser.add_argument("--tried", type=int, default=0, help="how often the poison document was tried before")
    given = parser.parse_args()
    if _FOLDER not in os.environ:  # noqa: TID251 - the settings of a measurement of its own
        sys.exit(_in_own_environment(given.seconds))
    import django

    django.setup()
    from benchmarks.stage import staged

    with staged(Path(os.environ[_FOLDER]), workers=2) as stage:  # noqa: TID251
        quiet = run(stage, given, seed=None)
        for seed in given.seeds:
            run(stage, given, seed=seed, quiet=quiet)


def _in_own_environment(seconds: int) -> int:
    """Run this again where the settings lead to servers of our own; its exit status."""
    folder = Path(tempfile.mkdtemp(prefix="claims-faults-"))
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")},  # noqa: TID251
        _FOLDER: str(folder),
        "TRACKER_STATE": str(folder),
        "TRACKER_LOCAL": "1",
        "SECRET_KEY": "not secret, for measuring only",
        "DJANGO_SETTINGS_MODULE": "idlib.settings",
        "TASK_SECONDS": str(seconds),
        "HINT_SECONDS": "3",
        "WORKER_CONCURRENCY": "1",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-m", "benchmarks.faults", *sys.argv[1:]]
    try:
        return subprocess.run(command, env=environment, cwd=_PROJECT).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(stage: Stage, given: argparse.Namespace, *, seed: int | None, quiet: Outcome | None = None) -> Outcome:
    """Take in all articles, with the seed's faults or, without one, undisturbed; print and return what came of it."""
    from benchmarks.measured import accept_all, empty, finished, hurry, outcome

    empty()
    stage.start_rest()
    chance = random.Random(seed)
    faults = [] if seed is None else [chance.choice(list(_FAULTS)) for _ in range(given.faults)]
    faults = list(_FAULTS)[: given.faults] + faults[len(_FAULTS) :] if seed is not None else []
    chance.shuffle(faults)
    began = time.monotonic()
    pieces = max(len(faults), 1)
    done: list[str] = []
    restarted: Counter[str] = Counter()
    for piece in range(pieces):
        accept_all(given.articles, piece=piece, pieces=pieces, poison=given.tried if seed and not piece else None)
        # The next fault falls while the workers are at what has just come.
        if faults:
            time.sleep(chance.uniform(0.0, _LATEST_FAULT))
            _FAULTS[faults[piece]](stage, chance, given)
            done.append(faults[piece])
            hurry()
        restarted.update(stage.keep_up())
    while not finished():
        hurry()
        restarted.update(stage.keep_up())
        time.sleep(0.3)
        if time.monotonic() - began > 3600:
            break
    seconds = time.monotonic() - began
    for name in (*stage.workers, "beat"):
        stage.end(name, signal.SIGKILL)
    found = outcome()
    report = {
        "seed": seed,
        "articles": given.articles,
        "faults": dict(Counter(done)),
        "seconds": round(seconds, 1),
        "claims": len(found.claims),
        "pairs": len(found.pairs),
        "undone": found.undone[:5],
        "lost": len(found.undone) + given.articles - len(found.articles),
        "doubled": found.doubled,
        "drifted_days": found.drifted_days,
        "restarted": dict(restarted),
    }
    if quiet is not None:
        report |= {
            "other_claims": len(set(found.claims) ^ set(quiet.claims)),
            "other_pairs": len(set(found.pairs) ^ set(quiet.pairs)),
            "poison": found.poison,
        }
    print(json.dumps(report), flush=True)
    return found


def _child_killed(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    stage.kill_child(chance.choice(stage.workers), which=chance.randrange(2))


def _worker_killed(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    name = chance.choice(stage.workers)
    stage.end(name, signal.SIGKILL)
    stage.start(name)


def _worker_restarted(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    name = chance.choice(stage.workers)
    stage.end(name, signal.SIGTERM)
    stage.start(name)


def _queue_killed(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    stage.end("valkey", signal.SIGKILL)
    stage.start("valkey")


def _queue_frozen(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    stage.freeze("valkey", given.frozen)


def _database_restarted(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    stage.end("postgres", signal.SIGQUIT)
    stage.start("postgres")


def _beat_killed(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    stage.end("beat", signal.SIGKILL)
    stage.start("beat")


def _delivered_three_times(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    from benchmarks.measured import hint_again

    hint_again(times=3, most=40)


def _two_workers_on_one(stage: Stage, chance: random.Random, given: argparse.Namespace) -> None:
    from benchmarks.measured import hint_again

    hint_again(times=2, most=1)


_FAULTS: dict[str, Callable[[Stage, random.Random, argparse.Namespace], None]] = {
    "child killed": _child_killed,
    "worker killed": _worker_killed,
    "worker restarted": _worker_restarted,
    "queue killed": _queue_killed,
    "queue frozen": _queue_frozen,
    "database restarted": _database_restarted,
    "beat killed": _beat_killed,
    "delivered three times": _delivered_three_times,
    "two workers on one": _two_workers_on_one,
}


if __name__ == "__main__":
    main()
