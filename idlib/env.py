"""The only reader of the environment: one typed read for each thing that settings.py takes from outside."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from idlib.embedded.state import DATABASE_NAME, POSTGRES_USER, State

BASE_DIR = Path(__file__).resolve().parent.parent

_env = environ.Env()


def use_settings() -> None:
    """Name the settings module for this process, unless the environment already names one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "idlib.settings")


def use_locally() -> None:
    """Serve this machine alone: plain http, hosts of the loopback, a secret key of our own. Children inherit it."""
    os.environ.setdefault("TRACKER_LOCAL", "1")


def log_warnings_only() -> None:
    """Keep the output of a command to what it has to say, unless the environment asks for more."""
    os.environ.setdefault("LOG_LEVEL", "WARNING")


def for_services() -> dict[str, str]:
    """The environment of a long-running child, which logs in full."""
    return {**os.environ, "LOG_LEVEL": "INFO"}


def text(name: str, default: str = "") -> str:
    return str(_env.str(name, default=default))


def number(name: str, default: int) -> int:
    return int(_env.int(name, default=default))


def flag(name: str, *, default: bool) -> bool:
    return bool(_env.bool(name, default=default))


def words(name: str, default: list[str]) -> list[str]:
    """A comma-separated list."""
    return list(_env.list(name, default=default))


def path(name: str) -> Path | None:
    value = text(name)
    return Path(value).expanduser() if value else None


def state() -> State:
    """Where the embedded servers, the generated key and the logs live."""
    return State((path("TRACKER_STATE") or BASE_DIR / ".state").absolute())


def embedded_postgres() -> bool:
    return not text("DATABASE_URL")


def embedded_valkey() -> bool:
    return not text("REDIS_URL")


def local() -> bool:
    """Whether this process serves its own machine only, which the embedded database implies."""
    return flag("TRACKER_LOCAL", default=embedded_postgres())


def database() -> dict[str, Any]:
    """Django's settings of the one database; those of the embedded server hold whether or not it runs yet."""
    if embedded_postgres():
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": DATABASE_NAME,
            "USER": POSTGRES_USER,
            "HOST": str(state().run),
        }
    return dict(_env.db_url("DATABASE_URL"))


def redis_url() -> str:
    """The address as redis-py reads it: redis://, rediss:// or unix://."""
    return text("REDIS_URL") or f"unix://{state().valkey_socket}?db=0"


def broker_url() -> str:
    """The same address as Celery spells it: a socket is redis+socket:// and its db a virtual host."""
    url = urlsplit(redis_url())
    if url.scheme != "unix":
        return url.geturl()
    options = {("virtual_host" if key == "db" else key): value for key, value in parse_qsl(url.query)}
    return f"redis+socket://{url.path}?{urlencode(options)}" if options else f"redis+socket://{url.path}"


def secret_key() -> str:
    """SECRET_KEY; for local use one that is made once and kept in the state folder."""
    given = text("SECRET_KEY")
    if given:
        return given
    if not local():
        raise ImproperlyConfigured("SECRET_KEY is not set: production needs a long random one (see .env.example).")
    return _kept_key(state().secret_key)


def _kept_key(file: Path) -> str:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # O_EXCL decides between two first starts; the loser reads the winner's key.
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    except OSError:
        return secrets.token_urlsafe(50)
    return file.read_text()
