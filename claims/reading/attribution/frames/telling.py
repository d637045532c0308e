"""A sentence that belongs to its predecessor: "Seven others were wounded.", "This was reported by the ministry."."""

from __future__ import annotations

from claims.reading.attribution.found import Found
from claims.reading.attribution.nominals import agent_end
from claims.reading.lexicon import word_set
from claims.reading.records import Span
from claims.reading.sentences import Sentence

GOES_ON = "goes on"
LONGEST = 28
LATEST_VERB = 5
SHORTEST_REPORT = 5
REPORTED = ("reported", "announced", "stated")  # "it was declared by …" may be a thing
COUNTED = word_set(
    """
    two three four five six seven eight nine ten eleven twelve dozens hundreds scores several another others one
    """
)
THE_EVENT = word_set(
    """
    attack attacks strike strikes raid raids shelling shells rockets explosion blast clashes dead wounded victims
    victim casualties shells bombing bombardment airstrikes jets
    """
)
DEEDS = ("agree", "propose", "demand", "request")  # "it was agreed by the two sides": a deed, no report
HAPPENED = word_set(
    """
    killed wounded injured died hit destroyed shelled fired targeted struck damaged caused left came landed displaced
    fled
    """
)


def goes_on_telling(sentence: Sentence) -> bool:
    """Whether it tells more of the same event, which the outlet cannot know: by how it opens and what happened."""
    words = sentence.words
    if not 3 <= len(words) <= LONGEST or sentence.quotes:
        return False
    if any(w.month or w.day or (w.verb and w.finite) for w in words):
        return False
    first, second = words[0], words[1]
    counts = first.low in COUNTED or first.text.isdigit()
    names_event = first.low in ("the", "most", "among") and any(w.low in THE_EVENT for w in words[1:3])
    return (counts or names_event) and second.is_word and any(word.low in HAPPENED for word in words[2:])


def this_was_reported(sentence: Sentence, before: Span) -> Found | None:
    """ "This was reported on Saturday by the ministry": who says the sentence before it."""
    words, stop = sentence.words, sentence.stop
    if stop < SHORTEST_REPORT or words[0].low not in ("this", "it") or not words[1].aux:
        return None
    verb = next((at for at in range(2, min(stop, LATEST_VERB)) if words[at].verb is not None), -1)
    cue = words[verb].verb if verb > 0 else None
    if cue is None or cue.lemma in DEEDS or not cue.can("clause", "that") or not any(word.be for word in words[1:verb]):
        return None
    if words[0].low == "it" and words[verb].low not in REPORTED:
        return None
    by = next((at for at in range(verb + 1, stop - 1) if words[at].low == "by"), -1)
    if by < 0 or any(word.finite or word.low == "that" for word in words[verb + 1 : by]):
        return None
    speaker = sentence.range(by + 1, agent_end(words, by + 1, stop, fronted=False))
    if speaker is None:
        return None
    return Found(
        rule="reported by",
        speaker=speaker,
        cue=Span(sentence.starts[verb], sentence.ends[verb]),
        content=[before],
        clause=sentence.span,
        resume=stop,
    )
