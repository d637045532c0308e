"""Finds the end of a speaker behind the verb, "according to" or "by"."""

from __future__ import annotations

from itertools import pairwise

from claims.reading.attribution.grammar import QUOTED_NAME, in_name, is_dash, is_verb
from claims.reading.attribution.next_reports import trailing_reporter
from claims.reading.languages.english.referring import PERSON_HEADS
from claims.reading.lexicon import VerbForm, Word, word_set

LONGEST_APPOSITIVE = 12
LONGEST_LIST = 16
CARRIES = ("reported", "published", "carried", "printed", "released", "quoted", "cited")


def noun_phrase_end(words: list[Word], first: int, stop: int) -> int:
    """The end of an inverted subject with its appositives: "said Mira Tolvan, head of the Harbour Ministry"."""
    at = first
    opener = words[first]
    indefinite = opener.low in ("a", "an") or not (opener.cap or opener.determiner or opener.subject_pronoun)
    relative = False
    while at < stop:
        word = words[at]
        if word.is_quote:
            if word.size >= QUOTED_NAME:
                break
        elif word.is_mark:
            if word.text in ".?!;:" or is_dash(word):
                break
            if word.text == "," and _comma_breaks(words, at, stop):
                break
        elif word.low in ("who", "which", "whose"):
            relative = True
        elif at > first and not relative and _breaks_noun_phrase(words, first, at, stop, indefinite):
            break
        at += 1
    while at > first and words[at - 1].is_mark:
        at -= 1
    return at


def _comma_breaks(words: list[Word], comma: int, stop: int) -> bool:
    if comma + 1 >= stop:
        return True
    following = words[comma + 1]
    if following.low in ("who", "which"):
        return False
    if trailing_reporter(words, comma + 1, stop) is not None:
        return True
    return (
        following.is_quote
        or "comma_breaks" in following.in_class
        or (following.verb is not None and following.form is VerbForm.ING)
    )


PHRASE_ENDERS = word_set(
    """
    in on during after at when while as to about before last via because earlier by late early with if following
    through amid this over into that again but upon later yesterday today
    """
)
OF_A_PERSON = ("in", "on", "at", "to", "with", "by", "from", "for")


def _breaks_noun_phrase(words: list[Word], first: int, at: int, stop: int, indefinite: bool) -> bool:
    word = words[at]
    if word.day:
        return True
    if word.low not in PHRASE_ENDERS or words[at - 1].text == ",":
        return False
    if word.low == "on" and at + 1 < stop and words[at + 1].low == "condition":
        return True
    time_follows = at + 1 < stop and (words[at + 1].day or words[at + 1].month)
    if word.low in OF_A_PERSON and not time_follows:
        return not (indefinite or any(w.text == "," for w in words[first:at]))
    return True


def agent_end(words: list[Word], first: int, stop: int, *, fronted: bool) -> int:
    """The end of the source behind "according to" or "by"; where it opens the sentence, content follows it.

    It ends at a mark, but runs on over "A, B and C" and over an appositive ("X, a war monitor"). The day behind it is
    the day of saying and no part of it.
    """
    at = first
    while at < stop:
        word = words[at]
        if word.is_quote:
            if word.size > QUOTED_NAME:
                break
        elif word.is_mark:
            if word.text in ";:" or is_dash(word):
                break
            if word.text == ",":
                after = _appositive_end(words, at, stop, fronted=fronted)
                if after == at:
                    after = at if fronted else _list_end(words, at, stop)
                if after == at:
                    break
                at = after
                continue
        at += 1
    return without_day(words, first, at)


def carried_by(words: list[Word], first: int, last: int) -> tuple[int, int, int] | None:
    """Where a document ends and the medium that carried it begins and ends: "the bulletin, which HANA reported"."""
    for at in range(first + 1, last - 2):
        if words[at].low == "which" and words[at - 1].text == ",":
            carries = words[last - 1].low in CARRIES and "documents" in words[at - 2].in_class
            return (at - 1, at + 1, last - 1) if carries else None
    return None


def before_document(words: list[Word], first: int, end: int) -> int:
    """Leaves out what the report is drawn from: "HANA from the ministry's bulletin"."""
    for at in range(first + 1, end - 1):
        if words[at].low == "from" and "documents" in words[end - 1].in_class:
            return at
    return end


def without_day(words: list[Word], first: int, last: int) -> int:
    if last - first > 2 and words[last - 1].day and words[last - 2].low in ("on", "late", "early"):
        return last - 2
    return last - 1 if last - first > 1 and words[last - 1].day else last


def _list_end(words: list[Word], comma: int, stop: int) -> int:
    """The sentence's end if "A, B and C" ends it, where words[comma] is a comma between the parts; else the comma."""
    rest = words[comma + 1 : stop]
    joined = any(one.low == "and" and not other.preposition for one, other in pairwise(rest))
    clause = any(word.finite or word.is_quote or (word.is_mark and word.text != ",") for word in rest)
    return stop if joined and not clause and len(rest) <= LONGEST_LIST else comma


def _appositive_end(words: list[Word], comma: int, stop: int, *, fronted: bool) -> int:
    """The comma behind the appositive that words[comma] opens; comma itself where none follows."""
    if comma + 1 >= stop:
        return comma
    opener = words[comma + 1]
    relative = opener.low in ("who", "which", "whose")
    if relative and comma + 2 < stop and words[comma + 2].verb is not None:
        return comma
    if fronted and opener.cap and not words[comma - 1].cap:
        return _name_end(words, comma, stop)
    described = opener.low in PERSON_HEADS and in_name(words[comma - 1])
    if not (relative or described or opener.low in ("a", "an", "the", "head", "director", "spokesman", "spokeswoman")):
        return comma
    end = comma + 1
    while end < stop and words[end].text != ",":
        end += 1
    verbs = any(is_verb(word) for word in words[comma + 1 : end])
    if fronted:
        named = in_name(words[comma - 1]) and not (opener.low == "the" and words[end - 1].cap)
        return end if end < stop and named and (relative or not verbs) and end - comma <= LONGEST_APPOSITIVE else comma
    return end if end >= stop and (relative or not verbs) else comma


def _name_end(words: list[Word], comma: int, stop: int) -> int:
    """The comma behind the name of "the ministry's head, Oren Valk, …"; the first comma where no name follows it."""
    end = comma + 1
    while end < stop and words[end].cap:
        end += 1
    return end if comma + 2 < end < stop and words[end].text == "," else comma
