"""Who is blamed for a deed: the bodies whose acts a statement tells, by the words for them in the registry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.reading.assertions.matters import BLOWS, Matter, MatterWords
from claims.reading.assertions.sense import Hit, Sense
from claims.reading.directory import Directory
from claims.reading.languages.english.bodies import NATIONS
from claims.reading.phrases import Phrases, alternation
from claims.vocabulary import SourceKind

M = Matter

STATES = frozenset({SourceKind.GOVERNMENT, SourceKind.MINISTRY, SourceKind.MILITARY})
DOERS = STATES | {SourceKind.ARMED_GROUP}
DEEDS = BLOWS | {M.BREACH, M.BREACHED, M.HARMED, M.BLOCKED, M.ABUSED, M.DEPLOYED, M.KILLED, M.WOUNDED, M.DESTROYED, M.DISPLACED}
VERBS_ONLY = frozenset({M.DEPLOYED, M.KILLED, M.WOUNDED, M.DESTROYED, M.DISPLACED})
REACH = 110
"""Characters over which a subject's verb, or the act of an adjective, is looked for."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A body named in a statement. `weak`: only by a nation's adjective, so that an act must follow."""

    start: int
    end: int
    slug: str
    weak: bool
    definite: bool


@dataclass(frozen=True, slots=True)
class Accusation:
    """Those blamed, the first named first, and the words that name the first."""

    slugs: tuple[str, ...]
    start: int
    end: int


class Accuser:
    """Finds who is accused in statements of one language, with the registry's words for deeds."""

    def __init__(self, directory: Directory, words: MatterWords, *, language: str) -> None:
        self.directory = directory
        self.unnamed = directory.resolve(words.unnamed)
        table: dict[str, tuple[str, bool]] = {}
        for entry in directory.entries.values():
            for deed in entry.deeds.get(language, ()):
                table.setdefault(deed, (entry.slug, False))
        for entry in directory.entries.values():
            if entry.kind in DOERS:
                for alias in (entry.name, *entry.aliases.get(language, ())):
                    table.setdefault(alias, (entry.slug, False))
        for phrase, (slug, _) in list(table.items()):
            if phrase.endswith("s") and not phrase.endswith("ss"):
                table.setdefault(phrase[:-1], (slug, slug in directory.entries and " " not in phrase))
        for nation, forms in NATIONS.items():
            if slug := directory.governments.get(nation):
                for form in forms:
                    table.setdefault(form, (slug, True))
        self._phrases = Phrases(table.items())
        acts = alternation(a.strip() for a in words.acts.split(","))
        modifier = r"(?:[\w'-]+ ){0,2}?"
        self._act = re.compile(rf"(?:'s)? [\"“”'‘’]?{modifier}[\"“”'‘’]?{acts}(?!\w)")
        self._own_act = re.compile(rf"\b{acts}$")
        self._and = re.compile(r",? (?:and|as well as|along with|or) (?:its |their |the |his )?$")
        self._before = re.compile(r"(?:^|[^\w'-])([\w'-]+) (?:(?:the|a|an|its|their|several|some|two|other|nearby|foreign-backed|foreign-sponsored|so-called|[\w-]+-(?:backed|sponsored|led|held|linked)|takfiri|elite|alleged|radical) )*[\"“”'‘]?$")
        self._passive = re.compile(r"\b(?:was|were|been|being|be|is|are|got|get|came under|come under|comes under|coming under|under)(?: \w+ly| also| again| being| \w+){0,2} ?$")

    def actors(self, folded: str, start: int, end: int) -> list[Actor]:
        out = []
        for hit in self._phrases.find(folded, start, end):
            slug, weak = hit.value
            definite = folded[max(start, hit.start - 12) : hit.start].rsplit(" ", 2)[0].endswith(("the", "this", "that")) or folded[max(0, hit.start - 4) : hit.start] == "the "
            out.append(Actor(hit.start, hit.end, slug, weak, definite))
        return out

    def accuse(self, sense: Sense, *, own: frozenset[str], side: str, blamed: bool) -> Accusation | None:
        """The accused of a statement.

        own     the speaker's body and its family: its own deed is no charge
        side    the speaker's side; `blamed`: the reporting word itself accuses, so that who stands first is meant
        """
        start, end = sense.span.start, sense.span.end
        actors = self.actors(sense.folded, start, end)
        if blamed and (first := next((a for a in actors if not self._is_own(a.slug, own, side)), None)):
            return self._result([first], actors)
        guilty: list[Actor] = []
        listed = False
        for index, actor in enumerate(actors):
            joined = bool(index) and bool(self._and.search(sense.folded[actors[index - 1].end : actor.start]) or sense.folded[actors[index - 1].end : actor.start] == ", ")
            is_guilty = self._does(sense, actor, actors[index + 1 :]) or (joined and listed)
            listed = is_guilty
            if is_guilty and not self._is_own(actor.slug, own, side):
                guilty.append(actor)
        return self._result(guilty, actors) if guilty else None

    def own_deed(self, sense: Sense, *, own: frozenset[str], side: str) -> bool:
        """Whether the only doer told is the speaker's own side."""
        actors = self.actors(sense.folded, sense.span.start, sense.span.end)
        doers = [a for i, a in enumerate(actors) if self._does(sense, a, actors[i + 1 :])]
        return bool(doers) and all(self._is_own(a.slug, own, side) for a in doers)

    def is_outsider(self, slugs: Iterable[str], parties: frozenset[str]) -> bool:
        """Whether all of them are states that no party of the ceasefire belongs to or shares a side with."""
        sides = {self.directory.side(p) for p in parties}
        return all(
            self.directory.kind(s) in STATES and self.directory.side(s) not in sides and not self.directory.family(s) & parties
            for s in slugs
        )

    def victims_forces(self, sense: Sense) -> str | None:
        """An attack on a state's forces, posts or air base whose author is not named: an armed group without a name."""
        if self.unnamed is None or not any(h.is_blow for h in sense.hits):
            return None
        actors = self.actors(sense.folded, sense.span.start, sense.span.end)
        hit = any(
            self.directory.kind(a.slug) is SourceKind.MILITARY and self._before_is_target(sense.folded, a) for a in actors
        )
        return self.unnamed if hit or sense.has(M.AIRBASE) else None

    def _before_is_target(self, folded: str, actor: Actor) -> bool:
        match = self._before.search(folded, max(0, actor.start - 40), actor.start)
        return bool(match) and match.group(1) in ("targeting", "against", "on", "at", "hit", "targeted", "hitting", "attacked", "of")

    def _is_own(self, slug: str, own: frozenset[str], side: str) -> bool:
        return bool(self.directory.family(slug) & own)

    def _does(self, sense: Sense, actor: Actor, later: Sequence[Actor]) -> bool:
        folded, span = sense.folded, sense.span
        act = self._act.match(folded, actor.end, min(span.end, actor.end + 60))
        if not act and later and later[0].weak and self._and.fullmatch(folded[actor.end : later[0].start]):
            act = self._act.match(folded, later[0].end, min(span.end, later[0].end + 60))
        before = self._before.search(folded, max(span.start, actor.start - 60), actor.start)
        word = before.group(1) if before else ""
        if word in ("by",):
            return True
        if act or self._own_act.search(folded[actor.start : actor.end]):
            return word not in ("against",) and not self._stopped(sense, actor)
        if word == "be" and folded[max(span.start, actor.start - 30) : actor.start].rstrip().endswith(("believed to be", "thought to be", "suspected to be", "likely to be", "presumed to be")):
            return True
        if word == "from" and any(h.is_blow and h.end <= actor.start for h in sense.hits):
            return True
        if actor.weak or word in TAKERS:
            return False
        return self._subject(sense, actor)

    def _stopped(self, sense: Sense, actor: Actor) -> bool:
        return any(h.has(M.LESS) for h in sense.hits)

    def _subject(self, sense: Sense, actor: Actor) -> bool:
        """Whether a deed follows that this body does: no passive, no other clause between."""
        for hit in sense.hits:
            if hit.start < actor.end or hit.start - actor.end > REACH:
                continue
            between = sense.folded[actor.end : hit.start]
            if hit.has(M.BUT, M.DESPITE, M.AFTER) and hit.has(M.BUT, M.DESPITE):
                return False
            if not hit.matters & DEEDS or hit.has(M.REPLY):
                if hit.has(M.STOPPED, M.CEASED, M.NOT) and not hit.has(M.BREACHED) and not hit.has(M.KEPT):
                    if hit.has(M.NOT) and any(h.has(M.KEPT) and 0 <= h.word - hit.word <= 4 for h in sense.hits):
                        return True
                    return False
                if hit.has(M.REPLY):
                    return False
                continue
            if self._passive.search(between[-28:] or " ") and not sense.folded[hit.start : hit.end].endswith("ing"):
                return False
            return True
        return False

    def _result(self, guilty: Sequence[Actor], actors: Sequence[Actor]) -> Accusation:
        """Generic words yield to the group that they stand for: "HTS … the terrorist group fired", "militants … of HTS"."""
        first = guilty[0]
        slugs: list[str] = []
        for actor in guilty:
            slug = actor.slug
            if actor.definite:
                named = [a.slug for a in actors if a.end <= actor.start and slug in self.directory.family(a.slug) and a.slug != slug]
                slug = named[-1] if named else slug
            if slug not in slugs:
                slugs.append(slug)
        special = [s for s in slugs if not any(s != o and s in self.directory.family(o) for o in slugs)]
        return Accusation(tuple(special or slugs), first.start, first.end)


TAKERS = frozenset(
    """against on at of targeting with to for between into near in over among killed hit targeted attacked wounded injured destroyed struck
    shelled bombed attacking killing wounding hitting backed backing urged called warned urging calling and from inside around toward towards
    including""".split()
)
