"""Who "he", "the ministry", "the statement" or a bare surname is: the fullest name known for each speaker mentioned.

A wrong merge is worse than none: where what is known of two mentions differs, each keeps its own words.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from heapq import merge
from operator import ne

from claims.reading.entities import (
    NATION_OF,
    SMALL_NAMES,
    STANDS_FOR,
    WORD,
    Entity,
    lower_words,
    singular,
)
from claims.reading.languages.english.bodies import NATIONS
from claims.reading.languages.english.referring import (
    ARTICLES,
    BODY_HEADS,
    BODY_PRONOUNS,
    BOTH_SIDES,
    PERSON_HEADS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    RELATIVES,
    TITLES,
)
from claims.reading.languages.english.reporting import DOCUMENTS
from claims.reading.mentions import members
from claims.reading.named import NAME, NamesOf
from claims.reading.records import Mention, Span

BEFORE_RELATIVE = re.compile(r"([^\s,;:.][^,;:.]{0,80}?),?\s*$")
DESCRIBED = re.compile(r"\b(?:an?|one|another) (?:[a-z-]+ ){0,3}(?:source|official|officer|commander|spokes\w+)$")
ACTS = re.compile(r",? (?:who|said|told|met|visited|arrived|opened|spoke|held|\d\d,|an? |the )")
DOCUMENT = re.compile(
    r"\b(?:statement|release|communiqu[eé]|report|letter|bulletin|declaration|post|tweet)\b", re.IGNORECASE
)
LONE_NAME = re.compile(r"([A-Z][^\W_]*(?:[’'-][^\W_]+)*), who\b")
RELATIVE_TAIL = re.compile(r", (?:which|who|whose)\b")
POSSESSIVE = re.compile(r"['’]s? ")
UNNAMED_STATEMENT = "a statement"  # right behind a body's own words, it is that body's
CAPITAL_OFFICES = PERSON_HEADS | {"special"}  # "the Special Envoy" is no name
OF_ANY_RANK = frozenset(("defense", "defence", "military", "army", "security", "senior", "top"))
SHORT = 5
LEAST_MISSPELT = 6
PAIR_BACK = 1500
LEAST_LAND = 3
_LAND = "|".join(re.escape(word.title()) for words in NATIONS.values() for word in words if len(word) > LEAST_LAND)
PAIR_OF_LANDS = re.compile(rf"\b((?:{_LAND}) and (?:{_LAND}))\b")
OPENING_PAIR = re.compile(rf"(?:^|(?<=\n)|(?<=[.”] ))((?:{NAME.pattern}) and (?:{NAME.pattern})) (?=[a-z])")
KNOWN_BACK = 120
WHOLE_WITH_NATION = ("army", "military", "government", "presidency", "police")  # "the Velland army" says it all


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter was changed, and not the first."""
    return len(one) == len(other) and one[:1] == other[:1] and sum(map(ne, one, other)) == 1


class Antecedents:
    """Walks through a text's speakers in order and remembers who was named."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = NamesOf(text)
        self.known: deque[Entity] = deque(maxlen=KNOWN_BACK)
        self.last_mentions: tuple[Mention, ...] = ()
        self.last_relays: tuple[Mention, ...] = ()

    def resolve(self, speaker: Span | None, *, clause: Span | None = None) -> tuple[Mention, ...]:
        """The mentions in a speaker's words, each with its antecedent; clause: where it is told how they spoke."""
        if speaker is None:
            return ()
        out = []
        for span in members(self.text, speaker):
            words = span.of(self.text)
            full = self._antecedent(words, span) or words
            out.append(Mention(words, span, full))
            self.known.append(Entity(full, span.end, clause=clause))
        self.last_mentions = tuple(out)
        return self.last_mentions

    def relays(self, spans: list[Span]) -> tuple[Mention, ...]:
        """The mentions of who relays a statement: not remembered as speakers, but they may refer back to one."""
        out = []
        for span in spans:
            words = span.of(self.text)
            out.append(Mention(words, span, self._antecedent(words, span) or words))
        if out:
            self.last_relays = tuple(out)
        return tuple(out)

    def _antecedent(self, words: str, span: Span) -> str | None:
        if (short := RELATIVE_TAIL.split(words, 1)[0]) != words and words[:4].lower() == "the ":
            return self._antecedent(short, span)
        low = words.lower()
        if low in PERSON_PRONOUNS:
            return self._person_before(span)
        if low == UNNAMED_STATEMENT and len(self.last_mentions) == 1:
            return self.last_mentions[0].full
        if low in BODY_PRONOUNS:
            spoken = self._last_entity(lambda e: not e.name.is_person and e.has_spoken)
            return self._body_since(spoken.at if spoken else -1, span) or (spoken.full if spoken else None)
        if low in PLURAL_PRONOUNS:
            return self._last(lambda e: e.has_spoken and not e.name.is_person) or self._pair(span, OPENING_PAIR)
        if low in BOTH_SIDES:
            return self._pair(span, PAIR_OF_LANDS)
        if low in RELATIVES:
            return self._before_relative(span)
        parts = lower_words(words)
        if not parts:
            return None
        if parts[0] in ARTICLES and len(parts) <= SHORT:
            return self._definite(words, parts, span)
        if len(parts) == 1 and words[:1].isupper():
            return self.names.acronyms.get(words) or self._surname(words, span)
        alone = LONE_NAME.match(words)
        if alone is not None:
            return self._surname(alone[1], span)
        if len(parts) == 2 and (parts[0] in TITLES or parts[0] in SMALL_NAMES):
            return self._named(WORD.findall(words)[-1], span)
        return None

    def _pair(self, span: Span, pattern: re.Pattern[str]) -> str | None:
        """The last two who were named together before, if both are lands or the two open a sentence."""
        pairs = list(pattern.finditer(self.text, max(0, span.start - PAIR_BACK), span.start))
        return pairs[-1].group(1) if pairs else None

    def _last(self, fits: Callable[[Entity], bool]) -> str | None:
        found = self._last_entity(fits)
        return found.full if found else None

    def _last_entity(self, fits: Callable[[Entity], bool]) -> Entity | None:
        return next((e for e in reversed(self.known) if fits(e)), None)

    def _body_since(self, spoken: int, span: Span) -> str | None:
        """A body named since as the subject of a sentence: "Velland's Harbour Ministry disagreed. It said"."""
        for named in reversed(self.names.before(span.start)):
            if named.at <= spoken:
                break
            if named.name.heads & BODY_HEADS and not named.name.is_person and self._opens_sentence(named.at):
                return named.full
        return None

    def _person_before(self, span: Span) -> str | None:
        """The last person who spoke, or one named since then as the subject of a sentence."""
        spoken = next((e for e in reversed(self.known) if e.name.may_be_person), None)
        since = spoken.at if spoken else -1
        for named in reversed(self.names.before(span.start)):
            if named.at <= since:
                break
            if self._opens_sentence(named.at) and named.name.is_person and self._acts(named):
                return named.full
        return spoken.full if spoken else None

    def _acts(self, named: Entity) -> bool:
        """Whether a name that did not speak is surely a person's: by a title, or by what stands behind it."""
        if any(word in TITLES or word in PERSON_HEADS for word in lower_words(named.full)):
            return True
        return ACTS.match(self.text, named.at + len(named.full)) is not None

    def _opens_sentence(self, at: int) -> bool:
        before = self.text[max(0, at - 2) : at]
        return at == 0 or "\n" in before or before in (". ", "” ", "? ", "! ")

    def _before_relative(self, span: Span) -> str | None:
        match = BEFORE_RELATIVE.search(self.text, max(0, span.start - 84), span.start)
        if match is None:
            return None
        names = [m.group() for m in NAME.finditer(match.group(1))]
        if names and match.group(1).endswith(names[-1]):
            return names[-1]
        described = DESCRIBED.search(match.group(1))
        return described.group() if described else None

    def _definite(self, words: str, parts: list[str], span: Span) -> str | None:
        """ "the ministry", "the Iranian envoy": the last one with that head and nothing against it."""
        modifiers = [w for w in parts[1:-1] if w not in ARTICLES]
        head = singular(parts[-1])
        named = [w for w in WORD.findall(words)[1:] if w[:1].isupper() and w.lower() not in CAPITAL_OFFICES]
        if any(w.lower() not in NATION_OF and not w.isupper() for w in named) and not len(named) == 1 == len(parts) - 1:
            return None
        if head in DOCUMENTS and not modifiers:
            return self._author(head)
        if head in DOCUMENTS and len(modifiers) == 1 and POSSESSIVE.search(words):
            owner = f"{parts[0]} {modifiers[0]}"
            return self._definite(owner, [parts[0], modifiers[0]], span) or owner
        low, wanted = words.lower(), STANDS_FOR.get(head, frozenset([head]))
        nations = {NATION_OF[w] for w in modifiers if w in NATION_OF}
        others = {singular(w) for w in modifiers if w not in NATION_OF}
        of_person = head in PERSON_HEADS
        if of_person and others & OF_ANY_RANK and len({e.full for e in self.known if e.name.is_person}) == 1:
            others -= OF_ANY_RANK
        if nations and head in WHOLE_WITH_NATION:
            return None
        fitting = (
            entity
            for entity in self._backwards(span.start)
            if (entity.name.words & wanted if of_person else entity.name.heads & wanted)
            and entity.full.lower() != low
            and (of_person == entity.name.is_person or (entity.name.is_plural and parts[-1] != head))
            and nations <= entity.name.nations
            and others <= entity.name.words
        )
        return self._chosen(fitting)

    @staticmethod
    def _chosen(fitting: Iterator[Entity]) -> str | None:
        """The last one, if it spoke or there is no doubt; where several nations have such a body, who spoke."""
        last = next(fitting, None)
        if last is None or last.has_spoken:
            return last.full if last else None
        others = list(fitting)
        spoken = next((entity for entity in others if entity.has_spoken), None)
        if spoken is not None:
            return spoken.full if spoken.name.nations != last.name.nations and last.name.nations else last.full
        return last.full if all(entity.name.nations == last.name.nations for entity in others) else None

    def _backwards(self, at: int) -> Iterator[Entity]:
        """All who were named before, whether they spoke or not, last first."""
        return merge(reversed(self.known), reversed(self.names.before(at)), key=lambda e: (-e.at, not e.has_spoken))

    def _author(self, document: str) -> str | None:
        """Whose the statement is: who spoke in one last, or else who spoke last."""
        if document == "report" and self.last_relays:
            return self.last_relays[-1].full
        told = None if document == "report" else self._last(lambda e: self._in_document(e) or e.name.head == document)
        return told or self._last(lambda e: not e.name.is_person)

    def _in_document(self, entity: Entity) -> bool:
        clause = entity.clause
        return clause is not None and DOCUMENT.search(self.text, clause.start, clause.end) is not None

    def _surname(self, name: str, span: Span) -> str | None:
        """Whose last name this is, "Al-Tolvan" being "al-Tolvan" in the middle of a sentence."""
        found = self._named(name, span)
        if found is None and name.startswith(("Al-", "El-")):
            found = self._named(name[:1].lower() + name[1:], span)
        return found

    def _named(self, name: str, span: Span) -> str | None:
        """The person whose last name this is, or the body that has this word as its name."""
        for entity in reversed(self.known):
            if name in entity.full and entity.full != name and entity.ends_a_part(name) and entity.name.is_person:
                return entity.full
        for entity in reversed(self.names.before(span.start)):
            if entity.full.endswith(name) and entity.full.split()[-1] == name != entity.full and entity.name.is_person:
                return entity.full
        wanted = STANDS_FOR.get(name.lower())
        if wanted is None:
            return self._misspelt(name, span)
        return self._last(lambda e: e.full != name and not e.name.is_person and bool(e.name.words & wanted))

    def _misspelt(self, name: str, span: Span) -> str | None:
        """The person whose last name differs in one letter: a slip within one article."""
        if len(name) < LEAST_MISSPELT:
            return None
        for entities in (self.known, self.names.before(span.start)):
            near = {e.full for e in entities if e.name.is_person and _one_letter_apart(e.name.short.split()[-1], name)}
            if near:
                return near.pop() if len(near) == 1 else None
        return None
