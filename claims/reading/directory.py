"""The directory of sources: which body a mention's words name, by aliases, persons in office, nations and offices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claims.reading.atoms import (
    NATIONS,
    OFFICE_ALIASES,
    OFFICES,
    PREPOSITIONS,
    RANKS,
    ROLES,
    UN_MISSION,
    Atom,
    land,
    speaks_for,
    surnames,
)
from claims.reading.languages.english import bodies
from claims.reading.names import Token, normal, tokens
from claims.reference.records import PersonEntry, SourceEntry
from claims.vocabulary import SourceKind

_PART = re.compile(r"\s*(?:[,;:()\[\]]|\s[-–—]+\s|—)\s*")
_RELATIVE = re.compile(
    r"(?:who|which|whose|that|where|when)\b"
    r"(?P<office>(?: \w+)? (?:heads?|leads?|runs?|commands?|chairs?|represents?|works? for|speaks? for|is)\b)?",
)
"""A clause about the one named; only one that tells the office ("who heads the centre") can name the body."""

_SHORT_NAME = re.compile(r"\(([A-Z]{2,8})\)")
_TO_THE_UN = re.compile(
    r"(?:ambassador|envoy|representative|delegate|mission) (?:of|for|from) (?P<nation>\w+(?: \w+)?) (?:to|at) un\b"
)


PRESS = frozenset((SourceKind.AGENCY, SourceKind.OUTLET))


class Held(NamedTuple):
    """A person in an office: the slug of the body that he or she speaks for, and the days of it."""

    slug: str
    person: PersonEntry

    def holds(self, on: date | None) -> bool:
        since, until = self.person.since, self.person.until
        return on is None or ((since is None or since <= on) and (until is None or on <= until))


@dataclass(frozen=True, slots=True)
class Found:
    """A body found for a part of a mention. `weak`: only by its nation, so that a better one may still come."""

    slug: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
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

    def resolve(self, words: str, *, on: date | None = None) -> str | None:
        """The slug of the body that these words name on that day; None where none is known: nothing is guessed."""
        if slug := self.aliases.get(normal(words)):
            return slug
        if slug := self._envoy(words) or self._abbreviated(words):
            return slug
        best: Found | None = None
        for part in _PART.split(words):
            if relative := _RELATIVE.match(part):
                if best is not None or not relative["office"]:
                    continue
                part = part[relative.end() :]
            found = self._part(tokens(part), on)
            if found is None:
                continue
            if best is None or (best.weak and not found.weak) or best.slug in self.family(found.slug):
                best = found
        return best.slug if best else None

    def _abbreviated(self, words: str) -> str | None:
        """ "the office for humanitarian affairs (OCHA)": the short name in brackets is the surest."""
        match = _SHORT_NAME.search(words)
        return self.aliases.get(normal(match[1])) if match else None

    def _envoy(self, words: str) -> str | None:
        """ "the ambassador of Syria to the UN": the office stands on both sides of the nation."""
        if not (match := _TO_THE_UN.search(normal(words))) or match["nation"] not in NATIONS:
            return None
        return self._held_by(NATIONS[match["nation"]], [Atom("office", UN_MISSION, None, False, False, 1)])

    def _part(self, words: list[Token], on: date | None) -> Found | None:
        return self._phrase(self._atoms(words, on), on)

    def _atoms(self, words: list[Token], on: date | None) -> list[Atom]:
        out: list[Atom] = []
        at = 0
        while at < len(words):
            token = words[at]
            for size in range(min(self.longest.get(token.word, 0), len(words) - at), 0, -1):
                key = " ".join(t.word for t in words[at : at + size]) if size > 1 else token.word
                if (atom := self._atom(key, words[at : at + size], on)) and not self._cuts(atom, words, at):
                    break
            else:
                what = "preposition" if token.word in PREPOSITIONS else "role" if token.word in ROLES else "other"
                atom = Atom(what, token.word, None, token.owner, token.capital, 1)
            out.append(atom)
            at += atom.size
        return out

    def _cuts(self, atom: Atom, words: list[Token], at: int) -> bool:
        """Whether a government's words end within another name: "Syrian state" in "Syrian state television"."""
        if atom.size == 1 or atom.slug is None or self.kind(atom.slug) is not SourceKind.GOVERNMENT:
            return False
        last = at + atom.size - 1
        following = [t.word for t in words[last : last + self.longest.get(words[last].word, 0)]]
        return any(
            (key := " ".join(following[:n])) in OFFICES or key in self.aliases for n in range(2, len(following) + 1)
        )

    def _atom(self, key: str, words: list[Token], on: date | None) -> Atom | None:
        size, owner, capital = len(words), words[-1].owner, any(t.capital for t in words)
        if key in self.persons:
            slug = _holder(self.persons[key], on)
            return Atom("person" if slug else "former", key, slug, owner, capital, size)
        if key in NATIONS and (key != "us" or capital):
            nation = NATIONS[key]
            return Atom("nation", nation, self.governments.get(nation), owner, capital, size)
        if key in OFFICES:
            return Atom("office", OFFICES[key], self.aliases.get(key), owner, capital, size)
        if slug := self.aliases.get(key):
            return Atom("role" if key in ROLES else "body", key, slug, owner, capital, size)
        return None

    def _phrase(self, atoms: list[Atom], on: date | None) -> Found | None:
        for atom in atoms:
            if atom.what == "person" and atom.slug:
                return Found(atom.slug)
        cut = next((i for i, a in enumerate(atoms) if a.what == "preposition"), len(atoms))
        head, rest = atoms[:cut], atoms[cut:]
        if (found := self._head(head, rest, on)) and not found.weak:
            return found
        while rest:
            preposition = rest[0].value
            cut = next((i for i, a in enumerate(rest[1:], 1) if a.what == "preposition"), len(rest))
            segment, rest = rest[1:cut], rest[cut:]
            if preposition not in bodies.SPEAKING_PREPOSITIONS or (head and not speaks_for(head)):
                continue
            if preposition in bodies.PLACE_PREPOSITIONS and all(a.what in ("nation", "other") for a in segment):
                continue
            inner = self._head(segment, rest, on)
            if inner and (found is None or not inner.weak or preposition in ("of", "for")):
                return inner
        return found

    def _head(self, head: list[Atom], rest: list[Atom], on: date | None) -> Found | None:
        """The body that a noun phrase names, prepositional phrases aside: its last known noun, or nation and office."""
        nations = [a for a in head if a.what == "nation"]
        offices = [a for a in head if a.what == "office"]
        if not nations and offices and rest and rest[0].value in ("of", "for", "in"):
            nations = [a for a in rest[1:2] if a.what == "nation"]
        owned = max((i for i, a in enumerate(head) if a.owner), default=-1)
        known = [i for i, a in enumerate(head) if a.what == "body"]
        if known and not (offices and nations and known[-1] < owned):
            return Found(self._proper([head[i] for i in known]))
        if nations and offices:
            slug = self._held_by(nations[0].value, offices)
            return Found(slug) if slug else None
        if slug := self._surname(head, on):
            return Found(slug)
        if nations:
            government = nations[-1].slug
            others = [a for a in head if a.what == "other" and not a.capital and a.value not in bodies.TITLES]
            if government and not others:
                return Found(government, weak=not offices)
            return None
        for office in reversed(offices):
            if office.slug:
                return Found(office.slug)
        roles = [a for a in head if a.what == "role" and a.slug]
        return Found(roles[-1].slug or "", weak=True) if roles else None

    def _proper(self, known: list[Atom]) -> str:
        """Of several bodies in a phrase the last with a name of its own ("Jaish al-Izza rebel group"), else the last.

        Not an agency beside a crowd: "Reuters witnesses" are witnesses.
        """
        named = [a.slug for a in known if a.capital and a.slug and self.kind(a.slug) not in PRESS]
        return (named or [known[-1].slug or ""])[-1]

    def _held_by(self, nation: str, offices: list[Atom]) -> str | None:
        """The most specific body of the nation with one of the offices, else its government.

        The press of a country that is not known here is not its government.
        """
        government = self.governments.get(nation)
        for office in sorted(offices, key=lambda o: RANKS[o.value]):
            if office.slug and government and self.side(office.slug) == self.side(government):
                return office.slug
            for alias in OFFICE_ALIASES[office.value]:
                for phrase in (f"{nation} {alias}", f"{land(nation)} {alias}"):
                    if slug := self.aliases.get(phrase):
                        return slug
        return None if any(o.value in bodies.PRESS_OFFICES for o in offices) else government

    def _surname(self, head: list[Atom], on: date | None) -> str | None:
        """A surname that stands alone but for titles, nation and offices, where only one known person bears it."""
        words = [a.value for a in head if a.what == "other" and a.value not in bodies.TITLES]
        if not words or any(a.what == "other" and not a.capital and a.value not in bodies.TITLES for a in head):
            return None
        return _holder(self.surnames.get(" ".join(words), ()), on)


def _holder(held: tuple[Held, ...], on: date | None) -> str | None:
    slugs = {h.slug for h in held if h.holds(on)}
    return slugs.pop() if len(slugs) == 1 else None


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
