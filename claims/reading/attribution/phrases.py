"""The frames without a reporting verb of their own: "according to X", "X's claim that", a passive with its agent."""

from __future__ import annotations

from claims.reading.attribution.contents import content_end
from claims.reading.attribution.found import Found
from claims.reading.attribution.grammar import agent_end, is_clitic
from claims.reading.lexicon import VerbForm
from claims.reading.records import Span
from claims.reading.sentences import Sentence


class AccordingTo:
    """According to X, content; content, according to X; con-, according to X, -tent."""

    name = "according to"

    def find(self, sentence: Sentence, at: int, low: int) -> Found | None:
        words, stop = sentence.words, sentence.stop
        if words[at].low != "according" or at + 1 >= stop or words[at + 1].low != "to":
            return None
        end = agent_end(words, at + 2, stop)
        speaker = sentence.range(at + 2, end)
        if speaker is None:
            return None
        cue = Span(sentence.starts[at], sentence.ends[at + 1])
        clause = sentence.range(at, end)
        if sentence.size(low, at) >= 2:
            content = [sentence.range(low, at)]
            resume = end
            if end + 1 < stop and words[end].text == "," and words[at - 1].text == ",":
                following = words[end + 1]
                reporting = following.verb is not None and following.form is VerbForm.ING
                if sentence.size(end, stop) >= 2 and not reporting:
                    resume = content_end(words, end + 1, stop)
                    content.append(sentence.range(end + 1, resume))
        elif end < stop:
            resume = content_end(words, end, stop)
            content = [sentence.range(end, resume)]
        else:
            return None
        kept = [span for span in content if span is not None]
        if not kept:
            return None
        return Found(rule=self.name, speaker=speaker, cue=cue, content=kept, clause=clause, resume=resume)


class NounCue:
    """X's claim that content; his warning that content."""

    name = "noun of saying"

    def find(self, sentence: Sentence, at: int, low: int) -> Found | None:
        words, stop = sentence.words, sentence.stop
        if "saying_nouns" not in words[at].in_class or at + 1 >= stop or words[at + 1].low != "that" or at == 0:
            return None
        owner = at - 1
        while (
            owner > low
            and words[owner].is_word
            and (
                words[owner].low.endswith("ed")
                or words[owner].low in ("own", "recent", "earlier", "false", "repeated", "new", "latest")
            )
        ):
            owner -= 1
        if "possessives" in words[owner].in_class:
            speaker = sentence.range(owner, owner + 1)
        elif is_clitic(words[owner]) or words[owner].text in ("'", "’"):
            first = owner
            while first > low and (words[first - 1].cap or words[first - 1].determiner) and owner - first < 6:
                first -= 1
            speaker = sentence.range(first, owner)
        else:
            return None
        end = content_end(words, at + 2, stop)
        content = sentence.range(at + 2, end)
        if speaker is None or content is None:
            return None
        cue = Span(sentence.starts[at], sentence.ends[at])
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=cue,
            content=[content],
            clause=sentence.range(owner, at + 1),
            resume=end,
            is_denial=words[at].low in ("denial", "denials"),
        )


PHRASE_FRAMES = (AccordingTo(), NounCue())
