"""Which account the servers run under: PostgreSQL refuses root, so root's servers run as an unprivileged one."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from idlib.embedded.state import SetupError

_UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    uid: int
    gid: int

    def as_popen(self) -> dict[str, Any]:
        """The arguments of subprocess.Popen that make a child run under this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def reaches(self, path: Path) -> bool:
        """Whether the account may step into path (a folder) or run it (a file), by the mode bits all the way up."""
        path = path.resolve()
        return all(self._may_search(each) for each in (path, *path.parents))

    def _may_search(self, path: Path) -> bool:
        status = path.stat()
        if status.st_uid == self.uid:
            return bool(status.st_mode & stat.S_IXUSR)
        if status.st_gid == self.gid:
            return bool(status.st_mode & stat.S_IXGRP)
        return bool(status.st_mode & stat.S_IXOTH)


def servers_account() -> Account | None:
    """The account to change to, or None where this process is an ordinary user already."""
    if os.geteuid() != 0:
        return None
    for name in _UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise SetupError(
        f"PostgreSQL refuses to run as root and there is no account {' or '.join(_UNPRIVILEGED)}: be an ordinary user."
    )
