"""Servers and workers of a measurement's own, each a process that can be killed, frozen and started again by name."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from idlib.embedded import binaries, layout, processes
from idlib.embedded.account import servers_account
from idlib.embedded.postgres import Postgres
from idlib.embedded.state import State
from idlib.embedded.valkey import Valkey
from idlib.embedded.worker import start_beat, start_worker

_START_LIMIT = 60.0


class Stage:
    """A PostgreSQL, a Valkey, workers and a beat in a folder; `keep_up` starts again what has ended by itself.

    The environment must name the folder in TRACKER_STATE before the settings are read.
    """

    def __init__(self, folder: Path, *, workers: int) -> None:
        self.state = State(folder)
        account = servers_account()
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711)
        layout.make(self.state, account=account)
        store = self.state.servers
        programs = binaries.within_reach(binaries.postgres(None), account=account, store=store).parent
        self._postgres = Postgres(state=self.state, programs=programs, account=account, ephemeral=False)
        server = binaries.within_reach(binaries.valkey_server(None), account=account, store=store)
        self._valkey = Valkey(state=self.state, server=server, account=account)
        self._start: dict[str, Callable[[], subprocess.Popen[bytes]]] = {
            "postgres": self._postgres.start,
            "valkey": self._valkey.start,
            **{f"worker{n}": lambda: start_worker(self.state) for n in range(workers)},
            "beat": lambda: start_beat(self.state),
        }
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def workers(self) -> list[str]:
        return [name for name in self._start if name.startswith("worker")]

    def start_servers(self) -> None:
        for name in ("postgres", "valkey"):
            self.start(name)
        self._postgres.make_database()

    def start_rest(self) -> None:
        for name in (*self.workers, "beat"):
            self.start(name)

    def start(self, name: str) -> None:
        """Start it; a server answers when this returns."""
        self.running[name] = self._start[name]()
        answers = {"postgres": self._postgres.answers, "valkey": self._valkey.answers}.get(name)
        deadline = time.monotonic() + _START_LIMIT
        while answers and not answers():
            if self.running[name].poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{name} does not start; see {self.state.logs}")
            time.sleep(0.02)

    def end(self, name: str, how: signal.Signals, *, within: float = 30) -> None:
        """Send the signal and wait for the end; what is left of its group is killed."""
        process = self.running[name]
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(within)
        processes.stop(process)

    def freeze(self, name: str, seconds: float) -> None:
        self.running[name].send_signal(signal.SIGSTOP)
        time.sleep(seconds)
        self.running[name].send_signal(signal.SIGCONT)

    def children(self, name: str) -> list[int]:
        """The processes of a worker's pool."""
        with contextlib.suppress(OSError):
            tasks = Path(f"/proc/{self.running[name].pid}/task/{self.running[name].pid}/children")
            return [int(pid) for pid in tasks.read_text().split()]
        return []

    def kill_child(self, name: str, *, which: int) -> None:
        if children := self.children(name):
            with contextlib.suppress(ProcessLookupError):
                os.kill(children[which % len(children)], signal.SIGKILL)

    def keep_up(self) -> list[str]:
        """Start again what has ended by itself, as a supervisor does; the names."""
        ended = [name for name, process in self.running.items() if process.poll() is not None]
        for name in ended:
            processes.stop(self.running[name])
            self.start(name)
        return ended

    def close(self) -> None:
        for name in reversed(list(self.running)):
            stops = {"postgres": signal.SIGINT}.get(name, signal.SIGKILL)
            processes.stop(self.running[name], stop_signal=stops)
        layout.remove(self.state)


@contextlib.contextmanager
def staged(folder: Path, *, workers: int) -> Iterator[Stage]:
    """The servers in the folder run during the block, with the reference data and the cast of invented articles."""
    # Imported only now: settings ask where the servers are.
    from django.core.management import call_command

    from benchmarks.corpus import load_cast

    stage = Stage(folder, workers=workers)
    try:
        stage.start_servers()
        call_command("migrate", verbosity=0)
        call_command("load_reference", verbosity=0, stdout=sys.stderr)
        load_cast()
        yield stage
    finally:
        stage.close()
