"""A hostile site costs bounded time and memory, and ends with the right code."""

from __future__ import annotations

import json

import pytest

from claims.fetching import Limits
from tests.hostile.conftest import measuring
from tests.hostile.server import CASES, HostileServer

SHORT = 0.7
FULL = Limits().seconds
SLACK = 1.0
MOST_MEMORY = 64

Outcomes = dict[str, tuple[str, float, float]]


@pytest.fixture(scope="module")
def outcomes(hostile_server: HostileServer) -> Outcomes:
    with measuring(hostile_server, SHORT, *CASES) as process:
        return json.loads(process.communicate(timeout=90)[0])


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_answer_ends_in_time_with_its_code(outcomes, case):
    outcome, seconds, _ = outcomes[case]
    assert outcome in CASES[case][0].split()
    assert seconds < SHORT + SLACK


def test_memory_stays_within_bounds_over_all_of_them(outcomes):
    assert max(growth for _, _, growth in outcomes.values()) <= MOST_MEMORY


def test_the_real_deadline_holds(full_length):
    output, _ = full_length.communicate(timeout=FULL + 20)
    ((outcome, seconds, _),) = json.loads(output).values()
    assert outcome == "fetch_failed"
    assert FULL - SLACK < seconds < FULL + SLACK
