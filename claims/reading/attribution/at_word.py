"""Tries the frames at one word of a sentence where an attribution can begin, and says why none holds there."""

from __future__ import annotations

from claims.reading.attribution.contents import VAGUE, is_vague
from claims.reading.attribution.found import Cue, Found, Place
from claims.reading.attribution.frames import PHRASE_FRAMES, VERB_FRAMES
from claims.reading.attribution.grammar import verb_group
from claims.reading.attribution.subjects import subject
from claims.reading.attribution.verb_or_noun import is_verb_here
from claims.reading.lexicon import VerbForm, Word
from claims.reading.records import Span
from claims.reading.sentences import Sentence
from claims.vocabulary import DropReason

QUOTE_WITHIN = 8
QUOTE_BEFORE_WITHIN = 14
NO_SOURCES = ("nobody", "no-one", "none", "neither", "i", "you", "we")
UNREAL = ("could", "may", "might", "should", "must", "thus")


def at_word(
    sentence: Sentence, at: int, low: int, earlier: list[Found], waiting: Span | None, *, is_headline: bool
) -> Found | None:
    if sentence.words[at].verb is not None:
        hit = at_verb(sentence, at, low, earlier, waiting, is_headline=is_headline)
        if hit is not None:
            return hit
    place = Place(sentence, at, low, earlier, waiting, is_headline)
    for frame in PHRASE_FRAMES:
        hit = frame.find(place)
        if hit is not None:
            return hit
    return None


def at_verb(
    sentence: Sentence, at: int, low: int, earlier: list[Found], waiting: Span | None, *, is_headline: bool
) -> Found | None:
    words, stop = sentence.words, sentence.stop
    word = words[at]
    verb = word.verb
    if verb is None or (verb.only_quotes and not sentence.quotes):
        return None
    if not is_verb_here(sentence, at, is_headline=is_headline):
        return None
    first = verb_group(words, at)
    last = at + 1
    if last + 1 < stop and words[last].low == "only" and verb.can("particle") and words[last + 1].low in verb.particles:
        last += 1  # "spoke only of calm"
    if last < stop and words[last].low in verb.particles:
        last += 1
    cue = Cue(
        sentence, at, low, earlier, waiting, is_headline, verb, word.form, first, last, subject(words, first, low)
    )
    if first < at and not _is_asserted(cue):
        return None
    if verb.only_quotes and not _quotation_near(cue):
        return None
    if first > low and _is_no_source(words, first, low):
        return None
    for frame in VERB_FRAMES:
        hit = frame.find(cue)
        if hit is not None:
            return hit
    return None


def _is_asserted(cue: Cue) -> bool:
    """Whether it is told that something was said: not "did not say", "might say" or "was said" ("was quoted" is)."""
    if cue.is_negated or (cue.is_passive and cue.verb.lemma != "quote"):
        return False
    return not any(word.low in UNREAL for word in cue.sentence.words[cue.first : cue.at])


def _is_no_source(words: list[Word], first: int, low: int) -> bool:
    """Whether the subject right before words[first] is nobody, the writer, or "early reports"."""
    if words[first - 1].low in NO_SOURCES:
        return True
    at = first - 1
    while at > low and words[at - 1].low in VAGUE:
        at -= 1
    opens = at == low or words[at - 1].is_mark or words[at - 1].low in ("and", "but")
    return opens and is_vague(words, at, first)


def _quotation_near(cue: Cue) -> bool:
    for at in cue.sentence.quotes:
        if cue.last <= at < cue.last + QUOTE_WITHIN or (
            cue.low <= at and cue.first - QUOTE_BEFORE_WITHIN < at < cue.first
        ):
            return True
    return False


def why_nothing(sentence: Sentence) -> DropReason | None:
    """Why a sentence with a reporting verb gives no claim: nothing was said, or nobody is named who said it."""
    words = sentence.words
    for at in sentence.candidates:
        verb = words[at].verb
        if verb is None or not verb.can("clause", "told") or not is_verb_here(sentence, at, is_headline=False):
            continue
        group = words[verb_group(words, at) : at]
        if any(word.negation for word in group):
            return DropReason.NO_CONTENT
        if any(word.be for word in group) and words[at].form in (VerbForm.PAST, VerbForm.PARTICIPLE):
            return DropReason.NO_SOURCE
    return None
