"""Where the content of a statement ends: the words that open the next statement, a trailing attribution or an aside."""

from __future__ import annotations

from claims.reading.attribution.grammar import (
    COORDINATED,
    PARTICIPLES,
    TOLD_OF,
    closes_sentence,
    is_verb,
    skip_adverbials,
    verbal,
)
from claims.reading.lexicon import VerbForm, Word

LONGEST_REPORTER = 14


def content_end(words: list[Word], first: int, stop: int) -> int:
    """The index behind the content that starts at first."""
    for at in range(first, stop):
        word = words[at]
        if word.is_mark:
            if word.text == ";" or (word.text == "," and at + 1 < stop and _comma_ends(words, first, at, stop)):
                return at
        elif word.is_quote:
            following = words[at + 1] if at + 1 < stop else None
            if following is not None and following.form is VerbForm.ING and following.verb and closes_sentence(word):
                return at + 1
        elif word.low == "and" and at > first:
            if _and_ends(words, at, stop):
                return at
        elif word.low == "according" and at > first and at + 1 < stop and words[at + 1].low == "to":
            return at
    return stop


def _comma_ends(words: list[Word], first: int, comma: int, stop: int) -> bool:
    following = words[comma + 1]
    if following.verb is not None and following.form is VerbForm.ING and following.verb.lemma in PARTICIPLES:
        return True
    if following.low == "according":
        return True
    if following.low in ("but", "though", "although"):
        clause = any(verbal(w) for w in words[comma + 1 : stop])
        quoted = any(w.is_quote and w.size >= 3 for w in words[comma:stop])
        if clause and not quoted and comma - first >= 3:
            return True
    if following.low in ("and", "but", "while") and comma + 2 < stop:
        return _new_report(words, comma + 2, stop)
    return trailing_reporter(words, comma + 1, stop) is not None


def trailing_reporter(words: list[Word], first: int, stop: int) -> int | None:
    """The verb of ", the Harbour News Agency reported" at a sentence's end; None where something else follows the comma."""
    for at in range(first, min(stop, first + LONGEST_REPORTER)):
        word = words[at]
        if (
            (word.is_mark and word.text != "-")
            or word.is_quote
            or word.subordinator
            or (at == first and word.preposition)
        ):
            return None
        if word.verb is not None and at > first and word.form in (VerbForm.PAST, VerbForm.THIRD):
            if not word.verb.can("clause", "that", "told"):
                return None
            after = at + 1
            if word.verb.can("told"):
                while after < stop and words[after].is_word:
                    after += 1
            else:
                after = skip_adverbials(words, after, stop)
            if after >= stop or words[after].text == ",":
                return at
            return None
        if is_verb(word) and word.low not in ("has", "have", "had"):
            return None
    return None


def _new_report(words: list[Word], at: int, stop: int) -> bool:
    """Whether ", and …" opens another report: "and warned", "and the ministry said"."""
    while at < stop and (words[at].adverb or words[at].aux):
        at += 1
    if at >= stop:
        return False
    word = words[at]
    if word.verb is not None and word.form in (VerbForm.PAST, VerbForm.THIRD):
        return True
    if word.subject_pronoun or word.low == "the" or word.cap:
        for other in words[at + 1 : min(stop, at + 8)]:
            if not other.is_word or is_verb(other):
                return False
            if other.low in TOLD_OF or (other.verb and other.verb.lemma in ("insist", "argue", "note", "call")):
                return other.form in (VerbForm.PAST, VerbForm.THIRD)
    return False


def _and_ends(words: list[Word], conjunction: int, stop: int) -> bool:
    """Whether "and" without a comma opens another report: "… and warned that", "and say they"."""
    at = conjunction + 1
    while at < stop and words[at].adverb:
        at += 1
    if at >= stop:
        return False
    word = words[at]
    if word.verb is not None and word.verb.lemma in COORDINATED:
        if word.form is VerbForm.PAST:
            return True
        following = words[at + 1].low if at + 1 < stop else ""
        if word.form is VerbForm.THIRD and word.low in ("says", "claims", "denies", "accuses", "insists", "warns"):
            return True
        if (
            word.form is VerbForm.BASE
            and word.low in ("say", "claim", "accuse", "deny", "insist")
            and following != "to"
        ):
            return True
    if word.cap or word.subject_pronoun:
        for other in words[at + 1 : min(stop, at + 6)]:
            if not other.is_word or is_verb(other):
                return False
            if other.verb is not None and other.form in (VerbForm.PAST, VerbForm.THIRD):
                return other.low in ("said", "says", "told", "accused", "denied", "added")
    return False
