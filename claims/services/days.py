"""Writes the counts of ceasefire days: recomputed, under a lock, for the days that a change touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction

from claims.models import CeasefireDay
from claims.models.claim import LISTED_DAYS

_ADD_DAYS = """
INSERT INTO claims_ceasefireday (ceasefire_id, day, claims, undated, contradicts, competes, corroborates, first_claims,
    first_conflicts, updated_at)
SELECT c, d, 0, 0, 0, 0, 0, 0, 0, now() FROM unnest(%(ceasefires)s::bigint[], %(days)s::date[]) AS touched(c, d)
ORDER BY c, d
ON CONFLICT (ceasefire_id, day) DO NOTHING
"""

_LOCK_DAYS = """
SELECT day.id FROM claims_ceasefireday AS day
JOIN unnest(%(ceasefires)s::bigint[], %(days)s::date[]) AS touched(c, d) ON day.ceasefire_id = c AND day.day = d
ORDER BY day.ceasefire_id, day.day FOR UPDATE OF day
"""

_COUNT_DAYS = """
UPDATE claims_ceasefireday AS day SET
    claims = said.claims, undated = said.undated,
    contradicts = found.contradicts, competes = found.competes, corroborates = found.corroborates,
    first_claims = said.first_claims, first_conflicts = found.first_conflicts,
    updated_at = now()
FROM unnest(%(ids)s::bigint[]) AS touched(id)
JOIN claims_ceasefireday AS t ON t.id = touched.id
CROSS JOIN LATERAL (
    SELECT count(*) AS claims, count(*) FILTER (WHERE claim.about_first IS NULL) AS undated,
           count(*) FILTER (WHERE claim.day_first = t.day) AS first_claims
    FROM claims_claim AS claim
    WHERE claim.is_current AND claim.ceasefire_id = t.ceasefire_id
      AND claim.day_first BETWEEN t.day - %(back)s AND t.day AND claim.day_last >= t.day
) AS said
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE pair.relation = 'contradicts') AS contradicts,
           count(*) FILTER (WHERE pair.relation = 'competes') AS competes,
           count(*) FILTER (WHERE pair.relation = 'corroborates') AS corroborates,
           count(*) FILTER (WHERE pair.relation IN ('contradicts', 'competes') AND pair.day_first = t.day)
               AS first_conflicts
    FROM claims_claimpair AS pair
    WHERE pair.is_current AND pair.review_state <> 'rejected' AND pair.ceasefire_id = t.ceasefire_id
      AND pair.day_first BETWEEN t.day - %(back)s AND t.day AND pair.day_last >= t.day
) AS found
WHERE day.id = t.id
"""

_CLEAR_CELLS = "DELETE FROM claims_daycell WHERE day_id = ANY(%(ids)s)"

_COUNT_CELLS = """
INSERT INTO claims_daycell (day_id, side_id, claims, undated, holding, violated, mixed, contradicts, competes)
SELECT day.id, said.side, said.claims, said.undated, said.holding, said.violated, said.mixed,
       coalesce(found.contradicts, 0), coalesce(found.competes, 0)
FROM claims_ceasefireday AS day
CROSS JOIN LATERAL (
    SELECT side, count(*) AS claims, count(*) FILTER (WHERE about_first IS NULL) AS undated,
           count(*) FILTER (WHERE stance = 'holding') AS holding,
           count(*) FILTER (WHERE stance = 'violated') AS violated,
           count(*) FILTER (WHERE stance = 'mixed') AS mixed
    FROM (
        SELECT DISTINCT claim.id, source.side_id AS side, claim.about_first, claim.stance
        FROM claims_claim AS claim
        JOIN claims_claimlink AS link ON link.claim_id = claim.id AND link.role = 'speaker'
        JOIN claims_source AS source ON source.id = link.source_id
        WHERE claim.is_current AND claim.ceasefire_id = day.ceasefire_id
          AND claim.day_first BETWEEN day.day - %(back)s AND day.day AND claim.day_last >= day.day
    ) AS speaking
    GROUP BY side
) AS said
LEFT JOIN LATERAL (
    SELECT count(DISTINCT pair.id) FILTER (WHERE pair.relation = 'contradicts') AS contradicts,
           count(DISTINCT pair.id) FILTER (WHERE pair.relation = 'competes') AS competes
    FROM claims_claimpair AS pair
    JOIN claims_claimlink AS link ON link.claim_id IN (pair.left_id, pair.right_id) AND link.role = 'speaker'
    JOIN claims_source AS source ON source.id = link.source_id AND source.side_id = said.side
    WHERE pair.is_current AND pair.review_state <> 'rejected' AND pair.ceasefire_id = day.ceasefire_id
      AND pair.day_first BETWEEN day.day - %(back)s AND day.day AND pair.day_last >= day.day
) AS found ON true
WHERE day.id = ANY(%(ids)s)
ORDER BY day.id, said.side
"""


def days_between(first: date | None, last: date | None) -> list[date]:
    """Each day of a closed range; none of an open one."""
    if first is None or last is None:
        return []
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def recount(touched: Iterable[tuple[int, date]]) -> None:
    """Recompute the counts of (ceasefire id, day) pairs, inside the caller's transaction, as its last step.

    The days are locked in one order first, so that of two transactions on one day the second counts what the first
    wrote.
    """
    keys = sorted(set(touched))
    if not keys:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        where: dict[str, Any] = {"ceasefires": [key[0] for key in keys], "days": [key[1] for key in keys]}
        cursor.execute(_ADD_DAYS, where)
        cursor.execute(_LOCK_DAYS, where)
        counted: dict[str, Any] = {"ids": [row[0] for row in cursor.fetchall()], "back": LISTED_DAYS - 1}
        for statement in (_COUNT_DAYS, _CLEAR_CELLS, _COUNT_CELLS):
            cursor.execute(statement, counted)


def recount_all() -> int:
    """Recompute every stored day; the number of days."""
    keys = list(CeasefireDay.objects.order_by("pk").values_list("ceasefire_id", "day"))
    recount(keys)
    return len(keys)


@dataclass(frozen=True, slots=True)
class Drift:
    """A day whose stored number of claims is not the counted one."""

    ceasefire_id: int
    day: date
    stored: int
    counted: int


_VERIFY = """
SELECT day.ceasefire_id, day.day, day.claims, count(claim.id)
FROM claims_ceasefireday AS day
LEFT JOIN claims_claim AS claim ON claim.is_current AND claim.ceasefire_id = day.ceasefire_id
    AND claim.day_first BETWEEN day.day - %(back)s AND day.day AND claim.day_last >= day.day
GROUP BY day.id HAVING day.claims <> count(claim.id) ORDER BY day.ceasefire_id, day.day
"""


def verify() -> list[Drift]:
    """The days whose stored counts have drifted from their claims; none in a sound database."""
    with connection.cursor() as cursor:
        cursor.execute(_VERIFY, {"back": LISTED_DAYS - 1})
        return [Drift(*row) for row in cursor.fetchall()]
