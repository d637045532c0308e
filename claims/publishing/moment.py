"""The moment of an answer: how far the feed of changes has come, and the names that records go by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from claims.models import Ceasefire, Place, Source
from claims.models.claim import LISTED_DAYS
from claims.publishing import prepared

_MOMENT = """
SELECT (SELECT concat_ws('/', count(*), max(updated_at), count(merged_into_id)) FROM claims_source),
       (SELECT concat_ws('/', count(*), max(updated_at)) FROM claims_place),
       (SELECT concat_ws('/', count(*), max(updated_at)) FROM claims_ceasefire),
       newest.transaction, newest.id, newest.at, now.oldest
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest) AS now
LEFT JOIN LATERAL (
    SELECT transaction, id, at FROM claims_change ORDER BY transaction DESC, id DESC LIMIT 1
) AS newest ON true
"""


_DAY = """
SELECT days.n, claims.n, pairs.n, pairs.last, claims.last
FROM (SELECT count(*) AS n FROM claims_ceasefireday WHERE ceasefire_id = %(ceasefire)s AND claims > 0) AS days,
     (SELECT count(*) AS n, max(updated_at) AS last FROM claims_claim
      WHERE is_current AND ceasefire_id = %(ceasefire)s
        AND day_first BETWEEN %(day)s::date - %(back)s AND %(day)s AND day_last >= %(day)s) AS claims,
     (SELECT count(*) AS n, max(updated_at) AS last FROM claims_claimpair
      WHERE is_current AND review_state <> 'rejected' AND ceasefire_id = %(ceasefire)s
        AND day_first BETWEEN %(day)s::date - %(back)s AND %(day)s AND day_last >= %(day)s) AS pairs
"""


@dataclass(frozen=True, slots=True)
class SourceName:
    """What a record that mentions a source says of it."""

    slug: str
    name: str
    side: str


class Sources(dict[int, SourceName]):
    """Sources by id; one that was added a moment ago is looked up."""

    def __missing__(self, pk: int) -> SourceName:
        self[pk] = SourceName(*Source.objects.values_list("slug", "name", "side").get(pk=pk))
        return self[pk]


class Slugs(dict[int, str]):
    """Slugs by id; one that was added a moment ago is looked up."""

    def __init__(self, model: type[Place] | type[Ceasefire]) -> None:
        super().__init__(model.objects.order_by("pk").values_list("pk", "slug"))
        self._model = model

    def __missing__(self, pk: int) -> str:
        self[pk] = self._model.objects.values_list("slug", flat=True).get(pk=pk)
        return self[pk]


@dataclass(frozen=True, slots=True)
class Names:
    """The small tables by id: read again only when one of their rows has changed."""

    sources: Sources
    places: Slugs
    ceasefires: Slugs


@dataclass(frozen=True, slots=True)
class Moment:
    """What was public when an answer was begun. `mark` is None while a slower transaction may still get in between.

    `oldest`: every transaction below this number has ended, and is in what is read from now on.
    """

    names: Names
    stamps: str
    mark: str | None
    changed_at: datetime | None
    oldest: int


def now() -> Moment:
    """The present moment, by one small query."""
    ((*stamps, transaction, change, at, oldest),) = prepared.rows(_MOMENT)
    is_quiet = transaction is None or transaction < oldest
    of_names = "/".join(map(str, stamps))
    mark = f"{of_names}/{transaction}/{change}" if is_quiet else None
    return Moment(names=_names(tuple(stamps)), stamps=of_names, mark=mark, changed_at=at, oldest=oldest)


def of_day(ceasefire: Ceasefire, day: date) -> Moment:
    """The present moment of one day: its mark stays the same while nothing that the day shows changes."""
    moment = now()
    ((*counts, changed_at),) = prepared.rows(_DAY, {"ceasefire": ceasefire.pk, "day": day, "back": LISTED_DAYS - 1})
    return replace(moment, mark="/".join(map(str, (moment.stamps, *counts, changed_at))), changed_at=changed_at)


@lru_cache(maxsize=2)
def _names(stamps: tuple[str, ...]) -> Names:
    rows = Source.objects.order_by("pk").values_list("pk", "slug", "name", "side")
    return Names(
        sources=Sources((pk, SourceName(slug, name, side)) for pk, slug, name, side in rows),
        places=Slugs(Place),
        ceasefires=Slugs(Ceasefire),
    )
