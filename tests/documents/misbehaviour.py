"""Jobs that a killable child must survive or be killed for; imported by the child, by this name."""

from __future__ import annotations

import os
import signal
import socket
import threading
from pathlib import Path
from typing import Any


def echo(data: bytes, option: str) -> tuple[Any, bytes]:
    return {"option": option, "pid": os.getpid()}, data


def print_and_read(data: bytes, option: str) -> tuple[Any, bytes]:
    print("words that must not reach the answer")
    os.write(1, b"nor these")
    return os.read(0, 10).decode(), b""


def spin(data: bytes, option: str) -> tuple[Any, bytes]:
    while True:
        pass


def wait(data: bytes, option: str) -> tuple[Any, bytes]:
    threading.Event().wait()
    return None, b""


def fill_memory(data: bytes, option: str) -> tuple[Any, bytes]:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def die(data: bytes, option: str) -> tuple[Any, bytes]:
    os.kill(os.getpid(), signal.SIGKILL)
    return None, b""


def fail(data: bytes, option: str) -> tuple[Any, bytes]:
    raise ZeroDivisionError


def answer_too_much(data: bytes, option: str) -> tuple[Any, bytes]:
    return None, bytes(90_000_000)


def write_a_file(data: bytes, option: str) -> tuple[Any, bytes]:
    with Path(option).open("wb") as file:
        file.write(b"x" * 100)
    return None, b""


def environment(data: bytes, option: str) -> tuple[Any, bytes]:
    names = [entry.partition(b"=")[0].decode() for entry in Path("/proc/self/environ").read_bytes().split(b"\0")]
    return sorted(names), b""


def open_many(data: bytes, option: str) -> tuple[Any, bytes]:
    return len([socket.socket() for _ in range(100)]), b""
