"""The frames that only marks make: transcripts, headlines with a colon, "X: “…”", "“…” – X"."""

from __future__ import annotations

import re

from claims.reading.attribution.found import Found
from claims.reading.attribution.grammar import is_dash, is_verb, main_subject
from claims.reading.lexicon import word_set
from claims.reading.records import Span
from claims.reading.sentences import Sentence

TRANSCRIPT = re.compile(r"\s*([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(:) +(\S.{3,})")
COLON_HEADLINE = re.compile(r"\s*(\S.{13,200}?)(:) ([^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,6})[\s-]*$")
LONGEST_BEFORE_COLON = 12
SHORTEST_QUOTE = 4
LONG_QUOTE = 7
MOUTHS = word_set(
    """
    report reports monitor official officials source sources un sana tass media witnesses activists ngo army
    minister envoy kremlin pentagon poll study ministry agency council commission observatory president
    spokesman spokesperson spokeswoman ambassador military defense defence government rescuers residents group
    monitors statement
    """
)


def transcript(text: str, paragraph: Span) -> Found | None:
    """HARBOURMASTER: We open at noon."""
    match = TRANSCRIPT.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    return Found(
        rule="transcript",
        speaker=Span(*match.span(1)),
        cue=Span(*match.span(2)),
        content=[Span(match.start(3), match.start(3) + len(match.group(3).rstrip()))],
        clause=Span(match.start(1), match.end(2)),
        resume=0,
    )


def colon_headline(text: str, paragraph: Span, sentences: list[Sentence]) -> Found | None:
    """Harbour closed for a week: Ministry."""
    if len(paragraph) > 300 or any(w.is_quote and w.size >= LONG_QUOTE for s in sentences for w in s.words):
        return None
    match = COLON_HEADLINE.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    source = match.group(3).split()
    capitals = sum(word[:1].isupper() for word in source)
    if capitals < max(1, len(source) - 1) or source[-1].lower() not in MOUTHS:
        return None
    return Found(
        rule="headline: speaker",
        speaker=Span(*match.span(3)),
        cue=Span(*match.span(2)),
        content=[Span(*match.span(1))],
        clause=Span(match.start(2), match.end(3)),
        resume=0,
    )


def around_quotation(sentence: Sentence) -> Found | None:
    """A sentence with a quotation and no reporting word: a dash, a colon, or whoever its subject is."""
    words = sentence.words
    at = next((i for i in sentence.quotes if words[i].size >= SHORTEST_QUOTE), -1)
    if at < 0:
        return None
    content = [Span(sentence.starts[at], sentence.ends[at])]
    if at == 0:
        if len(words) > 2 and is_dash(words[1]):
            cue = Span(sentence.starts[1], sentence.ends[1])
            speaker = sentence.range(2, len(words))
            if speaker is not None:
                return Found(rule="dash", speaker=speaker, cue=cue, content=content, clause=speaker, resume=0)
        return None
    before = Span(sentence.starts[at - 1], sentence.ends[at - 1])
    if words[at - 1].text == ":" and 2 <= at <= LONGEST_BEFORE_COLON and not any(is_verb(w) for w in words[: at - 1]):
        speaker = sentence.range(0, at - 1)
        if speaker is not None:
            return Found(rule="colon", speaker=speaker, cue=before, content=content, clause=speaker, resume=0)
    found = main_subject(words, 0, at)
    speaker = sentence.range(*found) if found else None
    if speaker is None:
        return None
    return Found(
        rule="subject and quotation",
        speaker=speaker,
        cue=before,
        content=content,
        clause=sentence.range(0, at),
        resume=0,
    )
