"""Synthetic data is as complete as data that came in: counted days, the words that a search knows, changes."""

import pytest
from django.core.management import call_command

from claims.comparison.search import understood
from claims.models import CeasefireDay, Change, Claim, ClaimPair
from claims.services import days

pytestmark = pytest.mark.django_db


def test_what_triggers_would_have_written_is_there() -> None:
    call_command("generate", claims=400, days=1)
    assert Claim.objects.count() == 400
    query = understood("vehicels")
    assert query is not None
    assert query.mended == (("vehicels", "vehicles"),)
    changed = Change.objects.filter(record=Change.Record.PAIR).values_list("record_id", flat=True)
    assert set(changed) == set(ClaimPair.objects.values_list("pk", flat=True))
    assert days.verify() == []


def test_fewer_days_are_fuller() -> None:
    call_command("generate", claims=400, days=1)
    first = CeasefireDay.objects.with_claims().order_by("day").values_list("day", flat=True)[0]
    assert set(Claim.objects.values_list("day_first", flat=True)) == {first}
