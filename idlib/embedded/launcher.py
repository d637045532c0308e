"""The way to the embedded servers: hold them, and they run."""

import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from idlib.embedded.locks import FileLock
from idlib.embedded.sockets import answers
from idlib.embedded.state import SetupError, State

_PROJECT = Path(__file__).resolve().parents[2]
_started: list[subprocess.Popen[str]] = []  # keepers go on after their Hold is gone and are never waited for


class Hold:
    """Keeps the servers of a state running until it is released or this process is gone."""

    def __init__(self, state: State, users: FileLock, keeper: subprocess.Popen[str] | None) -> None:
        self.state = state
        self.keeper = keeper  # None if another process had started them before
        self._users = users

    def release(self) -> None:
        self._users.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()


def attach(
    state: State,
    *,
    ephemeral: bool = False,
    postgres_bin: Path | None = None,
    valkey_server: Path | None = None,
    timeout: float = 90,
) -> Hold:
    """Share the servers of this state, or have a keeper start them; they answer when this returns.

    An ephemeral state trades safety for speed and is removed with the last hold. Raises SetupError.
    """
    users = _hold(state)
    command = [sys.executable, "-m", "idlib.embedded.keeper", str(state.folder)]
    command += ["--ephemeral"] if ephemeral else []
    command += ["--postgres-bin", str(postgres_bin)] if postgres_bin else []
    command += ["--valkey-server", str(valkey_server)] if valkey_server else []
    keeper: subprocess.Popen[str] | None = None
    deadline = time.monotonic() + timeout
    try:
        while not _ready(state):
            if keeper and keeper.poll():
                raise SetupError(_last_words(keeper))
            if (keeper is None or keeper.poll() == 0) and _nobody_keeps(state):
                keeper = _start(command)
            if time.monotonic() > deadline:
                raise SetupError(f"The embedded servers in {state.folder} did not answer within {timeout:.0f} seconds.")
            time.sleep(0.01)
    except BaseException:
        users.close()
        raise
    if keeper and keeper.stdout:
        keeper.stdout.close()
    return Hold(state, users, keeper if keeper and keeper.poll() is None else None)


def running(state: State) -> bool:
    """Whether the servers of this state run, kept by whatever process."""
    return state.folder.is_dir() and _ready(state)


def _hold(state: State) -> FileLock:
    try:
        if not state.folder.exists():
            state.folder.mkdir(parents=True, exist_ok=True)
            state.folder.chmod(0o711)  # the servers' account must be able to pass
        users = FileLock(state.users_lock)
    except OSError as error:
        raise SetupError(
            f"The state folder {state.folder} can't be written ({error.strerror}): "
            "name another one in TRACKER_STATE, or run as the user that it belongs to."
        ) from error
    users.share()
    return users


def _ready(state: State) -> bool:
    return state.ready.exists() and answers(state.postgres_socket) and answers(state.valkey_socket)


def _nobody_keeps(state: State) -> bool:
    probe = FileLock(state.keeper_lock)
    try:
        return probe.try_share()
    finally:
        probe.close()


def _start(command: list[str]) -> subprocess.Popen[str]:
    # A session of its own: neither the terminal's Ctrl-C nor the end of the process that starts it reach the keeper.
    keeper = subprocess.Popen(
        command,
        cwd=_PROJECT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    _started.append(keeper)
    return keeper


def _last_words(keeper: subprocess.Popen[str]) -> str:
    said = keeper.stdout.read() if keeper.stdout else ""
    return said.strip() or f"The process that keeps the embedded servers ended with {keeper.returncode}."
