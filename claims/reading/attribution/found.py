"""What a frame is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from claims.reading.lexicon import Verb, VerbForm
from claims.reading.records import Span
from claims.reading.sentences import Sentence


@dataclass(slots=True, kw_only=True)
class Found:
    """One attribution as a frame found it: character ranges, and the word index where the search goes on.

    Where says_nothing is set the speaker speaks, but the content is no claim ("denied this, saying …"). teller is who
    tells in this sentence what the speaker said elsewhere: the first of the relays.
    """

    rule: str
    speaker: Span | None
    cue: Span
    content: list[Span]
    clause: Span | None
    resume: int
    relays: list[Span] = field(default_factory=list)
    is_denial: bool = False
    says_nothing: bool = False
    teller: Span | None = None


@dataclass(slots=True)
class Place:
    """A word in its sentence, with what was found before it there.

    low is the index where words not yet taken by an attribution begin; quoted_before a quotation that is a sentence of
    its own right before this one.
    """

    sentence: Sentence
    at: int
    low: int
    earlier: list[Found]
    quoted_before: Span | None
    is_headline: bool


@dataclass(slots=True)
class Cue(Place):
    """A reporting verb: first is the start of its verb group, last the index behind it and its particle.

    subject is (first, last, boundary) of the noun phrase right before it, as `subjects.subject` finds it.
    """

    verb: Verb
    form: VerbForm
    first: int
    last: int
    subject: tuple[int, int, int] | None

    @property
    def span(self) -> Span:
        return Span(self.sentence.starts[self.first], self.sentence.ends[self.last - 1])

    @property
    def is_negated(self) -> bool:
        return any(word.negation for word in self.sentence.words[self.first : self.at])

    @property
    def is_passive(self) -> bool:
        return self.form in (VerbForm.PAST, VerbForm.PARTICIPLE) and any(
            word.be for word in self.sentence.words[self.first : self.at]
        )


class VerbFrame(Protocol):
    """A way to attribute around a reporting verb; `name` is shown as the rule that made a claim."""

    name: str

    def find(self, cue: Cue) -> Found | None: ...


class PhraseFrame(Protocol):
    """A way to attribute without a reporting verb."""

    name: str

    def find(self, place: Place) -> Found | None: ...
