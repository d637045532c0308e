"""Every page against the rules of WCAG 2.2 AA, on a desk and a phone, light and dark, in both directions."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.web.world import World

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}}


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [
        (1440, "light", "en-GB"),
        (390, "dark", "en-GB"),
        (1440, "dark", "ar"),
        (390, "light", "ar"),
    ],
)
def test_no_page_breaks_a_rule(
    browser: Browser, live_server: LiveServer, site: World, width: int, scheme: str, language: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale=language,
    )
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    for name, address in site.pages.items():
        page.goto(live_server.url + address)
        found = Axe().run(page, options=RULES).response["violations"]
        problems.extend(f"{name}: {rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found)
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if sideways > 0:
            problems.append(f"{name}: the page scrolls sideways by {sideways} px")
    context.close()
    assert problems == []


def test_review_desk_breaks_no_rule(
    browser: Browser, live_server: LiveServer, site: World, admin_client: Client
) -> None:
    context = browser.new_context()
    session = admin_client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    found = []
    for address in ("/review/", site.pair.get_absolute_url(), f"{site.article.get_absolute_url()}?show=all"):
        page.goto(live_server.url + address)
        found.extend(Axe().run(page, options=RULES).response["violations"])
    context.close()
    assert [rule["id"] for rule in found] == []


def test_keys_press_what_the_desk_offers(
    browser: Browser, live_server: LiveServer, site: World, admin_client: Client
) -> None:
    context = browser.new_context()
    session = admin_client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/review/")
    first = page.locator("[aria-current=true]").get_attribute("href")
    page.keyboard.press("j")
    page.wait_for_url("**pair=*")
    assert page.locator("[aria-current=true]").get_attribute("href") != first
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.name") == "note"
    page.keyboard.type("a")
    assert page.locator("textarea").input_value() == "a"
    page.locator("[data-keys]").focus()
    page.keyboard.press("a")
    page.wait_for_url("**decided=*")
    page.keyboard.press("u")
    page.wait_for_function("!document.querySelector('[data-key=u]')")
    context.close()
