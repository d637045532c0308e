"""The gazetteer: places named in a text, and what contains each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claims.reading.phrases import Phrases, fold
from claims.reading.records import Span
from claims.reference.records import PlaceEntry

Named = tuple[str, Span]
"""A place's slug and the words that name it."""


class Gazetteer:
    """All places, ready to be asked; build it with `Gazetteer.of`."""

    def __init__(self, entries: Iterable[PlaceEntry], *, language: str) -> None:
        self.entries = {e.slug: e for e in entries}
        self._met: dict[tuple[str, str], bool] = {}
        self._shared: dict[tuple[str, str], bool] = {}
        self._within = {slug: self._chain(slug) for slug in self.entries}
        self._phrases = Phrases(
            (alias, (e.slug, alias.islower()))
            for e in self.entries.values()
            for alias in (e.name, *e.aliases.get(language, ()))
        )

    @classmethod
    def of(cls, entries: Iterable[PlaceEntry], *, language: str = "en") -> Gazetteer:
        """Names and the language's spellings; of two entries with the same spelling the first keeps it."""
        return cls(entries, language=language)

    def find(self, text: str, span: Span, *, folded: str | None = None) -> tuple[Named, ...]:
        """(slug, span) of each place named in the span, in order; a name is not found in small letters."""
        folded = fold(text) if folded is None else folded
        return tuple(
            (slug, Span(start, end))
            for start, end, (slug, is_small) in self._phrases.find(folded, span.start, span.end)
            if is_small or not text[start:end].islower()
        )

    def within(self, slug: str) -> frozenset[str]:
        """The slug and those of everything that contains it; an unknown slug is only itself."""
        return self._within.get(slug, frozenset((slug,)))

    def name(self, slug: str) -> str:
        return self.entries[slug].name if slug in self.entries else slug

    def kind(self, slug: str) -> str:
        return self.entries[slug].kind if slug in self.entries else ""

    def share(self, one: str, other: str) -> bool:
        """Whether two places lie in one another, or in one part of the country."""
        pair = (one, other)
        if pair not in self._shared:
            common = self.within(one) & self.within(other)
            lie_in = one in common or other in common
            self._shared[pair] = lie_in or any(self.kind(slug) not in ("country", "") for slug in common)
        return self._shared[pair]

    def meet(self, one: str, other: str) -> bool:
        """Whether anything contains both: two places of one country do."""
        pair = (one, other)
        if pair not in self._met:
            self._met[pair] = not self.within(one).isdisjoint(self.within(other))
        return self._met[pair]

    def _chain(self, slug: str) -> frozenset[str]:
        seen: set[str] = set()
        at: str | None = slug
        while at is not None and at in self.entries and at not in seen:
            seen.add(at)
            at = self.entries[at].within
        return frozenset(seen)


def inside(places: Sequence[Named], span: Span) -> tuple[Named, ...]:
    """Those of the places, which are in the order of the text, that begin in the span."""
    first = bisect_left(places, span.start, key=lambda place: place[1].start)
    last = bisect_left(places, span.end, first, key=lambda place: place[1].start)
    return tuple(places[first:last])
