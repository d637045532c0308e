"""A report within a report: "the minister said that Velland had told him …" is Velland's, passed on by the minister."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from claims.reading.attribution.found import Found
from claims.reading.attribution.relays import relays_in
from claims.reading.lexicon import VerbForm, word_set
from claims.reading.sentences import Sentence

PASSED_ON = "passed on"
TELLS = word_set(
    "tell inform assure notify say announce claim declare state confirm insist warn admit promise pledge deny"
)
"""Verbs by which one passes on what another said; what is feared, hoped or agreed on is the teller's own account."""

TOLD = (VerbForm.PAST, VerbForm.PARTICIPLE, VerbForm.THIRD)


def nest(found: Found, sentence: Sentence, at_verb: Callable[[Sentence, int], Found | None]) -> None:
    """Puts the inner speaker in place where the whole of what is said is somebody else's report; at_verb reads it."""
    if found.speaker is None or found.is_denial or found.says_nothing or len(found.content) > 1:
        return
    content = found.content[0]
    first, last = bisect_left(sentence.starts, content.start), bisect_left(sentence.starts, content.end)
    for at in sentence.candidates[bisect_left(sentence.candidates, first) :]:
        word = sentence.words[at]
        if at >= last:
            return
        if word.verb is not None and word.verb.lemma in TELLS and word.form in TOLD:
            break
    else:
        return
    clause = Sentence(
        sentence.words[first:last], sentence.starts[first:last], sentence.ends[first:last], sentence.paragraph
    )
    inner = at_verb(clause, at - first)
    if inner is None or inner.says_nothing or inner.speaker is None or clause.words[0].subject_pronoun:
        return
    if (
        inner.speaker.start != content.start
        or inner.content[0].start < inner.cue.end
        or inner.content[-1].end < content.end
    ):
        return
    through = [span for span in relays_in(sentence, inner.clause, inner.speaker) if span not in found.relays]
    found.teller, found.relays = found.speaker, [*through, found.speaker, *found.relays]
    found.rule, found.cue = PASSED_ON, inner.cue
    found.speaker, found.content, found.is_denial = inner.speaker, inner.content, inner.is_denial
