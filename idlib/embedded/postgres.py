"""The embedded PostgreSQL: how its cluster is made, started and known to answer."""

import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from idlib.embedded import binaries, processes
from idlib.embedded.account import Account
from idlib.embedded.sockets import answers
from idlib.embedded.state import DATABASE_NAME, POSTGRES_PORT, POSTGRES_USER, SetupError, State

_MAX_CONNECTIONS = 80
_DURABLE = ("shared_buffers=128MB",)
_EPHEMERAL = (
    "shared_buffers=64MB",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
)


@dataclass(frozen=True, slots=True)
class Postgres:
    STOP_SIGNAL: ClassVar = signal.SIGINT  # "fast shutdown": clean, without waiting for clients

    state: State
    programs: Path
    account: Account | None
    ephemeral: bool

    def start(self) -> subprocess.Popen[bytes]:
        """Start the server on its cluster, which is made first if there is none."""
        version = binaries.major_version(self.programs / "postgres")
        if not self._version_file.exists():
            self._make_cluster(version)
        made_by = int(self._version_file.read_text())
        if made_by != version:
            raise SetupError(
                f"The data in {self.state.folder} is of PostgreSQL {made_by} and the programs are {version}: "
                f"name those of {made_by} in POSTGRES_BIN, or another folder in TRACKER_STATE."
            )
        self._end_predecessor()
        settings = [
            "listen_addresses=",
            f"unix_socket_directories={self.state.run}",
            f"port={POSTGRES_PORT}",
            f"max_connections={_MAX_CONNECTIONS}",
            "logging_collector=off",
            "timezone=UTC",
            "log_timezone=UTC",
            *(_EPHEMERAL if self.ephemeral else _DURABLE),
        ]
        options = [word for setting in settings for word in ("-c", setting)]
        return processes.spawn(
            [self.programs / "postgres", "-D", self.state.postgres_data, *options],
            log=self.log,
            cwd=self.state.servers,
            death_signal=self.STOP_SIGNAL,
            account=self.account,
            environment=self._environment,
        )

    def make_database(self) -> None:
        """Create the project's database unless it exists; the server must answer."""
        query = f"select 1 from pg_database where datname = '{DATABASE_NAME}'"
        if not self._ask(query):
            self._ask(f'create database "{DATABASE_NAME}"')

    def answers(self) -> bool:
        """Whether the server accepts connections, which it does only after any recovery is done."""
        return answers(self.state.postgres_socket) and self._pid_file_says_ready()

    @property
    def log(self) -> Path:
        return self.state.logs / "postgres.log"

    @property
    def _version_file(self) -> Path:
        return self.state.postgres_data / "PG_VERSION"

    @property
    def _pid_file(self) -> Path:
        return self.state.postgres_data / "postmaster.pid"

    @property
    def _environment(self) -> dict[str, str]:
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC", "HOME": str(self.state.servers)}

    def _make_cluster(self, version: int) -> None:
        # Made under another name: a cluster whose making was cut short is never taken for a whole one.
        unfinished = self.state.postgres_data.with_name("postgres.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        locale = (
            ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            if version >= 17
            else ["--locale=C.UTF-8"]
        )
        self._run(
            "initdb",
            *("-D", str(unfinished), "-U", POSTGRES_USER, "-E", "UTF8", *locale),
            *("--auth-local=trust", "--auth-host=reject", "--no-instructions", "--no-sync"),
        )
        unfinished.rename(self.state.postgres_data)

    def _end_predecessor(self) -> None:
        """Deal with what a keeper that was killed left behind: a server still shutting down, or a stale pid file."""
        deadline = time.monotonic() + 10
        while answers(self.state.postgres_socket) and time.monotonic() < deadline:
            # Only where the kernel did not tell the server of its keeper's death is it still there to be stopped.
            self._run("pg_ctl", "stop", "-D", str(self.state.postgres_data), "-m", "fast", "-w", check=False)
        while self._predecessor_lives() and time.monotonic() < deadline:
            time.sleep(0.02)
        if self._pid_file.exists() and not self._predecessor_lives():
            # After a reboot the number may be any other process's, for which PostgreSQL would refuse to start.
            self._pid_file.unlink()

    def _predecessor_lives(self) -> bool:
        try:
            pid = int(self._pid_file.read_text().split("\n", 1)[0])
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (OSError, ValueError):
            return False
        return str(self.state.postgres_data).encode() in command

    def _pid_file_says_ready(self) -> bool:
        try:
            lines = self._pid_file.read_text().splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[7].strip() == "ready"

    def _ask(self, query: str) -> str:
        where = ["-h", str(self.state.run), "-p", str(POSTGRES_PORT), "-U", POSTGRES_USER, "-d", "postgres"]
        return self._run("psql", *where, "-XAtqc", query)

    def _run(self, program: str, *arguments: str, check: bool = True) -> str:
        done: subprocess.CompletedProcess[str] = subprocess.run(
            [self.programs / program, *arguments],
            capture_output=True,
            text=True,
            cwd=self.state.servers,
            env=self._environment,
            **(self.account.as_popen() if self.account else {}),
        )
        if check and done.returncode:
            raise SetupError(f"{program} failed: {' '.join(done.stderr.split()) or done.returncode}")
        return done.stdout.strip()
