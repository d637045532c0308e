"""A queue that is dead or silent costs a web request seconds at most, and says so by one kind of error."""

import socket
import time
from collections.abc import Iterator

import pytest
from celery import current_app
from kombu.exceptions import OperationalError


@pytest.fixture
def silent_server() -> Iterator[str]:
    """The address of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


@pytest.fixture
def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"redis://127.0.0.1:{server.getsockname()[1]}/0"


@pytest.mark.parametrize("address", ["closed_port", "silent_server"])
def test_publishing_to_a_queue_that_does_not_answer_ends_soon(address: str, request: pytest.FixtureRequest) -> None:
    started = time.monotonic()
    with (
        current_app.connection_for_write(request.getfixturevalue(address)) as connection,
        pytest.raises(OperationalError),
    ):
        current_app.send_task("claims.tasks.sweep", connection=connection)
    assert time.monotonic() - started < 10
