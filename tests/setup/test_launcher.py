"""The embedded servers run as long as somebody holds them, and no longer, whatever kills whom."""

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from idlib.embedded import layout
from idlib.embedded.account import servers_account
from idlib.embedded.launcher import attach
from idlib.embedded.state import DATABASE_NAME, POSTGRES_USER, SetupError, State
from tests.servers import hold
from tests.setup.watching import keeper_of, kill, nothing_left, of_state, until

PROJECT = Path(__file__).resolve().parents[2]

Holder = subprocess.Popen[str]
StartHolder = Callable[[], Holder]


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    state = State(tmp_path / "state")
    yield state
    try:
        nothing_left(state)
    finally:
        layout.remove(state)


@pytest.fixture
def start_holder(state: State) -> Iterator[StartHolder]:
    """Starts a process that holds the servers; `holder.stdout.readline()` returns once it does."""
    with contextlib.ExitStack() as stack:

        def start() -> Holder:
            holder = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.setup.holder", str(state.folder)],
                    cwd=PROJECT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            stack.callback(holder.kill)
            return holder

        yield start


def holds(holder: Holder) -> bool:
    return holder.stdout is not None and holder.stdout.readline() == "holds\n"


def ask(state: State, query: str) -> list[tuple[object, ...]]:
    where = f"host={state.run} user={POSTGRES_USER} dbname={DATABASE_NAME}"
    with psycopg.connect(where, autocommit=True) as connection:
        cursor = connection.execute(query)
        return cursor.fetchall() if cursor.description else []


def test_both_servers_answer_and_keep_their_data(state: State) -> None:
    with hold(state):
        ask(state, "create table kept as select 42 as answer")
        client = redis.Redis(unix_socket_path=str(state.valkey_socket))
        assert client.ping()
        client.close()
    nothing_left(state)
    with hold(state):
        assert ask(state, "select answer from kept") == [(42,)]


def test_an_ephemeral_state_leaves_nothing(state: State) -> None:
    with hold(state, ephemeral=True):
        assert ask(state, "show fsync") == [("off",)]
        elsewhere = state.servers
    nothing_left(state)
    assert not state.folder.exists()
    assert not elsewhere.exists()


def test_two_that_start_at_once_share_one_keeper(state: State, start_holder: StartHolder) -> None:
    first, second = start_holder(), start_holder()
    assert holds(first)
    assert holds(second)
    assert sum("keeper" in command for command in of_state(state).values()) == 1


def test_the_servers_outlive_whoever_started_them_while_another_holds(state: State, start_holder: StartHolder) -> None:
    starter = start_holder()
    assert holds(starter)
    sharer = start_holder()
    assert holds(sharer)
    starter.kill()
    starter.wait()
    assert ask(state, "select 1") == [(1,)]
    sharer.kill()
    nothing_left(state)


def test_a_killed_holder_leaves_no_process(state: State, start_holder: StartHolder) -> None:
    holder = start_holder()
    assert holds(holder)
    assert len(of_state(state)) >= 4  # the holder, the keeper, the two servers
    holder.kill()
    nothing_left(state)


def test_a_killed_keeper_takes_the_servers_along_and_the_next_one_recovers(state: State) -> None:
    with hold(state):
        ask(state, "create table kept as select 42 as answer")
        kill(keeper_of(state))
        until(
            lambda: not [c for c in of_state(state).values() if "postgres -D" in c], "the server ends with its keeper"
        )
    with hold(state):
        assert ask(state, "select answer from kept") == [(42,)]


def test_a_killed_server_ends_the_keeper(state: State) -> None:
    with hold(state):
        kill(next(pid for pid, command in of_state(state).items() if "valkey-server" in command))
        nothing_left(state)


def test_a_pid_file_that_names_another_process_is_no_obstacle(state: State) -> None:
    with hold(state):
        pass
    nothing_left(state)
    account = servers_account()
    with subprocess.Popen(["sleep", "60"], **(account.as_popen() if account else {})) as stranger:
        (state.postgres_data / "postmaster.pid").write_text(f"{stranger.pid}\n{state.postgres_data}\n")
        with hold(state):
            assert ask(state, "select 1") == [(1,)]
        assert stranger.poll() is None
        stranger.kill()


def test_data_of_another_version_are_not_touched(state: State) -> None:
    with hold(state):
        pass
    nothing_left(state)
    (state.postgres_data / "PG_VERSION").write_text("9\n")
    with pytest.raises(SetupError, match=r"is of PostgreSQL 9 .* POSTGRES_BIN"):
        hold(state)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match=r"file/state can't be written .* TRACKER_STATE"):
        hold(State(tmp_path / "file" / "state"))


def test_programs_that_are_not_there_are_named(state: State, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"There is no .*nowhere/postgres"):
        attach(state, postgres_bin=tmp_path / "nowhere")
    with pytest.raises(SetupError, match=r"There is no .*nowhere"):
        attach(state, valkey_server=tmp_path / "nowhere")
