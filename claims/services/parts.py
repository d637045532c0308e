"""Writes the parts of claims: links, accusations, figures, places, and the matters by which they are compared."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from claims.judging import pairing
from claims.models import Accusation, Claim, ClaimLink, ClaimMatter, Figure
from claims.models.account import listed_accounts
from claims.reading.records import Statement
from claims.services import rows
from claims.services.world import World

_PLACES = Claim.places.through

_SHOWN: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (ClaimLink, ("position", "role", "source", "words")),
    (Accusation, ("position", "source")),
    (Figure, ("position", "what", "words", "low", "high", "start", "end", "place", "is_part")),
    (_PLACES, ("place",)),
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement with the claim that it is stored as."""

    claim_id: int
    article_id: int
    statement: Statement


def replace(claims: Sequence[Placed], world: World, *, known: Collection[int]) -> set[int]:
    """Make the claims' parts those of their statements; those of the known claims of which what is shown is another."""
    before = _shown(known)
    for model in (ClaimLink, Accusation, Figure, ClaimMatter, _PLACES) if known else ():
        model._default_manager.filter(claim__in=known).delete()
    _write(claims, world)
    _write_matters([placed.claim_id for placed in claims], world)
    after = _shown(known)
    return {pk for pk in known if before[pk] != after[pk]}


def _shown(claim_ids: Collection[int]) -> dict[int, list[tuple[Any, ...]]]:
    """What is shown of these claims besides their own fields."""
    parts: dict[int, list[tuple[Any, ...]]] = {pk: [] for pk in claim_ids}
    for model, fields in _SHOWN if claim_ids else ():
        stored = model._default_manager.filter(claim__in=claim_ids).order_by("pk")
        for pk, *values in stored.values_list("claim_id", *fields):
            parts[pk].append((model.__name__, *values))
    return {pk: sorted(values, key=repr) for pk, values in parts.items()}


def _write(claims: Sequence[Placed], world: World) -> None:
    rows.insert(
        ClaimLink,
        [
            {
                "claim_id": placed.claim_id,
                "position": position,
                "role": link.role,
                "source_id": world.source_ids.get(link.slug) if link.slug else None,
                "words": link.words[:300],
            }
            for placed in claims
            for position, link in enumerate(placed.statement.links)
        ],
    )
    rows.insert(
        Accusation,
        [
            {"claim_id": placed.claim_id, "position": position, "source_id": world.source_ids[slug]}
            for placed in claims
            for position, slug in enumerate(dict.fromkeys(placed.statement.accused))
        ],
    )
    rows.insert(
        Figure,
        [
            {
                "claim_id": placed.claim_id,
                "position": position,
                "what": figure.what[:120],
                "words": figure.words[:120],
                "low": figure.low,
                "high": figure.high,
                "start": figure.span.start - placed.statement.span.start,
                "end": figure.span.end - placed.statement.span.start,
                "place_id": world.place_ids.get(figure.place) if figure.place else None,
                "is_part": figure.is_part,
            }
            for placed in claims
            for position, figure in enumerate(placed.statement.figures)
        ],
    )
    rows.insert(
        _PLACES,
        [
            {"claim_id": placed.claim_id, "place_id": world.place_ids[slug]}
            for placed in claims
            for slug in dict.fromkeys(placed.statement.places)
        ],
    )


def _write_matters(claim_ids: Collection[int], world: World) -> None:
    stored = listed_accounts(claim_ids, bodies=world.bodies, places=world.places) if claim_ids else {}
    rows.insert(
        ClaimMatter,
        [
            {
                "claim_id": pk,
                "article_id": listed.account.article,
                "ceasefire_id": listed.ceasefire_id,
                "key": matter.key,
                "first": matter.first,
                "last": matter.last,
            }
            for pk, listed in sorted(stored.items())
            for matter in pairing.matters(listed.account)
        ],
    )
