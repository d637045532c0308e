"""Makes the folders of a state, and puts them elsewhere where the servers' account or a socket could not use them."""

import os
import shutil
import tempfile
from pathlib import Path

from idlib.embedded.account import Account
from idlib.embedded.state import State

_SOCKET_PATH_LIMIT = 100  # bytes; the kernel's is 108 on Linux and 104 on macOS
_SURVIVES_REBOOT = Path("/var/tmp")


def make(state: State, *, account: Account | None) -> None:
    """Make what is missing. A folder that has to lie elsewhere is linked to from its place, so that it can be found."""
    reachable = account is None or account.reaches(state.folder)
    _make(state.servers_link, account=account, elsewhere=None if reachable else _SURVIVES_REBOOT)
    short = len(os.fsencode(state.postgres_socket)) <= _SOCKET_PATH_LIMIT
    _make(state.run_link, account=account, elsewhere=None if short else Path("/tmp"))


def remove(state: State) -> None:
    """Remove the state and all that it links to."""
    for folder in (state.run, state.servers, state.folder):
        shutil.rmtree(folder, ignore_errors=True)


def _make(folder: Path, *, account: Account | None, elsewhere: Path | None) -> None:
    if folder.is_dir():
        return
    folder.unlink(missing_ok=True)  # a link whose target is gone
    if elsewhere is None:
        folder.mkdir(mode=0o700)
    else:
        folder.symlink_to(tempfile.mkdtemp(prefix="claim-conflict-tracker-", dir=elsewhere))
    if account:
        os.chown(folder, account.uid, account.gid)
