"""The frames that only marks make: transcripts, headlines with a colon, "X: “…”", "“…” – X"."""

from __future__ import annotations

import re

from claims.reading.attribution.found import Found
from claims.reading.attribution.grammar import is_dash, is_verb, verb_group
from claims.reading.attribution.shared_subjects import main_subject
from claims.reading.attribution.subjects import subject
from claims.reading.languages.english.bodies import NATIONS
from claims.reading.lexicon import Word, word_set
from claims.reading.records import Span
from claims.reading.sentences import Sentence

LANDS = frozenset(name for names in NATIONS.values() for name in names)
TRANSCRIPT = re.compile(r"\s*[\"“]?([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(:) +(\S.{3,})")
SPEAKER_LAST = re.compile(r"\s*(\S.{13,200}?)(:) ([^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,6})[\s-]*$")
SPEAKER_FIRST = re.compile(r"\s*([^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,5})(:) (\S.{9,200}?)\s*$")
LONGEST_HEADLINE = 300
SAID = "said|says|told|tells|added|tweeted|wrote|ruled|noted|announced|claimed|reported|warned|insisted"
FURNITURE = word_set(
    """
    source sources related read more watch video live update updates exclusive breaking analysis opinion explainer
    explained factbox timeline photos pictures photo listen follow correction clarification note editorial subscribe
    advertisement updated published tags topics share also gallery profile podcast
    """
)
LONGEST_BEFORE_COLON = 12
SHORTEST_QUOTE = 4
SHORTEST_AFTER_COLON = 2
LEAST_BEFORE_BLOCK = 3
LONG_QUOTE = 7
MOUTHS = word_set(
    """
    report reports monitor official officials source sources un sana tass media witnesses activists ngo army
    minister envoy kremlin pentagon poll study ministry agency council commission observatory president
    spokesman spokesperson spokeswoman ambassador military defense defence government rescuers residents group
    monitors statement medics doctors mission brigades rebels
    """
)


def transcript(text: str, paragraph: Span) -> Found | None:
    """HARBOURMASTER: We open at noon."""
    match = TRANSCRIPT.match(text, paragraph.start, paragraph.end)
    if match is None or match.group(1).lower().split()[-1] in FURNITURE or match.group(1).lower() in LANDS:
        return None
    return Found(
        rule="transcript",
        speaker=Span(*match.span(1)),
        cue=Span(*match.span(2)),
        content=[Span(match.start(3), match.start(3) + len(match.group(3).rstrip()))],
        clause=Span(match.start(1), match.end(2)),
        resume=0,
    )


def colon_headline(
    text: str, paragraph: Span, sentences: list[Sentence], *, is_headline: bool, is_first: bool
) -> Found | None:
    """Harbour closed for a week: Ministry; Ministry: Harbour closed for a week."""
    if len(paragraph) > LONGEST_HEADLINE or text.find(": ", paragraph.start, paragraph.end) < 0:
        return None
    if any(w.is_quote and w.size >= LONG_QUOTE for s in sentences for w in s.words):
        return None
    is_headline = is_headline or (is_first and len(sentences) == 1)
    match = SPEAKER_LAST.match(text, paragraph.start, paragraph.end)
    if match is not None and (_is_mouth(match[3]) or (is_headline and (_is_land(match[3]) or _speaks(text, match[3])))):
        content, speaker, rule = match.span(1), match.span(3), "headline: speaker"
    else:
        match = SPEAKER_FIRST.match(text, paragraph.start, paragraph.end) if is_headline else None
        if match is None or not (_is_mouth(match.group(1)) or _speaks(text, match.group(1))):
            return None
        content, speaker, rule = match.span(3), match.span(1), "speaker: headline"
    return Found(
        rule=rule,
        speaker=Span(*speaker),
        cue=Span(*match.span(2)),
        content=[Span(*content)],
        clause=Span(match.start(2), match.end(2)),
        resume=0,
    )


def _is_mouth(words: str) -> bool:
    """Whether a headline's "…: words" names who says it; "Idlib: …" and "Analysis: …" name none."""
    source = words.split()
    capitals = sum(word[:1].isupper() for word in source)
    return source[-1].lower() in MOUTHS and (capitals >= max(1, len(source) - 1) or capitals == 0)


def _is_land(words: str) -> bool:
    """Whether a headline's last words are a state, a capital or an acronym: "Truce broken 24 times: Velland"."""
    return words.lower() in LANDS or (words.isupper() and words.isalpha())


def _speaks(text: str, words: str) -> bool:
    """Whether somebody of that name says something in the text."""
    name = words.split()[-1]
    if not all(word[:1].isupper() for word in words.split()) or name.lower() in FURNITURE:
        return False
    return re.search(rf"\b{re.escape(name)}\b[^.\n]{{0,30}} (?:{SAID})\b", text) is not None


def around_quotation(sentence: Sentence) -> Found | None:
    """A sentence with a quotation and no reporting word: a dash, a colon, or whoever its subject is."""
    words = sentence.words
    if not sentence.quotes:
        return None
    shortest = SHORTEST_AFTER_COLON if any(word.text == ":" for word in words) else SHORTEST_QUOTE
    at = next((i for i in sentence.quotes if words[i].size >= shortest), -1)
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
    if not _leads_to_quotation(words, at):
        return None
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


def _leads_to_quotation(words: list[Word], at: int) -> bool:
    """Whether a mark or a verb stands right before a quotation, so that it is said and not just named."""
    before = words[at - 1]
    return (
        before.text in (":", ",")
        or before.low == "that"
        or before.verb is not None
        or before.finite
        or before.low.endswith(("ed", "ing"))
    )


def opens_block(sentence: Sentence) -> Found | None:
    """ "The ministry said in a statement:" at a paragraph's end: who says the next one."""
    words, stop = sentence.words, sentence.stop
    if stop < LEAST_BEFORE_BLOCK or words[stop - 1].text != ":" or stop != len(words):
        return None
    for at in range(stop - 2, 0, -1):
        verb = words[at].verb
        if verb is None or not verb.can("clause", "that", "quote", "told"):
            continue
        first = verb_group(words, at)
        who = subject(words, first, 0)
        if who is None or any(word.negation for word in words[first:at]):
            return None
        return Found(
            rule="block quotation",
            speaker=sentence.range(who[0], who[1]),
            cue=Span(sentence.starts[first], sentence.ends[at]),
            content=[],
            clause=sentence.range(who[2], stop - 1),
            resume=0,
        )
    return None
