"""`expand=`: what a record mentions, given as a whole record in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from claims.api.formats import Shape
from claims.api.serializers.articles import ArticleSerializer
from claims.api.serializers.claims import ClaimSerializer
from claims.api.serializers.shape import Shown, shape
from claims.models import Change
from claims.publishing import articles, claims, pairs, reference
from claims.publishing.moment import Names

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Expansion:
    """`fill` puts the whole records in place; `serializer` is their shape, None for a list or records of any shape."""

    about: str
    fill: Callable[[list[Record], Names], None]
    serializer: type[Shown] | None = None


def _claims_of(records: list[Record]) -> Iterator[Record]:
    """The claims among the records and in pairs."""
    for record in records:
        if "left" in record:
            yield record["left"]
            if record["right"] is not record["left"]:
                yield record["right"]
        else:
            yield record


def _articles(records: list[Record], names: Names) -> None:
    holders = list(_claims_of(records))
    found = articles.by_id([holder["article"]["id"] for holder in holders], names)
    for holder in holders:
        holder["article"] = found[holder["article"]["id"]]


def _sources(records: list[Record], names: Names) -> None:
    holders = list(_claims_of(records))
    found = reference.sources_by_slug({slug for holder in holders for slug in holder["sources"]}, names)
    for holder in holders:
        holder["sources"] = [found[slug] if isinstance(slug, str) else slug for slug in holder["sources"]]


def _claim(records: list[Record], names: Names) -> None:
    found = claims.by_id([record["claim"] for record in records], names)
    for record in records:
        record["claim"] = found[record["claim"]]


def _current(records: list[Record], names: Names) -> None:
    ids: dict[str, list[int]] = {}
    for record in records:
        ids.setdefault(record["record"], []).append(record["record_id"])
    found = {kind: look(ids[kind], names) for kind, look in _PUBLIC.items() if kind in ids}
    for record in records:
        record["current"] = found.get(record["record"], {}).get(record["record_id"])


_PUBLIC: dict[str, Callable[[list[int], Names], dict[int, Record]]] = {
    Change.Record.CLAIM: claims.public_by_id,
    Change.Record.PAIR: pairs.public_by_id,
    Change.Record.SOURCE: reference.sources_by_id,
    Change.Record.CEASEFIRE: reference.ceasefires_by_id,
    Change.Record.ARTICLE: articles.by_id,
}

ARTICLE = Expansion("`article`: the whole article", _articles, ArticleSerializer)
SOURCES = Expansion("`sources`: whole sources instead of their slugs", _sources)
CLAIM = Expansion("`claim`: the whole claim", _claim, ClaimSerializer)
CURRENT = Expansion("`current`: the record as it is now; null if it is public no longer", _current)


def expanded(record_shape: Shape, expand: tuple[str, ...], known: dict[str, Expansion]) -> Shape:
    """The shape of records that are expanded."""
    wanted = {name: known[name] for name in expand}
    if "left" in record_shape:
        return record_shape | {end: expanded(record_shape[end], expand, known) for end in ("left", "right")}
    return record_shape | {name: shape(e.serializer) if e.serializer else None for name, e in wanted.items()}
