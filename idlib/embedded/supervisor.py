"""What `manage.py run` does: everything that the site needs, in one foreground process that ends all of it."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from types import FrameType

from django.core.management import call_command
from django.db import connections

from idlib import env
from idlib.embedded import launcher, prepare, processes, worker
from idlib.embedded.locks import FileLock
from idlib.embedded.state import SetupError, State

_PROJECT = Path(__file__).resolve().parents[2]
_DEMO = _PROJECT / "claims" / "reference" / "demo"
_HOST = "127.0.0.1"
_PORTS = range(8000, 8020)  # tried in turn where none is asked for
_BOOT_LIMIT = 60.0  # seconds
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _StopRequest(BaseException):
    """The user, the terminal or the system asks the whole to end."""


@dataclass(frozen=True, slots=True)
class _Children:
    """The processes of this run by name; any that ends before the run does ends the run."""

    state: State
    embedded: bool
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def check(self) -> None:
        """Raise SetupError if something that the site needs is gone."""
        for name, process in self.running.items():
            if process.poll() is not None:
                log = self.state.logs / f"{name}.log"
                raise SetupError(f"The {name} has ended with {process.returncode}; {log} says why.")
        if self.embedded and not launcher.kept(self.state):
            raise SetupError(f"The embedded servers have ended; the files in {self.state.logs} say why.")

    def stop(self) -> None:
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            processes.stop(process)


def run(*, state: State, embedded: bool, port: int | None, articles: Path | None, parent: int | None) -> None:
    """Serve until a signal or Ctrl-C; parent is a process with which this one is to end. Raises SetupError."""
    if parent is not None:
        processes.die_with_parent(signal.SIGTERM, parent=parent)
    launcher.open_folder(state)
    children = _Children(state, embedded)
    with ExitStack() as stack:
        lock = FileLock(state.run_lock)
        if not lock.try_take():
            raise SetupError(
                f"It runs already, at {lock.read()}: stop that one first, or start a second one beside it with "
                "TRACKER_STATE=another-folder."
            )
        listener = stack.enter_context(_listen(port))
        address = "http://{}:{}".format(*listener.getsockname())
        lock.write(address)
        stack.callback(children.stop)
        stack.enter_context(_stopping_on_signals())
        stack.enter_context(processes.on_child_end(children.check))
        try:
            _bring_up(children, listener, articles)
            print(
                f"\nThe most disputed day:\n\n    {address}{_most_disputed_day()}\n\nCtrl-C stops everything.",
                flush=True,
            )
            connections.close_all()
            while True:
                time.sleep(1)
                children.check()
        except _StopRequest:
            print("\nStopping ...", flush=True)


def _bring_up(children: _Children, listener: socket.socket, articles: Path | None) -> None:
    state = children.state
    print(f"Preparing the database of {state.folder} ...", flush=True)
    children.running["web"] = _start_web(state, listener)  # its code takes longest to load, and asks nothing so far
    prepare.migrate(state)
    children.running["worker"] = worker.start_worker(state)
    call_command("load_reference")
    call_command("ingest", *(str(folder) for folder in (_DEMO, articles) if folder))
    children.running["beat"] = worker.start_beat(state)
    _wait_for_web(listener)


def _start_web(state: State, listener: socket.socket) -> subprocess.Popen[bytes]:
    descriptor = listener.fileno()
    gunicorn = (sys.executable, "-m", "gunicorn", "--config", "python:idlib.web_server")
    return processes.spawn(
        [*gunicorn, "--bind", f"fd://{descriptor}", "idlib.wsgi"],
        log=state.logs / "web.log",
        cwd=_PROJECT,
        death_signal=signal.SIGQUIT,
        environment=env.for_services(),
        pass_fds=[descriptor],
    )


def _wait_for_web(listener: socket.socket) -> None:
    # The socket listens already, so the request waits in its queue until a worker of the web server takes it.
    host, port = listener.getsockname()
    client = http.client.HTTPConnection(host, port, timeout=_BOOT_LIMIT)
    client.request("GET", "/livez")
    client.getresponse().read()
    client.close()


def _most_disputed_day() -> str:
    output = StringIO()
    call_command("disputed_day", stdout=output)
    return output.getvalue().strip()


@contextmanager
def _listen(port: int | None) -> Iterator[socket.socket]:
    """A listening socket on the port asked for, or on the first free one of the usual range."""
    for candidate in [port] if port is not None else _PORTS:
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((_HOST, candidate))
                listener.listen(128)
            except OSError as error:
                reason = os.strerror(error.errno) if error.errno else str(error)
                continue
            yield listener
            return
    asked = f"Port {port}" if port is not None else f"Any port from {_PORTS.start} to {_PORTS.stop - 1}"
    raise SetupError(f"{asked} can't be used ({reason}): choose a free one, as in `make run PORT=9000`.")


@contextmanager
def _stopping_on_signals() -> Iterator[None]:
    """During the block an asking signal raises _StopRequest; from the first one on, and after the block, none does.

    So nothing can cut the orderly end short: whoever can't wait for it has SIGKILL, which leaves nothing either.
    """

    def stop(signum: int, frame: FrameType | None) -> None:
        _ignore_stop_signals()
        raise _StopRequest

    for each in _STOP_SIGNALS:
        signal.signal(each, stop)
    try:
        yield
    finally:
        _ignore_stop_signals()


def _ignore_stop_signals() -> None:
    for each in _STOP_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
