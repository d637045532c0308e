"""Claims as they are shown: a card with its quote and marks, its chain, its three clocks and its relations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from claims.comparison.wording import badge_words
from claims.models import Claim, ClaimLink
from claims.vocabulary import Precision, Relation

FOLDED = 600
"""Characters of a quote that a card shows before its fold."""
FOLD_AT_LEAST = 200
"""A fold that hides less than this is not worth its line."""
_OPENING = re.compile(r"[“\"‘«„(]+\Z")
_CLOSING = re.compile(r"\A[.,;:!?…]*[”\"’»“)]+[.,;:!?…]*|\A[.!?…]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote; `is_marked` where it shows an open pair."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """One of the three times of a claim. No `first`: not stated. `note` is what it was inherited from."""

    key: str
    first: date | None
    last: date | None
    precision: Precision
    words: str
    note: str

    @property
    def is_range(self) -> bool:
        return self.first != self.last


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair as one of its two claims sees it; `number` is the dispute's number where the page gives it one."""

    pair_id: int
    relation: Relation
    other: int
    other_origin: int
    marks: tuple[tuple[int, int], ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Badge:
    """How many claims stand in one relation to a card's claim, and the numbers of the disputes among them."""

    relation: Relation
    count: int
    disputes: tuple[int, ...]
    pair_id: int

    @property
    def words(self) -> str:
        return badge_words(self.relation, self.count)


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with everything that a card shows of it."""

    claim: Claim
    ties: tuple[Tie, ...] = ()

    @property
    def key(self) -> str:
        return f"c{self.claim.pk}"

    @property
    def speakers(self) -> list[ClaimLink]:
        return self.claim.speakers

    @property
    def side_keys(self) -> list[str]:
        return self.claim.side_keys

    @property
    def side_key(self) -> str:
        """The side whose column the full card stands in; empty where no speaker is resolved."""
        return next(iter(self.side_keys), "")

    @property
    def disputes(self) -> tuple[int, ...]:
        return tuple(sorted({tie.number for tie in self.ties if tie.number is not None}))

    @property
    def names(self) -> str:
        """Who says it, in the page's language where the translations have the names."""
        return ", ".join(
            gettext(link.source.name) if link.source else f"“{link.words}”" for link in self.claim.speakers
        )

    @property
    def named_as(self) -> str:
        """The article's words for the speakers, unless they are the names that the card shows anyway."""
        words = ", ".join(dict.fromkeys(link.words for link in self.speakers if link.source and link.words))
        names = ", ".join(link.source.name for link in self.speakers if link.source)
        return "" if words.lower() == names.lower() else words

    @property
    def clocks(self) -> tuple[Clock, ...]:
        return clocks(self.claim)

    @property
    def late_by(self) -> int:
        """Days between the last day spoken of and the report; 0 where either is not known or it was in time."""
        if self.claim.about_last is None or self.claim.reported is None:
            return 0
        return max(0, (self.claim.reported - self.claim.about_last).days)

    @property
    def quote(self) -> tuple[Piece, ...]:
        return quote(self.claim, self.ties)

    @property
    def folded(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The quote as far as a card shows it at once, the same length whoever speaks, and what is behind the fold."""
        if len(self.claim.text) <= FOLDED + FOLD_AT_LEAST:
            return self.quote, ()
        at = self.claim.text.rfind(" ", 0, FOLDED) + 1 or FOLDED
        head, tail, passed = [], [], 0
        for piece in self.quote:
            before = piece.text[: max(0, at - passed)]
            if before:
                head.append(Piece(before, piece.is_marked))
            if len(before) < len(piece.text):
                tail.append(Piece(piece.text[len(before) :], piece.is_marked))
            passed += len(piece.text)
        return tuple(head), tuple(tail)

    @property
    def around(self) -> tuple[str, str]:
        """The marks and stops that stand right before and after the span in the article."""
        before, after = _OPENING.search(self.claim.prefix), _CLOSING.search(self.claim.suffix)
        return before.group() if before else "", after.group() if after else ""

    @property
    def badges(self) -> tuple[Badge, ...]:
        return badges(self.ties)


def clocks(claim: Claim) -> tuple[Clock, ...]:
    """Said, about, reported; always three, always in this order."""
    return (
        Clock(
            "said",
            claim.said_first,
            claim.said_last,
            Precision(claim.said_precision),
            claim.said_words,
            claim.said_reason,
        ),
        Clock(
            "about",
            claim.about_first,
            claim.about_last,
            Precision(claim.about_precision),
            claim.about_words,
            claim.about_reason,
        ),
        Clock(
            "reported",
            claim.reported,
            claim.reported,
            Precision.DAY if claim.reported else Precision.UNKNOWN,
            "",
            "",
        ),
    )


def quote(claim: Claim, ties: Iterable[Tie]) -> tuple[Piece, ...]:
    """The claim's exact text in pieces, the words that show its conflicts marked."""
    marked = bytearray(len(claim.text))
    for tie in ties:
        if tie.relation.is_conflict:
            for start, end in tie.marks:
                stop = min(end, len(marked))
                marked[start:stop] = b"\1" * max(0, stop - start)
    if 1 not in marked:
        return (Piece(claim.text, False),) if claim.text else ()
    pieces: list[Piece] = []
    start = 0
    for at in range(1, len(claim.text) + 1):
        if at == len(claim.text) or marked[at] != marked[start]:
            pieces.append(Piece(claim.text[start:at], bool(marked[start])))
            start = at
    return tuple(pieces)


def badges(ties: Iterable[Tie]) -> tuple[Badge, ...]:
    """The relations of a claim, strictest first. Corroboration counts independent origins, not claims."""
    others: dict[Relation, set[int]] = defaultdict(set)
    numbers: dict[Relation, set[int]] = defaultdict(set)
    first: dict[Relation, int] = {}
    for tie in ties:
        others[tie.relation].add(tie.other_origin if tie.relation is Relation.CORROBORATES else tie.other)
        first.setdefault(tie.relation, tie.pair_id)
        if tie.number is not None:
            numbers[tie.relation].add(tie.number)
    return tuple(
        Badge(relation, len(others[relation]), tuple(sorted(numbers[relation])), first[relation])
        for relation in Relation
        if relation in others
    )
