"""What every test may ask for: the session's own servers, a real Celery worker, a real browser."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest

from idlib.embedded.launcher import attach
from idlib.embedded.state import State
from idlib.embedded.valkey import DATABASES

POSTGRES_BIN = os.environ.get("TEST_POSTGRES_BIN")
XDIST_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")


def session_state() -> State:
    """The session's own state folder; the workers of pytest-xdist inherit the environment and so share it."""
    folder = os.environ.setdefault("TEST_STATE", f"{tempfile.gettempdir()}/claims-test-{secrets.token_hex(4)}")
    return State(Path(folder))


STATE = session_state()
for name in ("DATABASE_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS"):
    os.environ.pop(name, None)
os.environ["TRACKER_STATE"] = str(STATE.folder)
os.environ["TRACKER_LOCAL"] = "1"
os.environ["SECRET_KEY"] = "not secret, for tests only"
os.environ["REDIS_URL"] = f"unix://{STATE.valkey_socket}?db={int(XDIST_WORKER.removeprefix('gw')) % DATABASES}"
os.environ["DJANGO_SETTINGS_MODULE"] = "idlib.settings"
django.setup()
# A worker of pytest-xdist must not load the settings before this file has told it its own database of the queue.
del os.environ["DJANGO_SETTINGS_MODULE"]


@pytest.fixture(scope="session")
def servers() -> Iterator[State]:
    """An ephemeral PostgreSQL and Valkey, started by the first test of the session that meets one."""
    with attach(STATE, ephemeral=True, postgres_bin=Path(POSTGRES_BIN) if POSTGRES_BIN else None):
        yield STATE


@pytest.fixture(scope="session")
def django_db_modify_db_settings(servers: State, django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Have pytest-django make its database in the session's own servers, one for each worker of pytest-xdist."""
