"""What an address or a record may hold, however odd, gives a clear page, escaped, and no failure."""

from datetime import timedelta

import pytest
from django.test import Client

from claims.models import Claim
from tests.factories import DAY, make_article, make_claim, make_source
from tests.web.world import World

OVERRIDE = "\u202e"


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/ceasefires/no-such-truce/",
        "/ceasefires/harbour-truce/2031-02-30/",
        "/ceasefires/harbour-truce/2031-13-01/",
        "/ceasefires/harbour-truce/20310504/",
        "/ceasefires/harbour-truce/?day=rubbish",
        "/ceasefires/no-such-truce/2031-05-04/",
        "/sources/nobody/",
        "/claims/99999999/",
        "/claims/0/",
        "/claims/99999999999999999999/",
        "/pairs/99999999/",
        "/articles/99999999/",
        "/sources/nobody.csv",
        "/claims/99999999.json",
        "/compare.csv",
        "/method.json",
        "/pairs.xml",
    ],
)
def test_what_does_not_exist_is_said_to(client: Client, world: World, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.content.decode()


@pytest.mark.parametrize("days", [-40000, -365, 365, 40000])
def test_day_far_from_the_truce_is_an_empty_page(client: Client, world: World, days: int) -> None:
    answer = client.get(world.ceasefire.day_url(DAY + timedelta(days=days)))
    assert answer.status_code == 200
    assert "Nobody is recorded as having spoken about this day." in answer.content.decode()


RUBBISH = (
    "topic=rubbish", "side=nobody", "relation=%00", "review=%F0%9F%92%A5", "clock=sundial", "matter=nothing", "page=-1",
    "page=999999999999999999999", "page=0", "after=abc", "after=99999999999999999999999", "row=-3", "row=99999999",
    "from=tomorrow", "zoom=century", "undated=perhaps", "q=%00", "q=%27%29%3B%20DROP%20TABLE", "q=%26%7C%21%28%29",
    "q=" + "x" * 5000, "left=side:&right=source:", "left=x&right=y", "ceasefire=none", "day_from=2031-02-30",
    "kind=all", "place=%C3%28", "name=" + "%25" * 200, "said_from=0000-00-00", "topic=status,rubbish", "side!=harbour",
)  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ceasefires/harbour-truce/",
        "/ceasefires/harbour-truce/counts/",
        "/ceasefires/harbour-truce/2031-05-04/",
        "/pairs/",
        "/articles/",
        "/sources/",
        "/sources/harbour-ministry/",
        "/compare/",
        "/search/",
    ],
)
def test_rubbish_filters_do_no_harm(client: Client, world: World, path: str) -> None:
    answers = {rubbish: client.get(f"{path}?{rubbish}").status_code for rubbish in RUBBISH}
    assert {rubbish: status for rubbish, status in answers.items() if status != 200} == {}


def test_filter_that_means_nothing_is_named(client: Client, world: World) -> None:
    text = client.get(f"{world.ceasefire.day_url(DAY)}?topic=<b>rubbish").content.decode()
    assert "Not understood, and left out:" in text
    assert "topic=&lt;b&gt;rubbish" in text
    assert "the harbour was" in text


MARKUP = '<script>alert(1)</script><img src=x onerror="alert(1)">'


def test_markup_is_shown_as_it_stands(client: Client, world: World) -> None:
    source = make_source("odd", name=f"Odd {MARKUP}"[:160], side="harbour")
    article = make_article(f"Before {MARKUP}", title=MARKUP, outlet=source)
    claim = make_claim(f"said {MARKUP}", by=source, article=article, ceasefire=world.ceasefire, topics=["status"])
    for address in (
        claim.get_absolute_url(),
        article.get_absolute_url(),
        source.get_absolute_url(),
        world.ceasefire.day_url(DAY),
        "/search/?q=alert",
        f"/search/?q={MARKUP}",
        "/articles/",
        "/sources/",
    ):
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "<img" not in text


def test_very_long_quote_is_folded_and_whole(client: Client, world: World) -> None:
    claim = make_claim("long words " * 1000, by=world.ministry, ceasefire=world.ceasefire, topics=["status"])
    for address in (claim.get_absolute_url(), world.ceasefire.day_url(DAY), world.ministry.get_absolute_url()):
        text = client.get(address).content.decode()
        assert "The rest of the quotation" in text
        assert text.count("words ") >= 1000


def test_direction_override_keeps_within_its_quote(client: Client, world: World) -> None:
    claim = make_claim(f"safe {OVERRIDE}txet", by=world.ministry, ceasefire=world.ceasefire, topics=["status"])
    text = client.get(claim.get_absolute_url()).content.decode()
    assert 'dir="auto"' in text
    assert f"safe {OVERRIDE}txet" in text.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert OVERRIDE not in text.partition("<title>")[2].partition("</title>")[0]


def test_merged_source_redirects(client: Client, world: World) -> None:
    make_source("old-ministry", side="harbour", merged_into=world.ministry)
    answer = client.get("/sources/old-ministry/")
    assert answer.status_code == 301
    assert answer.headers["Location"] == world.ministry.get_absolute_url()


def test_withdrawn_claim_keeps_its_page(client: Client, world: World) -> None:
    Claim.objects.filter(pk=world.calm.pk).update(is_current=False, withdrawn_reason="An invented reason.")
    text = client.get(world.calm.get_absolute_url()).content.decode()
    assert "Withdrawn. An invented reason." in text


def test_merged_claim_names_the_other(client: Client, world: World) -> None:
    Claim.objects.filter(pk=world.calm.pk).update(is_current=False, merged_into=world.shelled)
    text = client.get(world.calm.get_absolute_url()).content.decode()
    assert f'Merged into <a href="{world.shelled.get_absolute_url()}">' in text


def test_rejected_pair_keeps_its_page(client: Client, world: World) -> None:
    type(world.pair).objects.filter(pk=world.pair.pk).update(review_state="rejected")
    assert "A reviewer rejected this pair." in client.get(world.pair.get_absolute_url()).content.decode()
    assert world.pair.get_absolute_url() not in client.get(world.ceasefire.day_url(DAY)).content.decode()
