"""The order of reading: an article's clean text becomes statements with their chain, clocks and matter."""

from __future__ import annotations

from collections.abc import Sequence

from claims.reading.attribution import findings
from claims.reading.attribution.walk import LISTED
from claims.reading.ceasefires import Calendar
from claims.reading.furniture import is_heading
from claims.reading.language import can_read, language_of
from claims.reading.names import content_words
from claims.reading.places import Gazetteer
from claims.reading.records import ArticleInput, Attribution, Dropped, Reading, Statement
from claims.reading.speakers import Directory, chains
from claims.reading.statements import describe
from claims.vocabulary import DropReason, LinkRole

SAME_MATTER = 0.5
"""Share of a headline's words that a claim of the text must hold for the headline to say nothing new."""

LONGEST_SUBHEADING = 100

SHOWN = 80
"""Characters of what was left out that the report shows."""


def read(article: ArticleInput, *, directory: Directory, gazetteer: Gazetteer, calendar: Calendar) -> Reading:
    """All statements of the article, in the order of the text. Text in a language that is not read gives none."""
    language = article.language or language_of(article.text)
    if not can_read(language):
        return _unread(article, language)
    found = findings(article.text)
    attributions = [a for a in found.attributions if not _is_subheading(article.text, a)]
    linked = chains(
        attributions,
        directory,
        outlet=article.outlet,
        published=article.published,
        credit=article.credit,
        text=article.text,
    )
    statements = describe(article, attributions, linked, directory=directory, gazetteer=gazetteer, calendar=calendar)
    kept, repeated = without_repeated_headlines(statements, directory)
    return Reading(statements=kept, dropped=(*found.dropped, *repeated), language=language, flags=_flags(article, kept))


def _is_subheading(text: str, attribution: Attribution) -> bool:
    """Whether it stands in a heading within the article: "Capital threatens, rebels answer" is the outlet's own."""
    sentence = attribution.sentence
    if attribution.rule == LISTED:
        return False
    start = text.rfind("\n", max(0, sentence.start - LONGEST_SUBHEADING), sentence.start) + 1
    if start == 0 or len(sentence) > LONGEST_SUBHEADING:
        return False
    end = text.find("\n", sentence.end, sentence.end + LONGEST_SUBHEADING)
    line = text[start : end if end >= 0 else sentence.end + LONGEST_SUBHEADING]
    return len(line) <= LONGEST_SUBHEADING and is_heading(line)


def without_repeated_headlines(
    statements: Sequence[Statement], directory: Directory
) -> tuple[tuple[Statement, ...], tuple[Dropped, ...]]:
    """A headline that repeats a claim of the text is not counted a second time."""
    if not any(s.is_headline for s in statements):
        return tuple(statements), ()
    body = [s for s in statements if not s.is_headline]
    kept: list[Statement] = []
    dropped: list[Dropped] = []
    for statement in statements:
        if statement.is_headline and any(_repeats(statement, other, directory) for other in body):
            dropped.append(Dropped(statement.text[:SHOWN], DropReason.REPEATED))
        else:
            kept.append(statement)
    return tuple(kept), tuple(dropped)


def _repeats(headline: Statement, other: Statement, directory: Directory) -> bool:
    if headline.polarity is not other.polarity:
        return False
    ours, theirs = _bodies(headline), _bodies(other)
    akin = any(a in directory.family(b) or b in directory.family(a) for a in ours for b in theirs)
    if ours and theirs and not akin:
        return False
    mine = content_words(headline.text)
    return bool(mine) and len(mine & content_words(other.text)) >= SAME_MATTER * len(mine)


def _bodies(statement: Statement) -> tuple[str, ...]:
    return tuple(link.slug for link in statement.links if link.role is LinkRole.SPEAKER and link.slug)


def _unread(article: ArticleInput, language: str) -> Reading:
    if not article.text.strip():
        return Reading(statements=(), flags=("The article has no text.",))
    flag = f"The text is not in a language that is read ({language or 'unknown'})."
    dropped = Dropped(article.text[:SHOWN], DropReason.OTHER_LANGUAGE)
    return Reading(statements=(), dropped=(dropped,), language=language, flags=(flag,))


def _flags(article: ArticleInput, statements: Sequence[Statement]) -> tuple[str, ...]:
    flags = []
    if article.published is None:
        flags.append("The day of publication is not known: days such as “on Friday” stay open.")
    unresolved = sum(1 for s in statements for link in s.links if link.role is LinkRole.SPEAKER and link.slug is None)
    if unresolved:
        flags.append(f"Speakers that no one has resolved yet: {unresolved}.")
    return tuple(flags)
