"""The subject that a reporting verb shares with the verb before: "… , adding that", "left the talks and said"."""

from __future__ import annotations

from claims.reading.attribution.found import Cue
from claims.reading.attribution.grammar import is_verb
from claims.reading.lexicon import Word
from claims.reading.records import Span

LONGEST_SUBJECT = 14
LONGEST_FRONTED = 18


def main_subject(words: list[Word], low: int, at: int) -> tuple[int, int] | None:
    """The subject of the clause that begins at low, up to its verb: what a later verb shares."""
    first = _behind_leads(words, low, at)
    if first < at and (
        words[first].preposition or "introducers" in words[first].in_class or _opens_absolute(words, first)
    ):
        comma = next((i for i in range(first, min(at, first + LONGEST_FRONTED)) if words[i].text == ","), -1)
        if comma < 0:
            return None
        first = _behind_leads(words, comma + 1, at)
    last = first
    while last < at and last - first < LONGEST_SUBJECT:
        word = words[last]
        if not word.is_word or is_verb(word) or word.adverb:
            break
        if last > first and not _in_noun_phrase(words, last):
            break
        last += 1
    if first < last < at and words[first].cap and words[last].text == ",":
        last = _listed_end(words, last, at)
    return (first, last) if last > first else None


def _behind_leads(words: list[Word], first: int, at: int) -> int:
    while first < at and ("leads" in words[first].in_class or words[first].is_mark):
        first += 1
    return first


def _opens_absolute(words: list[Word], first: int) -> bool:
    """ "Asked about it, …", "Chastened, …": a participle before the subject."""
    opener = words[first].low
    return opener.endswith(("ed", "ing")) and first + 1 < len(words) and words[first + 1].text == ","


def _in_noun_phrase(words: list[Word], at: int) -> bool:
    """Whether words[at] still belongs to the noun phrase before it rather than being its verb."""
    word, before = words[at], words[at - 1]
    if word.cap or before.determiner or before.preposition:
        return True
    return not (word.finite or word.verb is not None or word.low.endswith("ed"))


def _listed_end(words: list[Word], comma: int, at: int) -> int:
    """The end of "Velland, Ostrel and Dunmere" whose first comma is given; the comma where it is no such list."""
    end = comma
    while end < at and (words[end].cap or words[end].text == "," or words[end].low == "and"):
        end += 1
    return end if any(w.low == "and" for w in words[comma:end]) and words[end - 1].cap else comma


def inherited_subject(cue: Cue) -> Span | None:
    """The speaker before in the sentence, or else the subject of its first clause."""
    if cue.earlier:
        return cue.earlier[-1].speaker
    found = main_subject(cue.sentence.words, cue.low, cue.first)
    return cue.sentence.range(*found) if found else None
