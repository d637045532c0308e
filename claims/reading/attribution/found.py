"""What a frame is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from claims.reading.lexicon import Verb, VerbForm
from claims.reading.records import Span
from claims.reading.sentences import Sentence


@dataclass(slots=True, kw_only=True)
class Found:
    """One attribution as a frame found it: character ranges, and the word index where the search goes on."""

    rule: str
    speaker: Span | None
    cue: Span
    content: list[Span]
    clause: Span | None
    resume: int
    relays: list[Span] = field(default_factory=list)
    is_denial: bool = False


@dataclass(slots=True)
class Cue:
    """A reporting verb in its sentence.

    at is its index, first the start of its verb group, last the index behind it and its particle; low the index where
    words not yet taken by an attribution begin, quoted_before a quotation that is a sentence of its own before this one.
    """

    sentence: Sentence
    at: int
    verb: Verb
    form: VerbForm
    first: int
    last: int
    low: int
    earlier: list[Found]
    quoted_before: Span | None
    is_headline: bool

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


class Frame(Protocol):
    """One way in which a sentence attributes; `name` is shown as the rule that made a claim."""

    name: str

    def find(self, cue: Cue) -> Found | None: ...
