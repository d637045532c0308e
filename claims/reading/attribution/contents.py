"""Where the content of a statement ends, and where it begins when it stands first."""

from __future__ import annotations

from claims.reading.attribution.grammar import closes_sentence, is_dash
from claims.reading.attribution.next_reports import (
    LONGEST_SUBJECT,
    conjunction_ends,
    deed_follows,
    falls_silent,
    new_report,
    reports_as_participle,
    trailing_reporter,
)
from claims.reading.lexicon import VerbForm, Word, word_set

CHARGES = word_set("charge claim accusation allegation assertion")
NUMBERS = word_set(
    """
    two three four five six seven eight nine ten eleven twelve dozens hundreds thousands scores tens million least
    nearly
    """
)
PHRASE_ENDERS = word_set("because when while if although though unless until after since as which who where whereas")
MEASURES = word_set(
    """
    pattern patterns plan plans schedule size type kind law rules need needs age custom tradition norms principle
    principles agreements accords arrangements deals instructions procedure procedures protocol circumstances weather
    season taste
    """
)
DIRECTIONS = word_set(
    """
    north south east west northeast northwest southeast southwest northern southern eastern western northeastern
    northwestern southeastern southwestern central rural area areas region ground front lines countryside inside
    """
)
VAGUE = word_set("early initial some other unconfirmed earlier recent several later first previous local")


def content_end(words: list[Word], first: int, stop: int, *, bare: bool = False, phrase: bool = False) -> int:
    """The index behind the content that starts at first.

    bare: its verb is a base form ("officials say"); phrase: it is a noun phrase ("condemned the attack"), which a
    clause or an aside ends.
    """
    for at in range(first, stop):
        word = words[at]
        if word.is_mark:
            if word.text == ";" or (word.text == "," and at + 1 < stop and _comma_ends(words, first, at, stop, bare)):
                return at
            if (
                is_dash(word)
                and at > first
                and (phrase or _opens_clause(words, at + 1, stop))
                and _dash_ends(words, at, stop)
            ):
                return at
        elif word.is_quote:
            if at + 2 < stop and _behind_quote(words, first, at, stop, bare):
                return at + 1
        elif phrase and at > first and word.low in PHRASE_ENDERS and _clause_soon(words, at + 1, stop):
            return at
        elif word.low in ("and", "but", "while", "whereas"):
            if at > first and (
                (word.low == "but" and falls_silent(words, at + 1, stop))
                or conjunction_ends(words, at, stop, bare)
                or (phrase and deed_follows(words, at + 1, stop))
            ):
                return at
        elif word.low == "according" and first < at and _opens_source(words, at, stop):
            return at
    return stop


def is_vague(words: list[Word], first: int, last: int) -> bool:
    """Whether a source is nobody in particular: "reports", "earlier reports"."""
    end = last
    for at in range(first, last - 1):
        if words[at].low == "reports" and words[at + 1].low in ("from", "in") and _is_direction(words[at + 2 : last]):
            end = at + 1
    return words[end - 1].low == "reports" and all(word.low in VAGUE for word in words[first : end - 1])


def _is_direction(words: list[Word]) -> bool:
    """ "Reports from southeast Ostrel", "from the ground": a place, no source."""
    return any(word.low in DIRECTIONS for word in words)


def _opens_source(words: list[Word], at: int, stop: int) -> bool:
    return at + 2 < stop and words[at + 1].low == "to" and names_source(words, at + 2, stop)


def names_source(words: list[Word], first: int, stop: int) -> bool:
    """Whether "according to" names somebody rather than a measure ("according to flight patterns")."""
    if words[first].low in ("which", "whom"):
        return False
    end = first
    while end < stop and words[end].is_word and not words[end].preposition:
        end += 1
    return end > first and words[end - 1].low not in MEASURES


def _opens_clause(words: list[Word], at: int, stop: int) -> bool:
    return at + 1 < stop and words[at].subject_pronoun and words[at + 1].finite


def _clause_soon(words: list[Word], at: int, stop: int) -> bool:
    """Whether a subject and its verb follow: "as the army fired", but not "as a crime"."""
    for word in words[at : min(stop, at + LONGEST_SUBJECT)]:
        if not word.is_word or word.preposition:
            return False
        if word.finite or (word.low.endswith("ed") and not word.cap):
            return True
    return False


def _dash_ends(words: list[Word], dash: int, stop: int) -> bool:
    """A single dash opens the writer's own remark; a pair sets off a part of what is said."""
    return not any(is_dash(word) for word in words[dash + 1 : stop]) and not any(w.is_quote for w in words[dash:stop])


def _behind_quote(words: list[Word], first: int, quote: int, stop: int, bare: bool) -> bool:
    """Whether a quotation ends the content: by its comma inside, or with "adding that" behind it."""
    following = words[quote + 1]
    if not closes_sentence(words[quote]):
        return words[quote + 2].low == "that" and reports_as_participle(words, quote + 1, stop)
    if following.form is VerbForm.ING and following.verb is not None:
        return True
    if following.low in ("but", "though", "although") or following.low == "and":
        return new_report(words, quote + 2, stop) or (
            following.low != "and" and any(w.finite for w in words[quote:stop])
        )
    return trailing_reporter(words, quote + 1, stop) is not None


def _comma_ends(words: list[Word], first: int, comma: int, stop: int, bare: bool) -> bool:
    following = words[comma + 1]
    opener = comma + 1 + (following.adverb and comma + 2 < stop)
    if reports_as_participle(words, opener, stop) or following.low in ("citing", "quoting"):
        return True
    if following.low == "according":
        return _opens_source(words, comma + 1, stop)
    if following.low == "which" and any(w.verb and w.verb.can("denial") for w in words[comma + 2 : comma + 8]):
        return True
    if following.low == "where" and comma + 2 < stop and new_report(words, comma + 2, stop):
        return True
    if following.low == "without" and comma + 2 < stop and words[comma + 2].low.endswith("ing"):
        return True
    if following.low in ("a", "an") and comma + 2 < stop and words[comma + 2].low in CHARGES:
        return True
    if following.low == "but" and comma + 2 < stop and words[comma + 2].low == "that":
        return False
    if following.low in ("but", "though", "although") and not _goes_on(words, comma + 2, stop):
        clause = any(w.finite or (w.low.endswith("ed") and not w.cap) for w in words[comma + 1 : stop])
        quoted = any(w.is_quote and w.size >= 3 for w in words[comma:stop])
        if clause and not quoted and comma - first >= 3:
            return True
    if following.low in ("and", "but", "while", "whereas") and comma + 2 < stop:
        return new_report(words, comma + 2, stop) or conjunction_ends(words, comma + 1, stop, bare)
    return trailing_reporter(words, comma + 1, stop) is not None


def _goes_on(words: list[Word], at: int, stop: int) -> bool:
    """ "…, but they will not resume it": what they will do only the speaker can tell."""
    return at + 1 < stop and words[at].subject_pronoun and words[at + 1].low in ("will", "would", "'ll")


def last_clause(words: list[Word], low: int, end: int) -> int:
    """Where the content of a trailing attribution begins: behind the last ", where" if it gives a figure."""
    for at in range(end - 1, low, -1):
        if words[at].low == "where" and words[at - 1].text == ",":
            figure = any(w.text[0].isdigit() or w.low in NUMBERS for w in words[at + 1 : end] if not w.is_quote)
            return at + 1 if figure else low
    return low
