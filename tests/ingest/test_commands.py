"""The commands of intake: adding feeds and addresses, polling, and what they say."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from claims.models import Article, Feed
from claims.services import articles
from tests.ingest.conftest import work_once
from tests.ingest.site import Site
from tests.ingest.test_fetch import TEXT
from tests.services.conftest import Valley


def said(command: str, *arguments: str) -> str:
    output = StringIO()
    call_command(command, *arguments, stdout=output, stderr=output)
    return output.getvalue()


def test_a_feed_is_added_and_polled(valley: Valley, site: Site) -> None:
    address = site.feed("/feed", "/calm")
    assert address in said("add_feed", address, "--outlet", "harbour-post", "--covers", "north")
    feed = Feed.objects.get()
    assert feed.outlet is not None
    assert (feed.outlet.slug, Feed.objects.covered_sides()) == ("harbour-post", {"north": None})

    work_once()
    assert "read" in said("poll", str(feed.pk))


@pytest.mark.parametrize(
    "arguments",
    [("not an address",), ("https://post.test/", "--outlet", "nobody"), ("https://post.test/", "--covers", "none")],
)
def test_what_is_wrong_with_a_feed_is_said(db: None, arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        said("add_feed", *arguments)
    assert Feed.objects.count() == 0


def test_addresses_are_accepted_and_the_bad_one_told(valley: Valley, site: Site) -> None:
    output = said("add_articles", site.publish("/calm", *TEXT), "nonsense", site.url("/calm"))

    assert (output.count("accepted"), output.count("here already"), output.count("no web address")) == (1, 1, 1)
    assert Article.objects.count() == 1


def test_the_page_of_a_merged_article_leads_to_the_one_that_stands(valley: Valley, site: Site, client: Client) -> None:
    head = f'<link rel="canonical" href="{site.url("/calm")}">'
    ids = [
        articles.accept_address(site.publish(path, *TEXT, head=head)).article_id for path in ("/calm", "/print/calm")
    ]
    work_once()
    merged = Article.objects.get(merged_into__isnull=False)

    answer = client.get(f"/articles/{merged.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/articles/{merged.merged_into_id}/")
    assert sorted([merged.pk, merged.merged_into_id or 0]) == ids
