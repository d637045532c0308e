"""A participle before its subject: "Calling the raid a crime, the ministry said …"."""

from __future__ import annotations

from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.frames.building import build, content_range
from claims.reading.attribution.frames.starts import is_empty
from claims.reading.attribution.shared_subjects import main_subject
from claims.reading.lexicon import VerbForm, Word

LONGEST = 30
LEAST_CONTENT = 2


def _comma(words: list[Word], first: int, stop: int) -> int:
    return next((at for at in range(first, min(stop, first + LONGEST)) if words[at].text == ","), -1)


class Fronted:
    name = "participle, speaker"

    def find(self, cue: Cue) -> Found | None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if cue.at != cue.low or cue.form is not VerbForm.ING or cue.verb.only_quotes:
            return None
        if not cue.verb.can("clause", "whom", "object") or cue.verb.can("particle", "past", "noun only"):
            return None
        comma = _comma(words, cue.last, stop)
        while comma >= 0 and comma + 1 < stop and words[comma + 1].low in ("which", "who", "whose"):
            comma = _comma(words, comma + 1, stop)  # "citing the deal, which had lapsed, …"
        if comma < 0 or sentence.size(cue.last, comma) < LEAST_CONTENT or is_empty(words, cue.last, comma):
            return None
        who = main_subject(words, comma + 1, stop)
        content = content_range(cue, cue.last, comma)
        if who is None or who[1] >= stop or not (words[who[1]].finite or words[who[1]].low.endswith("ed")):
            return None
        clause = sentence.range(cue.at, cue.last)
        return build(cue, self.name, sentence.range(*who), [content], resume=comma + 1, clause=clause)
