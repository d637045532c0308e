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
SHORT = 12
"""Characters below which a clause is no head of a sentence: "On Sunday,"."""
CREDIT_LENGTH = 200
"""Characters at the end of a claim in which "…, the ministry said on Friday" is looked for."""
_CLAUSE_END = re.compile(r"[,;:–] |(?= (?:after|because|although|while|but|as part of|despite) )")
_TOLD_BY = re.compile(
    r", (?:as )?[^,]{2,70}(?:, [^,]{2,60},)? (?:said|says|reported|announced|added|told \w+)\b"
    r"(?: on [^“”\"]{2,50})?\.?$"
)
_ADDRESS = re.compile(r",?\s*https?://\S+")
_OF_DOING = re.compile(r"[^.;]{3,120}? (?:(?:of|for) not|of) [‘’'“\"]?\w+ing\b")
"""What is left of "accused X of doing": it has no verb of its own."""
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
    """The claim's own words in quotation marks: of a long claim its head and the clause that the patterns find.

    Who said it is left out where it stands at the end; inner double marks become single ones.
    """
    text = " ".join(_ADDRESS.sub("", g.account.text).split())
    text = (text[:-CREDIT_LENGTH] + _TOLD_BY.sub("", text[-CREDIT_LENGTH:])).rstrip(" .,;:")
    told = _single_marks(" … ".join(text[start:end].strip(" ,;:–-") for start, end in _parts(text, *patterns)))
    shown_to = _parts(text, *patterns)[-1][1]
    lead = "… " if told.split(" ", 1)[0].lower() in words.HEADLESS or _OF_DOING.match(told) else ""
    return f"“{lead}{told}{' …' if shown_to < len(text) else ''}”"


def _parts(text: str, *patterns: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches of a text that are quoted: all of a short one, else its head, and the clause found behind it."""
    if len(text) <= QUOTE_LENGTH:
        return [(0, len(text))]
    folded = text.lower()
    at = min((m.start() for p in patterns if (m := p.search(folded))), default=0)
    edges = [m.end() for m in _CLAUSE_END.finditer(text)]
    start = max((edge for edge in edges if edge <= at), default=0)
    head = min((edge for edge in edges if edge >= SHORT), default=0)
    if at < QUOTE_LENGTH * 2 // 3 or not 0 < head <= min(start, QUOTE_LENGTH // 2):
        return [(0, _stop(text, 0, at, edges))]
    stop = _stop(text, start, at, edges)
    return [(0, stop)] if head == start else [(0, head), (start, stop)]


def _stop(text: str, start: int, at: int, edges: list[int]) -> int:
    """Where a quotation that begins at `start` ends: at the end of a clause behind `at`, else at a sensible word."""
    if len(text) - start <= QUOTE_LENGTH:
        return len(text)
    within = [edge for edge in edges if at < edge <= start + QUOTE_LENGTH]
    if within and within[-1] - start >= QUOTE_LENGTH // 3:
        return within[-1]
    stop = text.rfind(" ", start, start + QUOTE_LENGTH)
    while stop > start and text[start:stop].rsplit(" ", 1)[-1].lower().strip(",") in words.DANGLING:
        stop = text.rfind(" ", start, stop)
    return stop if stop > start else min(len(text), start + QUOTE_LENGTH)


def _single_marks(text: str) -> str:
    """Double marks within a quotation become single ones, each turned the right way."""
    text = re.sub(r"(?<![\w.,!?…])[“”\"„«»](?=\S)", "‘", text)
    return re.sub(r"[“”\"„«»]", "’", text)


def stated(g: Gist, *patterns: re.Pattern[str]) -> str:
    """ "X says “…”"; for a denial "X denies that “…”"."""
    return (
        f"{denies(g)} that {quote(g)}" if g.account.polarity is Polarity.DENIAL else f"{says(g)} {quote(g, *patterns)}"
    )


def says_of(g: Gist, bodies: Sequence[Body], *patterns: re.Pattern[str]) -> str:
    """ "X says of Y: “…”"."""
    return f"{says(g)} of {_lowered(listed(bodies))}: {quote(g, *patterns)}"


def _lowered(names: str) -> str:
    return f"u{names[1:]}" if names.startswith("Unnamed ") else names


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
