"""An invented valley with a truce, two sides and an outlet, for services that read, judge and count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from claims.models import Article, Ceasefire, Place, PlaceAlias, Source, SourceAlias
from claims.services import articles
from claims.tasks import process_articles
from claims.vocabulary import SourceKind
from tests.factories import make_ceasefire, make_document, make_side, make_source

CALM = "The Harbour Ministry said on Sunday that the situation was calm along the whole line."
SHELLED = (
    "Hill Council fighters said on Sunday that at least a dozen villages were hit by artillery from Harbour army posts."
)
SUNDAY = date(2031, 5, 4)


@dataclass(frozen=True)
class Valley:
    truce: Ceasefire
    ministry: Source
    army: Source
    council: Source

    def take_in(self, text: str, **fields: object) -> Article:
        """Accept the text and do all its work in this process."""
        accepted = articles.accept(make_document(text, published=SUNDAY, **fields))
        process_articles(article_ids=[accepted.article_id])
        return Article.objects.get(pk=accepted.article_id)


@pytest.fixture
def valley(db: None) -> Valley:
    region = Place.objects.create(slug="valley", name="The valley", kind="region")
    PlaceAlias.objects.create(place=region, language="en", words="the valley")
    truce = make_ceasefire("2031-05-04-valley", begins=SUNDAY, announced=date(2031, 5, 2))
    truce.area.add(region)
    north, south = make_side("north", name="North", code="NO"), make_side("south", name="South", code="SO")
    ministry = make_source("harbour-ministry", side="north", name="Harbour Ministry", kind=SourceKind.MINISTRY)
    army = make_source("harbour-army", side="north", name="Harbour Army", parent=ministry, kind=SourceKind.MILITARY)
    council = make_source("hill-council", side="south", name="Hill Council fighters", kind=SourceKind.ARMED_GROUP)
    make_source("harbour-post", side=north.key, name="The Harbour Post", kind=SourceKind.OUTLET)
    for source, words, is_deed in (
        (ministry, "Harbour Ministry", False),
        (army, "Harbour army", False),
        (army, "Harbour army posts", True),
        (army, "Harbour army", True),
        (council, "Hill Council fighters", False),
        (council, "Hill Council", False),
    ):
        SourceAlias.objects.create(source=source, language="en", words=words, is_deed=is_deed)
    assert south.key == "south"
    return Valley(truce, ministry, army, council)
