"""Child processes that never outlive their parent, whatever ends it."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType

from idlib.embedded.account import Account

_PR_SET_PDEATHSIG = 1
_LOG_LIMIT = 20_000_000  # bytes; a longer log is set aside at the next start
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(death_signal: signal.Signals, *, parent: int) -> None:
    """Have the kernel send death_signal to this process when the thread that forked it ends (Linux only).

    A change of user clears the request, so it is made after that; a parent that ended before it is noticed by its id.
    """
    if _LIBC is None:
        return
    _LIBC.prctl(_PR_SET_PDEATHSIG, int(death_signal))
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def spawn(
    command: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path,
    death_signal: signal.Signals = signal.SIGTERM,
    account: Account | None = None,
    environment: Mapping[str, str] | None = None,
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start command in a process group of its own, its output appended to log. Call it from the main thread."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > _LOG_LIMIT:
        log.replace(log.with_name(f"{log.name}.1"))
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=environment,
            pass_fds=pass_fds,
            process_group=0,
            preexec_fn=_die_with_this_process(death_signal),
            **(account.as_popen() if account else {}),
        )


def stop(process: subprocess.Popen[bytes], *, stop_signal: signal.Signals = signal.SIGTERM, grace: float = 10) -> None:
    """Ask the process to end; after grace seconds make it. Nothing of its group is left in either case."""
    if process.poll() is None:
        process.send_signal(stop_signal)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(grace)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextlib.contextmanager
def on_child_end(check: Callable[[], None]) -> Iterator[None]:
    """During the block call check whenever a child of this process ends; what it raises is raised in the block."""

    def checking(signum: int, frame: FrameType | None) -> None:
        check()

    signal.signal(signal.SIGCHLD, checking)
    try:
        check()  # it may have ended before
        yield
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _die_with_this_process(death_signal: signal.Signals) -> Callable[[], None]:
    parent = os.getpid()

    def prepare() -> None:
        die_with_parent(death_signal, parent=parent)

    return prepare
