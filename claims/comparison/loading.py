"""Loads what cards are made of: the claims with what a card shows of them, and the pairs that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Prefetch

from claims.comparison.cards import Card, Tie
from claims.models import Accusation, Claim, ClaimLink, ClaimPair, Figure
from claims.models.article import LONG_FIELDS
from claims.models.claim import ClaimQuerySet
from claims.vocabulary import Relation


def ties_of(claim_ids: Iterable[int], numbers: Mapping[int, int] | None = None) -> dict[int, tuple[Tie, ...]]:
    """The public pairs of these claims, by claim, strictest first; `numbers` of disputes go by pair id. One query."""
    wanted = set(claim_ids)
    numbers = numbers or {}
    found: dict[int, list[Tie]] = defaultdict(list)
    for pk, relation, *ends in ClaimPair.objects.public().of_claims(sorted(wanted)).ties():
        for (mine, marks, _, _), (other, _, article, origin) in (ends, reversed(ends)):
            if mine in wanted:
                found[mine].append(
                    Tie(
                        pair_id=pk,
                        relation=Relation(relation),
                        other=other,
                        other_origin=origin or -article,
                        marks=tuple((start, end) for start, end in marks),
                        number=numbers.get(pk),
                    )
                )
    return {pk: tuple(ties) for pk, ties in found.items()}


def for_cards(claims: ClaimQuerySet) -> ClaimQuerySet:
    """Claims with what a card shows and no more: `for_display()` has the ceasefire, the places and the sides of outlets
    and accused besides.
    """
    return (
        claims.select_related("article__outlet")
        .defer(*(f"article__{name}" for name in LONG_FIELDS))
        .prefetch_related(
            Prefetch("links", ClaimLink.objects.select_related("source__side").order_by("position")),
            Prefetch("accusations", Accusation.objects.select_related("source").order_by("position")),
            Prefetch("figures", Figure.objects.order_by("position")),
        )
    )


def cards_of(claims: Iterable[Claim], numbers: Mapping[int, int] | None = None) -> dict[int, Card]:
    """A card for each claim (which needs `for_cards` or `for_display()`), by its id and in the order given."""
    listed = list(claims)
    ties = ties_of((claim.pk for claim in listed), numbers)
    return {claim.pk: Card(claim, ties.get(claim.pk, ())) for claim in listed}
