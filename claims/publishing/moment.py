"""The moment of an answer: how far the feed of changes has come, and the names that records go by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db import connection

from claims.models import Ceasefire, Place, Source

_MOMENT = """
SELECT (SELECT concat_ws('/', count(*), max(updated_at), count(merged_into_id)) FROM claims_source),
       (SELECT concat_ws('/', count(*), max(updated_at)) FROM claims_place),
       (SELECT concat_ws('/', count(*), max(updated_at)) FROM claims_ceasefire),
       newest.transaction, newest.id, newest.at,
       newest.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
FROM (SELECT) AS one
LEFT JOIN LATERAL (
    SELECT transaction, id, at FROM claims_change ORDER BY transaction DESC, id DESC LIMIT 1
) AS newest ON true
"""


@dataclass(frozen=True, slots=True)
class SourceName:
    """What a record that mentions a source says of it."""

    slug: str
    name: str
    side: str


@dataclass(frozen=True, slots=True)
class Names:
    """The small tables by id: read again only when one of their rows has changed."""

    sources: dict[int, SourceName]
    places: dict[int, str]
    ceasefires: dict[int, str]


@dataclass(frozen=True, slots=True)
class Moment:
    """What was public when an answer was begun. `mark` is None while a slower transaction may still get in between."""

    names: Names
    mark: str | None
    changed_at: datetime | None


def now() -> Moment:
    """The present moment, by one small query."""
    with connection.cursor() as cursor:
        cursor.execute(_MOMENT)
        *stamps, transaction, change, at, is_settled = cursor.fetchone()
    is_quiet = transaction is None or is_settled
    mark = "/".join(map(str, (*stamps, transaction, change))) if is_quiet else None
    return Moment(names=_names(tuple(stamps)), mark=mark, changed_at=at)


@lru_cache(maxsize=2)
def _names(stamps: tuple[str, ...]) -> Names:
    return Names(
        sources={
            pk: SourceName(slug, name, side)
            for pk, slug, name, side in Source.objects.order_by("pk").values_list("pk", "slug", "name", "side")
        },
        places=dict(Place.objects.order_by("pk").values_list("pk", "slug")),
        ceasefires=dict(Ceasefire.objects.order_by("pk").values_list("pk", "slug")),
    )
