"""The embedded Valkey: a queue and a cache that may be lost, for the database is the truth."""

import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from idlib.embedded import processes
from idlib.embedded.account import Account
from idlib.embedded.sockets import answers
from idlib.embedded.state import State

DATABASES = 64  # one for each worker of a test session


@dataclass(frozen=True, slots=True)
class Valkey:
    STOP_SIGNAL: ClassVar = signal.SIGTERM

    state: State
    server: Path
    account: Account | None

    def start(self) -> subprocess.Popen[bytes]:
        options = {
            "--port": "0",
            "--unixsocket": str(self.state.valkey_socket),
            "--unixsocketperm": "700",
            "--databases": str(DATABASES),
            "--save": "",
            "--appendonly": "no",
            "--dir": str(self.state.run),
        }
        return processes.spawn(
            [self.server, *(word for option in options.items() for word in option)],
            log=self.log,
            cwd=self.state.servers,
            death_signal=self.STOP_SIGNAL,
            account=self.account,
            environment={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
        )

    def answers(self) -> bool:
        return answers(self.state.valkey_socket)

    @property
    def log(self) -> Path:
        return self.state.logs / "valkey.log"
