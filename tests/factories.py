"""Rows for tests: each maker takes what the test is about and invents the rest. All bodies and places are invented."""

from __future__ import annotations

from datetime import date
from itertools import count
from string import ascii_uppercase, digits
from typing import Any

from claims.documents.records import Document, sha256
from claims.models import Article, Ceasefire, Claim, ClaimLink, ClaimPair, Origin, Side, Source
from claims.vocabulary import (
    DateOrigin,
    Form,
    LinkRole,
    Polarity,
    Precision,
    Relation,
    SourceKind,
    WorkState,
)

DAY = date(2031, 5, 4)
_numbers = count(1)
_CODES = [a + b for a in ascii_uppercase + digits for b in ascii_uppercase + digits]


def make_side(key: str = "", **fields: Any) -> Side:
    n = next(_numbers)
    key = key or f"side-{n}"
    known = Side.objects.filter(key=key).first()
    return known or Side.objects.create(
        key=key, **{"name": f"Side {n}", "code": _CODES[n % len(_CODES)], "position": n} | fields
    )


def make_source(slug: str = "", *, side: str = "", parent: Source | None = None, **fields: Any) -> Source:
    n = next(_numbers)
    values = {"name": f"Body {n}", "kind": SourceKind.GOVERNMENT, "side": make_side(side)} | fields
    return Source.objects.create(slug=slug or f"body-{n}", parent=parent, **values)


def make_ceasefire(slug: str = "", **fields: Any) -> Ceasefire:
    n = next(_numbers)
    values = {
        "name": f"Truce {n}",
        "summary": "An invented truce.",
        "begins": DAY,
        "begins_precision": Precision.DAY,
        "zone": "UTC",
    } | fields
    return Ceasefire.objects.create(slug=slug or f"truce-{n}", **values)


def make_article(text: str = "Some invented text.", *, outlet: Source | None = None, **fields: Any) -> Article:
    n = next(_numbers)
    values = {
        "intake_key": f"key-{n}",
        "title": f"Article {n}",
        "text": text,
        "source_text": text,
        "language": "en",
        "published": DAY,
        "published_precision": Precision.DAY,
        "published_origin": DateOrigin.GIVEN,
        "outlet": outlet or make_source(kind=SourceKind.OUTLET),
        "origin": Origin.objects.create(),
        "state": WorkState.DONE,
        "reading_version": 1,
        "judging_version": 1,
    } | fields
    return Article.objects.create(**values)


def make_claim(
    text: str = "an invented column of seven carts was seen",
    *,
    by: Source | None = None,
    article: Article | None = None,
    ceasefire: Ceasefire | None = None,
    day: date | None = DAY,
    **fields: Any,
) -> Claim:
    """A claim about `day` (None: no stated day, listed on DAY) that `by` makes; it stands at the end of its article."""
    article = article or make_article()
    start = len(article.text) + 2
    article.text = f"{article.text}\n\n{text}"
    article.save()
    listed = day or DAY
    values = {
        "article": article,
        "text": text,
        "start": start,
        "end": start + len(text),
        "language": "en",
        "form": Form.INDIRECT,
        "polarity": Polarity.ASSERT,
        "rule": "test",
        "statement": start,
        "said_precision": Precision.UNKNOWN,
        "about_first": day,
        "about_last": day,
        "about_precision": Precision.DAY if day else Precision.UNKNOWN,
        "reported": article.published,
        "day_first": listed,
        "day_last": listed,
        "ceasefire": ceasefire,
    } | fields
    claim = Claim.objects.create(**values)
    ClaimLink.objects.create(claim=claim, position=0, role=LinkRole.SPEAKER, source=by or make_source(), words="a body")
    ClaimLink.objects.create(claim=claim, position=1, role=LinkRole.OUTLET, source=article.outlet, words="an outlet")
    return claim


def make_pair(
    left: Claim | None = None,
    right: Claim | None = None,
    *,
    relation: Relation = Relation.CONTRADICTS,
    ceasefire: Ceasefire | None = None,
    **fields: Any,
) -> ClaimPair:
    """A pair on DAY; claims that are not given are made for the same truce."""
    known = left or right
    ceasefire = ceasefire or (known.ceasefire if known else None) or make_ceasefire()
    left = left or make_claim(ceasefire=ceasefire)
    right = right or make_claim(ceasefire=ceasefire)
    left, right = sorted((left, right), key=lambda claim: claim.pk)
    values = {
        "ceasefire": ceasefire,
        "day_first": DAY,
        "day_last": DAY,
        "dimension": "status" if relation.is_conflict else "",
        "kind": "test",
        "kind_version": 1,
        "judging_version": 1,
        "strength": 50,
        "reason": "One body says one thing; another says another.",
    } | fields
    return ClaimPair.objects.create(left=left, right=right, relation=relation, **values)


def make_document(text: str, **fields: Any) -> Document:
    """A document as an intake step would give it."""
    raw = text.encode()
    values = {
        "text_raw": text,
        "name": "invented.txt",
        "kind": "txt",
        "raw": raw,
        "raw_sha256": sha256(raw),
        "outlet": "The Harbour Post",
        "published": DAY,
        "published_origin": DateOrigin.GIVEN,
        "published_precision": Precision.DAY,
    } | fields
    return Document(**values)
