"""The process that runs the embedded servers as its children until the last process that uses them is gone."""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from idlib.embedded import binaries, layout, processes
from idlib.embedded.account import servers_account
from idlib.embedded.locks import FileLock
from idlib.embedded.postgres import Postgres
from idlib.embedded.state import SetupError, State
from idlib.embedded.valkey import Valkey

_START_LIMIT = 60.0  # seconds; a recovery after a crash is the longest start
_WAKING = (signal.SIGTERM, signal.SIGCHLD)


class _Ended(BaseException):
    """A signal asks the keeper to stop, or one of its servers has ended."""


def main(arguments: Sequence[str]) -> int:
    """0: done, or another keeper was faster; 1: the servers could not be started, for the reason that is printed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ephemeral", action="store_true")
    parser.add_argument("--postgres-bin", type=Path)
    parser.add_argument("--valkey-server", type=Path)
    given = parser.parse_args(arguments)
    state = State(given.folder)
    os.umask(0o077)
    lock = FileLock(state.keeper_lock)
    if not lock.try_take():
        return 0
    try:
        _keep(state, ephemeral=given.ephemeral, postgres_bin=given.postgres_bin, valkey_server=given.valkey_server)
    except SetupError as error:
        print(error, flush=True)
        return 1
    except OSError as error:
        print(f"The embedded servers can't be started: {error}.", flush=True)
        return 1
    finally:
        if given.ephemeral:
            layout.remove(state)
    return 0


def _keep(state: State, *, ephemeral: bool, postgres_bin: Path | None, valkey_server: Path | None) -> None:
    account = servers_account()
    layout.make(state, account=account)
    state.ready.unlink(missing_ok=True)
    postgres = Postgres(
        state=state,
        programs=binaries.within_reach(binaries.postgres(postgres_bin), account=account, store=state.servers).parent,
        account=account,
        ephemeral=ephemeral,
    )
    valkey = Valkey(
        state=state,
        server=binaries.within_reach(binaries.valkey_server(valkey_server), account=account, store=state.servers),
        account=account,
    )
    with contextlib.ExitStack() as stack:
        started = []
        for server in (valkey, postgres):
            process = server.start()
            stack.callback(processes.stop, process, stop_signal=server.STOP_SIGNAL)
            started.append((server, process))
        for server, process in started:
            _wait_for(server, process)
        postgres.make_database()
        stack.callback(state.ready.unlink, missing_ok=True)
        state.ready.write_text(f"{postgres.programs}\n{valkey.server}\n")
        stack.callback(_wake_on_signals, wake=False)
        with contextlib.suppress(_Ended):
            _wake_on_signals(wake=True)
            if all(process.poll() is None for _, process in started):
                FileLock(state.users_lock).take()


def _wait_for(server: Postgres | Valkey, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_LIMIT
    while not server.answers():
        if process.poll() is not None or time.monotonic() > deadline:
            raise SetupError(f"A server did not start; the end of {server.log} says why: {_end_of(server.log)}")
        time.sleep(0.01)


def _end_of(log: Path) -> str:
    return " / ".join(log.read_text(errors="replace").splitlines()[-3:])


def _wake_on_signals(*, wake: bool) -> None:
    for each in _WAKING:
        signal.signal(each, _raise_ended if wake else signal.SIG_DFL)


def _raise_ended(signum: int, frame: FrameType | None) -> None:
    raise _Ended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
