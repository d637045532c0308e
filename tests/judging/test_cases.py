"""Every case of the case files: the expected relation and dimension, or none, in both orders."""

from typing import Any

import pytest

from claims.judging.judge import judge
from claims.judging.kinds import KINDS
from tests.judging.accounts import CASES, load, make_account

FILES = sorted(p.name for p in CASES.glob("*.toml") if p.name != "cast.toml")
ALL = [(name, case) for name in FILES for case in load(name)["case"]]


@pytest.mark.parametrize(("file", "case"), ALL, ids=[f"{f}: {c['name']}" for f, c in ALL])
def test_case(file: str, case: dict[str, Any]) -> None:
    a, b = make_account(id=1, **case["a"]), make_account(id=2, **case["b"])
    verdicts = judge(a, b)
    assert judge(b, a) == verdicts
    found = {f"{v.relation} {v.dimension or ''}".strip() for v in verdicts}
    wanted = {case["want"]} - {"none"}
    assert found == wanted or (found and found <= set(case.get("allow", "").split(";"))), [v.reason for v in verdicts]


def test_there_are_enough_cases() -> None:
    assert len(ALL) >= 150
    assert sum(case["want"] == "none" for _, case in ALL) >= 60


def test_every_kind_has_a_case() -> None:
    wanted = {case["want"].split()[-1] for _, case in ALL}
    assert {
        "corroborates" if k.key == "corroboration" else "repeats" if k.key == "repetition" else k.key for k in KINDS
    } <= wanted
