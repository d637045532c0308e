"""The subject is that of the clause before: ", adding that …", "… and said …"."""

from __future__ import annotations

from claims.reading.attribution.adverbials import addressee, skip_adverbials
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.frames.building import (
    content_behind,
    interrupts_subject,
    is_bare_participle,
    starts_clause,
)
from claims.reading.attribution.frames.starts import behind_marks, content_start
from claims.reading.attribution.next_reports import NO_PARTICIPLE, reports_as_participle
from claims.reading.attribution.shared_subjects import inherited_subject
from claims.reading.lexicon import VerbForm, word_set

BEFORE_PARTICIPLE = word_set(
    """
    statement pamphlets leaflets tweet letter interview message post him them her reporters video telegram twitter
    facebook x report release
    """
)
BEFORE_SAYING = ("by", "in", "from", "after", "before", "while", "despite", "for")
BY = word_set("""say tell add call claim announce declare argue""")
FINITE = (VerbForm.PAST, VerbForm.THIRD, VerbForm.BASE)


class Participle:
    name = "participle"

    def find(self, cue: Cue) -> Found | None:
        words, stop = cue.sentence.words, cue.sentence.stop
        goes_on = cue.form is VerbForm.BASE and words[cue.first].low in ("going", "continuing")
        if not (is_bare_participle(cue) or goes_on):
            return None
        if (
            (cue.verb.lemma in NO_PARTICIPLE and not reports_as_participle(words, cue.at, stop))
            or not self._place_fits(cue)
            or interrupts_subject(cue)
        ):
            return None
        first = addressee(words, cue.last, stop) if cue.verb.can("told") else cue.last
        if first < stop and words[first].low in ("in", "on", "at", "later") and not cue.verb.can("whom"):
            first = skip_adverbials(words, first, stop)
        first = behind_marks(words, first, stop)
        if first >= stop:
            return None
        opener = words[first]
        if cue.verb.lemma == "add" and opener.low == "to":
            return None
        if cue.verb.lemma == "refer" and not any(word.is_quote for word in words[first:stop]):
            return None
        if cue.verb.can("that") and not cue.verb.can("whom", "object") and not starts_clause(opener):
            return None
        speaker = inherited_subject(cue)
        if speaker is None:
            return None
        return content_behind(cue, self.name, speaker, cue.first, start=first)

    @staticmethod
    def _place_fits(cue: Cue) -> bool:
        if cue.at == 0 or cue.first == 0:
            return False
        before = cue.sentence.words[cue.first - 1]
        if before.low == "worth":
            return False
        if cue.earlier and before.verb is not None and before.form is VerbForm.PAST:
            return True
        if before.text == "," or before.is_quote or before.low in BEFORE_PARTICIPLE or before.day or before.month:
            return True
        if before.low == "and":
            return bool(cue.earlier)
        return before.low in BEFORE_SAYING and cue.verb.lemma in BY


class Coordinated:
    name = "and + verb, content"

    def find(self, cue: Cue) -> Found | None:
        words = cue.sentence.words
        if cue.first == 0 or words[cue.first - 1].low not in ("and", "but", "then") or cue.form not in FINITE:
            return None
        speaker = inherited_subject(cue)
        if speaker is None:
            return None
        colon = cue.last < cue.sentence.stop and words[cue.last].text == ":"
        start = cue.last if colon else content_start(cue)
        return content_behind(cue, self.name, speaker, cue.first, start=start)
