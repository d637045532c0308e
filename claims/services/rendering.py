"""Writes rendered claims, so that pages of pairs need not make each claim anew."""

from __future__ import annotations

import time

from django.db import connection

from claims.models import RenderedClaim
from claims.publishing import moment, rendered

AT_ONCE = 500
SECONDS = 5.0
"""For so long one call goes on; the next one does the rest."""

_NEWEST = 2**63 - 1

# What another transaction changes at the moment is passed over and waited for by nobody. A change that was made since
# the version was read has numbered it up.
_KEEP = """
UPDATE claims_renderedclaim AS kept SET body = given.body
FROM unnest(%(ids)s::bigint[], %(versions)s::int[], %(bodies)s::bytea[]) AS given(id, version, body)
JOIN (
    SELECT claim_id FROM claims_renderedclaim WHERE claim_id = ANY(%(ids)s::bigint[])
    ORDER BY claim_id FOR UPDATE SKIP LOCKED
) AS free ON free.claim_id = given.id
WHERE kept.claim_id = given.id AND kept.version = given.version AND kept.body IS NULL
"""


def fill(*, seconds: float = SECONDS) -> int:
    """Render the claims that have no body, newest first, until none is left or the time is up; how many were kept."""
    until, below, done = time.monotonic() + seconds, _NEWEST, 0
    while waiting := RenderedClaim.objects.missing(below=below, most=AT_ONCE):
        # The versions are read first: a change that is in them is in the claims that are read after them, too.
        done += _keep(waiting)
        below = waiting[-1][0]
        if time.monotonic() > until:
            break
    return done


def _keep(waiting: list[tuple[int, int]]) -> int:
    """Render these (claim's id, version) and keep those that did not change meanwhile."""
    bodies = rendered.bodies([pk for pk, _ in waiting], moment.now().names)
    given = [(pk, version, bodies[pk]) for pk, version in waiting if pk in bodies]
    if not given:
        return 0
    ids, versions, texts = (list(column) for column in zip(*given, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, {"ids": ids, "versions": versions, "bodies": texts})
        return int(cursor.rowcount)
