"""Finds the expressions of time in a text, each with its kind, its parts and the word before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claims.reading.phrases import alternation
from claims.reading.record import record
from claims.reading.records import Span

LOOK_BACK = 70
LEADS_AHEAD = ("from", "until", "by")
"""Behind these a weekday is the next of its name."""


@record(kw_only=True)
class TimeWords:
    """A language's words for time.

    pattern    verbose regular expression over folded text; the outermost group's name is the kind of expression
    starts     words with which an expression can begin, besides a digit
    leads      word before an expression -> since, from, until, by, before, after or between
    future     regular expression, ending in $, for what stands before a day yet to come
    joins      what stands between two days of a stretch -> range or and
    touches    what may stand between two expressions of one moment
    firsts     "the first time" before a "since": how long it had not been so
    agreed     regular expression for what was agreed, right before the day on which it was
    made          regular expression, ending in $, for what stands before the day of remarks that were told before
    came_after    what opens a sentence that is dated by the one before it, with its "count" of days
    had           the auxiliaries of what was said earlier still
    same_period   the stretch that the statement before it told of
    """

    pattern: str
    starts: tuple[str, ...]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    relative_days: Mapping[str, tuple[int, int]]
    named_clocks: Mapping[str, tuple[int, int]]
    zones: Mapping[str, int]
    leads: Mapping[str, str]
    lead_fillers: tuple[str, ...]
    future: str
    joins: Mapping[str, str]
    touches: tuple[str, ...]
    early: tuple[str, ...]
    middle: tuple[str, ...]
    late: tuple[str, ...]
    back: tuple[str, ...]
    ahead: tuple[str, ...]
    word_months: tuple[str, ...]
    month_leads: tuple[str, ...]
    firsts: tuple[str, ...]
    same_period: tuple[str, ...]
    agreed: str
    made: str
    came_after: str
    had: tuple[str, ...]


@record()
class Expression:
    """Words of time as found.

    parts   the named groups that matched
    lead    the word before it that bounds it ("since", "from", ...), as the language's leads translate it
    to_come a "will" or the like stands before it
    """

    span: Span
    folded: str
    kind: str
    parts: Mapping[str, str]
    lead: str
    to_come: bool

    @property
    def future(self) -> bool:
        return self.to_come or self.lead in LEADS_AHEAD


class Finder:
    """Finds a language's expressions of time."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        starts = alternation(words.starts).replace("[ -]", r"[\ -]")
        self._start = re.compile(rf"\W(?=\d|{starts}\b)", re.VERBOSE)
        self._pattern = re.compile(rf"\b(?=\d|{starts}\b)(?:{words.pattern})(?!\w)", re.VERBOSE)
        kinds = [name for name in self._pattern.groupindex if re.search(rf"\|?\(\?P<{name}> ", words.pattern)]
        self._parts = _parts(self._pattern, kinds)
        fillers = "|".join(map(re.escape, words.lead_fillers))
        leads = "|".join(sorted(map(re.escape, words.leads), key=len, reverse=True))
        self._lead = re.compile(rf"\b({leads}) (?:(?:{fillers}) )*$")
        since = "|".join(re.escape(word) for word, lead in words.leads.items() if lead == "since")
        self._since = re.compile(rf"\b(?:{since})\b[^,.;:\n]*$")
        self._future = re.compile(words.future)
        self._month_lead = re.compile(rf"\b(?:{'|'.join(words.month_leads)})[ -]$")

    def find(self, text: str, folded: str) -> Iterator[Expression]:
        """Expressions in the order of the text. `folded` is `phrases.fold(text)`."""
        for match in self._matches(folded):
            kind = match.lastgroup or ""
            left = folded[max(0, match.start() - LOOK_BACK) : match.start()]
            parts = {name: value for name in self._parts[kind] if (value := match[name]) is not None}
            if kind == "month" and not self._is_month(text, match, left, parts):
                continue
            found = self._lead.search(left)
            lead = self.words.leads[found.group(1)] if found else "since" if self._since.search(left) else ""
            to_come = bool(self._future.search(left))
            yield Expression(Span(match.start(), match.end()), match.group(), kind, parts, lead, to_come)

    def _matches(self, folded: str) -> Iterator[re.Match[str]]:
        """The pattern is tried only where one of `starts` follows a blank or a mark: these are found fastest."""
        end = 0
        for at in (0, *(before.end() for before in self._start.finditer(folded))):
            if at >= end and (match := self._pattern.match(folded, at)):
                end = match.end()
                yield match

    def _is_month(self, text: str, match: re.Match[str], left: str, parts: Mapping[str, str]) -> bool:
        """Whether a bare month's name is one: "May", "March" and short forms only with a year, a part or "in"."""
        if not text[match.start("mo_month")].isupper():
            return False
        if "mo_year" in parts or "mo_modifier" in parts or self._month_lead.search(left):
            return True
        return parts["mo_month"] not in self.words.word_months


def _parts(pattern: re.Pattern[str], kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The groups within each kind: those between its own and that of the next kind."""
    parts: dict[str, tuple[str, ...]] = {}
    starts = sorted((pattern.groupindex[kind], kind) for kind in kinds)
    for (first, kind), (last, _) in zip(starts, [*starts[1:], (pattern.groups + 1, "")], strict=True):
        parts[kind] = tuple(name for name, index in pattern.groupindex.items() if first < index < last)
    return parts
