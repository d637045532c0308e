"""Judging what is stored: candidates as in Python, decisions of people kept, late news on the day it speaks of."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from claims.judging.pairing import comparable
from claims.models import Article, CeasefireDay, Claim, ClaimPair
from claims.models.account import listed_accounts
from claims.services import pairs, world
from claims.tasks import process_articles
from claims.vocabulary import Relation, ReviewState
from tests.services.conftest import CALM, SHELLED, SUNDAY, Valley

CORPUS = (
    CALM,
    SHELLED,
    "The Harbour Ministry said on Friday that two bridges were closed.",
    "Hill Council fighters said on Sunday that Harbour army shelling had killed three people.",
    "The Harbour army denied on Monday that it had shelled any village.",
    "The Harbour Ministry said on Sunday that talks would go on.",
)


def judge_again() -> None:
    Article.objects.all().renew()
    for article_id in Article.objects.order_by("pk").ids():
        process_articles(article_ids=[article_id])


def test_candidates_in_sql_are_those_of_python(valley: Valley) -> None:
    for number, text in enumerate(CORPUS):
        valley.take_in(text, name=f"{number}.txt")
    valley.take_in("\n\n".join(CORPUS), name="all.txt", outlet="Another Post")
    known = world.current()
    corpus = list(Claim.objects.public().order_by("pk"))
    listed = listed_accounts([claim.pk for claim in corpus], bodies=known.bodies, places=known.places)
    accounts = {pk: found.account for pk, found in listed.items()}

    sizes = set()
    for claim in corpus:
        expected = {pk for pk, other in accounts.items() if comparable(accounts[claim.pk], other)}
        assert set(Claim.objects.comparable_with(claim).values_list("pk", flat=True)) == expected
        sizes.add(len(expected))
    assert min(sizes) < max(sizes)
    assert 0 < max(sizes) < len(corpus)


def test_late_news_joins_the_day_that_it_speaks_of(valley: Valley) -> None:
    valley.take_in(CALM)
    assert not ClaimPair.objects.exists()

    valley.take_in(SHELLED, outlet="Another Post", name="late.txt")

    pair = ClaimPair.objects.get()
    assert pair.relation == Relation.CONTRADICTS
    assert "Harbour Ministry" in pair.reason
    assert "Hill Council" in pair.reason
    day = CeasefireDay.objects.get(day=SUNDAY)
    assert (day.claims, day.contradicts) == (2, 1)
    assert sorted(day.cells.values_list("side", "claims", "contradicts")) == [("north", 1, 1), ("south", 1, 1)]


def test_a_source_that_was_merged_into_another_is_that_other_to_the_judges(valley: Valley) -> None:
    valley.council.merged_into = valley.ministry
    valley.council.save()

    valley.take_in(f"{CALM}\n\n{SHELLED}")

    assert Claim.objects.public().count() == 2
    assert not ClaimPair.objects.exists()


@pytest.fixture
def reviewer(db: None) -> User:
    return User.objects.create_user("an-analyst")


def test_a_rejected_pair_never_comes_back(valley: Valley, reviewer: User) -> None:
    valley.take_in(f"{CALM}\n\n{SHELLED}")
    pair = ClaimPair.objects.get()

    pairs.review(pair, ReviewState.REJECTED, by=reviewer, note="another place")
    judge_again()

    assert ClaimPair.objects.get().review_state == ReviewState.REJECTED
    assert not ClaimPair.objects.public().exists()
    assert CeasefireDay.objects.get(day=SUNDAY).contradicts == 0


def test_a_confirmed_pair_stays_when_the_rules_no_longer_find_it_and_says_so(valley: Valley, reviewer: User) -> None:
    valley.take_in(f"{CALM}\n\n{SHELLED}")
    unreviewed = valley.take_in(SHELLED.replace("a dozen", "twenty"), outlet="Another Post")
    confirmed = ClaimPair.objects.filter(right__article__name="invented.txt").order_by("pk").first()
    assert confirmed is not None
    pairs.review(confirmed, ReviewState.CONFIRMED, by=reviewer)
    assert unreviewed.claims.exists()

    judged = {}
    calm = Claim.objects.get(text__contains="calm")
    calm.matters.all().delete()
    Article.objects.filter(pk=calm.article_id).renew()
    fences = Article.objects.take([calm.article_id])
    pairs.judge_articles([calm.article], fences, world.current())
    judged = {pair.pk: pair for pair in ClaimPair.objects.of_claims([calm.pk])}

    assert judged[confirmed.pk].is_current
    assert not judged[confirmed.pk].is_found
    assert all(not pair.is_current for pk, pair in judged.items() if pk != confirmed.pk)
