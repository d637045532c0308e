"""The directory of sources: which body a mention's words name, by aliases, persons in office, nations and offices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import NamedTuple

from claims.reading.atoms import NATIONS, OFFICES, land, surnames
from claims.reading.languages.english import bodies
from claims.reading.names import normal
from claims.reading.naming import NameReader
from claims.reading.record import record
from claims.reference.records import PersonEntry, SourceEntry
from claims.vocabulary import SourceKind

KNOWN_MENTIONS = 1 << 12
"""Mentions of which a directory remembers whom they name: the same few bodies speak in most articles of a day."""

OFFICES_AT_HOME = re.compile(bodies.OFFICES_AT_HOME)


class Held(NamedTuple):
    """A person in an office: the slug of the body that he or she speaks for, and the days of it."""

    slug: str
    person: PersonEntry

    def holds(self, on: date | None) -> bool:
        since, until = self.person.since, self.person.until
        return on is None or ((since is None or since <= on) and (until is None or on <= until))


@record()
class Directory:
    """All sources, ready to be asked; build it with `Directory.of`."""

    entries: dict[str, SourceEntry]
    families: dict[str, frozenset[str]]
    aliases: dict[str, str]
    deeds: dict[str, str]
    persons: dict[str, tuple[Held, ...]]
    surnames: dict[str, tuple[Held, ...]]
    longest: dict[str, int]
    governments: dict[str, str]
    parents: frozenset[str]
    _resolved: dict[tuple[str, date | None], str | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, entries: Iterable[SourceEntry], *, language: str = "en") -> Directory:
        """Aliases of the language and the names; of two entries with the same alias the first keeps it."""
        by_slug = {e.slug: e for e in entries}
        aliases: dict[str, str] = {}
        deeds: dict[str, str] = {}
        persons: dict[str, list[Held]] = {}
        by_surname: dict[str, list[Held]] = {}
        for entry in by_slug.values():
            for alias in (entry.name, *entry.aliases.get(language, ())):
                aliases.setdefault(normal(alias), entry.slug)
            for deed in entry.deeds.get(language, ()):
                deeds.setdefault(normal(deed), entry.slug)
            for person in entry.persons:
                held = Held(entry.slug, person)
                for name in {normal(n) for n in (person.name, *person.aliases)}:
                    persons.setdefault(name, []).append(held)
                    for surname in surnames(name):
                        by_surname.setdefault(surname, []).append(held)
        aliases.pop("", None)
        longest: dict[str, int] = {}
        for name in (*aliases, *persons, *NATIONS, *OFFICES):
            first, *rest = name.split(" ")
            longest[first] = max(longest.get(first, 1), 1 + len(rest))
        governments = {nation: slug for nation in bodies.NATIONS if (slug := _government(nation, aliases))}
        return cls(
            entries=by_slug,
            families={slug: _family(slug, by_slug) for slug in by_slug},
            aliases=aliases,
            deeds=deeds,
            persons={name: tuple(held) for name, held in persons.items()},
            surnames={name: tuple(held) for name, held in by_surname.items()},
            longest=longest,
            governments=governments,
            parents=frozenset(e.parent for e in by_slug.values() if e.parent),
        )

    def name(self, slug: str) -> str:
        return self.entries[slug].name if slug in self.entries else slug

    def side(self, slug: str) -> str:
        return self.entries[slug].side if slug in self.entries else ""

    def kind(self, slug: str) -> SourceKind | None:
        return self.entries[slug].kind if slug in self.entries else None

    def family(self, slug: str) -> frozenset[str]:
        """The slug and those of all that it belongs to; an unknown slug is its own family."""
        return self.families.get(slug, frozenset((slug,)))

    def is_general(self, slug: str) -> bool:
        """Whether other entries belong to it, so that a more specific body may be meant."""
        return slug in self.parents

    def resolve_at_home(self, words: str, *, side: str) -> str | None:
        """The body that a bare "the defence ministry" names in the mouth of that side's press; None for other words."""
        nations = [nation for nation, slug in self.governments.items() if self.side(slug) == side]
        if len(nations) != 1 or not OFFICES_AT_HOME.search(normal(words)):
            return None
        return self.resolve(f"{nations[0]} {words}")

    def resolve(self, words: str, *, on: date | None = None) -> str | None:
        """The slug of the body that these words name on that day; None where none is known: nothing is guessed."""
        key = (words, on)
        if key not in self._resolved:
            if len(self._resolved) >= KNOWN_MENTIONS:
                self._resolved.clear()
            self._resolved[key] = NameReader(self, on).body(words)
        return self._resolved[key]


def _family(slug: str, entries: dict[str, SourceEntry]) -> frozenset[str]:
    seen = {slug}
    while (parent := entries[slug].parent) and parent in entries and parent not in seen:
        seen.add(parent)
        slug = parent
    return frozenset(seen)


def _government(nation: str, aliases: dict[str, str]) -> str | None:
    for phrase in (f"{nation} government", f"{land(nation)} government", land(nation), nation):
        if slug := aliases.get(phrase):
            return slug
    return None
