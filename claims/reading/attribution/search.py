"""Goes through a text paragraph by paragraph, tries the frames at each reporting word and gives the attributions in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.reading.anaphora import Antecedents
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.grammar import verb_group
from claims.reading.attribution.marks import around_quotation, colon_headline, transcript
from claims.reading.attribution.phrases import PHRASE_FRAMES
from claims.reading.attribution.split import claims_of
from claims.reading.attribution.verb_or_noun import is_verb_here
from claims.reading.attribution.verbs import VERB_FRAMES
from claims.reading.languages.english import LEXICON
from claims.reading.records import Attribution, Dropped, Span
from claims.reading.sentences import Paragraph, Sentence, Splitter

FRAMES = (*VERB_FRAMES, *PHRASE_FRAMES)
QUOTE_WITHIN = 8
QUOTE_BEFORE_WITHIN = 14
SHORTEST_FLOATING = 3
LONGEST_HEADLINE = 200

SPLITTER = Splitter(LEXICON)


@dataclass(frozen=True, slots=True)
class Findings:
    """All attributions of a text in its order, and what looked like one but was left out."""

    attributions: tuple[Attribution, ...]
    dropped: tuple[Dropped, ...]


def attributions(text: str) -> tuple[Attribution, ...]:
    return findings(text).attributions


def findings(text: str) -> Findings:
    antecedents = Antecedents(text)
    out: list[Attribution] = []
    dropped: list[Dropped] = []
    statement = 0
    for located in _located(text):
        who = antecedents.resolve(located.found.speaker, located.found.cue, located.paragraph.index)
        statement += not located.continues
        out += claims_of(text, located, who, statement, SPLITTER)
    return Findings(tuple(out), tuple(dropped))


@dataclass(slots=True)
class Located:
    """What a frame found, with its sentence and paragraph; `continues` where only the speaker is known, from before."""

    found: Found
    sentence: Span
    paragraph: Paragraph
    continues: bool = False
    is_headline: bool = False


@dataclass(slots=True)
class _Last:
    """The last attribution: what a floating quotation may join."""

    found: Found | None = None
    has_quote: bool = False
    is_open: bool = field(default=False)


def _located(text: str) -> Iterator[Located]:
    last = _Last()
    for paragraph in SPLITTER.paragraphs(text):
        is_headline = _is_headline(text, paragraph)
        whole = transcript(text, paragraph.span) or colon_headline(text, paragraph.span, paragraph.sentences)
        if whole is not None:
            yield Located(whole, paragraph.span, paragraph, is_headline=is_headline)
            last = _Last()
            continue
        waiting: Span | None = None
        for number, sentence in enumerate(paragraph.sentences):
            if _is_floating(sentence):
                quotation = sentence.span
                joins = last.found is not None and (
                    number > 0 or last.is_open or (len(paragraph.sentences) == 1 and last.has_quote)
                )
                if joins and last.found is not None:
                    yield Located(_continued(last.found, quotation), quotation, paragraph, continues=True)
                    waiting = None
                else:
                    waiting = quotation
                continue
            found = _in_sentence(sentence, waiting, is_headline=is_headline)
            waiting = None
            if not found:
                lone = around_quotation(sentence)
                found = [lone] if lone is not None else []
            for each in found:
                yield Located(each, sentence.span, paragraph, is_headline=is_headline)
            if found:
                content = found[-1].content[-1].of(text)
                quoted = any(mark in content for mark in '“"”«') or "''" in content
                is_open = bool(paragraph.quotations and paragraph.quotations[-1].is_open)
                last = _Last(found[-1], quoted, is_open)
            else:
                last = _Last()


def _is_headline(text: str, paragraph: Paragraph) -> bool:
    """The first paragraph, if it is short and no sentence by its end."""
    if paragraph.index > 0 or len(paragraph.span) > LONGEST_HEADLINE:
        return False
    return paragraph.span.of(text).rstrip()[-1:] not in ".!?”\"…'’"


def _is_floating(sentence: Sentence) -> bool:
    body = [word for word in sentence.words if not (word.is_mark and word.text in ".?!,…")]
    return bool(body) and all(word.is_quote for word in body) and sum(w.size for w in body) >= SHORTEST_FLOATING


def _continued(found: Found, quotation: Span) -> Found:
    return Found(
        rule="floating quotation",
        speaker=found.speaker,
        cue=found.cue,
        content=[quotation],
        clause=found.clause,
        resume=0,
        relays=found.relays,
    )


def _in_sentence(sentence: Sentence, waiting: Span | None, *, is_headline: bool) -> list[Found]:
    found: list[Found] = []
    words, stop = sentence.words, sentence.stop
    capitals = [w.cap for w in words if w.is_word and len(w.text) > 3]
    is_headline = is_headline or (len(capitals) > 2 and sum(capitals) > 0.7 * len(capitals))
    at = 0
    while at < stop:
        word = words[at]
        hit = None
        if word.verb is not None:
            hit = _at_verb(sentence, at, found, waiting, is_headline=is_headline)
        if hit is None and word.in_class:
            low = found[-1].resume if found else 0
            for frame in PHRASE_FRAMES:
                hit = frame.find(sentence, at, low)
                if hit is not None:
                    break
        if hit is not None:
            found.append(hit)
            at = max(at + 1, hit.resume)
        else:
            at += 1
    return found


def _at_verb(
    sentence: Sentence, at: int, earlier: list[Found], waiting: Span | None, *, is_headline: bool
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
    if last < stop and words[last].low in verb.particles:
        last += 1
    low = earlier[-1].resume if earlier else 0
    cue = Cue(sentence, at, verb, word.form, first, last, low, earlier, waiting, is_headline)
    if cue.is_negated or (cue.is_passive and verb.lemma != "quote"):
        return None
    if verb.only_quotes and not _quotation_near(cue):
        return None
    for frame in VERB_FRAMES:
        hit = frame.find(cue)
        if hit is not None:
            return hit
    return None


def _quotation_near(cue: Cue) -> bool:
    for at in cue.sentence.quotes:
        if cue.last <= at < cue.last + QUOTE_WITHIN or (
            cue.low <= at and cue.first - QUOTE_BEFORE_WITHIN < at < cue.first
        ):
            return True
    return False
