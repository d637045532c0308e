"""Whose an attack is that is told without an author: often that of the statement before, never that of another day."""

from __future__ import annotations

from claims.reading.assertions.accused import Accusation
from claims.reading.assertions.matters import Matter
from claims.reading.found import Found
from claims.reading.readers import Readers
from claims.reading.record import record
from claims.reading.records import Span, When
from claims.vocabulary import Form, LinkRole

M = Matter

NEAR = 3
"""Paragraphs over which an attack without an author is still the one last told of."""

EASED = M.LESS | M.CALM | M.STOPPED | M.NOT | M.COMPACT
MEANS = M.AIR | M.SHELLING
GOING_ON = M.CONTINUED | M.HARMED | M.BREACHED


@record(kw_only=True)
class Author:
    """The author of the attack last told of, and who told it; is_own: the author told it."""

    slugs: tuple[str, ...]
    side: str
    by_bystanders: bool
    paragraph: int
    is_own: bool
    about: When
    sentence: Span
    matters: int

    def is_near(self, found: Found) -> bool:
        return found.attribution.paragraph - self.paragraph <= NEAR

    def is_of(self, about: When) -> bool:
        """Not of another day."""
        if None in (self.about.last, about.last):
            return True
        return (self.about.first, self.about.last) == (about.first, about.last)

    def is_like(self, matters: int) -> bool:
        """The same means, where both tell them: who fires rockets has not flown the raid."""
        mine, other = self.matters & MEANS, matters & MEANS
        return not mine or not other or bool(mine & other)


def author_of(found: Found, accusation: Accusation, about: When, *, is_own_deed: bool) -> Author | None:
    """The author that a statement gives to those that follow."""
    slugs = accusation.slugs
    is_own = not slugs and is_own_deed and not found.is_ahead and bool(found.sense.told & M.FIRE)
    if is_own:
        slugs = found.speakers
    if not slugs:
        return None
    return Author(
        slugs=slugs,
        side=found.side,
        by_bystanders=found.is_bystander,
        is_own=is_own,
        about=about,
        paragraph=found.attribution.paragraph,
        sentence=found.attribution.sentence,
        matters=found.sense.told,
    )


def goes_on(found: Found, author: Author | None, readers: Readers) -> bool:
    """The speaker still tells of its own attack: "the operation targeted …"."""
    return (
        author is not None
        and author.is_own
        and bool(frozenset(author.slugs) & found.own)
        and not found.cast.doers
        and author.is_near(found)
        and readers.accuser.refers_back(found.sense)
    )


def is_theirs(found: Found, author: Author | None, readers: Readers) -> bool:
    """ "The rebels' violations, saying they bombarded …": the "they" of the same sentence is the one accused in it.

    So is the "it" of several speakers: "residents accused the army of …, saying it had shelled …".
    """
    if author is None or author.is_own or author.sentence != found.attribution.sentence:
        return False
    return readers.accuser.begins_with_they(found.sense, speaks_for_many=_are_many(found))


def _are_many(found: Found) -> bool:
    """Whether the speakers are told in the plural: "rebels", whom no "it" can mean."""
    heads = [link.words.split()[-1:] for link in found.links if link.role is LinkRole.SPEAKER]
    return bool(heads) and all(h and h[0].islower() and h[0][-1:] == "s" and h[0][-2:] != "ss" for h in heads)


def accusation_of(found: Found, author: Author | None, about: When, readers: Readers) -> Accusation:
    """Who is blamed: by the statement's own words, else the author of the attack last told of."""
    if found.accusation:
        return found.accusation
    if not _tells_an_attack(found, readers):
        return Accusation(())
    if author is not None and is_theirs(found, author, readers) and not frozenset(author.slugs) & found.own:
        return Accusation(author.slugs)
    unnamed = readers.accuser.of_unnamed(found.sense, found.cast)
    if unnamed and not readers.accuser.resumes(found.sense):
        return unnamed
    if author is None or not author.is_near(found) or frozenset(author.slugs) & found.own:
        return Accusation(())
    if not author.is_of(about) or not author.is_like(found.sense.told) or _is_of_others(found, author, readers):
        return Accusation(())
    against = all(readers.directory.side(slug) != found.side for slug in author.slugs)
    alike = (found.side == author.side) != author.is_own
    if found.is_bystander or alike or (author.by_bystanders and against):
        return Accusation(author.slugs)
    return Accusation(())


def _is_of_others(found: Found, author: Author, readers: Readers) -> bool:
    """“They are pounding us”: quoted, and not in the sentence that named them."""
    quoted = found.attribution.form is Form.DIRECT
    return quoted and readers.accuser.begins_with_they(found.sense) and author.sentence != found.attribution.sentence


def _tells_an_attack(found: Found, readers: Readers) -> bool:
    """An attack that is charged: not denied, threatened (but "such attacks" were told before), grown less or over."""
    sense = found.sense
    if found.is_denial or not sense.mask & (M.FIRE | M.BREACH):
        return False
    if found.is_ahead and not (sense.mask & M.BREACH and readers.accuser.refers_back(sense)):
        return False
    return not sense.told & EASED or bool(sense.told & GOING_ON)
