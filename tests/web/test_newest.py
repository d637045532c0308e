"""A search of words that very many claims have finds the newest of them, wherever in the table they lie."""

from __future__ import annotations

import pytest
from django.db import connection

from claims.comparison.search import found_ids, understood
from claims.models import Claim
from tests.factories import make_article, make_claim, make_source

SAYING, MOST = 40, 4


@pytest.fixture
def spoken(db: None) -> list[int]:
    """Claims that have the word, oldest first; the planner has been told how many there are."""
    article, speaker = make_article(), make_source()
    pks = [make_claim(f"ferries stopped {n} times", by=speaker, article=article).pk for n in range(SAYING)]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE claims_claim")
    return pks


def test_the_newest_are_found_and_one_more(spoken: list[int]) -> None:
    found = found_ids(understood("ferries"), Claim.objects.public(), most=MOST)
    assert found == spoken[::-1][: MOST + 1]


def test_those_that_a_filter_leaves_are_found_however_old(spoken: list[int]) -> None:
    oldest = spoken[: MOST - 1]
    found = found_ids(understood("ferries"), Claim.objects.public().filter(pk__in=oldest), most=MOST)
    assert found == oldest[::-1]


def test_all_are_found_where_they_are_few(spoken: list[int]) -> None:
    found = found_ids(understood("ferries"), Claim.objects.public(), most=SAYING)
    assert found == spoken[::-1]
