"""Speaker, verb, content: "X said that …", "X accused A of B", "X put the toll at …"."""

from __future__ import annotations

from claims.reading.attribution.contents import content_end
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.frames.building import build, content_behind, is_bare_participle
from claims.reading.attribution.frames.starts import content_start
from claims.reading.attribution.shared_subjects import inherited_subject
from claims.reading.attribution.subjects import subject
from claims.reading.languages.english.words import EVENTS
from claims.reading.lexicon import Word, word_set

NO_ONE = ("no", "neither", "few")
NO_SPEAKER = ("what", "whatever", "everything", "how", "why", "whether")
SHOWS = ("show", "indicate", "reveal", "suggest", "confirm")
PICTURES = word_set(
    "footage photo photos photograph photographs image images picture pictures video videos imagery clip clips"
)
LONGEST_PICTURE = 3
LONGEST_PUT = 10
LONGEST_OPENING = 8
ABSOLUTE = ("with", "despite")


def _is_event(words: list[Word], first: int, last: int) -> bool:
    """Whether a subject is no speaker: "the offensive in Ostrel threatened"."""
    head = next((at for at in range(first + 1, last) if words[at].preposition or words[at].text == ","), last) - 1
    return not words[head].cap and (words[head].low in EVENTS or words[head].low in ("headline", "headlines"))


def _is_picture(cue: Cue, first: int, last: int) -> bool:
    """ "Footage released by activists showed that …": the writer tells what he saw, and nobody says it."""
    if cue.verb.lemma not in SHOWS:
        return False
    return any(word.low in PICTURES for word in cue.sentence.words[first : min(last, first + LONGEST_PICTURE)])


class Preposed:
    name = "speaker, verb, content"

    def find(self, cue: Cue) -> Found | None:
        words = cue.sentence.words
        who = cue.subject or self._before_relative(cue)
        if who is None:
            return None
        first, last, boundary = who
        if words[first].low in NO_ONE or _is_event(words, first, last) or _is_picture(cue, first, last):
            return None
        if is_bare_participle(cue) and cue.verb.lemma == "refer":
            return None
        if is_bare_participle(cue) and not self._stands_absolute(cue, first, last, boundary):
            return None
        if boundary and (words[boundary - 1].low in NO_SPEAKER or words[boundary - 1].low == "than"):
            return None
        if any(word.low in NO_SPEAKER for word in words[first : min(last, first + LONGEST_OPENING)]):
            return None
        if words[first].low in ABSOLUTE:
            first += 1
        colon = cue.last < cue.sentence.stop and words[cue.last].text == ":"
        start = cue.last if colon else content_start(cue)
        return content_behind(cue, self.name, cue.sentence.range(first, last), boundary, start=start)

    @staticmethod
    def _before_relative(cue: Cue) -> tuple[int, int, int] | None:
        """The subject that a report of its own interrupts: "the Observatory, which reported shelling, said"."""
        sentence, words = cue.sentence, cue.sentence.words
        if len(cue.earlier) != 1 or words[cue.first - 1].text != ",":
            return None
        relative = cue.earlier[0].speaker
        at = next((i for i in range(cue.low) if relative is not None and sentence.starts[i] == relative.start), 0)
        if at == 0 or words[at].low not in ("which", "who") or words[at - 1].text != ",":
            return None
        return subject(words, at - 1, 0)

    @staticmethod
    def _stands_absolute(cue: Cue, first: int, last: int, boundary: int) -> bool:
        """ "…, with activists saying that": a participle with a subject of its own."""
        words = cue.sentence.words
        if any(w.finite or (w.low.endswith("ed") and not w.cap) for w in words[first:last]):
            return False
        if words[first].preposition and words[first].low not in ABSOLUTE:
            return False
        before = words[boundary - 1] if boundary else None
        return words[first].low in ABSOLUTE or (before is not None and before.text == ",")


class PutAt:
    """X put the toll at content."""

    name = "put at"

    def find(self, cue: Cue) -> Found | None:
        if cue.verb.lemma != "put":
            return None
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        at = next((i for i in range(cue.last, min(stop, cue.last + LONGEST_PUT)) if words[i].low == "at"), -1)
        if at < 0 or at + 1 >= stop or words[at + 1].low in ("risk", "the", "stake", "odds", "rest"):
            return None
        who = cue.subject
        if who is not None:
            speaker, boundary = sentence.range(who[0], who[1]), who[2]
        elif words[cue.first - 1].low in ("and", "but"):
            speaker, boundary = inherited_subject(cue), cue.first
        else:
            return None
        end = content_end(words, at + 1, stop)
        clause = sentence.range(boundary, at + 1)
        return build(cue, self.name, speaker, [sentence.range(at + 1, end)], resume=end, clause=clause)
