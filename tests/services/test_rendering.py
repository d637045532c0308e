"""Rendered claims: whatever changes a claim empties its body in the same transaction, and no filler brings it back."""

from __future__ import annotations

import psycopg
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from claims import reference
from claims.models import Article, Change, Claim, ClaimLink, ClaimPair, RenderedClaim, Source
from claims.publishing import moment, rendered
from claims.reading.version import READING_VERSION
from claims.services import changes, pairs, rendering, synthetic
from claims.services import reference as references
from claims.tasks import process_articles, render_claims
from claims.vocabulary import ChangeKind, ReviewState
from tests.factories import make_ceasefire, make_claim, make_source
from tests.services.conftest import CALM, SHELLED, Valley, valley

assert valley

FIGURES = "Harbour Ministry officials said on Sunday that 12 villages were hit and 3 people were killed by artillery."


def kept() -> dict[int, bytes]:
    """The bodies that there are; each is what rendering its claim now would give."""
    found = {row.pk: bytes(row.body) for row in RenderedClaim.objects.filter(body__isnull=False)}
    assert found == rendered.bodies(list(found), moment.now().names)
    return found


def fill() -> None:
    """Render all claims, and see that none is left out."""
    render_claims()
    assert kept().keys() == set(Claim.objects.values_list("pk", flat=True))


def told(claim: Claim) -> Claim:
    """A claim that the feed of changes knows of, as each is that was not made by a test."""
    changes.record(ChangeKind.CREATED, Change.Record.CLAIM, [claim.pk])
    return claim


def test_bodies_are_true_after_each_sort_of_change(valley: Valley) -> None:
    valley.take_in(CALM, name="a.txt")
    fill()
    other = valley.take_in(SHELLED, name="b.txt", address="https://post.example/b")
    valley.take_in(FIGURES, name="c.txt")
    assert kept(), "new claims do not cost the others their bodies"
    fill()

    pair = ClaimPair.objects.public()[0]
    pairs.review(pair, ReviewState.REJECTED, by=User.objects.create_user("editor"))
    assert len(kept()) == Claim.objects.count(), "a claim does not show what was decided about its pair"

    # Read again by rules that find another chain: as if older ones had found this one.
    before = kept()
    ClaimLink.objects.filter(claim__article=other, role="speaker").update(words="Fighters")
    Article.objects.filter(pk=other.pk).update(reading_version=READING_VERSION - 1, state="pending")
    process_articles(article_ids=[other.pk])
    assert kept().keys() < before.keys()
    fill()
    assert kept().keys() == before.keys()

    # The outlet publishes another version: the claims of this one are withdrawn.
    newer = valley.take_in(CALM + " It said no more.", name="d.txt", address="https://post.example/b")
    assert Article.objects.get(pk=other.pk).superseded_by_id == newer.pk
    kept()
    fill()


def test_a_load_that_renames_a_source_empties_the_claims_that_name_it(db: None) -> None:
    references.load()
    entry = reference.sources()[0]
    source = Source.objects.get(slug=entry.slug)
    Source.objects.filter(pk=source.pk).update(name="A former name")
    named, unnamed = told(make_claim(by=source)), told(make_claim())
    fill()
    assert b"A former name" in kept()[named.pk]

    references.load()
    assert kept().keys() == {unnamed.pk}
    fill()
    assert entry.name in kept()[named.pk].decode()


def test_an_edit_of_a_source_is_told_as_a_load_is(admin_client: Client) -> None:
    source = make_source("a-body", name="A former name")
    named, unnamed = told(make_claim(by=source)), told(make_claim())
    fill()
    known = '[{"address": "https://body.example/", "title": "About it"}]'
    values = {"name": "A new name", "kind": source.kind, "side": source.side_id, "references": known}
    none = {f"{part}-{n}_FORMS": "0" for part in ("aliases", "persons") for n in ("TOTAL", "INITIAL")}
    answer = admin_client.post(f"/admin/claims/source/{source.pk}/change/", values | none | {"slug": "another"})
    assert answer.status_code == 302, answer.content
    assert Source.objects.get(pk=source.pk).slug == "a-body"
    assert kept().keys() == {unnamed.pk}
    fill()
    assert b"A new name" in kept()[named.pk]
    assert Change.objects.filter(record=Change.Record.SOURCE, record_id=source.pk, kind="updated").exists()


def test_what_changed_since_its_version_was_read_is_not_kept(db: None) -> None:
    claim = told(make_claim())
    waiting = RenderedClaim.objects.missing(below=2**40, most=10)
    assert waiting == [(claim.pk, 0)]
    changes.claims_changed([claim.pk])
    assert rendering._keep(waiting) == 0
    assert RenderedClaim.objects.missing(below=2**40, most=10) == [(claim.pk, 1)]
    fill()


@pytest.mark.django_db(transaction=True)
def test_what_another_transaction_changes_is_neither_waited_for_nor_kept() -> None:
    claim, other = told(make_claim()), told(make_claim())
    place = connection.get_connection_params()
    with psycopg.connect(host=place["host"], user=place["user"], dbname=place["dbname"]) as slow:
        slow.execute("UPDATE claims_claimlink SET words = 'another body' WHERE claim_id = %s", [claim.pk])
        slow.execute(
            "INSERT INTO claims_change (at, kind, record, record_id, note) VALUES (now(), 'updated', 'claim', %s, '')",
            [claim.pk],
        )
        render_claims()
        assert kept().keys() == {other.pk}
    assert ClaimLink.objects.filter(claim=claim, words="another body").exists()
    fill()
    assert b"another body" in kept()[claim.pk]


def test_filling_is_bounded_and_goes_on_where_it_stopped(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [told(make_claim()).pk for _ in range(5)]
    monkeypatch.setattr(rendering, "AT_ONCE", 2)
    for left in (3, 1, 0, 0):
        rendering.fill(seconds=0)
        assert [pk for pk, _ in RenderedClaim.objects.missing(below=2**40, most=10)] == ids[:left][::-1]


def test_claims_that_were_never_rendered_are_made_at_once(db: None) -> None:
    truce, speaker = make_ceasefire(), make_source()
    ids = [make_claim(by=speaker, ceasefire=truce).pk for _ in range(3)]
    names = moment.now().names
    found = rendered.whole(ids, [(ids[0], None)], names)
    assert found.keys() == set(ids)


def test_synthetic_claims_are_rendered_too(db: None) -> None:
    synthetic.generate(30)
    fill()
    assert RenderedClaim.objects.count() == 30
