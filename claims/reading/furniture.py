"""What on a page is not the article: a verdict for each paragraph, by its words and by where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.reading.datelines import split_closing
from claims.reading.furniture_rules import (
    BUTTONS,
    COMMENTS,
    DAY_WORDS,
    HINTS,
    LIST,
    LIST_END,
    OTHER_STORIES,
    PARTICLES,
    PLAIN,
    PLAIN_RULES,
    RULES,
    WIRE,
    Rule,
)
from claims.reading.record import record
from claims.vocabulary import DropReason

SHORT = 100
"""Characters of a line that can be a heading, a label or a button."""
LONGEST = 1200
"""Characters of the longest line that is not the article's: a note that lists what a text draws on."""
BODY = 3
"""Paragraphs of sentences after which a comment form ends the article."""
LONGEST_LIST = 20
"""Paragraphs that a list of links may take."""
LAST_WORDS = 14
"""Words of a line without a sentence's end that can stand below the article: a name, a button, a mirror's label."""


@record()
class Judged:
    """reason None: kept. credit: the agency that a credit line names."""

    reason: DropReason | None = None
    credit: str = ""
    is_title: bool = False


KEPT = Judged()


@record()
class Hinted:
    """The hints that stand on a page, and the rules that can hold there: those without hints and those with such."""

    hints: tuple[str, ...]
    rules: tuple[Rule, ...]

    @classmethod
    def on(cls, lowered: str) -> Hinted:
        hints = tuple(filter(lowered.__contains__, HINTS))
        return cls(hints, tuple(r for r in RULES if not r.hints or not set(hints).isdisjoint(r.hints)))


ANYWHERE = Hinted(HINTS, RULES)

_CRUMBS = re.compile(r"[\w&’' -]{2,30}(?:\s+[/>»›|•→]\s+[\w&’' -]{2,40}){1,6}")
_CITY_ALONE = re.compile(r"[A-Z][A-Z ./’'-]{2,30}(?:, [A-Z][A-Za-z ]{2,20})?")
_AGENCY_LINE = re.compile(r"sources?\s*[:|]\s*(?P<agency>[^|]{2,80}?)\s*(?:\|.*)?", re.IGNORECASE)
_BARE_AGENCY = re.compile(rf"(?P<agency>{WIRE})")
_SENTENCE_END = re.compile(r"[.!?…:;][”\"’')\]»]*$")
_WORDS = re.compile(r"\w[\w’'-]*")


def judge(paragraphs: Sequence[str], *, outlet: str = "") -> list[Judged]:
    """One verdict a paragraph, in order."""
    seen = Counter(p for p in paragraphs if len(p) <= SHORT)
    on_page = Hinted.on("\n".join(paragraphs).lower())
    verdicts = [_alone(p, outlet, on_page, repeated=seen[p] > 1) for p in paragraphs]
    _drop_comments(paragraphs, verdicts)
    _drop_lists(paragraphs, verdicts)
    _drop_other_stories(paragraphs, verdicts)
    _drop_edges(paragraphs, verdicts)
    first = next((i for i, v in enumerate(verdicts) if v.reason is None), None)
    if first is not None and is_heading(paragraphs[first]) and first + 1 < len(paragraphs):
        verdicts[first] = replace(verdicts[first], is_title=True)
        _drop_title_again(paragraphs, verdicts, first)
    return verdicts


def is_furniture(line: str) -> bool:
    """Whether a line by itself is none of the article's words, wherever it stands."""
    return _alone(line, "", ANYWHERE, repeated=False).reason is not None or bool(
        LIST.fullmatch(line) or LIST_END.fullmatch(line)
    )


def is_heading(paragraph: str) -> bool:
    """A line that is no sentence: short, and without the mark that ends one."""
    return len(paragraph) <= 2 * SHORT and not _SENTENCE_END.search(paragraph) and not paragraph.startswith(("“", '"'))


def _alone(paragraph: str, outlet: str, hinted: Hinted, *, repeated: bool) -> Judged:
    """What the paragraph's own words tell."""
    if len(paragraph) > LONGEST:
        return KEPT
    lowered = paragraph.lower()
    rules: Sequence[Rule] = ()
    if any(map(lowered.__contains__, hinted.hints)):
        rules = hinted.rules
    elif PLAIN.fullmatch(paragraph):
        rules = PLAIN_RULES
    for rule in rules:
        if rule.matches(paragraph, lowered):
            return Judged(rule.reason, _credit(paragraph) if rule.reason is DropReason.CREDIT else "")
    if len(paragraph) > SHORT:
        return KEPT
    words = _WORDS.findall(paragraph)
    if all(word.isdigit() or word.casefold() in BUTTONS for word in words):
        return Judged(DropReason.NAVIGATION)
    if outlet and paragraph.casefold().strip(" .|-") == outlet.casefold():
        return Judged(DropReason.NAVIGATION)
    if any(w[0].isdigit() for w in words) and all(w[0].isdigit() or w.casefold() in DAY_WORDS for w in words):
        return Judged(DropReason.BYLINE)
    if _CRUMBS.fullmatch(paragraph) and len(words) <= 10:
        return Judged(DropReason.NAVIGATION)
    if repeated and len(words) <= 6 and is_heading(paragraph):
        return Judged(DropReason.ADVERTISEMENT)
    return KEPT


def _credit(paragraph: str) -> str:
    match = _AGENCY_LINE.fullmatch(paragraph) or (_BARE_AGENCY.search(paragraph) if len(paragraph) < 40 else None)
    return match["agency"].strip() if match else ""


def _drop_comments(paragraphs: Sequence[str], verdicts: list[Judged]) -> None:
    sentences = 0
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph) <= 2 * SHORT and COMMENTS.fullmatch(paragraph):
            if sentences >= BODY or index > len(paragraphs) // 2:
                verdicts[index:] = [Judged(DropReason.COMMENT_FORM)] * (len(paragraphs) - index)
                return
            verdicts[index] = Judged(DropReason.COMMENT_FORM)
        sentences += verdicts[index].reason is None and not is_heading(paragraph)


def _drop_lists(paragraphs: Sequence[str], verdicts: list[Judged]) -> None:
    """Links between "list of 3 items" and "end of list"; without an end only the mark itself."""
    start: int | None = None
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph) > SHORT:
            continue
        if LIST.fullmatch(paragraph):
            verdicts[index] = Judged(DropReason.NAVIGATION)
            start = index if start is None else start
        elif LIST_END.fullmatch(paragraph):
            links = range(index if start is None else start, index + 1)
            if len(links) <= LONGEST_LIST:
                for i in links:
                    verdicts[i] = Judged(verdicts[i].reason or DropReason.TEASER)
            verdicts[index], start = Judged(DropReason.NAVIGATION), None


def _drop_other_stories(paragraphs: Sequence[str], verdicts: list[Judged]) -> None:
    """Headings under "Related stories", and the headline above a teaser that breaks off."""
    under = False
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph) <= SHORT and OTHER_STORIES.fullmatch(paragraph):
            verdicts[index] = Judged(DropReason.TEASER)
            under = True
        elif verdicts[index].reason is None:
            under = under and is_heading(paragraph)
            if under:
                verdicts[index] = Judged(DropReason.TEASER)
        if verdicts[index].reason is DropReason.TEASER and index and len(paragraph) > SHORT // 2:
            above = paragraphs[index - 1]
            if index > 2 and verdicts[index - 1].reason is None and is_heading(above) and _breaks_off(paragraph):
                verdicts[index - 1] = Judged(DropReason.TEASER)


def _breaks_off(paragraph: str) -> bool:
    return "..." in paragraph or "…" in paragraph


def _drop_edges(paragraphs: Sequence[str], verdicts: list[Judged]) -> None:
    """Section labels above the headline; names, credits and buttons below the last sentence."""
    kept = [i for i, v in enumerate(verdicts) if v.reason is None]
    if not any(not is_heading(paragraphs[i]) for i in kept):
        return
    for index, following in pairwise(kept):
        words = _WORDS.findall(paragraphs[index])
        if not is_heading(paragraphs[index]):
            break
        if _CITY_ALONE.fullmatch(paragraphs[index]) and not is_heading(paragraphs[following]):
            verdicts[index] = Judged(DropReason.DATELINE)
        elif len(words) <= 3 and is_heading(paragraphs[following]):
            verdicts[index] = Judged(DropReason.NAVIGATION)
    for index in reversed(kept):
        paragraph = paragraphs[index]
        words = _WORDS.findall(paragraph)
        if not is_heading(paragraph) or len(words) > LAST_WORDS or split_closing(paragraph):
            break
        is_names = len(words) > 1 and all(w[0].isupper() or w in PARTICLES for w in words)
        reason = DropReason.BYLINE if is_names else DropReason.BOILERPLATE
        verdicts[index] = Judged(reason)


def _drop_title_again(paragraphs: Sequence[str], verdicts: list[Judged], title: int) -> None:
    for index in range(title + 1, len(paragraphs)):
        if paragraphs[index] == paragraphs[title] and verdicts[index].reason is None:
            verdicts[index] = Judged(DropReason.NAVIGATION)
