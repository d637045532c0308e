"""Finds the attributions of one sentence: tries the frames at each word where one can begin, then adds the relays."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from claims.reading.attribution.adverbials import skip_adverbials
from claims.reading.attribution.at_word import at_verb, at_word
from claims.reading.attribution.found import Found
from claims.reading.attribution.frames.content_first import Postposed
from claims.reading.attribution.frames.phrases import AccordingTo, NounCue
from claims.reading.attribution.frames.speaker_first import Preposed
from claims.reading.attribution.nested import nest
from claims.reading.attribution.next_reports import deed_follows
from claims.reading.attribution.relays import (
    cited,
    fronted_relay,
    is_medium,
    quoted_by,
    relays_in,
    swap_cited,
    trailing_relay,
    without,
)
from claims.reading.records import Span
from claims.reading.sentences import Sentence

HANGING = ("after", "as", "when", "while", "amid", "following", "despite", "because", "before")
SAYS = ("say", "says", "said")


def in_sentence(whole: Sentence, waiting: Span | None, *, is_headline: bool) -> list[Found]:
    """All attributions of a sentence, each with its relays."""
    if not whole.candidates:
        return []
    phrase = cited(whole)
    sentence = whole if phrase is None else without(whole, *phrase)
    front = fronted_relay(sentence)
    found = _in_words(sentence, waiting, front[1] if front else 0, is_headline=is_headline)
    for each in found:
        for clause in (each.clause, _medium_behind(sentence, each)):
            each.relays += [r for r in relays_in(sentence, clause, each.speaker) if r not in each.relays]
        apart = quoted_by(sentence, each.speaker) if each.speaker is not None else None
        if apart is not None:
            each.speaker = apart[0]
            each.relays.insert(0, apart[1])
        if front is not None:
            each.relays.append(front[0])
    if phrase is not None:
        swap_cited(found, whole, *phrase)
    for before, each in pairwise(tuple(found)):
        if before.speaker is not None and _cites(whole, before, each):
            each.relays = [before.speaker, *each.relays]
            found.remove(before)
    for before, each in pairwise(found):
        if not each.relays and each.speaker == before.speaker:
            each.relays = before.relays
    for each in found:
        nest(each, sentence, _told_in)
    return found


def _told_in(clause: Sentence, at: int) -> Found | None:
    return at_verb(clause, at, 0, [], None, is_headline=False)


def _medium_behind(sentence: Sentence, found: Found) -> Span | None:
    """The medium behind a noun phrase that was said: "claimed the attack in a statement carried by HANA"."""
    words, at = sentence.words, found.resume
    if at >= sentence.stop or words[at].low != "in" or found.content[-1].end > sentence.starts[at]:
        return None
    end = next((i for i in range(at, sentence.stop) if words[i].text == ","), sentence.stop)
    return Span(sentence.starts[at], sentence.ends[end - 1])


def _in_words(sentence: Sentence, waiting: Span | None, start: int, *, is_headline: bool) -> list[Found]:
    found: list[Found] = []
    stop = sentence.stop
    at = start
    for candidate in sentence.candidates:
        if candidate < at or candidate >= stop:
            continue
        low = found[-1].resume if found else start
        hit = at_word(sentence, candidate, low, found, waiting, is_headline=is_headline)
        if hit is None:
            continue
        if found and _only_relays(sentence, hit):
            for each in found:
                each.relays += [hit.speaker] if hit.speaker is not None else []
            at = max(candidate + 1, hit.resume)
            continue
        if not found and (whole := _by_whom_at_end(sentence, hit, start, waiting)):
            return [whole]
        found.append(hit)
        end = _clause_end(sentence, hit)
        outer = trailing_relay(sentence, end) if end < stop and hit.rule != NounCue.name else None
        if (
            outer is not None
            and len(found) == 1
            and (whole := _by_whom_behind(sentence, hit, outer[0], start, waiting))
        ):
            return [whole]
        if outer is not None:
            for each in found:
                each.relays.append(outer[0])
            hit.resume = outer[1]
        at = max(candidate + 1, hit.resume)
    return found


def _cites(sentence: Sentence, before: Found, each: Found) -> bool:
    """ "It cited a military source who announced …": nothing is said yet but by the source."""
    if each.speaker is None or each.speaker.start > before.content[-1].end + 2:
        return False
    cue = sentence.words[bisect_left(sentence.starts, before.cue.start)]
    who = sentence.words[bisect_left(sentence.starts, each.speaker.start)]
    return cue.low in ("cited", "cites", "quoted", "quotes") and who.low == "who"


def _only_relays(sentence: Sentence, hit: Found) -> bool:
    """ "The ministry denied it, after the post was hit, HANA reported": the clause between hangs on what was said."""
    if hit.speaker is None:
        return False
    words = sentence.words
    first = bisect_left(sentence.starts, hit.content[0].start)
    if hit.rule == AccordingTo.name and words[first].low == "and":
        return deed_follows(words, first + 1, sentence.stop) and not any(w.verb for w in words[first + 1 : first + 2])
    if hit.rule != Postposed.name:
        return False
    speaker = words[bisect_left(sentence.starts, hit.speaker.start) : bisect_left(sentence.starts, hit.speaker.end)]
    return words[first].low in HANGING and first > 0 and words[first - 1].text == "," and is_medium(speaker)


def _by_whom_behind(sentence: Sentence, hit: Found, outer: Span, start: int, waiting: Span | None) -> Found | None:
    """The whole as said by who follows, if no medium: "Velland hopes for a truce, Foreign Minister Tolvan said"."""
    first, last = bisect_left(sentence.starts, outer.start), bisect_left(sentence.starts, outer.end)
    cue = sentence.words[bisect_left(sentence.starts, hit.cue.end) - 1]
    if sentence.words[first - 1].low == "to":  # "according to": a relay
        return None
    if hit.rule != Preposed.name or sentence.quotes or cue.low in SAYS or is_medium(sentence.words[first:last]):
        return None
    verb = next((at for at in sentence.candidates if at >= last), sentence.stop)
    return at_word(sentence, verb, start, [], waiting, is_headline=False) if verb < sentence.stop else None


def _by_whom_at_end(sentence: Sentence, hit: Found, start: int, waiting: Span | None) -> Found | None:
    """The same where the name has an appositive: "Velland hopes for a truce, Oren Valk, an aide, said on Friday"."""
    words, stop = sentence.words, sentence.stop
    cue = words[bisect_left(sentence.starts, hit.cue.end) - 1]
    if hit.rule != Preposed.name or sentence.quotes or cue.low in SAYS:
        return None
    verb = next((at for at in reversed(sentence.candidates) if at < stop and words[at].low in SAYS), 0)
    if words[verb - 1].text != "," or skip_adverbials(words, verb + 1, stop) < stop:
        return None
    whole = at_word(sentence, verb, start, [], waiting, is_headline=False)
    if whole is None or whole.rule != Postposed.name or whole.speaker is None:
        return None
    return whole if whole.content[0].start == sentence.starts[start] and whole.content[0].end > hit.cue.end else None


def _clause_end(sentence: Sentence, hit: Found) -> int:
    """Where the clause behind content that stands first ends: "“…,” he told reporters upon arrival, HANA said"."""
    words, at = sentence.words, hit.resume
    silent = at + 1 < sentence.stop and words[at].text == "," and words[at + 1].low == "without"
    if silent:
        at += 1
    if silent or hit.content[-1].start < hit.cue.start:
        while at < sentence.stop and words[at].is_word and words[at].low != "according":
            at += 1
    return at
