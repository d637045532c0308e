"""Records that are public no longer: what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.models import Article, Claim, ClaimPair, Source
from claims.vocabulary import ReviewState


@dataclass(frozen=True, slots=True)
class Gone:
    """`into`: the id or slug that a merged record is found under now; else it was withdrawn, at `at`, for `reason`."""

    into: int | str | None
    at: datetime
    reason: str


def claim(pk: int) -> Gone | None:
    found = Claim.objects.gone().of_ids([pk]).first()
    if found is None:
        return None
    return Gone(into=found.merged_into_id, at=found.updated_at, reason=found.withdrawn_reason)


def pair(pk: int) -> Gone | None:
    found = ClaimPair.objects.gone().of_ids([pk]).first()
    if found is None:
        return None
    rejected = found.review_state == ReviewState.REJECTED
    reason = (
        "A reviewer looked at it and found that it does not hold." if rejected else "Newer rules no longer find it."
    )
    return Gone(into=None, at=found.updated_at, reason=reason)


def article(pk: int) -> Gone | None:
    found = Article.objects.of_ids([pk]).merged().first()
    if found is None:
        return None
    return Gone(into=found.merged_into_id, at=found.accepted_at, reason="")


def source(slug: str) -> Gone | None:
    found = Source.objects.merged_as(slug)
    if found is None or found.merged_into is None:
        return None
    return Gone(into=found.merged_into.slug, at=found.updated_at, reason="")
