"""The killable child: work on untrusted bytes, done in another process under limits of memory, CPU and time.

A child is kept and used again (starting one costs half a second), ends by itself when its parent dies, sees no
settings of the parent, and is replaced after a fault or 500 jobs. `claims.documents.child` is what it runs.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.documents.records import UnreadableError
from claims.vocabulary import ErrorCode

Job = Callable[[bytes, str], tuple[Any, bytes]]
"""What a child can do: (bytes, one option) to (JSON, bytes). A function of a module's top level."""

HEADER = struct.Struct(">II")
"""The lengths of the JSON and the bytes that follow, each way."""

_ROOT = Path(__file__).resolve().parents[2]
_TOO_LONG = "Reading this document took too long and was stopped."
_TOO_MUCH = "Reading this document took too much work or memory and was stopped."
_LARGEST_ANSWER = 80 * 1024 * 1024
_JOBS_PER_CHILD = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """seconds: by the clock, for one job; cpu_seconds: of a processor, for one job; memory: bytes of address space."""

    seconds: float = 20.0
    cpu_seconds: int = 10
    memory: int = 1024**3


DEFAULT = Limits()


def run(job: Job, data: bytes, option: str = "", *, limits: Limits = DEFAULT) -> tuple[Any, bytes]:
    """The job's answer. Raises UnreadableError where the job says so, exceeds a limit, or brings its child down."""
    child = _take(limits)
    name = f"{job.__module__}:{job.__name__}"
    try:
        try:
            answer, blob = child.do(name, data, option)
        except BrokenPipeError:
            # It ended while it waited, and has not even begun: no fault of this job's.
            child.end()
            child = _Child(limits)
            answer, blob = child.do(name, data, option)
    except BrokenPipeError as fault:
        child.end()
        raise UnreadableError(_TOO_MUCH) from fault
    except BaseException:
        child.end()
        raise
    if answer.get("is_last") or child.is_used_up:
        child.end()
    else:
        with _lock:
            _idle.append(child)
    if "error" in answer:
        raise UnreadableError(answer["error"], code=ErrorCode(answer["code"]))
    return answer["value"], blob


class _Child:
    """One process, one job at a time."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.owner = os.getpid()
        self._jobs = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "claims.documents.child", str(limits.memory), str(limits.cpu_seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"},
            bufsize=0,
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    @property
    def is_used_up(self) -> bool:
        return self._jobs >= _JOBS_PER_CHILD or not self.is_alive

    def do(self, job: str, data: bytes, option: str) -> tuple[dict[str, Any], bytes]:
        """The child's answer. Raises UnreadableError, or BrokenPipeError where the child had ended before."""
        self._jobs += 1
        deadline = time.monotonic() + self.limits.seconds
        head = json.dumps({"job": job, "option": option}).encode()
        try:
            self._write(HEADER.pack(len(head), len(data)) + head + data, deadline)
        except TimeoutError as fault:
            raise UnreadableError(_TOO_LONG) from fault
        try:
            head_length, blob_length = HEADER.unpack(self._read(HEADER.size, deadline))
            if head_length + blob_length > _LARGEST_ANSWER:
                raise UnreadableError("This document unpacks to too much.", code=ErrorCode.TOO_LARGE)
            answer = json.loads(self._read(head_length, deadline))
            return answer, self._read(blob_length, deadline)
        except TimeoutError as fault:
            raise UnreadableError(_TOO_LONG) from fault
        except (EOFError, OSError) as fault:
            raise UnreadableError(_TOO_MUCH) from fault

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _write(self, data: bytes, deadline: float) -> None:
        assert self._process.stdin is not None
        pipe = self._process.stdin.fileno()
        os.set_blocking(pipe, False)
        left = memoryview(data)
        while left:
            self._wait(deadline, writable=pipe)
            left = left[os.write(pipe, left) :]

    def _read(self, length: int, deadline: float) -> bytes:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        parts: list[bytes] = []
        while length:
            self._wait(deadline, readable=pipe)
            part = os.read(pipe, min(length, 1024**2))
            if not part:
                raise EOFError
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def _wait(self, deadline: float, *, readable: int | None = None, writable: int | None = None) -> None:
        poll = select.poll()
        if readable is not None:
            poll.register(readable, select.POLLIN)
        if writable is not None:
            poll.register(writable, select.POLLOUT)
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise TimeoutError


_lock = threading.Lock()
_idle: list[_Child] = []


def _take(limits: Limits) -> _Child:
    """A child with these limits that waits, or a new one. Those of a process that this one was forked from are left."""
    with _lock:
        for child in list(_idle):
            if child.owner != os.getpid():
                _idle.remove(child)
            elif child.limits == limits:
                _idle.remove(child)
                if child.is_alive:
                    return child
                child.end()
    return _Child(limits)


@atexit.register
def close() -> None:
    """Ends the children that wait."""
    with _lock:
        while _idle:
            child = _idle.pop()
            if child.owner == os.getpid():
                child.end()
