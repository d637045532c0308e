"""The pages of intake: giving files and texts with a look at what was understood, feeds, and the state of the work."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from claims.models import Article, Claim, Feed
from claims.services import articles
from claims.vocabulary import DateOrigin, WorkState
from tests.factories import make_article, make_document
from tests.ingest.conftest import work_once
from tests.ingest.site import Site
from tests.ingest.test_fetch import TEXT
from tests.services.conftest import CALM, SHELLED, Valley

ARCHIVE = {
    "a.txt": CALM,
    "b.txt": SHELLED,
    "c.docx": "no docx at all",
    "rows.jsonl": '{"text": "' + CALM.replace("calm", "quiet") + '", "outlet": "Bell"}\n{"outlet": "none"}\n',
}


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    """A browser on the machine that the site serves alone."""
    return client


def archive(**members: str) -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, text in (ARCHIVE | members).items():
            file.writestr(name, text)
    return SimpleUploadedFile("news.zip", packed.getvalue())


def corrected(number: int, ticket: str, **fields: str) -> dict[str, str]:
    """The preview's form as a browser sends it, with fields changed: form-0-title and the like."""
    given = {"form-TOTAL_FORMS": str(number), "form-INITIAL_FORMS": str(number), "ticket": ticket, "outlet": ""}
    taken = {f"form-{n}-take": "on" for n in range(number)}
    return given | taken | {name.replace("_", "-"): value for name, value in fields.items()}


def test_a_pasted_text_is_shown_corrected_and_taken_in(desk: Client) -> None:
    seen = desk.post("/ingest/upload/", {"text": CALM, "outlet": "The Harbour Post"})
    assert seen.status_code == 200
    assert Article.objects.count() == 0
    assert "publication day unknown" in seen.content.decode()

    form = corrected(
        1, seen.context["ticket"], form_0_title="Calm", form_0_outlet="Bell", form_0_published="2031-05-04"
    )
    assert desk.post("/ingest/upload/take-in/", form).status_code == 302
    found = Article.objects.get()
    assert (found.title, found.outlet_words, found.published) == ("Calm", "Bell", date(2031, 5, 4))
    assert (found.published_origin, found.state) == (DateOrigin.GIVEN, WorkState.PENDING)


def test_good_rows_are_taken_in_and_bad_ones_are_told_one_by_one(desk: Client) -> None:
    seen = desk.post("/ingest/upload/", {"file": archive()})
    page = seen.content.decode()

    assert "news.zip/c.docx" in page
    assert "row 2" in page
    assert seen.context["number"] == 3
    form = corrected(3, seen.context["ticket"])
    del form["form-1-take"]
    desk.post("/ingest/upload/take-in/", form)
    assert sorted(Article.objects.values_list("name", flat=True)) == ["news.zip/a.txt", "news.zip/rows.jsonl, row 1"]


def test_what_is_taken_in_twice_is_here_once(desk: Client) -> None:
    for _ in range(2):
        ticket = desk.post("/ingest/upload/", {"text": CALM}).context["ticket"]
        desk.post("/ingest/upload/take-in/", corrected(1, ticket))
    assert Article.objects.count() == 1
    assert desk.post("/ingest/upload/take-in/", corrected(1, ticket)).headers["Location"] == "/ingest/upload/"


@pytest.mark.parametrize("ticket", ["", "1", "nonsense:of:mine"])
def test_only_a_ticket_of_ours_takes_in(desk: Client, ticket: str) -> None:
    assert desk.post("/ingest/upload/take-in/", corrected(1, ticket)).status_code == 302
    assert Article.objects.count() == 0


def test_an_empty_upload_is_told(desk: Client) -> None:
    assert desk.post("/ingest/upload/", {"text": " "}).status_code == 422


def test_a_stranger_adds_a_feed_and_sees_its_claims_on_the_day(desk: Client, valley: Valley, site: Site) -> None:
    site.publish("/calm", *TEXT)
    site.publish("/shelled", SHELLED, *TEXT[1:])
    desk.post("/feeds/add/", {"address": site.feed("/feed", "/calm", "/shelled")})
    work_once()
    listed = desk.get("/feeds/").content.decode()
    day = desk.get(f"/ceasefires/{valley.truce.slug}/2031-05-04/").content.decode()

    assert "The Harbour Post" in listed
    assert [claim.text in day for claim in Claim.objects.public()] == [True, True]


def test_a_feed_is_switched_off_and_on(desk: Client, site: Site) -> None:
    desk.post("/feeds/add/", {"address": site.feed("/feed")})
    feed = Feed.objects.get()
    desk.post(f"/feeds/{feed.pk}/", {"do": "off"})
    assert not Feed.objects.get().is_enabled
    desk.post(f"/feeds/{feed.pk}/", {"do": "on"})
    assert Feed.objects.due().count() == 1


def test_what_is_no_address_is_told(desk: Client) -> None:
    assert desk.post("/feeds/add/", {"address": "ftp://post.test/"}).status_code == 422
    assert Feed.objects.count() == 0


def test_the_page_says_what_failed_and_why_and_tries_again(desk: Client) -> None:
    failed = make_article(state=WorkState.QUARANTINED, attempts=5, error_code="failed", error="It was too much.")
    articles.accept(make_document(CALM))
    page, told = desk.get("/ingest/").content.decode(), json.loads(desk.get("/ingest.json").content)

    assert "It was too much." in page
    assert (told["states"]["quarantined"], told["states"]["pending"]) == (1, 1)
    assert told["put_aside"][0]["id"] == failed.pk
    desk.post(f"/ingest/articles/{failed.pk}/")
    failed.refresh_from_db()
    assert (failed.state, failed.attempts, failed.error) == (WorkState.PENDING, 0, "")


PAGES = ["/ingest/", "/ingest.json", "/ingest/upload/", "/feeds/", "/feeds/add/"]


@pytest.mark.parametrize("path", PAGES)
def test_in_production_the_desk_is_for_those_who_may(desk: Client, settings: Settings, path: str) -> None:
    settings.LOCAL = False
    answer = desk.get(path)

    assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("path", ["/ingest/address/", "/ingest/articles/1/", "/ingest/upload/take-in/", "/feeds/1/"])
def test_what_changes_something_is_posted(desk: Client, path: str) -> None:
    assert desk.get(path).status_code == 405


def test_an_address_given_is_accepted(desk: Client, site: Site) -> None:
    desk.post("/ingest/address/", {"address": site.url("/calm")})

    assert Article.objects.get().canonical == site.url("/calm")
