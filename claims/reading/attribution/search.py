"""Goes through a text paragraph by paragraph and tries the frames at each reporting word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.reading.anaphora import Antecedents
from claims.reading.attribution.found import Cue, Found, Place
from claims.reading.attribution.frames import PHRASE_FRAMES, VERB_FRAMES
from claims.reading.attribution.frames.marks import around_quotation, colon_headline, opens_block, transcript
from claims.reading.attribution.frames.phrases import NounCue
from claims.reading.attribution.grammar import verb_group
from claims.reading.attribution.relays import (
    cited,
    fronted_relay,
    quoted_by,
    relays_in,
    swap_cited,
    trailing_relay,
    without,
)
from claims.reading.attribution.split import claims_of
from claims.reading.attribution.verb_or_noun import is_verb_here
from claims.reading.languages.english import LEXICON
from claims.reading.records import Attribution, Dropped, Mention, Span
from claims.reading.sentences import Paragraph, Sentence, Splitter
from claims.vocabulary import DropReason

QUOTE_WITHIN = 8
QUOTE_BEFORE_WITHIN = 14
SHORTEST_FLOATING = 3
LONGEST_HEADLINE = 200
LONGEST_DATELINE = 100
SHORT_WORD = 3
LEAST_TITLE = 2
TITLE_CAPITALS = 0.7
NO_SOURCES = ("nobody", "no-one", "none", "neither", "i", "you", "we")
UNREAL = ("could", "may", "might", "should", "must")  # what was not said yet, or may not have been

DOCUMENT = re.compile(
    r"\b(?:statement|release|communiqu[eé]|report|letter|bulletin|declaration|post|tweet)\b", re.IGNORECASE
)
DATELINE = re.compile(
    r"(?:[A-Z]{3,}[A-Z ,./'’-]*(?:\([^)\n]{2,60}\))?"
    r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,? ?(?:[A-Z]{3,8}|\([^)\n]{2,60}\)))"
    r"[^–—\n\w-]{0,20}\s*(?:–|—|--?)\s+"
)
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
    utterances = _Utterances(text)
    for located in _Walk(text).located():
        found = located.found
        if found.says_nothing:
            dropped.append(Dropped(located.sentence.of(text), DropReason.NO_CONTENT))
            continue
        who = antecedents.resolve(found.speaker, in_document=_names_document(text, found.clause))
        out += claims_of(text, located, who, utterances.number(located, who), SPLITTER, antecedents)
    return Findings(tuple(out), tuple(dropped))


def _names_document(text: str, clause: Span | None) -> bool:
    return clause is not None and DOCUMENT.search(text, clause.start, clause.end) is not None


class _Utterances:
    """Numbers the utterances: what goes on in a quotation, a participle or "he added" is one with what came before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.count = 0
        self.last: Located | None = None
        self.who: tuple[str, ...] = ()

    def number(self, located: Located, who: tuple[Mention, ...]) -> int:
        names = tuple(mention.full for mention in who)
        if not (located.continues or (self.last is not None and names == self.who and self._goes_on(located, who))):
            self.count += 1
        self.last, self.who = located, names
        return self.count

    def _goes_on(self, located: Located, who: tuple[Mention, ...]) -> bool:
        if self.last is None or located.paragraph.index - self.last.paragraph.index > 1:
            return False
        if located.sentence == self.last.sentence or any(mention.words != mention.full for mention in who):
            return True
        return located.found.cue.of(self.text).lower().split()[-1] in ("added", "adds", "continued", "adding")


@dataclass(slots=True)
class Located:
    """What a frame found, with its sentence and paragraph; `continues` where only the speaker is known, from before."""

    found: Found
    sentence: Span
    paragraph: Paragraph
    continues: bool = False
    is_headline: bool = False


class _Walk:
    """Goes through the paragraphs and remembers what a quotation without a speaker may join."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last: Found | None = None
        self.is_open = False
        self.block: Found | None = None
        self.pending: list[tuple[Span, Paragraph]] = []

    def located(self) -> Iterator[Located]:
        for paragraph in SPLITTER.paragraphs(self.text):
            is_headline = _is_headline(self.text, paragraph)
            whole = transcript(self.text, paragraph.span) or colon_headline(
                self.text, paragraph.span, paragraph.sentences, is_headline=is_headline, is_first=paragraph.index == 0
            )
            if whole is not None:
                yield Located(whole, paragraph.span, paragraph, is_headline=is_headline)
                self.last, self.is_open = None, False
                continue
            block, self.block = self.block, None
            if block is not None and (content := _block_content(self.text, paragraph)) is not None:
                block.content = [content]
                yield Located(block, paragraph.span, paragraph)
                self.last, self.is_open = block, bool(paragraph.quotations and paragraph.quotations[-1].is_open)
                continue
            opens = paragraph.sentences[0].words[0].is_quote
            if not (self.is_open and opens):
                self.pending.clear()
            yield from self._sentences(paragraph, is_headline=is_headline)
            self.is_open = bool(paragraph.quotations and paragraph.quotations[-1].is_open)

    def _sentences(self, paragraph: Paragraph, *, is_headline: bool) -> Iterator[Located]:
        waiting: Span | None = None
        for number, sentence in enumerate(paragraph.sentences):
            if number == 0:
                sentence = _without_dateline(self.text, sentence)
            if _is_floating(sentence, joins=number > 0 and self.last is not None):
                if self.last is not None and (number > 0 or self.is_open or len(paragraph.sentences) == 1):
                    yield Located(_continued(self.last, sentence.span), sentence.span, paragraph, continues=True)
                    waiting = None
                else:
                    waiting = sentence.span
                    self.pending.append((sentence.span, paragraph))
                continue
            found = _in_sentence(sentence, waiting, is_headline=is_headline)
            if not found and number > 0 and self.last is not None and _opens_with_quotation(sentence):
                yield Located(_continued(self.last, sentence.span), sentence.span, paragraph, continues=True)
                continue
            if not found and (lone := around_quotation(sentence)) is not None:
                found = [lone]
            if found and self.pending and sentence.words[0].is_quote:
                for quotation, other in self.pending:
                    if quotation != waiting:
                        yield Located(_continued(found[0], quotation), quotation, other)
            if found:
                self.pending.clear()
            waiting = None
            for each in found:
                yield Located(each, sentence.span, paragraph, is_headline=is_headline)
            self.last = found[-1] if found else None
            if not found:
                self.block = opens_block(sentence)


def _opens_with_quotation(sentence: Sentence) -> bool:
    """“…” and a few words more: goes on with what somebody said before it in the same paragraph."""
    first = sentence.words[0]
    return first.is_quote and first.size > SHORTEST_FLOATING


def _block_content(text: str, paragraph: Paragraph) -> Span | None:
    """What a paragraph quotes behind "He said:": the whole of it, unless somebody else speaks in it."""
    if all(_is_floating(sentence, joins=True) for sentence in paragraph.sentences):
        return paragraph.span
    if any(_in_sentence(sentence, None, is_headline=False) for sentence in paragraph.sentences):
        return None
    return paragraph.span


def _without_dateline(text: str, sentence: Sentence) -> Sentence:
    """What follows "OSTREL (HANA) —" in a paragraph's first sentence."""
    match = DATELINE.match(text, sentence.starts[0], min(sentence.ends[-1], sentence.starts[0] + LONGEST_DATELINE))
    if match is None:
        return sentence
    first = bisect_left(sentence.starts, match.end())
    if first >= len(sentence.words):
        return sentence
    return Sentence(sentence.words[first:], sentence.starts[first:], sentence.ends[first:], sentence.paragraph)


def _is_headline(text: str, paragraph: Paragraph) -> bool:
    """The first paragraph, if it is short and no sentence by its end."""
    if paragraph.index > 0 or len(paragraph.span) > LONGEST_HEADLINE or len(paragraph.sentences) > 1:
        return False
    words = [word for word in paragraph.sentences[0].words if word.is_word and len(word.text) > SHORT_WORD]
    title_case = len(words) > LEAST_TITLE and sum(word.cap for word in words) > TITLE_CAPITALS * len(words)
    return title_case or paragraph.span.of(text).rstrip().rstrip("”\"’'")[-1:] not in ".!?…"


def _is_floating(sentence: Sentence, *, joins: bool) -> bool:
    """Whether a sentence is only a quotation; a short one counts only where it has a speaker to join."""
    if not sentence.quotes:
        return False
    body = [word for word in sentence.words if not (word.is_mark and word.text in ".?!,…")]
    return (
        bool(body) and all(word.is_quote for word in body) and (joins or sum(w.size for w in body) >= SHORTEST_FLOATING)
    )


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


def _in_sentence(whole: Sentence, waiting: Span | None, *, is_headline: bool) -> list[Found]:
    """All attributions of a sentence, each with its relays."""
    if not whole.candidates:
        return []
    phrase = cited(whole)
    sentence = whole if phrase is None else without(whole, *phrase)
    front = fronted_relay(sentence)
    found = _in_words(sentence, waiting, front[1] if front else 0, is_headline=is_headline)
    for each in found:
        each.relays += [r for r in relays_in(sentence, each.clause, each.speaker) if r not in each.relays]
        apart = quoted_by(sentence, each.speaker) if each.speaker is not None else None
        if apart is not None:
            each.speaker = apart[0]
            each.relays.insert(0, apart[1])
        if front is not None:
            each.relays.append(front[0])
    if phrase is not None:
        swap_cited(found, whole, *phrase)
    for before, each in pairwise(found):
        if not each.relays and each.speaker == before.speaker:
            each.relays = before.relays
    return found


def _in_words(sentence: Sentence, waiting: Span | None, start: int, *, is_headline: bool) -> list[Found]:
    found: list[Found] = []
    stop = sentence.stop
    at = start
    for candidate in sentence.candidates:
        if candidate < at or candidate >= stop:
            continue
        low = found[-1].resume if found else start
        hit = _at_word(sentence, candidate, low, found, waiting, is_headline=is_headline)
        if hit is None:
            continue
        found.append(hit)
        outer = trailing_relay(sentence, hit.resume) if hit.resume < stop and hit.rule != NounCue.name else None
        if outer is not None:
            for each in found:
                each.relays.append(outer[0])
            hit.resume = outer[1]
        at = max(candidate + 1, hit.resume)
    return found


def _at_word(
    sentence: Sentence, at: int, low: int, earlier: list[Found], waiting: Span | None, *, is_headline: bool
) -> Found | None:
    if sentence.words[at].verb is not None:
        hit = _at_verb(sentence, at, low, earlier, waiting, is_headline=is_headline)
        if hit is not None:
            return hit
    place = Place(sentence, at, low, earlier, waiting, is_headline)
    for frame in PHRASE_FRAMES:
        hit = frame.find(place)
        if hit is not None:
            return hit
    return None


def _at_verb(
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
    if last < stop and words[last].low in verb.particles:
        last += 1
    cue = Cue(sentence, at, low, earlier, waiting, is_headline, verb, word.form, first, last)
    if cue.is_negated or (cue.is_passive and verb.lemma != "quote"):
        return None
    if verb.only_quotes and not _quotation_near(cue):
        return None
    if (first > low and words[first - 1].low in NO_SOURCES) or any(word.low in UNREAL for word in words[first:at]):
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
