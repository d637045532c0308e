"""…, as X said; as X said, …; as X put it, …; what X said was …."""

from __future__ import annotations

from claims.reading.attribution.contents import content_end
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.frames.building import build
from claims.reading.attribution.frames.starts import behind_marks, content_start
from claims.reading.lexicon import VerbForm

LEAST_BEFORE_AS = 3
LONGEST_SAYER = 12


class AsSaid:
    """…, as X said; as X said, ….; as X put it, …."""

    name = "as X said"

    def find(self, cue: Cue) -> Found | None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if cue.subject is None:
            return None
        first, last, _ = cue.subject
        conjunction = first - 1
        conjunction_opens = False
        if conjunction < cue.low or words[conjunction].low != "as":
            return None
        if not cue.verb.can("clause", "that", "told", "figure") or cue.form is VerbForm.ING:
            return None
        end = cue.last
        if cue.verb.lemma == "put":
            if end >= stop or words[end].low != "it":
                return None
            end += 1
        end = content_start(cue) if cue.verb.lemma != "put" else end
        speaker = sentence.range(first, last)
        if (
            conjunction > cue.low
            and words[conjunction - 1].text == ","
            and sentence.size(cue.low, conjunction) < LEAST_BEFORE_AS
        ):
            conjunction_opens = True
        elif conjunction > cue.low and words[conjunction - 1].text == ",":
            if end < stop and words[end].text != ",":
                return None
            content = sentence.range(cue.low, conjunction)
            clause = sentence.range(conjunction, end)
            return build(cue, self.name, speaker, [content], resume=end, clause=clause)
        if (conjunction == cue.low or conjunction_opens) and end < stop and words[end].text == ",":
            start = behind_marks(words, end, stop)
            last_word = content_end(words, start, stop)
            content = sentence.range(start, last_word)
            clause = sentence.range(conjunction, end)
            return build(cue, self.name, speaker, [content], resume=last_word, clause=clause)
        return None


class WhatWasSaid:
    """Fired at what X said were …; in what X called …."""

    name = "what X said was"

    def find(self, cue: Cue) -> Found | None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if cue.last + 1 >= stop or not self._names(cue):
            return None
        first = cue.first
        while first > cue.low and words[first - 1].is_word and words[first - 1].low != "what":
            first -= 1
        if not cue.low < first < cue.first or words[first - 1].low != "what":
            return None
        if cue.first - first > LONGEST_SAYER or any(word.be or word.finite for word in words[first : cue.first]):
            return None
        start = cue.last + words[cue.last].be
        names = words[start].is_quote and not words[cue.last].be
        if names and words[start].size == 1:  # "what they called “fraud”": a word, no statement
            return None
        end = start + 1 if names else content_end(words, start, stop)
        content = sentence.range(start, end)
        clause = sentence.range(first - 1, cue.last)
        return build(cue, self.name, sentence.range(first, cue.first), [content], resume=end, clause=clause)

    @staticmethod
    def _names(cue: Cue) -> bool:
        """Whether it says what something is: "said were", "described as", "called"."""
        following = cue.sentence.words[cue.last]
        if cue.verb.lemma in ("say", "describe") and following.be:
            return True
        if cue.verb.lemma == "describe":
            return cue.sentence.words[cue.last - 1].low == "as"
        return cue.verb.lemma in ("call", "term", "dub") and (following.determiner or following.is_quote)
