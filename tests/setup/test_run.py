"""`manage.py run` serves until it is told to end, ends whole, and says in one sentence what is in its way."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from idlib.embedded import layout
from idlib.embedded.launcher import open_folder
from idlib.embedded.locks import FileLock
from idlib.embedded.state import State
from tests.servers import POSTGRES_BIN
from tests.setup.watching import nothing_left, of_state, until

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    state = State(tmp_path / "state")
    yield state
    try:
        nothing_left(state)
    finally:
        layout.remove(state)


def environment(state: State) -> Mapping[str, str]:
    ours = {name: value for name, value in os.environ.items() if name not in ("REDIS_URL", "DATABASE_URL")}
    programs = {"POSTGRES_BIN": str(POSTGRES_BIN)} if POSTGRES_BIN else {}
    return ours | programs | {"TRACKER_STATE": str(state.folder)}


@contextlib.contextmanager
def started(state: State, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """The command as a process, and the file that what it says goes to."""
    output = next(p for p in state.folder.parents if p.is_dir()) / "output"
    with (
        output.open("wb") as file,
        subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=PROJECT,
            env=environment(state),
            stdout=file,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            yield process, output
        finally:
            process.kill()


def complaint(state: State, *arguments: str) -> str:
    """All that the command says before it ends with an error."""
    with started(state, *arguments) as (process, output):
        assert process.wait(timeout=60) == 1
        return output.read_text()


def test_it_serves_ends_whole_and_serves_again(state: State) -> None:
    """Ended politely and then killed; the second start has nothing left to read."""
    for last, status in ((signal.SIGTERM, 0), (signal.SIGKILL, -signal.SIGKILL)):
        with started(state, "run") as (run, output):
            until(lambda o=output, r=run: "http://" in o.read_text() or r.poll() is not None, "an address", timeout=180)
            printed = urlsplit(re.findall(r"http://\S+", output.read_text())[0])
            with contextlib.closing(HTTPConnection(str(printed.hostname), printed.port or 80)) as client:
                client.request("GET", printed.path)
                assert client.getresponse().status == 200
            roles = " ".join(of_state(state).values())
            assert all(role in roles for role in ("keeper", "postgres", "valkey", "gunicorn", "worker", "beat"))
            run.send_signal(last)
            assert run.wait(timeout=30) == status
        nothing_left(state)


def test_a_port_that_is_taken_is_named(state: State) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Port {port} can't be used" in complaint(state, "run", "--port", str(port))


def test_a_second_run_on_the_same_state_names_the_first(state: State) -> None:
    open_folder(state)
    first = FileLock(state.run_lock)
    assert first.try_take()
    first.write("http://127.0.0.1:8765")
    assert "It runs already, at http://127.0.0.1:8765" in complaint(state, "run")
    first.close()


def done(state: State, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command once it has ended well."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env=environment(state),
        capture_output=True,
        text=True,
        check=True,
    )


def test_a_command_brings_its_own_servers(state: State) -> None:
    assert "claims.0001_initial" in done(state, "migrate", "--plan").stdout
    assert not of_state(state)


def test_the_first_command_prepares_the_database(state: State) -> None:
    for said in (r"Reference data: [1-9]\d* sources.*", ""):
        status = done(state, "status", "--json")
        assert json.loads(status.stdout)["claims"] == 0
        assert re.fullmatch(said, status.stderr.strip())


def test_what_is_wrong_with_the_state_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    output = complaint(State(tmp_path / "file" / "state"), "status")
    assert re.fullmatch(r"The state folder \S+ can't be written .*TRACKER_STATE.*\n", output)
