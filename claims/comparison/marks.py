"""How a ceasefire's days stand: a short text that stays the same while nothing that a day page shows has changed."""

from __future__ import annotations

from django.db.models import Count, DecimalField, Q, Sum
from django.db.models.functions import Extract

from claims.comparison.coverage import Coverage
from claims.models import Ceasefire


def of_days(ceasefire: Ceasefire) -> str | None:
    """The mark of all days of a ceasefire, and of what is known about sides that have no account.

    A card's badges count pairs that stand on other days, and a late report belongs to an earlier one: each change of a
    claim or a pair has its days counted again. Their times are summed up, as the newest one says nothing of a slower
    transaction that began earlier. None while a day is still to be counted.
    """
    at = Sum(Extract("updated_at", "epoch"), output_field=DecimalField())  # to the microsecond
    counted = ceasefire.days.aggregate(n=Count("pk"), at=at, stale=Count("pk", filter=Q(is_stale=True)))
    if counted["stale"]:
        return None
    coverage = Coverage.now()
    return f"{counted['n']}/{counted['at']}/{sorted(coverage.sides.items())}/{coverage.waiting > 0}"
