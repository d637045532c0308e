"""What each source is recorded as having stated of a truce: its start, its end, its terms, who is party to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.models import Ceasefire, CeasefireParty, CeasefireStatement, Side, Source


@dataclass(frozen=True, slots=True)
class PartyTerms:
    """What one party is recorded as having stated of the truce."""

    source: Source
    starts: tuple[CeasefireStatement, ...]
    ends: tuple[CeasefireStatement, ...]
    terms: tuple[CeasefireStatement, ...]
    roles: tuple[CeasefireParty, ...]


def stated(ceasefire: Ceasefire, kind: str) -> tuple[CeasefireStatement, ...]:
    return tuple(statement for statement in ceasefire.statements.all() if statement.kind == kind)


def parties_of(ceasefire: Ceasefire, ring: Iterable[Side]) -> tuple[PartyTerms, ...]:
    """Each source that stated something of the truce, in the ring's order."""
    kinds = CeasefireStatement.Kind
    stated: dict[int, list[CeasefireStatement]] = {}
    roles: dict[int, list[CeasefireParty]] = {}
    sources: dict[int, Source] = {}
    for statement in ceasefire.statements.all():
        if statement.kind != kinds.LISTING:
            stated.setdefault(statement.stated_by_id, []).append(statement)
            sources[statement.stated_by_id] = statement.stated_by
    for party in ceasefire.parties.all():
        roles.setdefault(party.stated_by_id, []).append(party)
        sources[party.stated_by_id] = party.stated_by
    place = {side.key: at for at, side in enumerate(ring)}
    return tuple(
        PartyTerms(
            source=sources[pk],
            starts=tuple(s for s in stated.get(pk, ()) if s.kind == kinds.START),
            ends=tuple(s for s in stated.get(pk, ()) if s.kind == kinds.END),
            terms=tuple(s for s in stated.get(pk, ()) if s.kind == kinds.TERM),
            roles=tuple(roles.get(pk, ())),
        )
        for pk in sorted(sources, key=lambda pk: (place[sources[pk].side_id], sources[pk].name, pk))
    )
