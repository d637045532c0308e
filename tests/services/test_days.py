"""The counts of days: right after every change, and recomputed when they have drifted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from claims.models import CeasefireDay, DayCell
from claims.models.account import Listed, listed_accounts
from claims.services import days, world
from claims.services.pairs import listed_days
from claims.vocabulary import Relation, Stance
from tests.factories import DAY, make_ceasefire, make_claim, make_pair, make_source


@pytest.mark.django_db
def test_counts_are_those_of_the_claims_and_pairs() -> None:
    truce = make_ceasefire()
    north, south = make_source(side="north"), make_source(side="south")
    calm = make_claim(by=north, ceasefire=truce, stance=Stance.HOLDING)
    broken = make_claim(by=south, ceasefire=truce, stance=Stance.VIOLATED)
    make_claim(by=south, ceasefire=truce, day=None)
    make_claim(by=south, ceasefire=truce, day=DAY + timedelta(days=3))
    make_pair(calm, broken, relation=Relation.CONTRADICTS)

    days.recount([(truce.pk, DAY)])

    day = CeasefireDay.objects.get(ceasefire=truce, day=DAY)
    assert (day.claims, day.undated, day.contradicts, day.competes) == (3, 1, 1, 0)
    cells = {cell.side_id: cell for cell in DayCell.objects.filter(day=day)}
    assert (cells["north"].claims, cells["north"].holding, cells["north"].contradicts) == (1, 1, 1)
    assert (cells["south"].claims, cells["south"].undated, cells["south"].violated) == (2, 1, 1)


@pytest.mark.django_db
def test_a_claim_about_several_days_is_one_claim_of_the_ceasefire() -> None:
    truce = make_ceasefire()
    later = DAY + timedelta(days=2)
    claims = [make_claim(ceasefire=truce, about_last=later, day_last=later) for _ in range(2)]
    make_pair(*claims, day_last=later)
    days.recount((truce.pk, DAY + timedelta(days=n)) for n in range(3))

    counted = CeasefireDay.objects.order_by("day").values_list("claims", "first_claims", "first_conflicts")
    assert list(counted) == [(2, 2, 1), (2, 0, 0), (2, 0, 0)]


@pytest.mark.django_db
def test_drift_is_found_and_mended() -> None:
    truce = make_ceasefire()
    make_claim(ceasefire=truce)
    days.recount([(truce.pk, DAY)])
    assert days.verify() == []

    CeasefireDay.objects.update(claims=7)

    assert [(found.day, found.stored, found.counted) for found in days.verify()] == [(DAY, 7, 1)]
    days.recount(list(CeasefireDay.objects.values_list("ceasefire_id", "day")))
    assert days.verify() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (date(2031, 5, 4), date(2031, 5, 4), (date(2031, 5, 4), date(2031, 5, 4))),
        (date(2031, 5, 1), date(2031, 5, 4), (date(2031, 5, 1), date(2031, 5, 4))),
        (None, date(2031, 5, 9), (date(2031, 5, 9), date(2031, 5, 9))),
        (date(2031, 1, 1), date(2031, 5, 4), (date(2031, 4, 21), date(2031, 5, 4))),
    ],
)
def test_a_pair_is_listed_where_both_claims_are(
    left: date | None, right: date | None, expected: tuple[date, date]
) -> None:
    truce = make_ceasefire()
    claims = [make_claim(ceasefire=truce, day=day).pk for day in (left, right)]
    a, b = _listed(claims)

    assert listed_days(a, b) == listed_days(b, a) == expected


def _listed(claim_ids: list[int]) -> list[Listed]:
    known = world.current()
    found = listed_accounts(claim_ids, bodies=known.bodies, places=known.places)
    return [found[pk] for pk in claim_ids]
