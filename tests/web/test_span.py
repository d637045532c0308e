"""A comparison looks at as many days as hold a bounded number of claims, and says where the next ones begin."""

from datetime import timedelta

import pytest
from django.test import Client

from claims.comparison import span
from claims.models import Ceasefire, CeasefireDay
from claims.services import days
from tests.factories import DAY, make_ceasefire, make_claim
from tests.web.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def ceasefire(monkeypatch: pytest.MonkeyPatch) -> Ceasefire:
    """Ten claims on each of five days; a span holds 25."""
    monkeypatch.setattr(span, "MOST_CLAIMS", 25)
    made = make_ceasefire("counted-truce")
    for n in range(5):
        CeasefireDay.objects.create(ceasefire=made, day=DAY + timedelta(days=n), claims=10, first_claims=10)
    return made


@pytest.mark.parametrize(
    ("since", "until", "first", "last", "later"),
    [(None, None, 0, 1, 2), (2, None, 2, 3, 4), (4, None, 4, 4, None), (None, 0, 0, 0, 1), (9, None, 9, 9, None)],
)
def test_days_that_fit(
    ceasefire: Ceasefire, since: int | None, until: int | None, first: int, last: int, later: int | None
) -> None:
    def day(n: int | None):  # type: ignore[no-untyped-def]
        return None if n is None else DAY + timedelta(days=n)

    found = span.span_of(ceasefire, since=day(since), until=day(until))
    assert (found.first, found.last, found.later) == (day(first), day(last), day(later))
    assert not found.is_whole


def test_a_fuller_day_than_fits_stands_alone(ceasefire: Ceasefire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(span, "MOST_CLAIMS", 3)
    found = span.span_of(ceasefire)
    assert found.first == found.last == DAY


def test_later_days_are_a_link(client: Client, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(span, "MOST_CLAIMS", 1)
    later = DAY + timedelta(days=3)
    make_claim("more towns were shelled", by=world.fighters, ceasefire=world.ceasefire, day=later)
    days.recount([(world.ceasefire.pk, later)])
    text = client.get(world.pages["compare"]).content.decode()
    assert f"day_from={later.isoformat()}" in text
    assert "Later days" in text
