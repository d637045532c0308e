"""Skips a time that stands before the subject with no comma between: "Two hours after the raid the army said"."""

from __future__ import annotations

from claims.reading.lexicon import Word

WHICH_TIME = ("same", "next", "following", "previous", "last", "first", "second", "third")
PARTS_OF_DAY = ("morning", "night", "evening", "afternoon")
SPANS = ("minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months")


def behind_time(words: list[Word], first: int, last: int) -> int:
    """Where the subject begins behind the time: "On the same day Velland", "Late on Monday the army"."""
    at = first
    if at + 1 < last and words[at].low in ("late", "early", "later", "earlier") and words[at + 1].low == "on":
        at += 1
    if at + 2 < last and words[at].low in ("on", "in", "at", "for"):
        end = at + 1
        while end < last and (words[end].determiner or words[end].low in WHICH_TIME):
            end += 1
        if end < last and _is_time(words[end]):
            end += 1
            while end < last and words[end].low in PARTS_OF_DAY:
                end += 1
            if end + 1 < last and words[end].low in ("of", "before", "after"):
                return _behind_event(words, end + 1, last, first)
            return end if end < last else first
    elif at + 3 < last and words[at + 1].low in SPANS and words[at + 2].low in ("later", "earlier", "before", "after"):
        return _behind_event(words, at + 3, last, first) if words[at + 2].low in ("before", "after") else at + 3
    elif first > 0 and words[first - 1].low in ("after", "before"):
        return _behind_event(words, first, last, first)
    return first


def _is_time(word: Word) -> bool:
    return word.day or "spans_of_time" in word.in_class


def _behind_event(words: list[Word], at: int, last: int, first: int) -> int:
    """Behind "the report" in "Shortly after the report the army command": where the next noun phrase opens."""
    if not words[at].determiner:
        return first
    for end in range(at + 2, last):
        word = words[end]
        if not word.is_word:
            return first
        if word.determiner and not words[end - 1].preposition:
            return end
    return first
