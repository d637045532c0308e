"""Records that are public no longer: merged ones lead on, withdrawn ones leave a tombstone."""

from __future__ import annotations

from django.test import Client

from tests.factories import make_claim, make_pair, make_source


def test_a_merged_claim_leads_to_the_other(client: Client, db: None) -> None:
    stays = make_claim()
    goes = make_claim(is_current=False, merged_into=stays)
    answer = client.get(f"/api/v1/claims/{goes.pk}/")
    assert answer.status_code == 301
    assert answer["Location"] == f"/api/v1/claims/{stays.pk}/"
    assert answer.json()["into"] == stays.pk


def test_a_merged_source_leads_to_the_other(client: Client, db: None) -> None:
    stays = make_source()
    goes = make_source(merged_into=stays)
    answer = client.get(f"/api/v1/sources/{goes.slug}/")
    assert (answer.status_code, answer.json()["into"]) == (301, stays.slug)
    assert goes.slug not in client.get("/api/v1/sources/export/").getvalue().decode()


def test_withdrawn_records_leave_a_tombstone(client: Client, db: None) -> None:
    claim = make_claim(is_current=False, withdrawn_reason="It was read wrongly.")
    answer = client.get(f"/api/v1/claims/{claim.pk}/")
    assert answer.status_code == 410
    assert answer["Content-Type"] == "application/problem+json"
    tombstone = answer.json()["record"]
    assert (tombstone["id"], tombstone["reason"]) == (claim.pk, "It was read wrongly.")
    for pair in (make_pair(is_current=False), make_pair(review_state="rejected")):
        assert client.get(f"/api/v1/claim-pairs/{pair.pk}/").status_code == 410
        assert client.get("/api/v1/claim-pairs/").json()["results"] == []


def test_what_never_was_is_not_found(client: Client, db: None) -> None:
    assert client.get("/api/v1/claims/1000000/").json()["code"] == "not_found"
