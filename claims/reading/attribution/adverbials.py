"""Skips what stands between a reporting verb and the content: addressee, medium and time."""

from __future__ import annotations

from claims.reading.lexicon import VerbForm, Word, word_set

SHORTEST_ACRONYM = 2
LONGEST_ADVERBIAL = 14
YEAR_DIGITS = 4


def skip_adverbials(words: list[Word], at: int, stop: int) -> int:
    """Behind time, medium and addressee that follow a reporting verb: "on Sunday", "in a statement", "to reporters"."""
    while at < stop:
        after = _one_adverbial(words, at, stop)
        if after == at:
            break
        at = _behind_date(words, after, stop) if words[after - 1].day else after
    return at


def _behind_date(words: list[Word], comma: int, stop: int) -> int:
    """Behind the date that a weekday is followed by: "on Monday, August 5", "on Monday, 9 March 2020"."""
    if comma + 2 >= stop or words[comma].text != ",":
        return comma
    one, other = words[comma + 1], words[comma + 2]
    if not ((one.month and other.text.isdigit()) or (one.text.isdigit() and other.month)):
        return comma
    end = comma + 3
    if end + 1 < stop and words[end].text == "," and _is_year(words[end + 1]):
        return end + 2
    return end + (end < stop and _is_year(words[end]))


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) == YEAR_DIGITS


ALONE = word_set(
    """
    yesterday today tonight recently earlier later here then also afterward afterwards again repeatedly too
    """
)
SHORTLY = ("just", "shortly", "long", "soon")
PARTS_OF_DAY = ("morning", "night", "evening", "afternoon")


def _one_adverbial(words: list[Word], at: int, stop: int) -> int:
    word = words[at]
    if not word.is_word:
        return at
    low = word.low
    following = words[at + 1] if at + 1 < stop else None
    if low.endswith("ly") and word.adverb and low not in ALONE:
        if following is None:
            return at + 1
        plain = following.is_mark or following.is_quote or following.low == "that" or following.preposition
        return at + 1 if plain else at
    if low in SHORTLY and following is not None and following.low in ("before", "after", "earlier"):
        return at + 2 if at + 2 < stop and words[at + 2].low == "that" else at
    if word.day or low in ALONE:
        return at + 2 if word.day and following is not None and following.low in PARTS_OF_DAY else at + 1
    if following is None:
        return at
    dated = following.day or following.month
    if low in ("last", "this", "earlier", "late", "early", "next"):
        if dated or "spans_of_time" in following.in_class or following.low in ("this", "in", "on", "last"):
            more = at + 2 < stop and (following.low in ("this", "last") or words[at + 2].low in PARTS_OF_DAY)
            return at + 2 + more
        return at
    if low == "on" and (dated or following.low in ("twitter", "facebook", "telegram", "x")):
        after = at + 2
        if after < stop and (words[after].text.isdigit() or words[after].low in PARTS_OF_DAY):
            after += 1
        return after
    if low in ("in", "at", "on", "during", "via", "through", "after", "from", "by"):
        return _medium(words, at, stop)
    if low == "to" and (
        "object_pronouns" in following.in_class
        or "audiences" in following.in_class
        or "media_names" in following.in_class
        or following.low in ("the", "a")
    ):
        after = at + 1
        while (
            after < stop
            and words[after].is_word
            and words[after].low not in ("that", "on", "in", "after")
            and after - at < 6
        ):
            after += 1
        return after
    return at


def _medium(words: list[Word], at: int, stop: int) -> int:
    """Behind "in a statement carried by the Harbour News Agency", "at a rally in March"."""
    following = words[at + 1]
    if not (
        following.determiner
        or "media_of_saying" in following.in_class
        or following.month
        or following.text.isdigit()
        or following.cap
        or following.low == "response"
    ):
        return at
    if following.month:
        return at + (3 if at + 2 < stop and words[at + 2].text.isdigit() else 2)
    end = at + 1
    seen = False
    while end < stop and words[end].is_word and end - at < LONGEST_ADVERBIAL and words[end].low != "that":
        word, before = words[end], words[end - 1]
        if word.subject_pronoun or (word.verb is not None and word.form is VerbForm.ING):
            break
        if word.low == "to" and end + 1 < stop and not (words[end + 1].cap or words[end + 1].determiner):
            break
        opens = word.determiner and not before.preposition and not before.determiner
        if opens and (seen or before.cap):
            return end
        if word.finite and not seen:
            return at
        medium = "media_of_saying" in word.in_class
        seen = seen or medium or word.month or word.text.isdigit()
        end += 1
        if medium and end < stop and words[end].cap and not word.cap and not words[end].day:
            break
    if seen and end + 1 < stop and words[end].low == "that" and words[end + 1].be:  # "a bulletin that was published"
        while end < stop and words[end].is_word:
            end += 1
        return end
    stops = end >= stop or words[end].is_quote or words[end].low == "that" or words[end].text in ",.:"
    return end if seen or stops else at


def addressee(words: list[Word], at: int, stop: int) -> int:
    """Behind whom something is told: "told reporters", "informed the Harbour Council"."""
    if at >= stop or words[at].low == "that":
        return at
    end = at
    if words[at].is_word:
        end = at + 1
        if "object_pronouns" not in words[at].in_class and "audiences" not in words[at].in_class:
            while end < stop and not _ends_addressee(words, end, at):
                end += 1
                if end < stop and words[end].low == "of" and _that_follows(words, end, stop):
                    end += 1
    return skip_adverbials(words, end, stop)


def _that_follows(words: list[Word], at: int, stop: int) -> bool:
    """Whether "that", a colon or a quotation comes soon: "told a meeting of elders that"."""
    for word in words[at : min(stop, at + 10)]:
        if word.low == "that" or word.is_quote or word.text == ":":
            return True
        if word.finite or word.is_mark:
            return False
    return False


ADDRESSEE_ENDERS = word_set(
    """
    that to how what why whether if about of he she they it i we there in on during last earlier late after by
    via
    """
)


def _ends_addressee(words: list[Word], end: int, first: int) -> bool:
    word, before = words[end], words[end - 1]
    if word.is_quote or word.low in ADDRESSEE_ENDERS or word.text in ",:—–." or word.day:
        return True
    if before.cap and "media_names" in before.in_class and "media_words" not in word.in_class:
        is_whole = (before.text.isupper() and len(before.text) > SHORTEST_ACRONYM) or before.low in (
            "reuters",
            "interfax",
        )
        return word.low not in ("and", "news", "or") and (is_whole or not word.cap)
    return word.determiner and not before.preposition and not before.determiner and before.low not in ("and", "from")
