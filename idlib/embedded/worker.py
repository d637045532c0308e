"""A Celery worker as a child process: of `run` for as long as it serves, of a command only if no other worker runs."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL

from idlib import env
from idlib.embedded import processes
from idlib.embedded.state import SetupError, State

_PROJECT = Path(__file__).resolve().parents[2]
_CELERY = (sys.executable, "-m", "celery", "-A", "idlib.celery")


def worker_log(state: State) -> Path:
    return state.logs / "worker.log"


def start_worker(state: State) -> subprocess.Popen[bytes]:
    options = ("--loglevel", "INFO", "--without-gossip", "--without-mingle")
    return processes.spawn(
        [*_CELERY, "worker", *options],
        log=worker_log(state),
        cwd=_PROJECT,
        # Its parent was killed, so the queue may be gone, and an orderly end would wait for it.
        death_signal=SIGKILL,
        environment=env.for_services(),
    )


def start_beat(state: State) -> subprocess.Popen[bytes]:
    schedule = str(state.folder / "beat-schedule")
    return processes.spawn(
        [*_CELERY, "beat", "--loglevel", "INFO", "--schedule", schedule, "--pidfile", ""],
        log=state.logs / "beat.log",
        cwd=_PROJECT,
        environment=env.for_services(),
    )


@contextlib.contextmanager
def worker_beside(state: State) -> Iterator[None]:
    """A worker runs during the block: one that answers already, or one started for it. SetupError if that one ends."""
    if _one_answers():
        yield
        return
    worker = start_worker(state)

    def check() -> None:
        if worker.poll() is not None:
            raise SetupError(f"The worker has ended with {worker.returncode}; {worker_log(state)} says why.")

    try:
        with processes.on_child_end(check):
            yield
    finally:
        processes.stop(worker)


def _one_answers() -> bool:
    # Imported late: the Celery app reads the settings, and those ask where the servers are.
    from idlib.celery import app

    return bool(app.control.ping(timeout=1, limit=1))
