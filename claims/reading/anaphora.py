"""Who "he", "the ministry", "the statement" or a bare surname is: the fullest name known for each speaker mentioned.

A wrong merge is worse than none: where what is known of two mentions differs, each keeps its own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from claims.reading.languages.english.bodies import NATIONS
from claims.reading.languages.english.referring import (
    ARTICLES,
    BODY_HEADS,
    BODY_PRONOUNS,
    PERSON_HEADS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    RELATIVES,
    SYNONYMS,
    TITLES,
)
from claims.reading.languages.english.reporting import DOCUMENTS
from claims.reading.mentions import members
from claims.reading.records import Mention, Span

WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
HEAD_ENDS = re.compile(r",|\(|\b(?:who|which|whose|that|in|of|for|to|at|from|with|on|by)\b")
NAME = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|(?:[A-Z]|Gen|Col|Maj|Lt|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Brig)\.) (?:(?:of|for|the|de|bin|abu|to) )*){0,8}"
    r"[A-Z][\w’'-]*(?: (?:ministry|army|military|government|police|presidency|mission|council)\b)?"
)
BEFORE_RELATIVE = re.compile(r"([^\s,;:.][^,;:.]{0,80}?),?\s*$")
ACRONYM = re.compile(r"((?:[A-Z][\w’'-]*\s+(?:(?:of|for|and|the)\s+)*){1,7}[A-Z][\w’'-]*)\s+\(([A-Z]{2,8})\)")
SHORT = 5
LONGEST_TEXT = 400_000
NAMES_BACK = 40
NATION_OF = {word: nation for nation, words in NATIONS.items() for word in (*words, nation)}


def _synonyms() -> dict[str, frozenset[str]]:
    table = {}
    for row in SYNONYMS.strip().splitlines():
        heads, _, described = row.partition(":")
        for head in heads.split():
            table[head] = frozenset(described.split())
    return table


STANDS_FOR = _synonyms()


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _lower_words(text: str) -> list[str]:
    return [w.lower().replace("’", "'").removesuffix("'s") for w in WORD.findall(text)]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody named: the fullest words, what they are, and where they were last named."""

    full: str
    words: frozenset[str]
    nations: frozenset[str]
    head: str
    is_person: bool
    is_plural: bool
    at: int
    has_spoken: bool = True
    in_document: bool = False


def entity_of(words: str, at: int, *, has_spoken: bool = True, in_document: bool = False) -> Entity:
    lower = _lower_words(words)
    name = re.split(r",|\bwho\b|\bwhich\b", words)[0]
    head_words = _lower_words(HEAD_ENDS.split(name)[0]) or _lower_words(name) or lower
    head = _singular(head_words[-1]) if head_words else ""
    return Entity(
        full=words,
        words=frozenset(map(_singular, lower)),
        nations=frozenset(NATION_OF[w] for w in lower if w in NATION_OF),
        head=head,
        is_person=_is_person(name, head_words, head),
        is_plural=" and " in name or (bool(head_words) and head_words[-1] != head),
        at=at,
        has_spoken=has_spoken,
        in_document=in_document,
    )


def _is_person(name: str, head_words: list[str], head: str) -> bool:
    if head in BODY_HEADS or any(_singular(w) in BODY_HEADS for w in head_words[-2:]):
        return False
    if head in PERSON_HEADS or any(w in TITLES or w in PERSON_HEADS for w in head_words[:-1]):
        return True
    capitals = [w for w in WORD.findall(name) if w[:1].isupper()]
    return len(capitals) >= 2 and len(capitals) == len(WORD.findall(name)) and head not in NATION_OF


class Antecedents:
    """Walks through a text's speakers in order and remembers who was named."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: list[Entity] = []
        self.last_mentions: tuple[Mention, ...] = ()

    def resolve(self, speaker: Span | None, *, in_document: bool = False) -> tuple[Mention, ...]:
        """The mentions in a speaker's words, each with its antecedent; in_document if a statement or the like is named."""
        if speaker is None:
            return ()
        out = []
        for span in members(self.text, speaker):
            words = span.of(self.text)
            full = self._antecedent(words, span) or words
            out.append(Mention(words, span, full))
            self.known.append(entity_of(full, span.start, in_document=in_document))
        self.last_mentions = tuple(out)
        return self.last_mentions

    def _antecedent(self, words: str, span: Span) -> str | None:
        low = words.lower()
        if low in PERSON_PRONOUNS:
            return self._person_before(span)
        if low in BODY_PRONOUNS:
            return self._last(lambda e: not e.is_person and e.has_spoken)
        if low in PLURAL_PRONOUNS:
            return self._last(lambda e: e.has_spoken and not e.is_person)
        if low in RELATIVES:
            return self._before_relative(span)
        parts = _lower_words(words)
        if not parts:
            return None
        if parts[0] in ARTICLES and len(parts) <= SHORT:
            return self._definite(words, parts, span)
        if len(parts) == 1 and words[:1].isupper():
            return self._acronyms.get(words) or self._named(words, span)
        if len(parts) == 2 and parts[0] in TITLES:
            return self._named(WORD.findall(words)[-1], span)
        return None

    def _last(self, fits: Callable[[Entity], bool]) -> str | None:
        return next((e.full for e in reversed(self.known) if fits(e)), None)

    def _person_before(self, span: Span) -> str | None:
        """The last person who spoke, or one named since then as the subject of a sentence."""
        spoken = next((e for e in reversed(self.known) if e.is_person), None)
        since = spoken.at if spoken else -1
        for name in reversed(self._names_before(span.start)):
            if name.at <= since:
                break
            if name.is_person and self._opens_sentence(name.at):
                return name.full
        return spoken.full if spoken else None

    def _opens_sentence(self, at: int) -> bool:
        before = self.text[max(0, at - 2) : at]
        return at == 0 or "\n" in before or before in (". ", "” ", "? ", "! ")

    def _before_relative(self, span: Span) -> str | None:
        match = BEFORE_RELATIVE.search(self.text, max(0, span.start - 84), span.start)
        if match is None:
            return None
        names = [m.group() for m in NAME.finditer(match.group(1))]
        return names[-1] if names and match.group(1).endswith(names[-1]) else None

    def _definite(self, words: str, parts: list[str], span: Span) -> str | None:
        """ "the ministry", "the Iranian envoy", "the same source": the last one with that head and nothing against it."""
        modifiers = [w for w in parts[1:-1] if w not in ARTICLES]
        head = _singular(parts[-1])
        named = [w for w in WORD.findall(words)[1:] if w[:1].isupper()]
        if any(w.lower() not in NATION_OF for w in named) and not (len(named) == 1 == len(parts) - 1):
            return None
        if head in DOCUMENTS and not modifiers:
            return self._author(head)
        wanted = STANDS_FOR.get(head, frozenset([head]))
        nations = {NATION_OF[w] for w in modifiers if w in NATION_OF}
        others = {_singular(w) for w in modifiers if w not in NATION_OF}
        candidates = sorted(self.known + self._names_before(span.start), key=lambda e: (e.at, e.has_spoken))
        for entity in reversed(candidates):
            if entity.full == words or not entity.words & wanted:
                continue
            if head in PERSON_HEADS and not entity.is_person:
                continue
            if nations and not nations <= entity.nations:
                continue
            if others <= entity.words:
                return entity.full
        return None

    def _author(self, document: str) -> str | None:
        """Whose the statement is: who spoke in one last, or else who spoke last."""
        return self._last(lambda e: e.in_document or e.head == document) or self._last(lambda e: not e.is_person)

    def _named(self, name: str, span: Span) -> str | None:
        """The person whose last name this is, or the body that has this word as its name."""
        for entity in reversed(self.known):
            known = WORD.findall(entity.full.split(",")[0])
            if entity.full != name and entity.is_person and name in known[1:]:
                return entity.full
        for entity in reversed(self._names_before(span.start)):
            if entity.is_person and entity.full.split()[-1] == name and entity.full != name:
                return entity.full
        wanted = STANDS_FOR.get(name.lower())
        if wanted is None:
            return None
        return self._last(lambda e: e.full != name and not e.is_person and bool(e.words & wanted))

    @cached_property
    def _names(self) -> list[Entity]:
        return [
            entity_of(m.group(), m.start(), has_spoken=False)
            for m in NAME.finditer(self.text[:LONGEST_TEXT])
            if " " in m.group()
        ]

    @cached_property
    def _acronyms(self) -> dict[str, str]:
        return {m.group(2): m.group(1) for m in ACRONYM.finditer(self.text[:LONGEST_TEXT])}

    def _names_before(self, at: int) -> list[Entity]:
        low, high = 0, len(self._names)
        while low < high:
            middle = (low + high) // 2
            if self._names[middle].at < at:
                low = middle + 1
            else:
                high = middle
        return self._names[max(0, low - NAMES_BACK) : low]
