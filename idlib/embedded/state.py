"""Where the embedded servers keep what they own: the layout of a state folder."""

from dataclasses import dataclass
from pathlib import Path

POSTGRES_USER = "tracker"
POSTGRES_PORT = 5432
DATABASE_NAME = "tracker"


class SetupError(Exception):
    """Something outside this program is in the way; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class State:
    """A folder that several processes share; several such folders can be used side by side."""

    folder: Path

    @property
    def users_lock(self) -> Path:
        """Held shared by every process that uses the servers; the keeper takes it alone before it stops them."""
        return self.folder / "users.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held by the one process that runs the servers, as long as it does."""
        return self.folder / "keeper.lock"

    @property
    def run_lock(self) -> Path:
        """Held by `manage.py run`; its text is the address it serves."""
        return self.folder / "run.lock"

    @property
    def prepare_lock(self) -> Path:
        """Held by the one process that migrates the database."""
        return self.folder / "prepare.lock"

    @property
    def secret_key(self) -> Path:
        return self.folder / "secret_key"

    @property
    def logs(self) -> Path:
        return self.folder / "log"

    @property
    def servers_link(self) -> Path:
        """A folder, or a link to one elsewhere if the servers' account can't reach the state folder."""
        return self.folder / "servers"

    @property
    def servers(self) -> Path:
        return self.servers_link.resolve()

    @property
    def postgres_data(self) -> Path:
        return self.servers / "postgres"

    @property
    def ready(self) -> Path:
        """Present while the servers answer; its text says which binaries run."""
        return self.servers / "ready"

    @property
    def run_link(self) -> Path:
        """The sockets' folder, or a link to a shorter path if theirs would be too long for a socket."""
        return self.servers / "run"

    @property
    def run(self) -> Path:
        return self.run_link.resolve()

    @property
    def postgres_socket(self) -> Path:
        return self.run / f".s.PGSQL.{POSTGRES_PORT}"

    @property
    def valkey_socket(self) -> Path:
        return self.run / "valkey.sock"
