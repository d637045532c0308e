"""The read model of a source: its names, what it said, whom it contradicts and who corroborates it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.comparison.cards import Card, cards_of
from claims.models import Claim, Source

LISTED = 30


@dataclass(frozen=True, slots=True)
class SourceView:
    source: Source
    cards: tuple[Card, ...]


def source_view(source: Source) -> SourceView:
    claims = Claim.objects.public().said_by([source.pk]).for_display().order_by("-day_first", "-pk")[:LISTED]
    return SourceView(source=source, cards=tuple(cards_of(claims).values()))
