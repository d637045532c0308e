"""Writes the counts of ceasefire days: recomputed, under a lock, for the days that a change touched.

A change of many claims marks its days in its own transaction (`mark`) and has them counted after it (`recount_stale`),
so that a day on which hundreds of articles come in is not counted hundreds of times.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction

from claims.models.claim import LISTED_DAYS

_ADD_DAYS = """
INSERT INTO claims_ceasefireday (ceasefire_id, day, claims, undated, contradicts, competes, corroborates, first_claims,
    first_conflicts, updated_at)
SELECT c, d, 0, 0, 0, 0, 0, 0, 0, now() FROM unnest(%(ceasefires)s::bigint[], %(days)s::date[]) AS touched(c, d)
ORDER BY c, d
ON CONFLICT (ceasefire_id, day) DO NOTHING
"""

_MARK_DAYS = """
INSERT INTO claims_ceasefireday (ceasefire_id, day, claims, undated, contradicts, competes, corroborates, first_claims,
    first_conflicts, is_stale, updated_at)
SELECT c, d, 0, 0, 0, 0, 0, 0, 0, true, now() FROM unnest(%(ceasefires)s::bigint[], %(days)s::date[]) AS touched(c, d)
ORDER BY c, d
ON CONFLICT (ceasefire_id, day) DO UPDATE SET is_stale = true
"""

_LOCK_STALE = """
SELECT id FROM claims_ceasefireday WHERE is_stale ORDER BY ceasefire_id, day LIMIT %(most)s FOR UPDATE
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
    is_stale = false, updated_at = now()
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
WITH touched AS (SELECT id, ceasefire_id, day FROM claims_ceasefireday WHERE id = ANY(%(ids)s)),
said AS (
    SELECT day_id, side, count(*) AS claims, count(*) FILTER (WHERE about_first IS NULL) AS undated,
           count(*) FILTER (WHERE stance = 'holding') AS holding,
           count(*) FILTER (WHERE stance = 'violated') AS violated,
           count(*) FILTER (WHERE stance = 'mixed') AS mixed
    FROM (
        SELECT DISTINCT touched.id AS day_id, claim.id, source.side_id AS side, claim.about_first, claim.stance
        FROM touched
        JOIN claims_claim AS claim ON claim.is_current AND claim.ceasefire_id = touched.ceasefire_id
            AND claim.day_first BETWEEN touched.day - %(back)s AND touched.day AND claim.day_last >= touched.day
        JOIN claims_claimlink AS link ON link.claim_id = claim.id AND link.role = 'speaker'
        JOIN claims_source AS source ON source.id = link.source_id
    ) AS speaking
    GROUP BY day_id, side
),
standing AS MATERIALIZED (
    SELECT touched.id AS day_id, pair.left_id, pair.right_id, pair.relation
    FROM touched
    JOIN claims_claimpair AS pair ON pair.is_current AND pair.ceasefire_id = touched.ceasefire_id
        AND pair.day_first BETWEEN touched.day - %(back)s AND touched.day AND pair.day_last >= touched.day
    WHERE pair.review_state <> 'rejected' AND pair.relation IN ('contradicts', 'competes')
),
found AS (
    SELECT standing.day_id, sides.side,
           count(*) FILTER (WHERE standing.relation = 'contradicts') AS contradicts,
           count(*) FILTER (WHERE standing.relation = 'competes') AS competes
    FROM standing
    CROSS JOIN LATERAL (
        SELECT DISTINCT source.side_id AS side
        FROM claims_claimlink AS link JOIN claims_source AS source ON source.id = link.source_id
        WHERE link.claim_id IN (standing.left_id, standing.right_id) AND link.role = 'speaker'
    ) AS sides
    GROUP BY standing.day_id, sides.side
)
INSERT INTO claims_daycell (day_id, side_id, claims, undated, holding, violated, mixed, contradicts, competes)
SELECT said.day_id, said.side, said.claims, said.undated, said.holding, said.violated, said.mixed,
       coalesce(found.contradicts, 0), coalesce(found.competes, 0)
FROM said LEFT JOIN found USING (day_id, side)
ORDER BY said.day_id, said.side
"""

_COUNTED_AT_ONCE = 50


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
        _count([row[0] for row in cursor.fetchall()])


def mark(touched: Iterable[tuple[int, date]]) -> None:
    """Note, inside the caller's transaction, as its last step, that (ceasefire id, day) pairs are to be counted."""
    keys = sorted(set(touched))
    if keys:
        with connection.cursor() as cursor:
            cursor.execute(_MARK_DAYS, {"ceasefires": [key[0] for key in keys], "days": [key[1] for key in keys]})


def recount_stale() -> int:
    """Count the marked days; how many they were."""
    counted = 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_LOCK_STALE, {"most": _COUNTED_AT_ONCE})
            ids = [row[0] for row in cursor.fetchall()]
            if not ids:
                return counted
            _count(ids)
            counted += len(ids)


def _count(ids: list[int]) -> None:
    with connection.cursor() as cursor:
        for statement in (_COUNT_DAYS, _CLEAR_CELLS, _COUNT_CELLS):
            cursor.execute(statement, {"ids": ids, "back": LISTED_DAYS - 1})


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
