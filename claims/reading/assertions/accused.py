"""Who is blamed for a deed done or going on: those who act in a statement and are not the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.reading.assertions.actors import DEEDS, Actor, ActorFinder
from claims.reading.assertions.matters import Matter, MatterWords
from claims.reading.assertions.naming import STATES
from claims.reading.assertions.sense import Sense
from claims.reading.directory import Directory
from claims.reading.phrases import alternation
from claims.reading.record import record
from claims.vocabulary import SourceKind

M = Matter


@record()
class Accusation:
    """Those blamed, the first named first; the words that name the first (empty: taken from the statement before)."""

    slugs: tuple[str, ...]
    words: str = ""


@record()
class Cast:
    """The bodies named in a statement, in order, and those of them that act."""

    named: tuple[Actor, ...]
    doers: tuple[Actor, ...]


NOBODY = Cast((), ())


class Accuser:
    """Finds who is accused in statements of one language."""

    def __init__(self, directory: Directory, words: MatterWords, *, language: str) -> None:
        self.directory = directory
        self.finder = ActorFinder(directory, words, language=language)
        self.unnamed = directory.resolve(words.unnamed)
        self._struck = frozenset(words.struck)
        self._charge = re.compile(rf" {alternation(words.charges)} ")
        self._they = re.compile(rf"{alternation(words.they)}\b")
        self._it = re.compile(rf"{alternation(words.it)}\b")
        self._anaphora = re.compile(rf"\b{alternation(words.anaphora)}\b")

    def cast(self, sense: Sense, text: str) -> Cast:
        """Who is named in the statement, and who of them acts."""
        if not (sense.mask & (DEEDS | M.KEPT) or sense.cue & M.BLAME):
            return NOBODY
        named = self.finder.find(text, sense.folded, sense.span.start, sense.span.end)
        return Cast(tuple(named), tuple(self.finder.doers(sense, named)))

    def accuse(
        self, sense: Sense, cast: Cast, text: str, *, own: frozenset[str], is_ahead: bool = False
    ) -> Accusation | None:
        """`own`: the speakers' bodies and their families; its own deed is no charge.

        Of what looks ahead only a deed told before the "could" or "would" is one: "the army's raids could drive …".
        """
        doers = _before_what_is_ahead(sense, cast.doers) if is_ahead else cast.doers
        if not is_ahead and sense.cue & M.BLAME and (blamed := self._blamed(sense, cast, own)):
            return self._result(blamed, cast, text)
        guilty = [a for a in doers if not self._is_own(a.slug, own)]
        return self._result(guilty, cast, text) if guilty else None

    def _blamed(self, sense: Sense, cast: Cast, own: frozenset[str]) -> list[Actor]:
        """ "Accused A and B of …", "blamed A for …": who stands before the charge."""
        charge = self._charge.search(sense.folded, sense.span.start, sense.span.end)
        end = charge.start() if charge else sense.span.end
        return [a for a in cast.named if a.end <= end and not a.is_adjective and not self._is_own(a.slug, own)]

    def is_own_deed(self, sense: Sense, cast: Cast, *, own: frozenset[str], is_quoted: bool) -> bool:
        """Whether somebody acts, or answers, and only the speaker's own."""
        if cast.doers:
            return all(self._is_own(a.slug, own) for a in cast.doers) and not _counts(sense, cast)
        answers = sense.mask & M.REPLY and any(self._is_own(a.slug, own) for a in cast.named)
        acts = self.finder.acts_itself(sense, is_quoted=is_quoted) and not _counts(sense, cast)
        return bool(answers) or acts

    def is_outsider(self, slugs: Iterable[str], parties: frozenset[str]) -> bool:
        """Whether all of them are states that no party to any ceasefire belongs to or shares a side with."""
        sides = {self.directory.side(p) for p in parties}
        return all(
            self.directory.kind(s) in STATES
            and self.directory.side(s) not in sides
            and not self.directory.family(s) & parties
            for s in slugs
        )

    def of_unnamed(self, sense: Sense, cast: Cast) -> Accusation | None:
        """An attack on a state's forces, posts or air base whose author is not named: an armed group without a name."""
        if self.unnamed is None or not sense.mask & M.FIRE:
            return None
        for actor in cast.named:
            taken = self.finder.word_before(sense.folded, actor, sense.span.start) in self._struck
            if taken and self.directory.kind(actor.slug) is SourceKind.MILITARY:
                return Accusation((self.unnamed,))
        return Accusation((self.unnamed,)) if sense.mask & M.AIRBASE else None

    def begins_with_they(self, sense: Sense, *, speaks_for_many: bool = False) -> bool:
        """Whether it begins with "they", or with an "it" that those many who speak are not."""
        pattern = self._it if speaks_for_many else self._they
        return bool(pattern.match(sense.folded, sense.span.start))

    def refers_back(self, sense: Sense) -> bool:
        """ "Such attacks", "the shelling": a deed that was told before."""
        return bool(self._anaphora.search(sense.folded, sense.span.start, sense.span.end))

    def resumes(self, sense: Sense) -> bool:
        """It opens with the attack told before ("the shelling", "this attack")."""
        attack = sense.first(M.FIRE | M.BREACH)
        return attack is not None and bool(
            self._anaphora.fullmatch(sense.folded[sense.span.start : attack.start].strip(' "“'))
        )

    def _is_own(self, slug: str, own: frozenset[str]) -> bool:
        return bool(self.directory.family(slug) & own)

    def _result(self, guilty: list[Actor], cast: Cast, text: str) -> Accusation:
        """Generic words yield to the group that they stand for: "… of that front … the group fired"."""
        slugs: list[str] = []
        for actor in guilty:
            slug = actor.slug
            if actor.definite:
                special = [
                    a.slug
                    for a in cast.named
                    if a.end <= actor.start and a.slug != slug and slug in self.directory.family(a.slug)
                ]
                slug = special[-1] if special else slug
            if slug not in slugs:
                slugs.append(slug)
        kept = [s for s in slugs if not any(s != o and s in self.directory.family(o) for o in slugs)]
        return Accusation(tuple(kept or slugs), text[guilty[0].start : guilty[0].end])


def _before_what_is_ahead(sense: Sense, doers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    ahead = sense.first(M.LATER)
    if ahead is None or sense.cue & M.WISH:
        return ()
    told = [h for h in sense.hits if h.mask & DEEDS and not h.is_aim and h.end <= ahead.start]
    return tuple(a for a in doers if told and a.end <= ahead.start)


def _counts(sense: Sense, cast: Cast) -> bool:
    """ "Our side has registered 12 cases of firing": who counts attacks did not make them."""
    counted = sense.first(M.COUNTED)
    return (
        counted is not None
        and all(a.end <= counted.start for a in cast.doers)
        and any(h.mask & (M.BLOWS | M.BREACH) and h.start > counted.start for h in sense.hits)
    )
