"""Texts made to stall a search are looked at in time."""

from time import process_time

import pytest

from claims.judging.gist import gist
from tests.judging.accounts import make_account

PARTS = [
    "no ",
    "no'",
    "did not ",
    "not-",
    "no, , , ",
    "never never ",
    "ceasefire ",
    "a",
    "'",
    "  ",
    "n’t ",
    "none\n",
    "\x00",
]


@pytest.mark.parametrize("part", PARTS)
def test_a_hundred_thousand_characters_take_no_minute(part: str) -> None:
    account = make_account(id=1, text=(part * 100_000)[:100_000], topics="status", stance="holding", about="2031-05-02")
    start = process_time()
    gist(account)
    assert process_time() - start < 5
