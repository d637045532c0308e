"""The calendar: which ceasefire a statement belongs to, by the day and the place that it speaks of, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from claims.reading.places import Gazetteer
from claims.reading.record import record
from claims.reading.records import When
from claims.reference.records import CeasefireEntry

GRACE = timedelta(days=14)
"""How long before its announcement and after its end a ceasefire is still what people speak of."""


@record()
class Belonging:
    """A ceasefire's slug, or None, and the reason in plain words."""

    slug: str | None
    reason: str


class Calendar:
    """All ceasefires in the order of their first days; build it with `Calendar.of`."""

    def __init__(self, entries: Iterable[CeasefireEntry]) -> None:
        self.entries = tuple(sorted(entries, key=lambda e: (e.begins, e.slug)))
        self.parties = frozenset(p.source for e in self.entries for p in e.parties)
        """Whoever signed, guarantees, or is bound by or left out of any of them."""
        self._by_slug = {e.slug: e for e in self.entries}

    @classmethod
    def of(cls, entries: Iterable[CeasefireEntry]) -> Calendar:
        return cls(entries)

    def get(self, slug: str | None) -> CeasefireEntry | None:
        return self._by_slug.get(slug) if slug else None

    def known_from(self, entry: CeasefireEntry) -> date:
        """The first day on which it could be spoken of: announced, or stated by anyone to begin."""
        return min(d for d in (entry.announced, entry.begins, *(s.day for s in entry.starts)) if d is not None)

    def on(self, day: date) -> CeasefireEntry | None:
        """The latest ceasefire that was known by that day and had not ended long before."""
        known = [e for e in self.entries if self.known_from(e) <= day]
        if not known:
            return None
        entry = known[-1]
        return entry if entry.ended is None or day <= entry.ended + GRACE else None

    def of_article(self, published: date | None, days: Sequence[date]) -> CeasefireEntry | None:
        """The one that an article is about: that of its day, else that of the days it names, the last first."""
        if published is not None:
            return self.on(published)
        return next((e for day in sorted(days, reverse=True) if (e := self.on(day))), None)

    def assign(
        self,
        about: When,
        places: Sequence[str],
        *,
        article: CeasefireEntry | None,
        is_own_day: bool,
        gazetteer: Gazetteer,
    ) -> Belonging:
        """Where a statement belongs.

        about        its days; is_own_day: they stand in its own words, so that they can tell another ceasefire
        places       slugs that it speaks of, its own or its passage's
        article      the ceasefire of the whole article: it holds for all that names no other day and no other region
        """
        entry = article
        reason = "the article's day lies in it" if entry else "no ceasefire on that day"
        if is_own_day and about.first is not None and about.last is not None:
            if entry is None or about.last < self.known_from(entry) - GRACE:
                entry = self.on(about.last)
                reason = "the day spoken of lies in it" if entry else "no ceasefire on the day spoken of"
            elif about.last >= entry.begins:
                reason = "the day spoken of lies in it"
        if entry is None:
            return Belonging(None, reason)
        here = [p for p in places if any(gazetteer.meet(p, area) for area in entry.area)]
        if here and not any(self.covers(entry, place, gazetteer) for place in here):
            return Belonging(None, f"another region: {', '.join(gazetteer.name(p) for p in here)}")
        return Belonging(entry.slug, reason)

    def covers(self, entry: CeasefireEntry, place: str, gazetteer: Gazetteer) -> bool:
        return any(gazetteer.share(place, area) for area in entry.area)
