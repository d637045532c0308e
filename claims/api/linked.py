"""Claims as linked data: schema.org's Claim, Quotation and NewsArticle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claims.vocabulary import Form, LinkRole

Record = dict[str, Any]

CONTEXT = "https://schema.org"


def claim(record: Record, absolute: Callable[[str], str]) -> Record:
    """One claim; `absolute` makes an address of this site one of the web. What is not known is left out."""
    is_quoted = record["form"] in (Form.DIRECT, Form.MIXED)
    article = record["article"]
    linked = {
        "@type": ["Claim", "Quotation"] if is_quoted else "Claim",
        "@id": absolute(record["url"]),
        "url": absolute(record["url"]),
        "identifier": str(record["id"]),
        "text": record["text"],
        "inLanguage": record["language"],
        "author": [
            {"@type": "Organization", "name": link["name"] or link["words"], "identifier": link["source"]}
            for link in record["chain"]
            if link["role"] == LinkRole.SPEAKER
        ],
        "dateCreated": record["said"]["first"],
        "temporalCoverage": _interval(record["about"]),
        "keywords": record["topics"],
        "appearance": {
            "@type": "NewsArticle",
            "@id": absolute(article["url"]),
            "url": article["address"] or absolute(article["url"]),
            "headline": article["title"],
            "datePublished": article["published"],
            "publisher": {"@type": "Organization", "name": article["outlet_words"] or article["outlet"]},
        },
        "dateModified": record["updated_at"],
    }
    known: Record = _known(linked)
    return known


def document(records: list[Record], absolute: Callable[[str], str]) -> Record:
    """A page of claims as one document."""
    return {"@context": CONTEXT, "@graph": [claim(record, absolute) for record in records]}


def _interval(clock: Record) -> str | None:
    if clock["first"] is None:
        return None
    first, last = clock["first"].isoformat(), clock["last"].isoformat()
    return first if first == last else f"{first}/{last}"


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: known for name, item in value.items() if (known := _known(item)) not in (None, "", [], {})}
    if isinstance(value, list):
        return [_known(item) for item in value]
    return value
