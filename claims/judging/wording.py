"""How a verdict is put into one plain sentence: the parties' own words in quotation marks, the verb "says"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claims.judging import words
from claims.judging.gist import Gist
from claims.judging.records import Body, Marked
from claims.vocabulary import Polarity

MARKS = 6
CREDIT_LENGTH = 200
"""Characters at the end of a claim in which "…, the ministry said on Friday" is looked for."""
_CLAUSE_END = re.compile(r"[,;:–] |(?= (?:after|because|although|while|but|as part of|despite) )")
_TOLD_BY = re.compile(
    r", (?:as )?[^,]{2,70}(?:, [^,]{2,60},)? (?:said|says|reported|announced|added|told \w+)\b"
    r"(?: on [^“”\"]{2,50})?\.?$"
)
_WORD_END = re.compile(r"[\w'-]*")
QUOTE_LENGTH = 120
"""Characters of a claim that a reason quotes at most."""


def speakers(g: Gist) -> str:
    return listed(g.account.sources) or "An unnamed source"


def listed(bodies: Sequence[Body]) -> str:
    names = [_in_order(body.name) for body in bodies]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _in_order(name: str) -> str:
    """ "Armed groups, unnamed" reads "Unnamed armed groups"."""
    head, comma, tail = name.partition(", ")
    return f"{tail[:1].upper()}{tail[1:]} {head[:1].lower()}{head[1:]}" if comma and " and " not in tail else name


def says(g: Gist) -> str:
    """ "X says" or "X and Y say": several sources, or a name in the plural."""
    plural = len(g.account.sources) > 1 or _is_plural(speakers(g))
    return f"{speakers(g)} {'say' if plural else 'says'}"


def denies(g: Gist) -> str:
    plural = len(g.account.sources) > 1 or _is_plural(speakers(g))
    return f"{speakers(g)} {'deny' if plural else 'denies'}"


def _is_plural(name: str) -> bool:
    head = re.split(r"[,(]| of | for | in ", name)[0].strip().lower()
    return head.endswith(words.PLURAL_NAMES)


def quote(g: Gist, *patterns: re.Pattern[str]) -> str:
    """The claim's own words in quotation marks: of a long claim the clauses around what the patterns find.

    Who said it is left out where it stands at the end; inner double marks become single ones.
    """
    text = " ".join(g.account.text.split())
    text = (text[:-CREDIT_LENGTH] + _TOLD_BY.sub("", text[-CREDIT_LENGTH:])).rstrip(" .,;:")
    start, end = _window(text, *patterns)
    told = _single_marks(text[start:end].strip(" ,;:–-"))
    first = told.split(" ", 1)[0].lower()
    lead = "… " if start or first in words.HEADLESS else ""
    return f"“{lead}{told}{' …' if end < len(text) else ''}”"


def _window(text: str, *patterns: re.Pattern[str]) -> tuple[int, int]:
    """At most QUOTE_LENGTH characters of whole clauses, or of whole words, that hold what the patterns find first."""
    if len(text) <= QUOTE_LENGTH:
        return 0, len(text)
    folded = text.lower()
    at = min((m.start() for p in patterns if (m := p.search(folded))), default=0)
    edges = [0, *(m.end() for m in _CLAUSE_END.finditer(text)), len(text)]
    start = 0 if at < QUOTE_LENGTH * 2 // 3 else max(edge for edge in edges if edge <= at)
    within = [edge for edge in edges if at < edge <= start + QUOTE_LENGTH]
    if within and within[-1] - start >= QUOTE_LENGTH // 3:
        return start, within[-1]
    stop = text.rfind(" ", start, start + QUOTE_LENGTH)
    while stop > at and text[start:stop].rsplit(" ", 1)[-1].lower().strip(",") in words.DANGLING:
        stop = text.rfind(" ", start, stop)
    return start, stop if stop > start else len(text)


def _single_marks(text: str) -> str:
    """Double marks within a quotation become single ones, each turned the right way."""
    text = re.sub(r"(?<![\w.,!?…])[“”\"„«»](?=\S)", "‘", text)
    return re.sub(r"[“”\"„«»]", "’", text)


def stated(g: Gist, *patterns: re.Pattern[str]) -> str:
    """ "X says “…”"; for a denial "X denies that “…”"."""
    return (
        f"{denies(g)} that {quote(g)}" if g.account.polarity is Polarity.DENIAL else f"{says(g)} {quote(g, *patterns)}"
    )


def spelled(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def whole(g: Gist) -> tuple[Marked, ...]:
    return (Marked(0, len(g.account.text)),) if g.account.text else ()


def shown(g: Gist, *patterns: re.Pattern[str]) -> tuple[Marked, ...]:
    """The words of the claim that the patterns find, each to its word's end; the whole claim where they find none."""
    marks: list[Marked] = []
    for match in sorted((m for p in patterns for m in p.finditer(g.text)), key=lambda m: (m.start(), -m.end())):
        end = _WORD_END.match(g.text, match.end())
        mark = Marked(match.start(), end.end() if end else match.end())
        if mark.end > mark.start and (not marks or mark.start >= marks[-1].end):
            marks.append(mark)
    return tuple(marks[:MARKS]) or whole(g)
