"""Datelines and credit lines: where a report was filed, when, and which agency it came from."""

from __future__ import annotations

import re

from claims.reading.furniture_rules import WIRE
from claims.reading.record import record

LONGEST = 120
"""Characters that a dateline may take."""

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? (?:19|20)\d\d)?"
_CITY = r"(?:[A-Z][\w.’'-]*(?:[ /-](?:[A-Z][\w.’'-]*|of|the|al|de|el|and)){0,4})"
_CAPS = r"(?:[A-Z][A-Z.’'-]+(?:[ /-][A-Z][A-Z.’'-]+){0,4})"
_DASH = r"\s*(?:--|[-–—]|:)\s*"

_CLOCK_TIME = r"\d{1,2}[:.]\d\d ?(?:[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?"
_PLACE = rf"{_CITY}(?:[,.] {_CITY})?(?:[,.]? {_DAY})?"

_FORMS = (
    # BEIRUT, Jan 12 (Agency) - / GENEVA (Outlet / Agency - 3rd May, 2021) / City, Country (Agency) –
    re.compile(rf"{_PLACE}[,.]? \((?P<agency>[A-Z][^()]{{1,60}})\)(?:{_DASH}|\s+(?=[A-Z“\"]))"),
    # MOSCOW, January 9. /AGENCY/.
    re.compile(rf"{_CAPS}(?:, {_DAY})?\.? /(?P<agency>[A-Z][\w ]{{1,30}})/[.,]?\s*"),
    # City, AGENCY –
    re.compile(rf"{_CITY}(?:/{_CITY})?, (?P<agency>[A-Z]{{3,10}})\s*[-–—]\s*"),
    # (Agency) -
    re.compile(r"\((?P<agency>[A-Z][\w ]{1,30})\)\s*(?:--|[-–—])\s*"),
    # DAMASCUS, SYRIA (9:15 P.M.) –
    re.compile(rf"{_CAPS}(?:, {_CAPS})?(?:, {_DAY})? \({_CLOCK_TIME}\){_DASH}"),
    # DAMASCUS, Jan. 12 – / BEIRUT —
    re.compile(rf"{_CAPS}(?:, {_CITY})?(?:[,.] {_DAY})?\s*(?:--|\s[-–]|—)\s*"),
    # DAMASCUS: / Damascus: before a long sentence of its own; a short one is a headline whose speaker stands first
    re.compile(rf"(?:{_CAPS}|{_CITY}): (?=[A-Z][^:]{{90}})"),
)
_CLOSING = re.compile(
    rf"(?<=[.!?”\"’])\s+(?:(?:[-–—]+\s*|[(\[])(?P<agency>{WIRE})[)\]]?|Enditem|\(END\)|ENDS)\.?$", re.IGNORECASE
)
_CLOCK = re.compile(r"^\d")


@record()
class Dateline:
    """What opens (or closes) a paragraph; `length`: characters of it, with the dash and the blank beside it."""

    words: str
    credit: str
    length: int


def split_dateline(paragraph: str, *, outlet: str = "") -> Dateline | None:
    """The dateline that opens a paragraph; None if it opens with the report itself."""
    head = paragraph[: LONGEST + 20]
    for form in _FORMS:
        if (match := form.match(head)) and match.end() <= LONGEST and match.end() < len(paragraph):
            agency = match.groupdict().get("agency") or ""
            words = match.group().rstrip(" -–—:.").strip()
            return Dateline(words, _agency(agency, outlet), match.end())
    return None


def split_closing(paragraph: str) -> Dateline | None:
    """An agency's name or mark after the last sentence of a paragraph: "... said. (Agency)"."""
    match = _CLOSING.search(paragraph, max(0, len(paragraph) - LONGEST))
    if match is None:
        return None
    return Dateline(match.group().strip(), match["agency"] or "", len(match.group()))


def _agency(words: str, outlet: str) -> str:
    """The agency in "Outlet / Agency - 3rd May, 2021": the part that is neither a day nor the outlet itself."""
    parts = [p.strip() for p in re.split(r"\s*/\s*|\s+[-–—]\s+|\s*[,;|]\s*", words) if p.strip()]
    named = [p for p in parts if not _CLOCK.match(p) and not re.fullmatch(_DAY, p)]
    others = [p for p in named if p.casefold() != outlet.casefold()]
    return (others or named or [""])[-1]
