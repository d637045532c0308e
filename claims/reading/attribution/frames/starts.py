"""Where the content behind a verb starts: over addressee, medium, time, an aside, and a charge that is denied."""

from __future__ import annotations

from claims.reading.attribution.adverbials import addressee, skip_adverbials
from claims.reading.attribution.found import Cue
from claims.reading.attribution.grammar import is_clitic, is_dash
from claims.reading.lexicon import Word, word_set

EMPTY = word_set(
    """
    this that it them these those accusation accusations allegation allegations claim claims report reports charge
    charges assertion assertions criticism suggestion suggestions comment comments statement news question
    questions nothing so much information
    """
)
CHARGES = word_set(
    "accusation accusations allegation allegations claim claims report reports charge charges suggestions"
)
EMPTY_MODIFIERS = word_set("""the a an any all such these those this his her its their as latest new earlier""")
REMARKS = ("remarks", "comments", "words", "statements", "bulletins", "reports")
LONGEST_DOCUMENT = 9
LONGEST_ASIDE = 20
LONGEST_OWNER = 8
BEFORE_ASIDE = word_set(
    "on in at from during after via before minutes hours days weeks shortly soon moments just barely"
)


def behind_marks(words: list[Word], at: int, stop: int) -> int:
    while at < stop and words[at].is_mark and (words[at].text in ",:" or is_dash(words[at])):
        at += 1
    return at


def content_start(cue: Cue) -> int:
    """The index behind addressee, medium and time that follow the verb."""
    words, stop, verb = cue.sentence.words, cue.sentence.stop, cue.verb
    if cue.last > cue.at + 1 and verb.can("told"):
        return cue.last
    if verb.can("told"):
        end = addressee(words, cue.last, stop)
        if verb.can("whom") and any(word.low in ("to", "for") for word in words[cue.last : min(stop, end + 1)]):
            return cue.last
        return end
    if verb.can("whom") and not verb.can("clause"):
        return cue.last
    return skip_adverbials(words, cue.last, stop)


def is_empty(words: list[Word], first: int, last: int) -> bool:
    """Whether what is denied or rejected says nothing: "this", "the allegations"."""
    kept = [word.low for word in words[first:last] if word.low not in EMPTY_MODIFIERS or word.low in EMPTY]
    return bool(kept) and len(kept) <= 2 and kept[-1] in EMPTY and not any(w.is_quote for w in words[first:last])


def is_document(words: list[Word], first: int, end: int) -> bool:
    """ "Reported the general's remarks", "cited the Harbour Ministry": whose words are passed on, not what they say."""
    if end - first > LONGEST_DOCUMENT or any(word.finite or word.is_quote for word in words[first:end]):
        return False
    last = words[end - 1]
    if "documents" in last.in_class or last.low in REMARKS:
        return words[first].determiner or words[first].cap
    return words[first].determiner and "people" in last.in_class


def behind_aside(cue: Cue, start: int) -> int:
    """Where "that" or a quotation begins the content behind ", a day after the raid," and "on condition of …"."""
    words, stop = cue.sentence.words, cue.sentence.stop
    if start + 1 >= stop or not cue.verb.can("clause", "that", "told"):
        return start
    opener, following = words[start], words[start + 1]
    names_hearer = opener.low == "to" and not cue.verb.can("to") and (following.cap or following.determiner)
    aside = opener.text == "," and not following.is_quote
    if not (opener.low in BEFORE_ASIDE or names_hearer or aside):
        return start
    for at in range(start + 1, min(stop, start + LONGEST_ASIDE)):
        word = words[at]
        if word.low == "that" and not words[at - 1].preposition:
            return start if _is_relative(words, at, stop) else at
        if word.is_quote and not aside:
            return at
        if word.finite or word.is_quote or word.subject_pronoun or (word.is_mark and word.text not in ",-"):
            break
    return start


def _is_relative(words: list[Word], that: int, stop: int) -> bool:
    """Whether a verb follows "that" at once: "weeks of fighting that displaced thousands"."""
    if that + 1 >= stop:
        return True
    following = words[that + 1]
    return following.finite or (following.low.endswith("ed") and not following.cap)


def behind_charge(words: list[Word], first: int, stop: int) -> int:
    """What is denied itself: behind "reports that", "the accusations of"."""
    for at in range(first, min(stop - 2, first + LONGEST_OWNER)):
        word = words[at]
        if word.finite or (word.is_mark and not is_clitic(word)):
            break
        if word.low in CHARGES and words[at + 1].low in ("that", "of"):
            return _behind_owner(words, at + 2, stop) if words[at + 1].low == "of" else at + 2
    return first


def _behind_owner(words: list[Word], first: int, stop: int) -> int:
    """Behind whose claim it is: "the claim of President Oren Valk that"."""
    for at in range(first + 1, min(stop - 1, first + LONGEST_OWNER)):
        if words[at].low == "that":
            return at + 1
        if words[at].finite or not words[at].is_word or words[at].preposition:
            break
    return first
