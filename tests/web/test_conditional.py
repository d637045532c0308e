"""A page that a reader has already is not made again, and never kept beyond what it shows, says and answers to."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import CeasefireDay, Feed, Source
from claims.services import days, pairs
from claims.vocabulary import Relation, ReviewState
from tests.factories import DAY, make_article, make_claim, make_pair
from tests.web.world import World, make_world

PAGES = ("day", "pair", "claim")


@pytest.fixture
def stored(transactional_db: None) -> World:
    """The world as committed: within one transaction nothing is certain to be the last word."""
    cache.clear()
    return make_world()


def _again(client: Client, address: str, page: HttpResponse, **headers: str) -> HttpResponse:
    return client.get(address, headers={"if-none-match": page["ETag"], **headers})


@pytest.mark.parametrize("name", PAGES)
def test_a_reload_is_not_made_again(client: Client, stored: World, name: str) -> None:
    page = client.get(stored.pages[name])
    again = _again(client, stored.pages[name], page)
    assert (again.status_code, again.content, again.templates) == (304, b"", [])
    assert again["ETag"] == page["ETag"]
    for answer in (page, again):
        assert answer["Cache-Control"] == "private, no-cache"
        assert {"Accept-Language", "Cookie"} <= set(answer["Vary"].split(", "))


@pytest.mark.parametrize("name", PAGES)
def test_another_language_filter_or_day_of_reading_is_another_page(
    client: Client, stored: World, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = stored.pages[name]
    page = client.get(address)
    assert _again(client, address, page, **{"accept-language": "ar"}).status_code == 200
    assert _again(client, f"{address}?side=harbour", page).status_code == 200
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("claims.views.conditional.timezone.localdate", lambda: tomorrow)
    assert _again(client, address, page).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_readers_with_an_account_get_no_validator(client: Client, admin_user: User, stored: World, name: str) -> None:
    page = client.get(stored.pages[name])
    client.force_login(admin_user)
    mine = _again(client, stored.pages[name], page)
    assert mine.status_code == 200
    assert "ETag" not in mine


def test_the_form_of_a_page_that_was_kept_still_works(stored: World) -> None:
    """Its token answers to the cookie of the browser that has it, so that another cookie makes another page."""
    client, other = Client(enforce_csrf_checks=True), Client()
    address = stored.pages["day"]
    page = client.get(address)
    assert _again(client, address, page).status_code == 304
    token = page.content.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    sent = client.post(reverse("set_language"), {"csrfmiddlewaretoken": token, "language": "ar", "next": address})
    assert sent.status_code == 302
    assert _again(other, address, page).status_code == 200


def _reject(world: World, by: User) -> None:
    pairs.review(world.pair, ReviewState.REJECTED, by=by, note="Another harbour.")


def _rename(world: World, by: User) -> None:
    Source.objects.get(pk=world.ministry.pk).save()


def _more(world: World, by: User) -> None:
    """A pair of the day's claim that stands on another day only, as a badge on its card."""
    later = DAY + timedelta(days=1)
    other = make_claim("it was calm there too", by=world.fighters, ceasefire=world.ceasefire, day=later)
    make_pair(world.calm, other, relation=Relation.CORROBORATES, day_first=later, day_last=later)
    days.recount([(world.ceasefire.pk, later)])


def _late(world: World, by: User) -> None:
    before = DAY - timedelta(days=4)
    make_claim("a bus had burnt", by=world.fighters, ceasefire=world.ceasefire, day=before, reported=DAY)
    days.recount([(world.ceasefire.pk, before)])


def _cover(world: World, by: User) -> None:
    feed = Feed.objects.create(address="https://harbour.example/feed")
    feed.covers.add("watchers")


def _wait(world: World, by: User) -> None:
    make_article("Not yet read.", state="pending", reading_version=None)


@pytest.mark.parametrize("change", [_reject, _rename, _more, _late, _cover, _wait])
def test_a_day_is_made_again_when_what_it_shows_changes(
    client: Client, stored: World, admin_user: User, change: Callable[[World, User], None]
) -> None:
    address = stored.pages["day"]
    page = client.get(address)
    change(stored, admin_user)
    again = _again(client, address, page)
    assert again.status_code == 200
    assert again["ETag"] != page["ETag"]


@pytest.mark.parametrize("name", ["pair", "claim"])
def test_a_record_is_made_again_when_a_change_is_told(
    client: Client, stored: World, admin_user: User, name: str
) -> None:
    page = client.get(stored.pages[name])
    _reject(stored, admin_user)
    assert _again(client, stored.pages[name], page).status_code == 200


def test_a_day_that_is_still_to_be_counted_has_no_validator(client: Client, stored: World) -> None:
    CeasefireDay.objects.filter(day=DAY).update(is_stale=True)
    assert "ETag" not in client.get(stored.pages["day"])


def test_another_day_stays_as_it_is(client: Client, stored: World) -> None:
    address = stored.ceasefire.day_url(date(2030, 1, 1))
    assert _again(client, address, client.get(address)).status_code == 304
