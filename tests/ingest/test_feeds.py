"""Feeds: a stranger adds one and sees its claims; polls are conditional, polite and plan the next one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Article, Claim, Feed, Host
from claims.services import feeds
from claims.tasks import poll_feed
from claims.vocabulary import DateOrigin, WorkState
from tests.factories import make_source
from tests.ingest.conftest import work_once
from tests.ingest.site import Site
from tests.ingest.test_fetch import TEXT
from tests.services.conftest import SHELLED, Valley


def polled(address: str) -> Feed:
    feed = feeds.add(address)
    work_once()
    return Feed.objects.get(pk=feed.pk)


def poll_again(feed: Feed) -> Feed:
    """The next poll of the feed."""
    feeds.poll_now(feed)
    Host.objects.update(free_at=timezone.now() - timedelta(seconds=1))
    poll_feed(feed_id=feed.pk)
    return Feed.objects.get(pk=feed.pk)


def wait_of(feed: Feed) -> float:
    """Seconds from the poll to the next one."""
    assert feed.polled_at is not None
    return (feed.due_at - feed.polled_at).total_seconds()


def test_a_feed_brings_its_articles_to_claims(valley: Valley, site: Site) -> None:
    site.publish("/calm", *TEXT)
    site.publish("/shelled", SHELLED, *TEXT[1:])
    feed = polled(site.feed("/feed", "/calm", "/shelled"))

    assert (feed.state, feed.kind, feed.title) == (WorkState.PENDING, "rss", "The Harbour Post")
    assert feed.error == ""
    assert {article.state for article in feed.articles.all()} == {WorkState.DONE}
    assert Claim.objects.on_day(valley.truce, valley.truce.begins).count() == 2
    assert sorted(site.paths) == ["/calm", "/feed", "/robots.txt", "/shelled"]


def test_what_was_listed_before_is_not_taken_in_again(valley: Valley, site: Site) -> None:
    site.publish("/calm", *TEXT)
    feed = polled(site.feed("/feed", "/calm"))
    site.feed("/feed", "/calm?utm_source=x", "/new")
    poll_again(feed)

    assert sorted(Article.objects.values_list("canonical", flat=True)) == [site.url("/calm"), site.url("/new")]


def test_a_poll_sends_the_validators_of_the_last_one(valley: Valley, site: Site) -> None:
    feed = polled(site.feed("/feed", "/calm", headers={"ETag": '"1"'}))
    feed = poll_again(feed)

    conditions = [headers.get("if-none-match") for path, headers in site.asked if path == "/feed"]
    assert conditions == [None, '"1"']
    assert (feed.error, feed.polls, feed.failures) == ("", 2, 0)


def test_one_poll_in_a_hundred_sends_none(valley: Valley, site: Site) -> None:
    feed = polled(site.feed("/feed", "/calm", headers={"ETag": '"1"'}))
    Feed.objects.update(polls=99)
    poll_again(feed)

    assert [headers.get("if-none-match") for path, headers in site.asked if path == "/feed"] == [None, None]


def test_the_rest_of_a_long_feed_comes_with_the_next_poll(valley: Valley, site: Site) -> None:
    feed = feeds.add(site.feed("/feed", *(f"/{n}" for n in range(507)), headers={"ETag": '"1"'}))
    for _ in range(2):  # robots.txt, then the feed
        feed = poll_again(feed)

    assert Article.objects.count() == 500
    assert feed.etag == ""
    poll_again(feed)
    assert Article.objects.count() == 507


def test_news_make_the_next_poll_sooner_and_silence_later(valley: Valley, site: Site) -> None:
    feed = polled(site.feed("/feed", "/calm"))
    sooner = wait_of(feed)
    later = wait_of(poll_again(feed))

    assert sooner < 900 < later * 2
    assert later > sooner


HOSTILE = "<!DOCTYPE a [<!ENTITY b 'c'>]><rss version='2.0'></rss>"
ENDS = [
    ((410, {}, ""), False, "410", None),
    ((404, {}, ""), True, "404", 1800),
    ((503, {"Retry-After": "7200"}, ""), True, "503", 7200),
    ((429, {"Retry-After": "7200"}, ""), True, "429", 7200),
    ((200, {"Content-Type": "text/html"}, "<html><head></head><body>Hello</body></html>"), True, "web page", 1800),
    ((200, {"Content-Type": "image/png"}, "x"), True, "something else", 1800),
    ((200, {"Content-Type": "application/xml"}, HOSTILE), True, "entities", 1800),
]


@pytest.mark.parametrize(("answer", "is_enabled", "words", "wait"), ENDS, ids=[f"{c[0][0]} {c[2]}" for c in ENDS])
def test_what_went_wrong_is_said_in_plain_words(
    valley: Valley,
    site: Site,
    answer: tuple[int, dict[str, str], str],
    is_enabled: bool,
    words: str,
    wait: int | None,
) -> None:
    site.answers["/feed"] = answer
    feed = polled(site.url("/feed"))

    assert words in feed.error
    assert (feed.is_enabled, feed.failures, feed.succeeded_at) == (is_enabled, 1, None)
    assert feed.state == (WorkState.PENDING if is_enabled else WorkState.DONE)
    assert wait is None or wait <= wait_of(feed) <= 1.11 * wait


def test_a_feed_that_lists_nothing_is_well(valley: Valley, site: Site) -> None:
    feed = polled(site.feed("/feed"))

    assert (feed.failures, feed.error_code) == (0, "")
    assert "lists nothing" in feed.error
    assert feed.succeeded_at is not None
    site.feed("/feed", "/calm")
    assert poll_again(feed).error == ""


def test_a_page_that_names_its_feeds_says_so(valley: Valley, site: Site) -> None:
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>'
    site.answers["/"] = (200, {"Content-Type": "text/html"}, page)

    assert site.url("/rss") in polled(site.url("/")).error


def test_a_feed_that_moved_for_good_is_asked_there(valley: Valley, site: Site) -> None:
    address = site.feed("/new", "/calm")
    site.answers["/old"] = (301, {"Location": address}, "")

    assert polled(site.url("/old")).address == address


def test_a_feed_that_is_switched_off_is_not_polled(valley: Valley, site: Site) -> None:
    feed = polled(site.feed("/feed", "/calm"))
    asked = len(site.asked)
    feeds.switch(feed, on=False)
    Feed.objects.update(due_at=timezone.now())
    poll_feed(feed_id=feed.pk)

    assert len(site.asked) == asked
    feeds.add(feed.address)
    assert Feed.objects.get().is_enabled


def test_the_day_and_outlet_of_the_feed_are_kept(valley: Valley, site: Site) -> None:
    outlet = make_source("morning", name="The Morning Bell")
    body = (
        "<rss version='2.0'><channel><title>Bell</title><item><title>Calm</title><link>/plain</link>"
        "<pubDate>Sun, 04 May 2031 09:00:00 +0000</pubDate></item></channel></rss>"
    )
    site.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, body)
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    site.answers["/plain"] = (200, {"Content-Type": "text/html"}, f"<html><body><p>{paragraphs}</p></body></html>")
    feeds.add(site.url("/feed"), outlet=outlet)
    work_once()
    found = Article.objects.get()

    assert (found.published, found.published_origin) == (valley.truce.begins, DateOrigin.FEED)
    assert (found.title, found.outlet_words) == ("Calm", "The Morning Bell")
