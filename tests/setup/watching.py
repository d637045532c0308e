"""Finds the processes that belong to a state folder, whoever started them."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from idlib.embedded.state import State


def of_state(state: State) -> dict[int, str]:
    """The command line by process id of every living process that names the state in its arguments or environment."""
    marks = {str(state.folder).encode(), str(state.servers).encode()}
    found = {}
    for process in Path("/proc").iterdir():
        if not process.name.isdigit() or int(process.name) == os.getpid():
            continue
        try:
            command = (process / "cmdline").read_bytes()
            told = command + (process / "environ").read_bytes()
        except OSError:
            continue  # it has ended meanwhile, or is another user's
        if command and any(mark in told for mark in marks):
            found[int(process.name)] = command.replace(b"\0", b" ").decode(errors="replace")
    return found


def keeper_of(state: State) -> int:
    keepers = [pid for pid, command in of_state(state).items() if "idlib.embedded.keeper" in command]
    assert len(keepers) == 1
    return keepers[0]


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def until(condition: Callable[[], bool], what: str, *, timeout: float = 15) -> None:
    """Wait until condition holds; fail with what if it does not."""
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, f"not within {timeout} s: {what}"
        time.sleep(0.02)


def nothing_left(state: State) -> None:
    until(lambda: not of_state(state), f"everything of {state.folder} ends, but {of_state(state)}")
