"""Accepting articles: once each, copies of one text share an origin, rubbish is stored safely or refused."""

from __future__ import annotations

from claims.models import Article
from claims.services import articles
from claims.vocabulary import DateOrigin, WorkState
from tests.factories import make_document
from tests.services.conftest import CALM, SHELLED, Valley

LONG = "\n\n".join(
    f"{CALM} {SHELLED} Paragraph {n} tells of carts, mills and the ferry at landing {n}." for n in range(9)
)


def test_the_same_document_twice_is_one_article(valley: Valley) -> None:
    first = articles.accept(make_document(CALM))
    second = articles.accept(make_document(CALM))

    assert (first.is_new, second.is_new) == (True, False)
    assert first.article_id == second.article_id
    assert Article.objects.get().state == WorkState.PENDING


def test_the_same_text_in_another_outlet_is_another_article_of_one_origin(valley: Valley) -> None:
    one = valley.take_in(LONG)
    two = valley.take_in(LONG.replace("the ferry", "the old ferry"), outlet="Another Post")
    other = valley.take_in(SHELLED, outlet="Another Post", name="other.txt")

    assert one.pk != two.pk
    assert one.origin == two.origin
    assert other.origin != one.origin


def test_what_postgresql_cannot_hold_is_replaced_one_for_one(valley: Valley) -> None:
    accepted = articles.accept(make_document("A\0B", text_raw="A\0B \ud800 C"))

    assert Article.objects.get(pk=accepted.article_id).source_text == "A\ufffdB \ufffd C"


def test_without_a_publication_day_relative_days_stay_open(valley: Valley) -> None:
    accepted = articles.accept(make_document(CALM, published=None, published_origin=DateOrigin.UNKNOWN))
    articles_of = Article.objects.get(pk=accepted.article_id)

    assert articles_of.published is None
    assert articles_of.published_origin == DateOrigin.UNKNOWN
