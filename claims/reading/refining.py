"""General speakers made exact by who else speaks: "Russia says" is the Centre's, "the monitor" the one named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.reading.directory import Directory
from claims.reading.languages.english import bodies
from claims.reading.names import normal, tokens
from claims.reading.naming import PRESS
from claims.reading.records import Attribution, Link
from claims.vocabulary import LinkRole, SourceKind

NEAR = 2
"""How many paragraphs on the body that a general "Russia says" stands for may be named."""

FAR, SAME_WORDS, MOST_LEADS = 5, 4, 8
"""How many paragraphs on it may say the same; in how many long words; how many leads are looked at."""

NAMED_ONCE = frozenset((SourceKind.MONITOR, SourceKind.RELIEF))
"""Kinds of body that a report names in full once and then calls by their kind."""

DEFINITE = re.compile(bodies.DEFINITE, re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_FORCES = re.compile(bodies.FORCES_AS_SPEAKER)


def refine(attributions: Sequence[Attribution], speakers: list[list[Link]], directory: Directory) -> None:
    """Backwards, so that a headline follows its lead: "Russia says" is the Centre's if the next sentence names it.

    Only a lead's general speaker, or one of the same utterance ("in a statement ... in the statement"), is refined; not
    where the two reporting clauses name different days.
    """
    for index in range(len(attributions) - 2, -1, -1):
        here, after = attributions[index], attributions[index + 1]
        ours, theirs = speakers[index], speakers[index + 1]
        if len(ours) != 1 or len(theirs) != 1 or after.paragraph - here.paragraph > NEAR:
            continue
        general, special = ours[0].slug, theirs[0].slug
        if general is None or special is None or general == special or general not in directory.family(special):
            continue
        has_spoken = any(link.slug == special for links in speakers[:index] for link in links)
        is_lead = here.is_headline or (here.paragraph <= attributions[0].paragraph + 1 and not has_spoken)
        if (is_lead or here.statement == after.statement) and directory.kind(special) not in PRESS:
            speakers[index] = [Link(LinkRole.SPEAKER, special, ours[0].words)]


def refine_lead(
    attributions: Sequence[Attribution], speakers: list[list[Link]], directory: Directory, text: str
) -> None:
    """A lead's general speaker is the body of it that says the same a few paragraphs on, others between them."""
    if not attributions:
        return
    first = attributions[0]
    for index, here in enumerate(attributions[:MOST_LEADS]):
        if here.paragraph > first.paragraph + 1 or len(speakers[index]) != 1:
            continue
        general = speakers[index][0]
        if general.slug is None or not directory.is_general(general.slug):
            continue
        words = _content_words(here, text)
        for k in range(index + 1, min(len(attributions), index + MOST_LEADS)):
            if attributions[k].paragraph - here.paragraph > FAR:
                break
            slug = speakers[k][0].slug if len(speakers[k]) == 1 else None
            if slug is None or slug == general.slug or general.slug not in directory.family(slug):
                continue
            if len(words & _content_words(attributions[k], text)) >= SAME_WORDS and directory.kind(slug) not in PRESS:
                speakers[index] = [Link(LinkRole.SPEAKER, slug, general.words)]
                break


def _content_words(attribution: Attribution, text: str) -> set[str]:
    return {word.lower() for word in _LONG_WORD.findall(attribution.content.of(text))}


def refine_on(attributions: Sequence[Attribution], speakers: list[list[Link]], directory: Directory) -> None:
    """ "The military added": of the body of it that has just spoken, unless it is called by a name of its own."""
    for index in range(1, len(attributions)):
        ours, theirs = speakers[index], speakers[index - 1]
        if len(ours) != 1 or len(theirs) != 1 or not _FORCES.fullmatch(normal(ours[0].words)):
            continue
        general, special = ours[0].slug, theirs[0].slug
        near = attributions[index].paragraph - attributions[index - 1].paragraph <= 1
        if near and special and general != special and general in directory.family(special):
            speakers[index] = [Link(LinkRole.SPEAKER, special, ours[0].words)]


def settle(speakers: list[list[Link]], directory: Directory) -> None:
    """ "The charity", "the monitor" are the charity or the monitor that spoke last, if it has a name of its own."""
    last: dict[SourceKind, str] = {}
    for links in speakers:
        for place, link in enumerate(links):
            kind = directory.kind(link.slug) if link.slug else None
            if kind is None or link.slug is None or kind not in NAMED_ONCE:
                continue
            if DEFINITE.match(link.words) and kind in last and not _has_name(link.words):
                links[place] = Link(link.role, last[kind], link.words)
            elif _has_name(link.words):
                last[kind] = link.slug


def _has_name(words: str) -> bool:
    return any(token.capital for token in tokens(words)[1:]) or (words[:1].isupper() and not DEFINITE.match(words))
