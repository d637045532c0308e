"""Goes through the paragraphs of a text and finds what is said in each; a quotation may find its speaker elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from claims.reading.attribution.at_word import why_nothing
from claims.reading.attribution.found import Found
from claims.reading.attribution.frames.marks import around_quotation, colon_headline, opens_block, transcript
from claims.reading.attribution.frames.telling import GOES_ON, goes_on_telling, this_was_reported
from claims.reading.attribution.within import in_sentence
from claims.reading.records import Dropped, Span
from claims.reading.sentences import Paragraph, Sentence, Splitter

SHORTEST_FLOATING = 3
LONGEST_HEADLINE = 200
LAST_HEADLINE = 1  # the one below is the deck
LONGEST_DATELINE = 100
SHORT_WORD = 3
LEAST_TITLE = 2
TITLE_CAPITALS = 0.7
ITEM = re.compile(r"\s*(?:[•●▪◦*]|[-–](?= ))\s*(?=\w)")
FOLLOWING_ITEM = re.compile(r"\s+(?:[•●▪◦*]|[-–](?= ))\s*\w")
LONGEST_LIST_OPENER = 60
LISTED = "list"
DATELINE = re.compile(
    r"[A-Z]{4,}(?: [A-Z]{3,})? \((?=[^)\n]*[/\d])[^)\n]{2,60}\)\s+(?=[A-Z“\"])|"
    r"(?:[A-Z]{3,}[A-Z ,./'’-]*(?:(?<=, )[A-Z][a-z]+\.? ?(?:\d{1,2} ?|[A-Z][a-z]+ )?)?(?:\([^)\n]{2,60}\))?"
    r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,? ?(?:[A-Z]{2,8}|\([^)\n]{2,60}\)))"
    r"[^–—\n\w-]{0,20}\s*(?:–|—|--?|(?<=[a-zA-Z]):)\s+"
    r"|[A-Z][a-z'’-]+, [A-Z]{3,8}(?:[–—-](?=[A-Z“\"])|\s+(?=(?:The|An?) ))"
)


@dataclass(slots=True)
class Located:
    """What a frame found, with its sentence and paragraph; `continues` where only the speaker is known, from before."""

    found: Found
    sentence: Span
    paragraph: Paragraph
    continues: bool = False
    is_headline: bool = False


class Walk:
    """Goes through the paragraphs and remembers what a quotation without a speaker may join."""

    def __init__(self, text: str, splitter: Splitter) -> None:
        self.text = text
        self.splitter = splitter
        self.dropped: list[Dropped] = []
        self.last: Found | None = None
        self.is_open = False
        self.block: Found | None = None
        self.listing: Found | None = None
        self.in_heading = True
        self.pending: list[tuple[Span, Paragraph]] = []

    def located(self) -> Iterator[Located]:
        for paragraph in self.splitter.paragraphs(self.text):
            self.in_heading = is_headline = self.in_heading and _is_headline(self.text, paragraph)
            whole = transcript(self.text, paragraph.span) or colon_headline(
                self.text, paragraph.span, paragraph.sentences, is_headline=is_headline, is_first=paragraph.index == 0
            )
            if whole is not None:
                yield Located(whole, paragraph.span, paragraph, is_headline=is_headline)
                self.last, self.is_open = None, False
                continue
            if self.listing is not None and (item := ITEM.match(self.text, *_edges(paragraph.span))):
                span = Span(item.end(), paragraph.span.end)
                yield Located(_continued(self.listing, span, rule=LISTED), paragraph.span, paragraph, continues=True)
                continue
            self.listing = None
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

    def _opens_list(self, paragraph: Paragraph, sentence: Sentence) -> bool:
        """Whether it ends its paragraph in a colon and a list follows: "The two sides said the deal included:"."""
        ends = sentence.span.end >= paragraph.span.end and sentence.words[-1].text == ":"
        return ends and FOLLOWING_ITEM.match(self.text, paragraph.span.end) is not None

    def _sentences(self, paragraph: Paragraph, *, is_headline: bool) -> Iterator[Located]:
        waiting: Span | None = None
        untold: Span | None = None
        for number, sentence in enumerate(paragraph.sentences):
            if number == 0:
                sentence = _without_dateline(self.text, sentence)
            if _is_floating(sentence, joins=(number > 0 or self.is_open) and self.last is not None):
                if self.last is not None and (number > 0 or self.is_open or len(paragraph.sentences) == 1):
                    yield Located(_continued(self.last, sentence.span), sentence.span, paragraph, continues=True)
                    waiting = None
                else:
                    waiting = sentence.span
                    self.pending.append((sentence.span, paragraph))
                continue
            found = in_sentence(sentence, waiting, is_headline=is_headline)
            if not found and number > 0 and self.last is not None and goes_on_telling(sentence):
                told = _continued(self.last, sentence.span, rule=GOES_ON)
                yield Located(told, sentence.span, paragraph, continues=True)
                continue
            if not found and number > 0 and self.last is not None and _goes_on(sentence):
                yield Located(_continued(self.last, sentence.span), sentence.span, paragraph, continues=True)
                continue
            if not found and (lone := around_quotation(sentence)) is not None:
                found = [lone]
            if not found and untold is not None and (report := this_was_reported(sentence, untold)) is not None:
                found = [report]
            if found and self.pending and sentence.words[0].is_quote:
                for quotation, other in self.pending:
                    if quotation != waiting:
                        yield Located(_continued(found[0], quotation), quotation, other)
            if found:
                self.pending.clear()
            waiting = None
            if found and self._opens_list(paragraph, sentence):
                self.listing = found[-1]
                if sentence.ends[-1] - found[-1].content[0].start < LONGEST_LIST_OPENER:
                    found = found[:-1]
            for each in found:
                yield Located(each, sentence.span, paragraph, is_headline=is_headline)
            self.last = found[-1] if found else None
            untold = None if found else sentence.span
            if not found and self.listing is None:
                self.block = opens_block(sentence)
                if (reason := why_nothing(sentence)) is not None:
                    self.dropped.append(Dropped(sentence.span.of(self.text), reason))


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _goes_on(sentence: Sentence) -> bool:
    """“…” and a few words more: goes on with what somebody said before it in the same paragraph."""
    first = sentence.words[0]
    return first.is_quote and first.size > SHORTEST_FLOATING


def _block_content(text: str, paragraph: Paragraph) -> Span | None:
    """What a paragraph quotes behind "He said:": the whole of it, unless somebody else speaks in it."""
    if all(_is_floating(sentence, joins=True) for sentence in paragraph.sentences):
        return paragraph.span
    if any(in_sentence(sentence, None, is_headline=False) for sentence in paragraph.sentences):
        return None
    return paragraph.span


def _without_dateline(text: str, sentence: Sentence) -> Sentence:
    """What follows "OSTREL (HANA) —" in a paragraph's first sentence."""
    match = DATELINE.match(text, sentence.starts[0], min(sentence.ends[-1], sentence.starts[0] + LONGEST_DATELINE))
    if match is None:
        return sentence
    first = bisect_left(sentence.starts, match.end())
    starts = sentence.starts
    if first and sentence.ends[first - 1] > match.end():
        first -= 1
        starts = [*starts[:first], match.end(), *starts[first + 1 :]]  # "HANA-The" is one word
    if first >= len(sentence.words):
        return sentence
    return Sentence(sentence.words[first:], starts[first:], sentence.ends[first:], sentence.paragraph)


def _is_headline(text: str, paragraph: Paragraph) -> bool:
    """Whether one of the first paragraphs is a headline: short, and no sentence by its end."""
    if paragraph.index > LAST_HEADLINE or len(paragraph.span) > LONGEST_HEADLINE or len(paragraph.sentences) > 1:
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


def _continued(found: Found, quotation: Span, rule: str = "floating quotation") -> Found:
    return Found(
        rule=rule,
        speaker=found.teller or found.speaker,
        cue=found.cue,
        content=[quotation],
        clause=found.clause,
        resume=0,
        relays=found.relays if found.teller is None else found.relays[found.relays.index(found.teller) + 1 :],
    )
