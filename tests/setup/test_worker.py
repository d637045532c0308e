"""The real worker takes what this process queues; the real browser meets the live server."""

from celery import current_app
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.worker import Worker


def test_the_worker_does_what_is_queued(worker: Worker) -> None:
    done = '"event": "task_succeeded"'
    before = worker.log.read_text().count(done)
    for _ in range(3):
        current_app.send_task("claims.tasks.sweep")
    worker.finish()
    assert worker.log.read_text().count(done) == before + 3


def test_the_browser_reaches_the_live_server(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/livez")
    assert (page.text_content("body") or "").strip() == "alive"
