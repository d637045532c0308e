"""Judging what is stored: candidates as in Python, decisions of people kept, late news on the day it speaks of."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from claims.judging.pairing import comparable
from claims.models import Article, CeasefireDay, Change, Claim, ClaimPair
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


def _given(pair: ClaimPair) -> tuple[object, ...]:
    return pair.relation, pair.dimension, *pair.found, pair.is_given


def test_a_relation_that_a_person_gave_outlives_every_judging(valley: Valley, reviewer: User) -> None:
    valley.take_in(f"{CALM}\n\n{SHELLED}")
    pair = ClaimPair.objects.get()
    found = Relation(pair.relation), pair.dimension
    assert found == (Relation.CONTRADICTS, "status")

    pairs.review(pair, ReviewState.CONFIRMED, by=reviewer, note="One town.", given=(Relation.COMPETES, "figure"))
    judge_again()
    ClaimPair.objects.update(found_relation=Relation.REPEATS)  # as an older version of the rules may have found
    judge_again()

    assert _given(ClaimPair.objects.get()) == (Relation.COMPETES, "figure", *found, True)
    day = CeasefireDay.objects.get(day=SUNDAY)
    assert (day.contradicts, day.competes) == (0, 1)
    review = pair.reviews.get()
    assert (review.relation, review.dimension, review.by, review.note) == ("competes", "figure", reviewer, "One town.")
    told = Change.objects.filter(record=Change.Record.PAIR, note__startswith="review").latest("pk")
    assert told.note == "review: confirmed as competes figure; the rules find contradicts status"


def test_a_pair_that_a_person_takes_for_an_agreement_is_not_found_twice(valley: Valley, reviewer: User) -> None:
    valley.take_in(f"{CALM}\n\n{SHELLED}")
    pair = ClaimPair.objects.get()

    pairs.review(pair, ReviewState.CONFIRMED, by=reviewer, note="Both.", given=(Relation.CORROBORATES, ""))
    judge_again()

    assert _given(ClaimPair.objects.get()) == ("corroborates", "", Relation.CONTRADICTS, "status", True)


@pytest.mark.parametrize("state", [ReviewState.SUGGESTED, ReviewState.REJECTED])
def test_a_relation_that_is_taken_back_is_the_rules_own(valley: Valley, reviewer: User, state: ReviewState) -> None:
    valley.take_in(f"{CALM}\n\n{SHELLED}")
    pair = ClaimPair.objects.get()

    pairs.review(pair, ReviewState.CONFIRMED, by=reviewer, note="One town.", given=(Relation.COMPETES, "figure"))
    pairs.review(pair, state, by=reviewer, note="No.")

    assert _given(ClaimPair.objects.get()) == ("contradicts", "status", Relation.CONTRADICTS, "status", False)
    assert CeasefireDay.objects.get(day=SUNDAY).contradicts == (state == ReviewState.SUGGESTED)


def test_confirming_keeps_the_relation_that_was_confirmed(valley: Valley, reviewer: User) -> None:
    """What a person confirmed is what they saw: rules that find another relation later only stand beside it."""
    valley.take_in(f"{CALM}\n\n{SHELLED}")
    ClaimPair.objects.update(relation=Relation.COMPETES)
    pairs.review(ClaimPair.objects.get(), ReviewState.CONFIRMED, by=reviewer)
    judge_again()

    assert _given(ClaimPair.objects.get()) == ("competes", "status", Relation.CONTRADICTS, "status", True)


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
