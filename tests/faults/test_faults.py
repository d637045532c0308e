"""Nothing is lost or doubled when children, workers, beat, the queue and the database die, one each, in a small run.

The long run is `python -m benchmarks.faults`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FAULTS = 9


def test_after_faults_everything_stands_once() -> None:
    given = ["--articles", "30", "--faults", str(FAULTS), "--seeds", "1"]
    # Short leases, and only the last of the poison's five attempts: both are waited for.
    given += ["--frozen", "2", "--seconds", "5", "--tried", "4"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", *given], cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    quiet, disturbed = map(json.loads, done.stdout.splitlines())

    assert quiet["lost"] == quiet["doubled"] == 0
    assert (quiet["claims"] > 50, quiet["pairs"] > 10) == (True, True)
    assert sum(disturbed["faults"].values()) == len(disturbed["faults"]) == FAULTS
    wrong = ("lost", "doubled", "other_claims", "other_pairs", "drifted_days")
    assert {name: disturbed[name] for name in wrong} == dict.fromkeys(wrong, 0)
    assert disturbed["poison"].startswith("quarantined")
