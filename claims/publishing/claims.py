"""Claims as records: two queries for any number of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from django.urls import reverse

from claims.models import Claim
from claims.models.claim import ClaimQuerySet
from claims.publishing import prepared
from claims.publishing.moment import Names
from claims.vocabulary import LinkRole, Precision

Record = dict[str, Any]

_CLAIMS = """
SELECT claim.id, claim.text, claim.language, claim.form, claim.polarity, claim.rule, claim.is_headline,
       claim.start, claim."end", claim.prefix, claim.suffix,
       claim.said_first, claim.said_last, claim.said_precision, claim.said_words, claim.said_reason,
       claim.about_first, claim.about_last, claim.about_precision, claim.about_words, claim.about_reason,
       claim.reported, claim.day_first, claim.day_last, claim.topics, claim.stance, claim.events,
       claim.ceasefire_id, claim.review_state, claim.created_at::text, claim.updated_at::text,
       article.id AS article_id, article.title, article.address, article.name, article.outlet_id, article.outlet_words,
       article.published, article.origin_id
FROM claims_claim AS claim JOIN claims_article AS article ON article.id = claim.article_id
WHERE claim.id = ANY(%(claims)s::bigint[])
"""

_PARTS = """
SELECT claim_id, 'link' AS part, position, role, source_id AS of, words, NULL AS what, NULL::bigint AS low,
       NULL::bigint AS high, NULL::boolean AS is_part
FROM claims_claimlink WHERE claim_id = ANY(%(claims)s::bigint[])
UNION ALL
SELECT claim_id, 'accused', position, NULL, source_id, NULL, NULL, NULL, NULL, NULL
FROM claims_accusation WHERE claim_id = ANY(%(claims)s::bigint[])
UNION ALL
SELECT claim_id, 'figure', position, NULL, place_id, words, what, low, high, is_part
FROM claims_figure WHERE claim_id = ANY(%(claims)s::bigint[])
UNION ALL
SELECT claim_id, 'place', place_id, NULL, place_id, NULL, NULL, NULL, NULL, NULL
FROM claims_claim_places WHERE claim_id = ANY(%(claims)s::bigint[])
ORDER BY claim_id, part, position
"""


def rows() -> ClaimQuerySet:
    return Claim.objects.public()


def records(claims: ClaimQuerySet, names: Names) -> list[Record]:
    """The claims of a query, in its order."""
    ids = list(claims.values_list("pk", flat=True))
    found = by_id(ids, names)
    return [found[pk] for pk in ids]


def by_id(ids: Sequence[int], names: Names) -> dict[int, Record]:
    """The claims with these ids, public or not."""
    of_claims, of_parts = prepared.each(QUERIES, wanted(ids))
    return made_of(of_claims, of_parts, names)


QUERIES = (_CLAIMS, _PARTS)
"""What claims are made of, for `wanted` ids."""


def wanted(ids: Iterable[int]) -> dict[str, str]:
    return {"claims": prepared.ids(dict.fromkeys(ids))}


def made_of(of_claims: list[prepared.Row], of_parts: list[prepared.Row], names: Names) -> dict[int, Record]:
    """The claims by id, of the rows of QUERIES."""
    parts: dict[int, list[prepared.Row]] = defaultdict(list)
    for part in of_parts:
        parts[part[0]].append(part)
    return {row[0]: _record(row, parts[row[0]], names) for row in of_claims}


def public_by_id(ids: list[int], names: Names) -> dict[int, Record]:
    """Those of the claims with these ids that are public."""
    return {record["id"]: record for record in records(rows().of_ids(ids), names)}


@cache
def page(name: str) -> str:
    """The address of the pages of this name, up to the id."""
    return reverse(f"claims:{name}", args=[1])[:-2]


def _record(row: tuple[Any, ...], parts: list[tuple[Any, ...]], names: Names) -> Record:
    """One claim; a page makes hundreds, so that each line here counts."""
    (pk, text, language, form, polarity, rule, is_headline, start, end, prefix, suffix) = row[:11]
    said, about, (reported, day_first, day_last, topics, stance, events) = row[11:16], row[16:21], row[21:27]
    ceasefire, review_state, created_at, updated_at = row[27:31]
    article, title, address, name, outlet, outlet_words, published, origin = row[31:]
    sources_by_id = names.sources
    chain: list[Record] = []
    accused: list[str] = []
    figures: list[Record] = []
    places: list[str] = []
    speakers: list[str] = []
    sources: list[str] = []
    source_names: list[str] = []
    sides: list[str] = []
    for _, part, _, role, of, words, what, low, high, is_part in parts:
        if part == "link":
            if of is None:
                slug = full_name = side = None
            else:
                source = sources_by_id[of]
                slug, full_name, side = source.slug, source.name, source.side
            if role == _SPEAKER:
                speakers.append(words)
                if slug is not None and full_name is not None:
                    sources.append(slug)
                    source_names.append(full_name)
                    if side not in sides:
                        sides.append(source.side)
            chain.append({"role": role, "source": slug, "name": full_name, "side": side, "words": words})
        elif part == "figure":
            figures.append(
                {
                    "what": what,
                    "words": words,
                    "low": low,
                    "high": high,
                    "place": names.places[of] if of is not None else None,
                    "is_part": is_part,
                }
            )
        elif part == "accused":
            accused.append(sources_by_id[of].slug)
        else:
            places.append(names.places[of])
    return {
        "id": pk,
        "url": f"{page('claim')}{pk}/",
        "text": text,
        "speaker": ", ".join(speakers),
        "sources": sources,
        "source_names": source_names,
        "sides": sides,
        "form": form,
        "polarity": polarity,
        "said": _clock(said),
        "about": _clock(about),
        "reported": _reported(reported),
        "listed": {"first": day_first, "last": day_last},
        "ceasefire": names.ceasefires[ceasefire] if ceasefire is not None else None,
        "topics": topics,
        "stance": stance or None,
        "events": events,
        "accused": accused,
        "figures": figures,
        "places": places,
        "chain": chain,
        "article": {
            "id": article,
            "url": f"{page('article')}{article}/",
            "title": title,
            "address": address,
            "name": name,
            "outlet": sources_by_id[outlet].slug if outlet is not None else None,
            "outlet_words": outlet_words,
            "published": published,
            "origin": origin,
        },
        "start": start,
        "end": end,
        "prefix": prefix,
        "suffix": suffix,
        "language": language,
        "rule": rule,
        "is_headline": is_headline,
        "review_state": review_state,
        "created_at": utc(created_at),
        "updated_at": utc(updated_at),
    }


def utc(stamp: str) -> str:
    """PostgreSQL's text of a time as RFC 3339; Django's connections are in UTC. Parsing it would take longer."""
    return f"{stamp[:10]}T{stamp[11:-3]}Z"


_SPEAKER, _DAY, _UNKNOWN = LinkRole.SPEAKER.value, Precision.DAY.value, Precision.UNKNOWN.value


def _clock(values: tuple[Any, ...]) -> Record:
    first, last, precision, words, inherited = values
    return {"first": first, "last": last, "precision": precision, "words": words, "inherited": inherited}


def _reported(day: date | None) -> Record:
    return {"first": day, "last": day, "precision": _DAY if day else _UNKNOWN, "words": "", "inherited": ""}
