"""The stored records, one module a concept, each with its QuerySet; constraints hold what the database can hold."""

from claims.models.article import Article
from claims.models.ceasefire import Ceasefire, CeasefireParty, CeasefireStatement
from claims.models.change import Change
from claims.models.claim import Claim
from claims.models.day import CeasefireDay, DayCell
from claims.models.feed import Feed
from claims.models.host import Host
from claims.models.matter import ClaimMatter
from claims.models.origin import Origin, OriginBand
from claims.models.pair import ClaimPair
from claims.models.parts import Accusation, ClaimLink, Figure
from claims.models.place import Place, PlaceAlias
from claims.models.raw import RawDocument, Upload
from claims.models.rendered import RenderedClaim
from claims.models.review import PairReview
from claims.models.revisit import Revisit
from claims.models.search import SearchWord
from claims.models.source import Person, Side, Source, SourceAlias
from claims.models.submission import Submission
from claims.models.token import Token
from claims.models.webhook import Delivery, Webhook

__all__ = [
    "Accusation",
    "Article",
    "Ceasefire",
    "CeasefireDay",
    "CeasefireParty",
    "CeasefireStatement",
    "Change",
    "Claim",
    "ClaimLink",
    "ClaimMatter",
    "ClaimPair",
    "DayCell",
    "Delivery",
    "Feed",
    "Figure",
    "Host",
    "Origin",
    "OriginBand",
    "PairReview",
    "Person",
    "Place",
    "PlaceAlias",
    "RawDocument",
    "RenderedClaim",
    "Revisit",
    "SearchWord",
    "Side",
    "Source",
    "SourceAlias",
    "Submission",
    "Token",
    "Upload",
    "Webhook",
]
