"""What is new: the latest changes to public records, put together by record and kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.urls import reverse

from claims.models import Article, Change, Claim, ClaimPair
from claims.vocabulary import ChangeKind

LOOKED_AT = 400
"""Changes that are put together: an article's claims are one piece of news."""


@dataclass(frozen=True, slots=True)
class News:
    """Changes of one kind to one sort of record, made at one time; `pair` where it is a single pair."""

    at: datetime
    kind: ChangeKind
    record: str
    ids: tuple[int, ...]
    pair: ClaimPair | None
    article: Article | None
    """Where the first of several claims stands: an article's claims are recorded together."""
    note: str

    @property
    def count(self) -> int:
        return len(self.ids)

    @property
    def address(self) -> str:
        """Where the first of them stands; sources and ceasefires go by their slug, which a change does not carry."""
        pages = {Change.Record.CLAIM: "claim", Change.Record.PAIR: "pair", Change.Record.ARTICLE: "article"}
        page = pages.get(Change.Record(self.record))
        return reverse(f"claims:{page}", args=[self.first_id]) if page else reverse("claims:overview")

    @property
    def list_address(self) -> str:
        """The list that several of them stand in."""
        lists = {Change.Record.PAIR: "pairs", Change.Record.ARTICLE: "articles", Change.Record.SOURCE: "sources"}
        return reverse(f"claims:{lists.get(Change.Record(self.record), 'overview')}")

    @property
    def first_id(self) -> int:
        return self.ids[0]


def news(most: int) -> tuple[News, ...]:
    changes = Change.objects.newest_first()[:LOOKED_AT]
    grouped = []
    for (record, kind, _), members in groupby(changes, key=lambda c: (c.record, c.kind, c.transaction)):
        found = list(members)
        grouped.append((record, ChangeKind(kind), found))
    latest = grouped[:most]
    single = [found[0].record_id for record, _, found in latest if record == Change.Record.PAIR and len(found) == 1]
    pairs = {pair.pk: pair for pair in ClaimPair.objects.of_ids(single)}
    claims = [found[0].record_id for record, _, found in latest if record == Change.Record.CLAIM]
    articles = {c.pk: c.article for c in Claim.objects.of_ids(claims).select_related("article__outlet")}
    return tuple(
        News(
            at=found[0].at,
            kind=kind,
            record=record,
            ids=tuple(change.record_id for change in found),
            pair=pairs.get(found[0].record_id) if record == Change.Record.PAIR and len(found) == 1 else None,
            article=articles.get(found[0].record_id) if record == Change.Record.CLAIM else None,
            note=found[0].note,
        )
        for record, kind, found in latest
    )
