"""The invented world behind a real server, and a browser that tells of every request that leaves it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.web.world import World, make_world


@pytest.fixture
def site(live_server: LiveServer) -> World:
    return make_world()


@pytest.fixture
def reader(page: Page, live_server: LiveServer) -> Iterator[Page]:
    """A page at the server's start; no request may leave the server."""
    elsewhere: list[str] = []
    page.on("request", lambda asked: elsewhere.append(asked.url) if not asked.url.startswith(live_server.url) else None)
    page.set_default_timeout(10_000)
    page.goto(live_server.url)
    yield page
    assert elsewhere == []


@pytest.fixture
def plain_reader(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A reader whose browser runs no scripts."""
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    opened.goto(live_server.url)
    yield opened
    context.close()
