"""Through whom a statement came: the medium told, the agency that reported it, whom it cited."""

from __future__ import annotations

from bisect import bisect_left

from claims.reading.attribution.contents import names_source
from claims.reading.attribution.found import Found
from claims.reading.attribution.grammar import is_clitic, verb_group
from claims.reading.attribution.next_reports import trailing_reporter
from claims.reading.attribution.nominals import agent_end, carried_by
from claims.reading.languages.english.reporting import MEDIA_NAMES
from claims.reading.lexicon import Word, word_set
from claims.reading.records import Span
from claims.reading.sentences import Sentence

CARRIED = word_set(
    "carried published quoted cited reported released broadcast aired circulated run interviewed contacted posted"
)
SAID_TO = word_set("interview interviews remarks comments statement statements speaking speech briefing conversation")
CITING = ("citing", "quoting")
SCREENS = word_set("tv television radio")
LONGEST_RELAY = 8
LONGEST_SUBJECT = 18
REPORTED = ("said", "says", "announced", "told", "reported", "added", "confirmed", "warned", "stated")
SMALL_LETTERS = word_set("dpa")  # agencies that write themselves so
NOT_A_MEDIUM = word_set("conference conferences briefing channel's")


def is_medium(words: list[Word]) -> bool:
    """Whether a noun phrase names a newspaper, an agency or a broadcaster."""
    if not words or words[-1].low in NOT_A_MEDIUM:
        return False
    if any("media_words" in word.in_class for word in words):
        return True
    if any((word.cap or word.low in SMALL_LETTERS) and _names_medium(word) for word in words):
        return True
    return (
        len(words) == 1
        and len(words[0].text) >= 3
        and words[0].text.isupper()
        and words[0].text.replace("/", "").isalpha()
    )


def _names_medium(word: Word) -> bool:
    return "media_names" in word.in_class or word.low.removeprefix("al-") in MEDIA_NAMES


def _relay_end(words: list[Word], first: int, stop: int) -> int:
    end = first
    while end < stop and end - first < LONGEST_RELAY:
        word = words[end]
        if is_clitic(word) and end > first:
            end += 1
            continue
        if not word.is_word or word.day or word.month or word.subordinator or word.subject_pronoun:
            break
        if end > first:
            before = words[end - 1]
            if (word.preposition and word.low != "of") or word.aux or word.adverb or word.low == "and":
                break
            if word.determiner or (word.verb is not None and not word.cap):
                break
            in_name = "media_words" in word.in_class or word.low == "news"
            if before.text.isupper() and "media_names" in before.in_class and not in_name:
                break
            if before.cap and not word.cap and "media_words" not in word.in_class and word.low not in ("news", "of"):
                break
        end += 1
    return end


def relays_in(sentence: Sentence, clause: Span | None, speaker: Span | None) -> list[Span]:
    """The media that a reporting clause names as what the words went through, in its order."""
    if clause is None:
        return []
    words = sentence.words
    first = bisect_left(sentence.starts, clause.start)
    last = bisect_left(sentence.starts, clause.end)
    out = []
    for at in range(first, last - 1):
        word, following = words[at], words[at + 1]
        told = word.verb is not None and word.verb.can("told")
        if not (
            told
            or (following.low == "by" and word.low in CARRIED)
            or (following.low in ("with", "to", "on") and word.low in SAID_TO)
            or (word.low == "on" and not following.day)
            or (word.low == "to" and at and words[at - 1].verb is not None)
        ):
            continue
        start = at + 1 if told or word.low in ("on", "to") else at + 2
        end = _relay_end(words, start, len(words))
        if word.low == "on" and (end <= start or words[end - 1].low not in SCREENS):
            continue
        if end > start and is_medium(words[start:end]):
            span = sentence.range(start, end)
            if span is not None and span not in out and not (speaker and speaker.covers(span)):
                out.append(span)
    return out


def trailing_relay(sentence: Sentence, at: int) -> tuple[Span, int] | None:
    """Who reports what was found before: ", HANA reported" or ", according to HANA" at words[at]; and where it ends."""
    words, stop = sentence.words, sentence.stop
    if words[at].text == ",":
        at += 1
    elif words[at].low != "according" and not (at and words[at - 1].is_quote):
        return None
    if at + 1 >= stop:
        return None
    if words[at].low == "according" and words[at + 1].low == "to":
        end = agent_end(words, at + 2, stop, fronted=False)
        relative = carried_by(words, at + 2, end)
        span = sentence.range(_carrier(words, at + 2, end), relative[0] if relative else end)
        return (span, end) if span is not None and names_source(words, at + 2, end) else None
    if words[at].low == "as":
        at += 1
    verb = trailing_reporter(words, at, stop)
    if verb is None:
        return None
    span = sentence.range(at, verb_group(words, verb))
    return (span, stop) if span is not None else None


def _carrier(words: list[Word], first: int, last: int) -> int:
    """Where the medium of "a statement carried by HANA" begins; first where there is none."""
    for at in range(first + 1, last - 2):
        if words[at].low in CARRIED and words[at + 1].low == "by" and is_medium(words[at + 2 : last]):
            return at + 2 if "documents" in words[at - 1].in_class else first
    return first


def fronted_relay(sentence: Sentence) -> tuple[Span, int] | None:
    """The medium of "According to HANA, the ministry said …"; and the index behind its comma."""
    words, stop = sentence.words, sentence.stop
    if stop < 4 or words[0].low != "according" or words[1].low != "to":
        return None
    comma = agent_end(words, 2, stop, fronted=True)
    if comma >= stop or words[comma].text != "," or not is_medium(words[2:comma]):
        return None
    for at in range(comma + 2, min(stop, comma + LONGEST_SUBJECT)):
        word = words[at]
        if word.verb is not None and word.low in REPORTED:
            span = sentence.range(2, comma)
            return (span, comma + 1) if span is not None else None
        if word.finite or (word.is_mark and word.text != ","):
            return None
    return None


def cited(sentence: Sentence) -> tuple[int, int] | None:
    """The range of ", citing a military source": somebody who is quoted, not a reason ("citing the danger")."""
    words, stop = sentence.words, sentence.stop
    for at in sentence.candidates:
        refers = words[at].low == "referring"
        told = words[at].low in ("cited", "quoted") and at > 1 and words[at - 1].low == "which"
        told = told and words[at - 2].text == "," and words[at - 3].cap
        if at >= stop - 1 or not (words[at].low in CITING or told or (refers and _follows_medium(words, at))):
            continue
        start = at + 1 + refers
        end = agent_end(words, start, stop, fronted=at == 0)
        for cut in range(start, end):
            if words[cut].low == "that" or (
                words[cut].low == "as" and cut + 1 < end and words[cut + 1].verb is not None
            ):
                end = cut
                break
        while end > start and (words[end - 1].preposition or words[end - 1].is_mark):
            end -= 1
        inside = words[start:end]
        if (inside and any("people" in w.in_class or "media_words" in w.in_class for w in inside)) or is_medium(inside):
            return at - told, end
    return None


def _follows_medium(words: list[Word], at: int) -> bool:
    """Whether a medium has just reported: "HANA reported, referring to the ministry"."""
    verb = at - 1 if words[at - 1].is_word else at - 2
    if words[at + 1].low != "to" or verb < 1 or words[verb].verb is None:
        return False
    first = verb
    while first > 0 and words[first - 1].is_word and verb - first < LONGEST_RELAY:
        first -= 1
    return is_medium(words[first:verb])


def without(sentence: Sentence, first: int, last: int) -> Sentence:
    """The sentence without words[first:last] and one of the commas that set them off."""
    words = sentence.words
    if last < len(words) and words[last].text == ",":
        last += 1
    elif first and words[first - 1].text == ",":
        first -= 1
    if first and last <= len(words) and words[first - 1].text == "," and words[last - 1].text == ",":
        first -= 1
    return Sentence(
        words[:first] + words[last:],
        sentence.starts[:first] + sentence.starts[last:],
        sentence.ends[:first] + sentence.ends[last:],
        sentence.paragraph,
    )


def quoted_by(sentence: Sentence, speaker: Span) -> tuple[Span, Span] | None:
    """ "a military source quoted by HANA" taken apart: speaker and relay."""
    words = sentence.words
    first = bisect_left(sentence.starts, speaker.start)
    last = bisect_left(sentence.starts, speaker.end)
    for at in range(first + 1, last - 2):
        if words[at].low in CARRIED and words[at + 1].low == "by":
            who, relay = sentence.range(first, at), sentence.range(at + 2, last)
            return (who, relay) if who is not None and relay is not None and is_medium(words[at + 2 : last]) else None
        if words[at].low in ("which", "that") and words[at + 1].low in ("quoted", "cited", "quotes", "cites"):
            who, relay = sentence.range(at + 2, last), sentence.range(first, at)
            return (who, relay) if who is not None and relay is not None and is_medium(words[first:at]) else None
    return None


def swap_cited(found: list[Found], sentence: Sentence, first: int, last: int) -> None:
    """The one cited is the speaker of the attribution beside the phrase, its speaker the relay."""
    refers = sentence.words[first + 1].low == "to" or sentence.words[first].low == "which"
    who = sentence.range(first + 1 + refers, last)
    if who is None or not found:
        return
    at = sentence.starts[first]
    before = [each for each in found if each.cue.start < at]
    target = before[-1] if before else found[0]
    if target.relays and before:
        target.relays.insert(-1, who)
    elif target.speaker is not None:
        relay = target.speaker
        for each in found[found.index(target) :]:
            if each.speaker == relay:
                each.relays = [relay, *each.relays]
                each.speaker = who
