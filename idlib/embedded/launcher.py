"""The way to the embedded servers: hold them, and they run."""

import contextlib
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
_FAREWELL = 2.0  # seconds
_started: list[subprocess.Popen[str]] = []  # keepers go on after their Hold is gone and are never waited for


class Hold:
    """Keeps the servers of a state running until it is released or this process is gone."""

    def __init__(self, state: State, users: FileLock, keeper: subprocess.Popen[str] | None) -> None:
        self.state = state
        self.keeper = keeper  # None if another process had started them before
        self._users = users

    def release(self) -> None:
        """Let go. If this process had the servers started, wait a moment for their end; others may still use them."""
        self._users.close()
        if self.keeper:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.keeper.wait(_FAREWELL)

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
            if (keeper is None or keeper.poll() == 0) and not kept(state):
                _hear_no_more(keeper)
                keeper = _start(command)
            if time.monotonic() > deadline:
                raise SetupError(f"The embedded servers in {state.folder} did not answer within {timeout:.0f} seconds.")
            time.sleep(0.01)
    except BaseException:
        users.close()
        raise
    finally:
        _hear_no_more(keeper)
    return Hold(state, users, keeper if keeper and keeper.poll() is None else None)


def kept(state: State) -> bool:
    """Whether a keeper runs or starts the servers of this state."""
    probe = FileLock(state.keeper_lock)
    try:
        return not probe.try_share()
    finally:
        probe.close()


def open_folder(state: State) -> None:
    """Make the state folder if need be and see that it can be written. Raises SetupError."""
    try:
        if not state.folder.exists():
            state.folder.mkdir(parents=True, exist_ok=True)
            state.folder.chmod(0o711)  # the servers' account must be able to pass
        FileLock(state.users_lock).close()
    except OSError as error:
        raise SetupError(
            f"The state folder {state.folder} can't be written ({error.strerror}): "
            "name another one in TRACKER_STATE, or run as the user that it belongs to."
        ) from error


def _hold(state: State) -> FileLock:
    open_folder(state)
    users = FileLock(state.users_lock)
    users.share()
    return users


def _ready(state: State) -> bool:
    return state.ready.exists() and answers(state.postgres_socket) and answers(state.valkey_socket)


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


def _hear_no_more(keeper: subprocess.Popen[str] | None) -> None:
    if keeper and keeper.stdout:
        keeper.stdout.close()


def _last_words(keeper: subprocess.Popen[str]) -> str:
    said = keeper.stdout.read() if keeper.stdout else ""
    return said.strip() or f"The process that keeps the embedded servers ended with {keeper.returncode}."
