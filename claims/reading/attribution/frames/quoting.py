"""One quotes another: "X was quoted as saying by Y", "Y quoted X as saying"."""

from __future__ import annotations

from claims.reading.attribution.adverbials import addressee, skip_adverbials
from claims.reading.attribution.contents import content_end
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.frames.starts import behind_marks
from claims.reading.lexicon import VerbForm
from claims.reading.records import Span

LONGEST_QUOTED = 32
LONGEST_AGENT = 6
LONGEST_TIME = 3


class QuotedAs:
    name = "quoted as saying"

    def find(self, cue: Cue) -> Found | None:
        words, stop, sentence = cue.sentence.words, cue.sentence.stop, cue.sentence
        if cue.verb.lemma not in ("quote", "cite", "report"):
            return None
        as_at, saying = self._as_saying(cue)
        outer = cue.subject
        if as_at < 0 or outer is None:
            return None
        start = saying + 1
        one, other = sentence.range(outer[0], outer[1]), None
        if cue.is_passive:
            if as_at > cue.at + 1 and words[cue.at + 1].low == "by":
                other = sentence.range(cue.at + 2, as_at)
            elif start < stop and words[start].low == "by":
                end = self._agent_end(cue, start + 1)
                other = sentence.range(start + 1, end)
                start = end
            speaker, relay = one, other
        else:
            speaker, relay = sentence.range(cue.last - (words[cue.last - 1].low == "as"), as_at), one
        if speaker is None:
            return None
        told = words[saying].low == "telling"
        start = behind_marks(words, (addressee if told else skip_adverbials)(words, start, stop), stop)
        end = content_end(words, start, stop)
        low, boundary = cue.low, outer[2]
        before = boundary > low and (words[boundary - 1].is_quote or words[boundary - 1].text == ",")
        if before and (start >= stop or words[boundary - 1].is_quote or words[boundary - 2].is_quote):
            content, clause, end = (
                sentence.range(low, boundary),
                sentence.range(boundary, start),
                max(start, saying + 1),
            )
        elif start < stop:
            content = sentence.range(start + (words[start].low == "that"), end)
            clause = sentence.range(boundary, start)
        else:
            return None
        if content is None:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=Span(sentence.starts[cue.first], sentence.ends[saying]),
            content=[content],
            clause=clause,
            resume=end,
            relays=[relay] if relay else [],
        )

    @staticmethod
    def _as_saying(cue: Cue) -> tuple[int, int]:
        """Where the name before "as saying" ends, and the index of "saying"; -1 twice if there is none."""
        words, stop = cue.sentence.words, cue.sentence.stop
        who = words[cue.last] if cue.last < stop else None
        names = who is not None and (who.cap or who.determiner or "object_pronouns" in who.in_class)
        for at in range(cue.at + 1, min(stop - 1, cue.at + LONGEST_QUOTED)):
            if words[at].low == "as" and words[at + 1].form is VerbForm.ING and words[at + 1].verb is not None:
                return at, at + 1
            if cue.is_passive and words[at + 1].low == "saying" and at - cue.at <= LONGEST_TIME:
                return at, at + 1
            if names and cue.verb.lemma == "quote" and words[at + 1].low == "saying" and words[at].is_word:
                return at + 1, at + 1
        return -1, -1

    @staticmethod
    def _agent_end(cue: Cue, first: int) -> int:
        """The end of the name behind "by": at "that", a mark, a time, or where a new noun phrase opens."""
        words, stop = cue.sentence.words, cue.sentence.stop
        end = first
        while end < stop and words[end].is_word and end - first < LONGEST_AGENT:
            word = words[end]
            if word.low == "that" or word.day or word.preposition or word.subject_pronoun:
                break
            if (
                end > first
                and (word.determiner or (words[end - 1].cap and not word.cap and word.verb is None))
                and "media_words" not in word.in_class
            ):
                break
            end += 1
        return end
