"""Takes a mention's words apart and finds the body that they name in the directory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

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
)
from claims.reading.languages.english import bodies
from claims.reading.names import Token, normal, tokens
from claims.reading.record import record
from claims.vocabulary import SourceKind

if TYPE_CHECKING:
    from claims.reading.directory import Directory, Held

PRESS = frozenset((SourceKind.AGENCY, SourceKind.OUTLET))

_PART = re.compile(r"\s*(?:[,;:()\[\]]|\s[-–—]+\s|—)\s*")
_SHORT_NAME = re.compile(r"\(([A-Z]{2,8})\)")
_RELATIVE = re.compile(bodies.RELATIVE_CLAUSE)
_ENVOY = re.compile(bodies.ENVOY_OF_A_NATION)


@record()
class Found:
    """A body found for a part of a mention. `weak`: only by its nation, so that a better one may still come."""

    slug: str
    weak: bool = False


def holder(held: tuple[Held, ...], on: date | None) -> str | None:
    """The one body that a name speaks for on that day; None where there are several, or none."""
    slugs = {h.slug for h in held if h.holds(on)}
    return slugs.pop() if len(slugs) == 1 else None


@record()
class NameReader:
    """Reads mentions of one day against one directory."""

    directory: Directory
    on: date | None

    def body(self, words: str) -> str | None:
        """The slug of the body that these words name on that day; None where none is known: nothing is guessed."""
        if slug := self.directory.aliases.get(normal(words)):
            return slug
        if slug := self._envoy(words) or self._abbreviated(words):
            return slug
        best: Found | None = None
        for part in _PART.split(words):
            if relative := _RELATIVE.match(part):
                if best is not None or not relative["office"]:
                    continue
                part = part[relative.end() :]
            found = self._part(tokens(part))
            if found is None:
                continue
            if best is None or (best.weak and not found.weak) or best.slug in self.directory.family(found.slug):
                best = found
        return best.slug if best else None

    def _abbreviated(self, words: str) -> str | None:
        """ "the office for humanitarian affairs (OCHA)": the short name in brackets is the surest."""
        match = _SHORT_NAME.search(words)
        return self.directory.aliases.get(normal(match[1])) if match else None

    def _envoy(self, words: str) -> str | None:
        """ "the ambassador of Syria to the UN": the office stands on both sides of the nation."""
        if not (match := _ENVOY.search(normal(words))) or match["nation"] not in NATIONS:
            return None
        return self._held_by(NATIONS[match["nation"]], [Atom("office", UN_MISSION, None, False, False, 1)])

    def _part(self, words: Sequence[Token]) -> Found | None:
        return self._phrase(self._atoms(words))

    def _atoms(self, words: Sequence[Token]) -> list[Atom]:
        out: list[Atom] = []
        at = 0
        while at < len(words):
            token = words[at]
            for size in range(min(self.directory.longest.get(token.word, 0), len(words) - at), 0, -1):
                key = " ".join(t.word for t in words[at : at + size]) if size > 1 else token.word
                if (atom := self._atom(key, words[at : at + size])) and not self._cuts(atom, words, at):
                    break
            else:
                what = "preposition" if token.word in PREPOSITIONS else "role" if token.word in ROLES else "other"
                atom = Atom(what, token.word, None, token.owner, token.capital, 1)
            out.append(atom)
            at += atom.size
        return out

    def _cuts(self, atom: Atom, words: Sequence[Token], at: int) -> bool:
        """Whether it is but a part of another name.

        A government's words may end within one ("Syrian state" in "Syrian state television"), and a newspaper may have
        an ordinary word as its name ("Government of National Accord").
        """
        if atom.size == 1 and atom.value in bodies.ORDINARY_NAMES:
            return (at + 1 < len(words) and words[at + 1].capital) or (at > 0 and words[at - 1].word in PREPOSITIONS)
        if atom.size == 1 or atom.slug is None or self.directory.kind(atom.slug) is not SourceKind.GOVERNMENT:
            return False
        last = at + atom.size - 1
        following = [t.word for t in words[last : last + self.directory.longest.get(words[last].word, 0)]]
        return any(
            (key := " ".join(following[:n])) in OFFICES or key in self.directory.aliases
            for n in range(2, len(following) + 1)
        )

    def _atom(self, key: str, words: Sequence[Token]) -> Atom | None:
        size, owner, capital = len(words), words[-1].owner, any(t.capital for t in words)
        if key in self.directory.persons:
            slug = holder(self.directory.persons[key], self.on)
            return Atom("person" if slug else "former", key, slug, owner, capital, size)
        if key in NATIONS and (key != "us" or capital):
            nation = NATIONS[key]
            return Atom("nation", nation, self.directory.governments.get(nation), owner, capital, size)
        if key in OFFICES:
            return Atom("office", OFFICES[key], self.directory.aliases.get(key), owner, capital, size)
        if slug := self.directory.aliases.get(key):
            is_nobody = words[-1].word in ROLES and self.directory.kind(slug) is SourceKind.CROWD
            return Atom("role" if key in ROLES or is_nobody else "body", key, slug, owner, capital, size)
        return None

    def _phrase(self, atoms: list[Atom]) -> Found | None:
        for atom in atoms:
            if atom.what == "person" and atom.slug:
                return Found(atom.slug)
        cut = next((i for i, a in enumerate(atoms) if a.what == "preposition"), len(atoms))
        head, rest = atoms[:cut], atoms[cut:]
        if (found := self._head(head, rest)) and not found.weak:
            return found
        while rest:
            preposition = rest[0].value
            cut = next((i for i, a in enumerate(rest[1:], 1) if a.what == "preposition"), len(rest))
            segment, rest = rest[1:cut], rest[cut:]
            if preposition not in bodies.SPEAKING_PREPOSITIONS or (head and not speaks_for(head)):
                continue
            if preposition in bodies.PLACE_PREPOSITIONS and all(a.what in ("nation", "other") for a in segment):
                continue
            inner = self._head(segment, rest)
            if inner and (found is None or not inner.weak or preposition in ("of", "for")):
                return inner
        return found

    def _head(self, head: list[Atom], rest: list[Atom]) -> Found | None:
        """The body that a noun phrase names, prepositional phrases aside: its last known noun, or nation and office."""
        nations = [a for a in head if a.what == "nation"]
        offices = [a for a in head if a.what == "office"]
        if not nations and offices and rest and rest[0].value in ("of", "for", "in"):
            nations = [a for a in rest[1:2] if a.what == "nation"]
        owned = max((i for i, a in enumerate(head) if a.owner), default=-1)
        known = [i for i, a in enumerate(head) if a.what == "body"]
        if known and owned >= 0 and head[owned].what == "body" and known[-1] > owned:
            known = [i for i in known if i > owned]  # "the Russian military's centre" is the centre
        if known and not (offices and nations and known[-1] < owned):
            return Found(self._proper([head[i] for i in known]))
        if nations and offices:
            slug = self._held_by(nations[0].value, offices)
            return Found(slug) if slug else None
        if slug := self._surname(head):
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
        last = known[-1].slug or ""
        best = next((a.slug for a in reversed(known) if a.capital and a.slug), last)
        is_press = self.directory.kind(best) in PRESS
        return last if is_press and self.directory.kind(last) is SourceKind.CROWD else best

    def _held_by(self, nation: str, offices: list[Atom]) -> str | None:
        """The most specific body of the nation with one of the offices, else its government.

        The press of a country that is not known here is not its government.
        """
        government = self.directory.governments.get(nation)
        for office in sorted(offices, key=lambda o: RANKS[o.value]):
            if office.slug and government and self.directory.side(office.slug) == self.directory.side(government):
                return office.slug
            for alias in OFFICE_ALIASES[office.value]:
                for phrase in (f"{nation} {alias}", f"{land(nation)} {alias}"):
                    if slug := self.directory.aliases.get(phrase):
                        return slug
        return None if any(o.value in bodies.PRESS_OFFICES for o in offices) else government

    def _surname(self, head: list[Atom]) -> str | None:
        """A surname that stands alone but for titles, nation and offices, where only one known person bears it."""
        words = [a.value for a in head if a.what == "other" and a.value not in bodies.TITLES]
        if not words or any(a.what == "other" and not a.capital and a.value not in bodies.TITLES for a in head):
            return None
        return holder(self.directory.surnames.get(" ".join(words), ()), self.on)
