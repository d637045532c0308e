"""The bodies named in a statement by the words for their deeds, and whether each is told as the one who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.reading.assertions.matters import Matter, MatterWords
from claims.reading.assertions.sense import Hit, Sense
from claims.reading.directory import Directory
from claims.reading.phrases import Phrases, alternation
from claims.vocabulary import SourceKind

M = Matter

STATES = frozenset({SourceKind.GOVERNMENT, SourceKind.MINISTRY, SourceKind.MILITARY})
DOERS = STATES | {SourceKind.ARMED_GROUP}
HARMS = M.KILLED | M.WOUNDED | M.DESTROYED | M.DISPLACED
DEEDS = M.BLOWS | M.BREACH | M.BREACHED | M.HARMED | M.BLOCKED | M.ABUSED | M.SENT | HARMS
SUBJECT_REACH = 110
"""Characters behind a subject in which its verb is looked for."""
BEFORE_REACH, ACT_REACH, BY_REACH = 60, 60, 4


class Actor:
    """A body named. `weak`: only by a nation's word, so that an act must stand behind; `definite`: "the group"."""

    __slots__ = ("definite", "end", "slug", "start", "weak")

    def __init__(self, start: int, end: int, slug: str, weak: bool, definite: bool) -> None:
        self.start = start
        self.end = end
        self.slug = slug
        self.weak = weak
        self.definite = definite


class ActorFinder:
    """Finds the actors of one language with a registry's words for deeds."""

    def __init__(self, directory: Directory, words: MatterWords, *, language: str) -> None:
        self.words = words
        self._phrases = Phrases(_table(directory, words, language).items())
        self._army = _armies(directory)
        acts, asides = alternation(words.acts), alternation(words.asides)
        quote = "[\"“”'‘’]?"
        few = rf"(?:(?!{alternation(words.takers)} ){quote}[\w'-]+{quote} ){{0,2}}?"
        self._act = re.compile(rf"(?:{words.possessive})? {few}{quote}{acts}(?!\w)")
        self._ends_in_act = re.compile(rf"\b{acts}$")
        self._force = re.compile(rf"(?:{words.possessive})? {alternation(words.forces)}(?!\w)")
        self._before = re.compile(rf"(?:^|[^\w'-])([\w'-]+) (?:(?:{asides}|[\w-]+-\w+) )*{quote}$")
        self._hedged = re.compile(rf"\b{alternation(words.hedged)} $")
        self._passive = re.compile(rf"\b{alternation(words.passive)}(?: \w+ly| also| again| being| not| later| reportedly)*(?: \w+)? ?$")

    def find(self, folded: str, start: int, end: int) -> list[Actor]:
        out = []
        for hit in self._phrases.find(folded, start, end):
            slug, weak = hit.value
            stop = hit.end
            if slug in self._army and (force := self._force.match(folded, hit.end, end)):
                slug, weak, stop = self._army[slug], False, force.end()
            before = folded[max(start, hit.start - 6) : hit.start].split()
            out.append(Actor(hit.start, stop, slug, weak, bool(before) and before[-1] in self.words.definite))
        return out

    def doers(self, sense: Sense, actors: Sequence[Actor]) -> Iterator[Actor]:
        """The actors that do something blamed, in order; one joined by "and" to such a one does it too."""
        does = False
        for index, actor in enumerate(actors):
            joined = bool(index) and sense.folded[actors[index - 1].end : actor.start] in self.words.joins
            does = self._does(sense, actor, actors[index + 1 :]) or (joined and does)
            if does:
                yield actor

    def word_before(self, folded: str, actor: Actor, start: int) -> str:
        """The word before the name, its articles and epithets skipped."""
        match = self._before.search(folded, max(start, actor.start - BEFORE_REACH), actor.start)
        return match.group(1) if match else ""

    def _does(self, sense: Sense, actor: Actor, later: Sequence[Actor]) -> bool:
        folded, span = sense.folded, sense.span
        word = self.word_before(folded, actor, span.start)
        if word in self.words.by:
            return self._is_author(sense, actor)
        if self._has_act(folded, actor, later, span.end):
            return not sense.mask & M.LESS and word not in ("against",)
        if self._hedged.search(folded, max(span.start, actor.start - BEFORE_REACH), actor.start):
            return True
        if word in self.words.origin and not sense.mask & (M.LESS | M.WITHDREW):
            return any(h.mask & M.BLOWS and h.end <= actor.start for h in sense.hits)
        if actor.weak and not self._is_land(folded, actor):
            return False
        if word in self.words.takers or folded.startswith(self.words.possessive, actor.end):
            return False
        return self._is_subject(sense, actor, self._next_subject(folded, actor, later, span.start))

    def _has_act(self, folded: str, actor: Actor, later: Sequence[Actor], end: int) -> bool:
        """Its act stands behind it ("insurgent rockets"), or behind the next of a list ("Syrian and Russian bombing")."""
        if self._ends_in_act.search(folded[actor.start : actor.end]):
            return True
        if self._act.match(folded, actor.end, min(end, actor.end + ACT_REACH)):
            return True
        return (
            bool(later)
            and folded[actor.end : later[0].start] in self.words.joins
            and (
                bool(self._ends_in_act.search(folded[later[0].start : later[0].end]))
                or bool(self._act.match(folded, later[0].end, min(end, later[0].end + ACT_REACH)))
            )
        )

    def _is_land(self, folded: str, actor: Actor) -> bool:
        """A land or a capital stands for its government ("Russia", "Moscow"); an adjective does not act by itself."""
        return any(folded[actor.start : actor.end] == forms[0] for forms in self.words.nations.values())

    def _is_author(self, sense: Sense, actor: Actor) -> bool:
        """ "by": the word nearest before it tells a deed ("attacks by", "carried out by"), not a deal ("brokered by")."""
        before = [h for h in sense.hits if h.end <= actor.start]
        if not before:
            return False
        near = before[-1]
        gap = sense.folded.count(" ", near.end, actor.start)
        if near.mask & M.BLAME:
            return True
        deed = next((h for h in reversed(before) if h.mask & DEEDS and not h.mask & M.COMPACT), None)
        if deed is None or any(h.mask & (M.COMPACT | M.STOPPED | M.CEASED) and h.start > deed.start for h in before):
            return False
        return gap <= BY_REACH + 4

    def _next_subject(self, folded: str, actor: Actor, later: Sequence[Actor], start: int) -> int:
        """Where the next body stands that could be the subject of what follows it."""
        end = actor.end
        for other in later:
            if folded[end : other.start] in self.words.joins:
                end = other.end
            elif not other.weak and self.word_before(folded, other, start) not in self.words.takers | set(self.words.by):
                return other.start
        return actor.end + SUBJECT_REACH

    def _is_subject(self, sense: Sense, actor: Actor, limit: int) -> bool:
        """Whether a deed follows that this body does: not suffered, not denied, in no other clause."""
        negated = False
        for hit in sense.hits:
            if hit.start < actor.end:
                continue
            if hit.start > limit or hit.start - actor.end > SUBJECT_REACH or hit.mask & (M.OPENERS | M.REPLY | M.STOPPED | M.CEASED):
                return False
            if hit.mask & M.NOT and not hit.mask & M.BREACHED:
                negated = True
                continue
            if negated and hit.mask & M.KEPT:
                return True
            if not hit.mask & DEEDS or hit.is_aim:
                continue
            return not negated and not self._is_suffered(sense, actor, hit)
        return False

    def _is_suffered(self, sense: Sense, actor: Actor, deed: Hit) -> bool:
        between = sense.folded[max(actor.end, deed.start - 30) : deed.start]
        if not self._passive.search(between):
            return False
        return not sense.folded[deed.start : deed.end].split(" ")[0].endswith(self.words.active_ending)


def _table(directory: Directory, words: MatterWords, language: str) -> dict[str, tuple[str, bool]]:
    """Phrase -> (slug, weak): deeds first, then names of those who can act, singulars, and the nations' words."""
    table: dict[str, tuple[str, bool]] = {}
    entries = directory.entries.values()
    for entry in entries:
        for deed in entry.deeds.get(language, ()):
            table.setdefault(deed.lower(), (entry.slug, False))
    for entry in entries:
        if entry.kind in DOERS:
            for alias in (entry.name, *entry.aliases.get(language, ())):
                table.setdefault(alias.lower(), (entry.slug, False))
    for phrase, (slug, _) in list(table.items()):
        if phrase.endswith("s") and not phrase.endswith("ss"):
            table.setdefault(phrase[:-1], (slug, " " not in phrase))
        if directory.kind(slug) is SourceKind.ARMED_GROUP and not phrase.startswith(words.article):
            table.setdefault(words.article + phrase, (slug, False))
    for nation, forms in words.nations.items():
        if slug := directory.governments.get(nation):
            for form in forms:
                table.setdefault(form, (slug, True))
    return table


def _armies(directory: Directory) -> dict[str, str]:
    """Government -> the one military body that belongs to it and has deeds of its own."""
    out: dict[str, list[str]] = {}
    for entry in directory.entries.values():
        if entry.kind is SourceKind.MILITARY and entry.deeds:
            for parent in directory.family(entry.slug) - {entry.slug}:
                out.setdefault(parent, []).append(entry.slug)
    return {
        parent: slugs[0] for parent, slugs in out.items() if len(slugs) == 1 and directory.kind(parent) is SourceKind.GOVERNMENT
    }
