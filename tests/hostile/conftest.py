"""The hostile server, and the one fetch of it at the real deadline, under way while all else here runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.fetching import Limits
from tests.hostile.server import HostileServer

ROOT = Path(__file__).resolve().parents[2]


def measuring(server: HostileServer, seconds: float, *cases: str) -> subprocess.Popen[bytes]:
    """A process that fetches the cases and prints the outcomes: see `tests.hostile.measure`."""
    command = [sys.executable, "-m", "tests.hostile.measure", str(server.port), str(seconds), *cases]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


@pytest.fixture(scope="session")
def hostile_server() -> Iterator[HostileServer]:
    server = HostileServer()
    yield server
    server.close()


@pytest.fixture(scope="session", autouse=True)
def full_length(hostile_server: HostileServer) -> Iterator[subprocess.Popen[bytes]]:
    with measuring(hostile_server, Limits().seconds, "drips its body") as process:
        yield process
