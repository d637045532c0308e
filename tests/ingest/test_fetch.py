"""From an address to claims: turns of hosts, robots.txt, one article at two addresses, versions, what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models.functions import Now

from claims.models import Article, Claim, Host
from claims.services import articles
from claims.services.work import RejectedError
from claims.tasks import process_articles
from claims.vocabulary import DateOrigin, WorkState
from tests.factories import make_document
from tests.ingest.conftest import time_passes, work_once
from tests.ingest.site import Site
from tests.services.conftest import CALM, SHELLED, Valley

TEXT = (
    CALM,
    "The ferry went to the landing as on every other day of this invented week, past the mill and the market.",
    "Nothing else of note happened at the market, where carts and mills fill most mornings of the dry season.",
)


def taken_in(address: str) -> Article:
    accepted = articles.accept_address(address)
    work_once()
    return Article.objects.get(pk=accepted.article_id)


def test_an_address_becomes_claims(valley: Valley, site: Site) -> None:
    found = taken_in(site.publish("/calm?utm_source=feed", *TEXT, title="Calm at the line"))

    assert found.state == WorkState.DONE
    assert found.canonical == site.url("/calm")
    assert (found.title, found.published) == ("Calm at the line", date(2031, 5, 4))
    assert found.published_origin == DateOrigin.METADATA
    assert found.obtained["title"] == "metadata"
    assert bytes(found.raw.content).startswith(b"<!doctype html>") if found.raw else False
    assert [claim.text for claim in Claim.objects.in_article(found)] == [CALM.partition("said on Sunday that ")[2][:-1]]


def test_robots_txt_is_asked_first_and_obeyed(valley: Valley, site: Site) -> None:
    site.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /private/")
    public, private = site.publish("/public/1", *TEXT), site.publish("/private/1", *TEXT)

    assert taken_in(public).state == WorkState.DONE
    refused = taken_in(private)
    assert (refused.state, refused.error_code) == (WorkState.REJECTED, "fetch_blocked")
    assert "robots.txt" in refused.error
    assert site.paths == ["/robots.txt", "/public/1"]


def test_a_site_whose_robots_txt_fails_is_left_alone_for_now(valley: Valley, site: Site) -> None:
    site.answers["/robots.txt"] = (503, {}, "")
    waiting = taken_in(site.publish("/1", *TEXT))

    assert (waiting.state, waiting.error_code, waiting.attempts) == (WorkState.PENDING, "fetch_failed", 1)
    assert site.paths == ["/robots.txt"]


def test_a_host_is_asked_once_and_then_left_alone(valley: Valley, site: Site) -> None:
    ids = [articles.accept_address(site.publish(f"/{n}", *TEXT, f"Landing {n}.")).article_id for n in range(3)]
    site.answers["/robots.txt"] = (404, {}, "")
    for article_id in ids:
        process_articles(article_ids=[article_id])

    assert site.paths == ["/robots.txt"]
    waiting = Article.objects.filter(pk__in=ids, state=WorkState.PENDING, attempts=0)
    assert waiting.filter(due_at__gte=Host.objects.get().free_at).count() == 3
    time_passes()
    assert Article.objects.next_of_hosts(10) == ids[:1]
    process_articles(article_ids=[ids[0]])
    assert site.paths == ["/robots.txt", "/0"]
    assert Article.objects.next_of_hosts(10) == []


def test_the_same_article_at_two_addresses_is_one(valley: Valley, site: Site) -> None:
    head = f'<link rel="canonical" href="{site.url("/calm")}">'
    one = taken_in(site.publish("/calm", *TEXT, head=head))
    other = taken_in(site.publish("/print/calm", *TEXT, head=head))

    assert other.merged_into == one
    assert (other.state, other.text) == (WorkState.DONE, "")
    assert Claim.objects.public().count() == 1


def test_an_address_in_two_spellings_is_asked_for_once(site: Site, db: None) -> None:
    first = articles.accept_address(site.url("/calm?utm_medium=rss#top"))
    second = articles.accept_address(site.url("/calm"))

    assert (first.is_new, second.is_new) == (True, False)
    assert first.article_id == second.article_id


def test_another_text_at_the_address_is_a_new_version(valley: Valley, site: Site) -> None:
    address = site.publish("/live", *TEXT)
    first = taken_in(address)
    site.publish("/live", SHELLED, *TEXT[1:])
    again = articles.accept_address(address, again=True)
    work_once()
    first.refresh_from_db()

    assert (again.is_new, first.superseded_by_id) == (True, again.article_id)
    old = Claim.objects.get(article=first)
    assert not old.is_current
    assert "another version" in old.withdrawn_reason
    assert {claim.article_id for claim in Claim.objects.public()} == {again.article_id}
    Article.objects.filter(pk=first.pk).renew()
    process_articles(article_ids=[first.pk])
    assert not Claim.objects.get(pk=old.pk).is_current


def test_a_page_that_has_not_changed_is_no_new_version(valley: Valley, site: Site) -> None:
    first = taken_in(site.publish("/calm", *TEXT))
    again = articles.accept_address(site.url("/calm"), again=True)
    work_once()

    assert Article.objects.get(pk=again.article_id).merged_into == first
    assert Claim.objects.public().count() == 1


def test_an_older_version_that_is_read_last_changes_nothing(valley: Valley) -> None:
    place = {"address": "https://post.test/live", "canonical": "https://post.test/live"}
    old = articles.accept(make_document(CALM, published=valley.truce.begins, **place)).article_id
    new = articles.accept(make_document(SHELLED, published=valley.truce.begins, **place)).article_id
    process_articles(article_ids=[new])
    process_articles(article_ids=[old])

    assert {claim.article_id for claim in Claim.objects.all()} == {new}
    assert Article.objects.get(pk=old).superseded_by_id == new


REFUSALS = [
    ((404, {}, ""), WorkState.REJECTED, "fetch_failed"),
    ((410, {}, ""), WorkState.REJECTED, "fetch_failed"),
    ((500, {}, ""), WorkState.PENDING, "fetch_failed"),
    ((429, {"Retry-After": "600"}, ""), WorkState.PENDING, "fetch_failed"),
    ((200, {"Content-Type": "image/png"}, "x"), WorkState.REJECTED, "bad_content"),
    ((200, {"Content-Type": "text/html"}, ""), WorkState.REJECTED, "bad_content"),
    ((200, {"Content-Type": "text/html", "Content-Length": "99000000"}, "x"), WorkState.REJECTED, "too_large"),
    ((302, {"Location": "http://10.0.0.1/"}, ""), WorkState.REJECTED, "fetch_blocked"),
]


@pytest.mark.parametrize(("answer", "state", "code"), REFUSALS, ids=[str(case[0])[:40] for case in REFUSALS])
def test_what_the_site_does_wrong_is_told_by_four_codes(
    valley: Valley, site: Site, answer: tuple[int, dict[str, str], str], state: WorkState, code: str
) -> None:
    site.answers["/page"] = answer
    found = taken_in(site.url("/page"))

    assert (found.state, found.error_code) == (state, code)
    assert found.error


def test_a_redirect_to_another_host_waits_for_its_turn_and_robots_txt(
    valley: Valley, site: Site, other_site: Site
) -> None:
    other_site.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /private/")
    for path in ("/public", "/private/1"):
        site.answers[path] = (302, {"Location": other_site.publish(path, *TEXT)}, "")
    accepted = articles.accept_address(site.url("/public"))
    for _ in range(2):  # robots.txt of the one host, then of the other
        Host.objects.update(free_at=Now())
        Article.objects.update(due_at=Now())
        process_articles(article_ids=[accepted.article_id])
    waiting = Article.objects.get()
    assert (waiting.state, waiting.attempts, other_site.paths) == (WorkState.PENDING, 0, ["/robots.txt"])
    assert waiting.due_at >= Host.objects.get(name__startswith="127.0.0.2").free_at

    work_once()
    assert Article.objects.get().state == WorkState.DONE
    assert Article.objects.get().canonical == other_site.url("/public")
    refused = taken_in(site.url("/private/1"))
    assert (refused.state, refused.error_code) == (WorkState.REJECTED, "fetch_blocked")
    assert "robots.txt" in refused.error
    assert other_site.paths == ["/robots.txt", "/public"]


def test_redirects_from_host_to_host_end(valley: Valley, site: Site, other_site: Site) -> None:
    site.answers["/1"] = (302, {"Location": other_site.url("/1")}, "")
    other_site.answers["/1"] = (302, {"Location": site.url("/2")}, "")
    site.publish("/2", *TEXT)
    found = taken_in(site.url("/1"))

    assert (found.state, found.attempts, found.error_code) == (WorkState.PENDING, 1, "fetch_failed")
    assert "redirects" in found.error
    assert "/2" not in site.paths


def test_a_site_that_asks_to_wait_is_left_alone(valley: Valley, site: Site) -> None:
    site.answers["/1"] = (429, {"Retry-After": "600"}, "")
    taken_in(site.url("/1"))
    accepted = articles.accept_address(site.publish("/2", *TEXT))
    Host.objects.update(free_at="2031-01-01T00:00:00Z")
    process_articles(article_ids=[accepted.article_id])

    assert "/2" not in site.paths
    assert Article.objects.get(pk=accepted.article_id).due_at.year == 2031


def test_a_site_that_never_answers_well_is_put_aside_in_the_end(valley: Valley, site: Site) -> None:
    site.answers["/1"] = (500, {}, "")
    found = taken_in(site.url("/1"))
    for _ in range(4):
        time_passes()
        process_articles(article_ids=[found.pk])
    found.refresh_from_db()

    assert (found.state, found.error_code) == (WorkState.QUARANTINED, "fetch_failed")
    assert site.paths.count("/1") == 5


@pytest.mark.parametrize("address", ["", "mailto:desk@post.test", "file:///etc/passwd", "post.test/1"])
def test_what_is_no_web_address_is_refused_at_once(address: str, db: None) -> None:
    with pytest.raises(RejectedError):
        articles.accept_address(address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[::1]/", "http://169.254.169.254/latest"])
def test_what_is_not_public_is_never_asked(valley: Valley, site: Site, address: str) -> None:
    found = taken_in(address)

    assert (found.state, found.error_code) == (WorkState.REJECTED, "fetch_blocked")
    assert site.asked == []
