"""Claims and pairs as they are shown: a card with its chain, clocks and relations, a quote with its marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from claims.models import Claim, ClaimLink, ClaimPair
from claims.vocabulary import Precision, Relation


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
class Badge:
    """How many claims stand in one relation to a card's claim, and the numbers of the disputes among them."""

    relation: Relation
    count: int
    disputes: tuple[int, ...]
    pair_id: int


@dataclass(slots=True)
class Card:
    """A claim with everything that a card shows of it."""

    claim: Claim
    pairs: list[ClaimPair] = field(default_factory=list)
    disputes: list[int] = field(default_factory=list)

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
        return quote(self.claim, self.pairs)

    @property
    def badges(self) -> tuple[Badge, ...]:
        return badges(self)


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


def quote(claim: Claim, pairs: Iterable[ClaimPair]) -> tuple[Piece, ...]:
    """The claim's exact text in pieces, the words that show its conflicts marked."""
    marked = [False] * len(claim.text)
    for pair in pairs:
        if pair.is_conflict:
            for start, end in pair.left_marks if pair.left_id == claim.pk else pair.right_marks:
                for at in range(start, min(end, len(marked))):
                    marked[at] = True
    pieces: list[Piece] = []
    start = 0
    for at in range(1, len(claim.text) + 1):
        if at == len(claim.text) or marked[at] != marked[start]:
            pieces.append(Piece(claim.text[start:at], marked[start]))
            start = at
    return tuple(pieces)


def badges(card: Card) -> tuple[Badge, ...]:
    """The relations of a card's claim, strictest first. Corroboration counts independent origins, not claims."""
    others: dict[Relation, set[object]] = defaultdict(set)
    first: dict[Relation, int] = {}
    for pair in card.pairs:
        relation = Relation(pair.relation)
        other = pair.right if pair.left_id == card.claim.pk else pair.left
        others[relation].add(other.article.origin_id if relation is Relation.CORROBORATES else other.pk)
        first.setdefault(relation, pair.pk)
    numbers = {number: pair for number, pair in zip(card.disputes, _conflicts(card), strict=False)}
    return tuple(
        Badge(
            relation=relation,
            count=len(others[relation]),
            disputes=tuple(n for n, pair in numbers.items() if pair.relation == relation),
            pair_id=first[relation],
        )
        for relation in Relation
        if relation in others
    )


def _conflicts(card: Card) -> list[ClaimPair]:
    return [pair for pair in card.pairs if pair.is_conflict]


def with_pairs(claims: Iterable[Claim], pairs: Iterable[ClaimPair]) -> dict[int, Card]:
    """A card for each claim, each with its pairs in the order given, numbered by the conflicts' place in that order."""
    cards = {claim.pk: Card(claim) for claim in claims}
    number = 0
    for pair in pairs:
        if pair.is_conflict:
            number += 1
        for pk in (pair.left_id, pair.right_id):
            if pk in cards:
                cards[pk].pairs.append(pair)
                if pair.is_conflict:
                    cards[pk].disputes.append(number)
    return cards
