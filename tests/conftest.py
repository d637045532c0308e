"""What every test may ask for: the session's own servers and database, a real Celery worker, a real browser."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from idlib.embedded import processes
from idlib.embedded.state import POSTGRES_USER, State
from idlib.embedded.valkey import DATABASES
from idlib.embedded.worker import start_worker, worker_log
from tests.servers import hold
from tests.worker import Worker

# The workers of pytest-xdist inherit the environment, and so share the state folder that the first process names.
os.environ.setdefault("TEST_STATE", f"{tempfile.gettempdir()}/claims-test-{secrets.token_hex(4)}")
STATE = State(Path(os.environ["TEST_STATE"]))
XDIST_NUMBER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))

for name in ("DATABASE_URL", "DEBUG", "ALLOWED_HOSTS", "LOG_LEVEL", "POSTGRES_BIN", "VALKEY_SERVER"):
    os.environ.pop(name, None)
os.environ["TRACKER_STATE"] = str(STATE.folder)
os.environ["TRACKER_LOCAL"] = "1"
os.environ["SECRET_KEY"] = "not secret, for tests only"
os.environ["REDIS_URL"] = f"unix://{STATE.valkey_socket}?db={XDIST_NUMBER % DATABASES}"
os.environ["DJANGO_SETTINGS_MODULE"] = "idlib.settings"
django.setup()
# A worker of pytest-xdist must not load the settings before this file has told it its own database of the queue.
del os.environ["DJANGO_SETTINGS_MODULE"]

# Examples are sought anew at every desk; CI, which says yes or no to a change, asks the same questions each time.
hypothesis_settings.register_profile("suite", deadline=None, derandomize=os.environ.get("CI") == "true")
hypothesis_settings.load_profile("suite")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def servers() -> Iterator[State]:
    """An ephemeral PostgreSQL and Valkey, started by the first test of the session that meets one."""
    with hold(STATE, ephemeral=True):
        yield STATE


@pytest.fixture(scope="session")
def django_db_modify_db_settings(servers: State, django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Have pytest-django make its database in the session's own servers, one for each worker of pytest-xdist."""


@pytest.fixture(scope="session")
def worker_session(servers: State, django_db_setup: None) -> Iterator[Worker]:
    """A real Celery worker on this session's test database; tests ask for `worker`."""
    database = django.db.connection.settings_dict["NAME"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"postgresql://{POSTGRES_USER}@/{database}?host={servers.run}")
        process = start_worker(servers)
        try:
            yield Worker(process, log=worker_log(servers))
        finally:
            processes.stop(process)


@pytest.fixture
def worker(worker_session: Worker, transactional_db: None) -> Iterator[Worker]:
    """A real worker that sees what the test has committed: queue something, then `worker.finish()`.

    Commands that the test runs as processes of their own (`manage.py ingest`) meet the same database, queue and worker.
    """
    worker_session.drop_queue()
    yield worker_session
    worker_session.drop_queue()
    worker_session.finish()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window. Skips where there is none, except in CI, which has to have one."""
    if not CHROMIUM:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI skips no test: .ci/run installs it.")
        pytest.skip("Chromium is not installed")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's synchronous interface runs an event loop in this thread, in which Django would refuse queries.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; the test fails if the page's scripts fail or the content policy refuses something."""
    context = browser.new_context(locale="en-GB", timezone_id="UTC")
    problems: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda message: problems.append(message.text) if _is_problem(message) else None)
    yield opened
    context.close()
    assert problems == []


def _is_problem(message: ConsoleMessage) -> bool:
    # Chromium looks for an icon at this address wherever the answer is no page that names its own.
    return message.type == "error" and not message.location["url"].endswith("/favicon.ico")
