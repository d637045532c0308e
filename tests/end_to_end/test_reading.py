"""A reader's ways through the site, in a real browser, with and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from claims.models import ClaimPair
from tests.factories import DAY
from tests.web.world import World


@pytest.mark.parametrize("kind", ["reader", "plain_reader"])
def test_from_overview_to_the_article_and_back(site: World, request: pytest.FixtureRequest, kind: str) -> None:
    reader: Page = request.getfixturevalue(kind)
    reader.reload()
    reader.get_by_role("link", name="Truce of the Harbour").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Truce of the Harbour")
    reader.get_by_role("rowheader", name=re.compile(DAY.strftime("%a"))).get_by_role("link").first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text(DAY.strftime("%Y"))
    card = reader.locator(f"#c{site.calm.pk}")
    expect(card).to_contain_text("calm")
    card.get_by_role("link", name=f"c{site.calm.pk}").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Harbour Ministry says")
    reader.get_by_role("link", name="In the article").first.click()
    expect(reader).to_have_url(re.compile(rf"/articles/{site.article.pk}/#c{site.calm.pk}$"))
    expect(reader.locator(f"#c{site.calm.pk}")).to_be_in_viewport()
    reader.go_back()
    reader.go_back()
    expect(reader.get_by_role("heading", level=1)).to_contain_text(DAY.strftime("%Y"))


def test_number_lights_up_its_cards(site: World, reader: Page) -> None:
    reader.goto(reader.url.rstrip("/") + site.ceasefire.day_url(DAY))
    card = reader.locator(f"#c{site.calm.pk}")
    before = card.evaluate("card => getComputedStyle(card).outlineStyle")
    reader.get_by_role("link", name="Light up the cards of dispute 1", exact=True).click()
    assert before == "none"
    assert card.evaluate("card => getComputedStyle(card).outlineStyle") == "solid"


@pytest.mark.parametrize("kind", ["reader", "plain_reader"])
def test_filter_is_in_the_address_and_comes_off_by_its_chip(
    site: World, request: pytest.FixtureRequest, kind: str
) -> None:
    reader: Page = request.getfixturevalue(kind)
    reader.goto(reader.url.rstrip("/") + site.ceasefire.day_url(DAY))
    reader.get_by_label("Topic").select_option("status")
    if kind == "plain_reader":
        reader.get_by_role("button", name="Show", exact=True).click()
    expect(reader).to_have_url(re.compile("topic=status"))
    expect(reader.locator("#grid")).not_to_contain_text("twelve towns")
    reader.get_by_role("link", name=re.compile("Remove filter: Topic: status")).first.click()
    expect(reader).not_to_have_url(re.compile("topic=status"))
    expect(reader.locator("#grid")).to_contain_text("twelve towns")


def test_way_back_from_a_filter_is_whole(site: World, reader: Page) -> None:
    reader.goto(reader.url.rstrip("/") + site.ceasefire.day_url(DAY))
    reader.get_by_label("Topic").select_option("status")
    expect(reader.locator("#grid")).not_to_contain_text("twelve towns")
    expect(reader.get_by_role("status")).to_contain_text("shown")
    reader.go_back()
    expect(reader.locator("#grid")).to_contain_text("twelve towns")
    expect(reader.get_by_label("Topic")).to_have_value("")


def test_search_finds_claims_and_narrows_by_a_facet(site: World, reader: Page) -> None:
    reader.get_by_role("banner").get_by_role("searchbox").fill("artilery")
    reader.get_by_role("banner").get_by_role("button", name="Search").click()
    expect(reader.get_by_text("Showing what is said of “artillery”")).to_be_visible()
    reader.get_by_role("region", name="Side").get_by_role("link", name="Fighters").click()
    expect(reader).to_have_url(re.compile("side=fighters"))
    expect(reader.locator("mark.found").first).to_have_text("artillery")


def test_two_parties_are_compared_from_the_matrix(site: World, reader: Page) -> None:
    reader.goto(reader.url.rstrip("/") + "/compare/")
    reader.get_by_role("row", name=re.compile("Harbour")).get_by_role(
        "link", name=re.compile("open conflicts")
    ).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Harbour and Fighters")
    expect(reader.get_by_role("region", name="Their pairs")).to_contain_text("twelve towns")


def test_language_is_chosen_and_kept(site: World, reader: Page) -> None:
    reader.get_by_label("Language").select_option("ar")
    reader.get_by_role("button", name="Change").click()
    expect(reader.locator("html")).to_have_attribute("dir", "rtl")
    reader.goto(reader.url.rstrip("/") + site.ceasefire.day_url(DAY))
    expect(reader.locator("html")).to_have_attribute("lang", "ar")
    quote = reader.locator(f"#c{site.calm.pk} blockquote")
    assert quote.evaluate("quote => getComputedStyle(quote).direction") == "ltr"


def test_keyboard_reaches_the_content_first(site: World, reader: Page) -> None:
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("link", name="Skip to the content")).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.locator("main")).to_be_focused()


def _review(site: World, reader: Page) -> None:
    start = reader.url.rstrip("/")
    reader.goto(start + "/review/")
    reader.get_by_label("Username").fill("admin")
    reader.get_by_label("Password").fill("password")
    reader.get_by_role("button", name="Log in").click()
    reader.goto(f"{start}/review/?pair={site.pair.pk}")


def test_reviewer_takes_a_pair_for_another_relation_by_keys(site: World, reader: Page, admin_user: object) -> None:
    _review(site, reader)
    reader.keyboard.press("t")
    expect(reader.locator("select[name=relation]")).to_be_focused()
    reader.keyboard.press("ArrowDown")
    reader.get_by_role("button", name="Confirm").click()
    expect(reader.get_by_role("alert")).to_have_text("Say why it is another relation.")
    expect(reader.locator("select[name=relation]")).to_have_value("competes")
    reader.get_by_label(re.compile("Reason")).fill("They speak of two harbours.")
    reader.get_by_role("button", name="Confirm").click()
    expect(reader.get_by_role("status").last).to_contain_text("(Competes)")
    reader.keyboard.press("u")
    expect(reader.get_by_role("status").last).not_to_contain_text("(Competes)")
    pair = ClaimPair.objects.get(pk=site.pair.pk)
    assert (pair.relation, pair.review_state, pair.reviews.count()) == ("contradicts", "suggested", 2)


def test_reviewer_confirms_a_pair(site: World, reader: Page, admin_user: object) -> None:
    _review(site, reader)
    reader.get_by_label(re.compile("Reason")).fill("Both speak of the same harbour.")
    reader.get_by_role("button", name="Confirm").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Review")
    assert ClaimPair.objects.get(pk=site.pair.pk).review_state == "confirmed"


def test_print_hides_what_cannot_be_used_on_paper(site: World, reader: Page) -> None:
    reader.goto(reader.url.rstrip("/") + site.ceasefire.day_url(DAY))
    reader.emulate_media(media="print")
    for hidden in (".masthead nav", ".filters form", "details.menu", ".dayline"):
        expect(reader.locator(hidden).first).to_be_hidden()
    expect(reader.locator(".printonly").first).to_be_visible()
    expect(reader.locator(f"#c{site.calm.pk}")).to_be_visible()
