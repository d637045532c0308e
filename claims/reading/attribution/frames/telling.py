"""A sentence without a reporting word that goes on with what its predecessor was told: "Seven others were wounded."."""

from __future__ import annotations

from claims.reading.lexicon import word_set
from claims.reading.sentences import Sentence

GOES_ON = "goes on"
LONGEST = 28
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
