"""What an Atom feed of a page carries: its newest claims and pairs, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from claims.models import Claim, ClaimPair

ENTRIES = 50


@dataclass(frozen=True, slots=True)
class Entry:
    address: str
    title: str
    summary: str
    created: datetime
    updated: datetime


def entries(claims: Iterable[Claim] = (), pairs: Iterable[ClaimPair] = ()) -> tuple[Entry, ...]:
    """The newest ENTRIES of both; claims need `for_display()`."""
    found = [*map(_of_claim, claims), *map(_of_pair, pairs)]
    found.sort(key=lambda entry: (entry.updated, entry.address), reverse=True)
    return tuple(found[:ENTRIES])


def _of_claim(claim: Claim) -> Entry:
    names = ", ".join(link.source.name if link.source else f"“{link.words}”" for link in claim.speakers)
    verb = "denies that" if claim.polarity == "denial" else "says"
    text = claim.text if len(claim.text) <= 1000 else claim.text[:1000] + " …"
    return Entry(
        address=claim.get_absolute_url(),
        title=f"{names} {verb}: “{text[:120]}{'…' if len(text) > 120 else ''}”",
        summary=text,
        created=claim.created_at,
        updated=claim.updated_at,
    )


def _of_pair(pair: ClaimPair) -> Entry:
    difference = f" ({pair.dimension})" if pair.dimension else ""
    return Entry(
        address=pair.get_absolute_url(),
        title=f"{pair.relation.capitalize()}{difference}, {pair.day_first.isoformat()}",
        summary=pair.reason,
        created=pair.created_at,
        updated=pair.updated_at,
    )
