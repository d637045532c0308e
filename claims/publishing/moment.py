"""The moment of an answer: how far the feed of changes has come, and the names that records go by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from claims.models import Ceasefire, Place, Source
from claims.publishing import prepared

_STAMPS = """
       (SELECT concat_ws('/', count(*), max(updated_at), count(merged_into_id)) FROM claims_source),
       (SELECT concat_ws('/', count(*), max(updated_at)) FROM claims_place),
       (SELECT concat_ws('/', count(*), max(updated_at)) FROM claims_ceasefire)
"""

_MOMENT = f"""
SELECT {_STAMPS}, newest.transaction, newest.id, newest.at, now.oldest
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest) AS now
LEFT JOIN LATERAL (
    SELECT transaction, id, at FROM claims_change ORDER BY transaction DESC, id DESC LIMIT 1
) AS newest ON true
"""

# Whoever changes what a day shows writes the day's row in the same transaction, to have it counted anew
# (`services/days.py`): the number of the transaction that wrote it last is the day's own version. Its neighbours are
# shown, too.
_DAY = f"""
SELECT {_STAMPS}, truce.id, day.xmin::text, day.is_stale, day.updated_at,
       (SELECT max(other.day) FROM claims_ceasefireday AS other
        WHERE other.ceasefire_id = truce.id AND other.claims > 0 AND other.day < %(day)s::date),
       (SELECT min(other.day) FROM claims_ceasefireday AS other
        WHERE other.ceasefire_id = truce.id AND other.claims > 0 AND other.day > %(day)s::date)
FROM claims_ceasefire AS truce
LEFT JOIN claims_ceasefireday AS day ON day.ceasefire_id = truce.id AND day.day = %(day)s::date
WHERE truce.slug = %(slug)s
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


def of_day(slug: str, day: date) -> Moment | None:
    """The present moment of one day of a ceasefire, if there is such a one: its mark stays while the day does."""
    found = prepared.rows(_DAY, {"slug": slug, "day": day})
    if not found:
        return None
    ((*stamps, truce, version, is_stale, counted_at, before, after),) = found
    of_names = "/".join(map(str, stamps))
    mark = "/".join(map(str, (of_names, truce, day, version, counted_at, before, after)))
    # Until the day is counted, nothing says when it was changed.
    return Moment(_names(tuple(stamps)), of_names, mark, changed_at=None if is_stale else counted_at, oldest=0)


@lru_cache(maxsize=2)
def _names(stamps: tuple[str, ...]) -> Names:
    rows = Source.objects.order_by("pk").values_list("pk", "slug", "name", "side")
    return Names(
        sources=Sources((pk, SourceName(slug, name, side)) for pk, slug, name, side in rows),
        places=Slugs(Place),
        ceasefires=Slugs(Ceasefire),
    )
