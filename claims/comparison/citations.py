"""Citations of a page of this site, with the day it was seen: what it shows changes as articles are read.

So a page has no year of its own ("n.d.").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

SITE = "Claim-conflict tracker"
_MONTHS = [
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
]
_BIBTEX_SPECIAL = re.compile(r"([\\{}$&%#_^~])")
_ESCAPED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


@dataclass(frozen=True, slots=True)
class Citations:
    """One page in three styles; they are English in every language of the site, as such styles are."""

    apa: str
    chicago: str
    bibtex: str


def citations(title: str, address: str, seen: date) -> Citations:
    month = _MONTHS[seen.month - 1]
    key = "cct-" + (
        re.sub(r"[^a-z0-9]+", "-", address.partition("://")[2].partition("/")[2].lower()).strip("-") or "overview"
    )
    return Citations(
        apa=f"{SITE}. (n.d.). {title}. Retrieved {month} {seen.day}, {seen.year}, from {address}",
        chicago=f"{SITE}. n.d. “{title}.” Accessed {month} {seen.day}, {seen.year}. {address}.",
        bibtex="\n".join(
            (
                f"@misc{{{key[:80]},",
                f"  title = {{{_escaped(title)}}},",
                f"  author = {{{{{SITE}}}}},",
                f"  howpublished = {{\\url{{{address}}}}},",
                "  year = {n.d.},",
                f"  note = {{As of {seen.isoformat()}}},",
                f"  urldate = {{{seen.isoformat()}}}",
                "}",
            )
        ),
    )


def _escaped(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(lambda found: _ESCAPED.get(found.group(), "\\" + found.group()), text)
