"""What the killable child runs: takes jobs from its standard input, under limits, until that is closed.

Not imported by anything; `python -m claims.documents.child MEMORY CPU_SECONDS`, started by `claims.documents.sandbox`.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import resource
import sys
from typing import Any, BinaryIO

from claims.documents.records import UnreadableError
from claims.documents.sandbox import HEADER
from claims.vocabulary import ErrorCode


def main(memory: int, cpu_seconds: int) -> None:
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        # What a parser reads or prints must not reach the pipes.
        silence = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(silence, standard)
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
        while head := requests.read(HEADER.size):
            head_length, data_length = HEADER.unpack(head)
            request = json.loads(requests.read(head_length))
            data = requests.read(data_length)
            _limit_cpu(cpu_seconds)
            _answer(answers, request, data)


def _answer(answers: BinaryIO, request: dict[str, str], data: bytes) -> None:
    """Does one job. Out of memory, the process says that it must not be used again."""
    blob = b""
    answer: dict[str, Any]
    try:
        module, _, name = request["job"].partition(":")
        value, blob = getattr(importlib.import_module(module), name)(data, request["option"])
        answer = {"value": value}
    except UnreadableError as fault:
        answer = {"error": fault.message, "code": fault.code}
    except MemoryError:
        answer = {
            "error": "Reading this document takes too much memory.",
            "code": ErrorCode.BAD_CONTENT,
            "is_last": True,
        }
    except Exception as fault:
        # A parser's own faults are many and not ours to list; the document is bad for us, whatever it is.
        answer = {
            "error": f"This document is damaged or cannot be read ({type(fault).__name__}).",
            "code": ErrorCode.BAD_CONTENT,
        }
    head = json.dumps(answer).encode()
    answers.write(HEADER.pack(len(head), len(blob)) + head)
    answers.write(blob)
    answers.flush()


def _limit_cpu(seconds: int) -> None:
    """The kernel ends this process once it has used so many more seconds of a processor."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime) + seconds, hard))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
