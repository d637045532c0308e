"""The killable child: what goes wrong in it costs one document and no more."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from claims.documents import sandbox
from claims.documents.records import UnreadableError
from claims.documents.sandbox import Limits
from claims.vocabulary import ErrorCode
from tests.documents import misbehaviour

ROOT = Path(__file__).resolve().parents[2]


def test_data_goes_both_ways_and_the_child_is_used_again():
    data = bytes(range(256)) * 40_000
    first, answer = sandbox.run(misbehaviour.echo, data, "ü")
    second, _ = sandbox.run(misbehaviour.echo, b"", "")
    assert answer == data
    assert first == {"option": "ü", "pid": second["pid"]}
    assert first["pid"] != os.getpid()


def test_what_a_job_prints_does_not_reach_the_answer_and_it_reads_nothing():
    assert sandbox.run(misbehaviour.print_and_read, b"data") == ("", b"")


LONGEST = 30
"""Seconds within which every case of a bad document must end, on a busy machine too."""


@pytest.mark.parametrize(
    ("job", "limits", "words"),
    [
        (misbehaviour.wait, Limits(seconds=0.5), "too long"),
        (misbehaviour.spin, Limits(seconds=20, cpu_seconds=1), "too much work"),
        (misbehaviour.fill_memory, Limits(memory=300_000_000), "memory"),
        (misbehaviour.die, Limits(), "too much"),
        (misbehaviour.fail, Limits(), "ZeroDivisionError"),
        (misbehaviour.answer_too_much, Limits(), "too much"),
        (misbehaviour.write_a_file, Limits(), "OSError"),
        (misbehaviour.open_many, Limits(), "OSError"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_job_that_misbehaves_is_stopped_and_the_next_one_works(job, limits, words, tmp_path):
    started = time.monotonic()
    with pytest.raises(UnreadableError, match=words) as failure:
        sandbox.run(job, b"data", str(tmp_path / "file"), limits=limits)
    assert time.monotonic() - started < LONGEST
    assert failure.value.code in (ErrorCode.BAD_CONTENT, ErrorCode.TOO_LARGE)
    assert sandbox.run(misbehaviour.echo, b"fine", limits=limits)[1] == b"fine"


def test_a_child_that_ended_while_it_waited_costs_no_document():
    child = sandbox.run(misbehaviour.echo, b"")[0]["pid"]
    watch = os.pidfd_open(child)
    os.kill(child, signal.SIGKILL)
    assert _ends_within(watch, 5)
    os.close(watch)
    answer, data = sandbox.run(misbehaviour.echo, b"fine")
    assert data == b"fine"
    assert answer["pid"] != child


def test_the_child_sees_nothing_of_our_settings(monkeypatch):
    sandbox.close()
    monkeypatch.setenv("SECRET_KEY", "not for a parser")
    names, _ = sandbox.run(misbehaviour.environment, b"")
    assert set(names) <= {"", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LC_ALL"}


def test_threads_have_children_of_their_own():
    answers: dict[int, bytes] = {}

    def work(number: int) -> None:
        for _ in range(5):
            answers[number] = sandbox.run(misbehaviour.echo, b"%d" % number * 100_000)[1]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: b"%d" % number * 100_000 for number in range(3)}


@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGTERM])
def test_the_child_ends_with_its_parent(signal_number):
    program = (
        "import sys; from claims.documents import sandbox; from tests.documents import misbehaviour\n"
        "print(sandbox.run(misbehaviour.echo, b'')[0]['pid'], flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        watch = os.pidfd_open(child)
        try:
            parent.send_signal(signal_number)
            parent.wait(timeout=5)
            assert _ends_within(watch, 5)
        finally:
            os.close(watch)


def _ends_within(pid_descriptor: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(pid_descriptor, select.POLLIN)
    return bool(poll.poll(seconds * 1000))
