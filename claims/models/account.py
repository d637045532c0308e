"""What judges see of claims, and where these are listed: all of it for any number of claims by one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from claims.judging.records import Account, Body, FigureSeen
from claims.judging.records import Place as JudgedPlace
from claims.vocabulary import Event, Polarity, Stance, Target, Topic


@dataclass(frozen=True, slots=True)
class Listed:
    """An account with the ceasefire and the days on whose pages its claim stands."""

    account: Account
    ceasefire_id: int | None
    day_first: date | None
    day_last: date | None

    @property
    def is_dated(self) -> bool:
        return self.account.about_from is not None


def listed_accounts(
    claim_ids: Iterable[int], *, bodies: dict[int, Body], places: dict[int, JudgedPlace]
) -> dict[int, Listed]:
    """The accounts of these claims by id. Unresolved speakers are nobody to a judge."""
    with connection.cursor() as cursor:
        cursor.execute(_ACCOUNTS, {"claims": list(claim_ids)})
        return {row[0]: _listed(row, bodies, places) for row in cursor.fetchall()}


_ACCOUNTS = """
SELECT claim.id, claim.article_id, article.origin_id, claim.text, claim.polarity, claim.said_last, claim.about_first,
    claim.about_last, claim.about_clock, claim.reported, ceasefire.slug, ceasefire.begins, ceasefire.ended,
    claim.topics, claim.stance, claim.events, claim.targets, claim.ceasefire_id, claim.day_first, claim.day_last,
    ARRAY(SELECT source_id FROM claims_claimlink
          WHERE claim_id = claim.id AND role = 'speaker' AND source_id IS NOT NULL ORDER BY position),
    ARRAY(SELECT source_id FROM claims_claimlink
          WHERE claim_id = claim.id AND role = 'relay' AND source_id IS NOT NULL ORDER BY position),
    ARRAY(SELECT source_id FROM claims_accusation WHERE claim_id = claim.id ORDER BY position),
    ARRAY(SELECT place_id FROM claims_claim_places WHERE claim_id = claim.id ORDER BY place_id),
    (SELECT json_agg(json_build_array(what, words, low, high, place_id, is_part, start, "end") ORDER BY position)
     FROM claims_figure WHERE claim_id = claim.id)
FROM claims_claim AS claim
JOIN claims_article AS article ON article.id = claim.article_id
LEFT JOIN claims_ceasefire AS ceasefire ON ceasefire.id = claim.ceasefire_id
WHERE claim.id = ANY(%(claims)s)
"""


def _listed(row: tuple, bodies: dict[int, Body], places: dict[int, JudgedPlace]) -> Listed:  # type: ignore[type-arg]
    pk, article, origin, text, polarity, said, about_from, about_to, clock, reported, slug, begins, ended = row[:13]
    topics, stance, events, targets, ceasefire_id, day_first, day_last = row[13:20]
    speakers, relays, accused, in_places, figures = row[20:]
    account = Account(
        id=pk,
        article=article,
        origin=origin or -article,
        text=text,
        sources=tuple(bodies[source] for source in speakers),
        relays=tuple(bodies[source] for source in relays),
        polarity=Polarity(polarity),
        said=said,
        about_from=about_from,
        about_to=about_to,
        about_clock=clock,
        reported=reported,
        ceasefire=slug,
        ceasefire_begins=begins,
        ceasefire_ended=ended,
        topics=frozenset(map(Topic, topics)),
        stance=Stance(stance) if stance else None,
        events=frozenset(map(Event, events)),
        targets=frozenset(map(Target, targets)),
        accused=tuple(bodies[source] for source in accused),
        figures=tuple(
            FigureSeen(
                what=what,
                words=words,
                low=low,
                high=high,
                place=places[place].slug if place else None,
                is_part=is_part,
                start=start,
                end=end,
            )
            for what, words, low, high, place, is_part, start, end in figures or ()
        ),
        places=tuple(places[place] for place in in_places),
    )
    return Listed(account, ceasefire_id, day_first, day_last)
