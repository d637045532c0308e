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
_WORD_END = re.compile(r"[\w'-]*")
QUOTE_LENGTH = 140
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


def quote(g: Gist) -> str:
    """The claim's own words in quotation marks, cut at a word; inner double marks become single ones."""
    text = " ".join(g.account.text.split())
    if len(text) > QUOTE_LENGTH:
        text = text[:QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
    text = re.sub(r"[“”\"„«»]", "'", text)
    lead = "… " if text.split(" ", 1)[0].lower() in words.HEADLESS else ""
    return f"“{lead}{text.rstrip('.')}”"


def stated(g: Gist, gloss: str) -> str:
    """ "X says that the truce was broken (“…”)"; for a denial "X denies (“…”)", whatever the gloss."""
    if g.account.polarity is Polarity.DENIAL:
        return f"{denies(g)} that {quote(g)}"
    return f"{says(g)} that {gloss} ({quote(g)})"


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
