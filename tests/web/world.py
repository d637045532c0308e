"""A small invented world with something of everything that pages show: disputes, denials, figures, late reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from claims.models import (
    Accusation,
    Article,
    Ceasefire,
    CeasefireParty,
    CeasefireStatement,
    Claim,
    ClaimLink,
    ClaimPair,
    Figure,
    Source,
)
from claims.services import days
from claims.vocabulary import Form, LinkRole, PartyRole, Polarity, Relation, SourceKind, Stance
from tests.factories import DAY, make_article, make_ceasefire, make_claim, make_pair, make_side, make_source


@dataclass(frozen=True, slots=True)
class World:
    """What tests name; everything stands on DAY."""

    ceasefire: Ceasefire
    ministry: Source
    fighters: Source
    outlet: Source
    article: Article
    calm: Claim
    shelled: Claim
    pair: ClaimPair

    @property
    def pages(self) -> dict[str, str]:
        """Every page that a reader without an account sees, by the name of its template."""
        truce = self.ceasefire.get_absolute_url()
        return {
            "overview": "/",
            "ceasefire": truce,
            "ceasefire by week": f"{truce}?zoom=week",
            "day": self.ceasefire.day_url(DAY),
            "empty day": self.ceasefire.day_url(DAY + timedelta(days=300)),
            "counts": f"{truce}counts/",
            "pairs": "/pairs/",
            "pair": self.pair.get_absolute_url(),
            "claim": self.calm.get_absolute_url(),
            "articles": "/articles/",
            "article": self.article.get_absolute_url(),
            "sources": "/sources/",
            "source": self.ministry.get_absolute_url(),
            "opponents": "/compare/",
            "compare": f"/compare/?left=source:{self.ministry.slug}&right=side:fighters",
            "search": "/search/",
            "found": "/search/?q=shelled",
            "nothing found": "/search/?q=zzzzzz",
            "method": "/method/",
            "glossary": "/glossary/",
        }


def make_world() -> World:
    make_side("harbour", name="Harbour", code="Ha", position=30_000)
    make_side("fighters", name="Fighters", code="Fi", position=30_001)
    make_side("watchers", name="Watchers", code="Wa", position=30_002)
    ministry = make_source("harbour-ministry", side="harbour", name="Harbour Ministry")
    fighters = make_source("ridge-fighters", side="fighters", name="Ridge Fighters", kind=SourceKind.ARMED_GROUP)
    outlet = make_source("harbour-post", side="watchers", name="The Harbour Post", kind=SourceKind.OUTLET)
    ceasefire = make_ceasefire("harbour-truce", name="Truce of the Harbour")
    _terms(ceasefire, ministry, fighters)
    article = make_article("A short text about the harbour.", outlet=outlet, title="Calm, and shells")
    calm = make_claim(
        "the harbour was calm but for one shot",
        by=ministry,
        article=article,
        ceasefire=ceasefire,
        stance=Stance.HOLDING,
        topics=["status"],
        form=Form.MIXED,
        said_first=DAY,
        said_last=DAY,
    )
    shelled = make_claim(
        "twelve towns were shelled by the ministry’s artillery",
        by=fighters,
        article=article,
        ceasefire=ceasefire,
        stance=Stance.VIOLATED,
        topics=["violation"],
        events=["shelling"],
    )
    relay = make_source("bell", side="watchers", name="Bell", kind=SourceKind.AGENCY)
    ClaimLink.objects.create(claim=calm, position=2, role=LinkRole.RELAY, source=relay, words="the Bell")
    Accusation.objects.create(claim=shelled, position=0, source=ministry)
    Figure.objects.create(
        claim=shelled, position=0, what="towns shelled", words="twelve", low=12, high=12, start=0, end=6
    )
    counted = make_claim(
        "ten breaches: four in the east, five in the west",
        by=ministry,
        article=article,
        ceasefire=ceasefire,
        topics=["violation"],
        events=["violations-counted"],
    )
    for position, (words, number, is_part) in enumerate((("ten", 10, False), ("four", 4, True), ("five", 5, True))):
        Figure.objects.create(
            claim=counted,
            position=position,
            what="breaches",
            words=words,
            low=number,
            high=number,
            start=0,
            end=1,
            is_part=is_part,
        )
    denial = make_claim(
        "it shelled any town", by=ministry, article=article, ceasefire=ceasefire, polarity=Polarity.DENIAL, day=None
    )
    unnamed = make_claim("the bridge was hit", ceasefire=ceasefire, article=article, topics=["violation"])
    ClaimLink.objects.filter(claim=unnamed, role=LinkRole.SPEAKER).update(source=None, words="a passer-by")
    make_claim(
        "the market had burnt",
        by=fighters,
        article=make_article("Told later.", outlet=outlet, published=DAY + timedelta(days=3)),
        ceasefire=ceasefire,
        topics=["violation"],
    )
    pair = make_pair(
        calm,
        shelled,
        reason="Harbour Ministry says that it was calm (“calm but for one shot”); Ridge Fighters say “twelve towns”.",
        left_marks=[[16, 20]],
        right_marks=[[0, 12]],
    )
    make_pair(shelled, denial, relation=Relation.COMPETES, dimension="denial")
    make_pair(calm, counted, relation=Relation.CORROBORATES)
    days.recount([(ceasefire.pk, DAY), (ceasefire.pk, DAY + timedelta(days=3))])
    return World(ceasefire, ministry, fighters, outlet, article, calm, shelled, pair)


def _terms(ceasefire: Ceasefire, ministry: Source, fighters: Source) -> None:
    reference = {"reference_address": "https://harbour.example/truce", "reference_title": "An invented reference"}
    kinds = CeasefireStatement.Kind
    for position, (kind, by, fields) in enumerate(
        (
            (kinds.START, ministry, {"day": DAY, "clock": "00:01"}),
            (kinds.START, fighters, {"day": DAY - timedelta(days=2)}),
            (kinds.TERM, ministry, {"text": "All guns fall silent."}),
            (kinds.LISTING, fighters, {"text": "Counted as the first truce."}),
        )
    ):
        CeasefireStatement.objects.create(
            ceasefire=ceasefire, kind=kind, position=position, stated_by=by, **fields, **reference
        )
    CeasefireParty.objects.create(
        ceasefire=ceasefire, source=fighters, role=PartyRole.BOUND, stated_by=ministry, **reference
    )
