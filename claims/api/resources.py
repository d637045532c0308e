"""The resources of the API: a line each says which rows it lists, in which order, and what a record of it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from claims.api import expanding
from claims.api.expanding import Expansion
from claims.api.serializers import articles as article_serializers
from claims.api.serializers import claims as claim_serializers
from claims.api.serializers import reference as reference_serializers
from claims.api.serializers.shape import Shown
from claims.filters import ClaimFilter, Filters, PairFilter
from claims.models.keyset import Key, Order
from claims.publishing import articles, changes, claims, gone, pairs, reference
from claims.publishing.gone import Gone
from claims.publishing.moment import Names
from claims.publishing.pieces import pieces

Record = dict[str, Any]


def _by_id(record: Record) -> Key:
    return (record["id"],)


def _by_slug(record: Record) -> Key:
    return (record["slug"],)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """`gone` says what became of a record that is public no longer; `rendered` makes records for JSON alone, if there
    is a faster way to make those.
    """

    name: str
    about: str
    rows: Callable[[], QuerySet[Any]]
    records: Callable[[Any, Names], list[Record]]
    serializer: type[Shown]
    order: Order = ("-pk",)
    key: Callable[[Record], Key] = _by_id
    lookup: str = "pk"
    rendered: Callable[[Any, Names], list[Record]] | None = None
    gone: Callable[[Any], Gone | None] | None = None
    filters: type[Filters] | None = None
    formats: tuple[str, ...] = ("json", "csv", "ndjson")
    expand: dict[str, Expansion] = field(default_factory=dict)

    def names(self) -> frozenset[str]:
        """The parameters that filter this list."""
        return self.filters.names() if self.filters else frozenset()

    def made(self, *, whole: bool) -> Callable[[Any, Names], list[Record]]:
        """How records are made of rows; `whole` ones go into JSON as they are."""
        return self.rendered if whole and self.rendered else self.records

    def pieces(self, rows: QuerySet[Any], names: Names, *, whole: bool = False) -> Iterator[list[Record]]:
        """All records of the rows, some at a time."""
        return pieces(rows, self.made(whole=whole), names, order=self.order, key=self.key)


CLAIM_PAIRS = Resource(
    name="claim-pairs",
    about="Pairs of claims with both claims inline; those that a person rejected are left out.",
    rows=pairs.rows,
    records=pairs.records,
    rendered=pairs.rendered_records,
    serializer=claim_serializers.ClaimPairSerializer,
    gone=gone.pair,
    filters=PairFilter,
    expand={"article": expanding.ARTICLE, "sources": expanding.SOURCES},
)
CLAIMS = Resource(
    name="claims",
    about="Attributed statements of the current reading.",
    rows=claims.rows,
    records=claims.records,
    serializer=claim_serializers.ClaimSerializer,
    gone=gone.claim,
    filters=ClaimFilter,
    formats=("json", "csv", "ndjson", "jsonld"),
    expand={"article": expanding.ARTICLE, "sources": expanding.SOURCES},
)
ARTICLES = Resource(
    name="articles",
    about="Articles that were read, without their texts.",
    rows=articles.rows,
    records=articles.records,
    serializer=article_serializers.ArticleSerializer,
    gone=gone.article,
)
FIGURES = Resource(
    name="figures",
    about="Numbers that claims give.",
    rows=articles.figures,
    records=articles.figure_records,
    serializer=article_serializers.FigureSerializer,
    expand={"claim": expanding.CLAIM},
    order=("-claim_id", "-position"),
    key=lambda record: (record["claim"], record["position"]),
)
SOURCES = Resource(
    name="sources",
    about="Anyone who speaks, relays or publishes.",
    rows=reference.sources,
    records=reference.source_records,
    serializer=reference_serializers.SourceSerializer,
    order=("slug",),
    key=_by_slug,
    lookup="slug",
    gone=gone.source,
)
OUTLETS = Resource(
    name="outlets",
    about="Sources that publish: outlets and agencies.",
    rows=reference.outlets,
    records=reference.source_records,
    serializer=reference_serializers.SourceSerializer,
    order=("slug",),
    key=_by_slug,
    lookup="slug",
    gone=gone.source,
)
PLACES = Resource(
    name="places",
    about="The gazetteer.",
    rows=reference.places,
    records=reference.place_records,
    serializer=reference_serializers.PlaceSerializer,
    order=("slug",),
    key=_by_slug,
    lookup="slug",
)
CEASEFIRES = Resource(
    name="ceasefires",
    about="Ceasefires with what each party stated of them.",
    rows=reference.ceasefires,
    records=reference.ceasefire_records,
    serializer=reference_serializers.CeasefireSerializer,
    order=("slug",),
    key=_by_slug,
    lookup="slug",
)
DAYS = Resource(
    name="days",
    about="The days of a ceasefire about which, or on which, something was claimed.",
    rows=reference.days,
    records=reference.day_records,
    serializer=reference_serializers.CountsSerializer,
    order=("day",),
    key=lambda record: (record["day"],),
)
CHANGES = Resource(
    name="changes",
    about="Every change of a public record, oldest first, in one total order.",
    rows=changes.rows,
    records=changes.records,
    serializer=article_serializers.ChangeSerializer,
    expand={"current": expanding.CURRENT},
    order=("transaction", "pk"),
    key=lambda record: (record["transaction"], record["id"]),
)

RESOURCES = (CLAIM_PAIRS, CLAIMS, ARTICLES, FIGURES, SOURCES, OUTLETS, PLACES, CEASEFIRES)
