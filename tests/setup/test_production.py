"""What production takes from outside is asked for, checked, and written down."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SECRETS = {"SECRET_KEY": "x" * 50 + "abcdefgh", "POSTGRES_PASSWORD": "secret", "ALLOWED_HOSTS": "claims.example.org"}
PRODUCTION = {
    "PATH": os.environ["PATH"],
    "DATABASE_URL": "postgresql://nobody/none",
    "REDIS_URL": "redis://nobody",
    "ALLOWED_HOSTS": SECRETS["ALLOWED_HOSTS"],
}
READ_BY_COMPOSE_ALONE = {"POSTGRES_PASSWORD"}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env=PRODUCTION | environment,
        capture_output=True,
        text=True,
    )


def test_django_finds_nothing_to_warn_of() -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", SECRET_KEY=SECRETS["SECRET_KEY"])
    assert done.returncode == 0, done.stderr


def test_production_needs_a_key_of_its_own() -> None:
    done = manage("check")
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_every_static_file_that_another_names_is_there(tmp_path: Path) -> None:
    done = manage("collectstatic", "--no-input", SECRET_KEY=SECRETS["SECRET_KEY"], STATIC_ROOT=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "staticfiles.json").exists()


def test_the_example_names_every_variable_that_is_read() -> None:
    read = set()
    for file in (PROJECT / "manage.py", *(PROJECT / "idlib").rglob("*.py")):
        read |= set(re.findall(r"\b(?:text|number|flag|words|path|_env\.\w+)\(\s*\"([A-Z_]+)\"", file.read_text()))
    named = set(re.findall(r"^#?([A-Z_]+)=", (PROJECT / ".env.example").read_text(), flags=re.MULTILINE))
    assert "DATABASE_URL" in read
    assert named == read | READ_BY_COMPOSE_ALONE


def compose(**environment: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("docker-compose")
    if not program:
        if os.environ.get("CI") == "true":
            pytest.fail("docker-compose is not installed, and CI skips no test: .ci/run installs it.")
        pytest.skip("docker-compose is not installed")
    return subprocess.run(
        [program, "config"],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
    )


def test_compose_starts_nothing_without_its_secrets() -> None:
    for name in SECRETS:
        done = compose(**{other: value for other, value in SECRETS.items() if other != name})
        assert done.returncode != 0
        assert f"set {name}" in done.stderr


def test_the_compose_file_describes_the_whole() -> None:
    done = compose(**SECRETS)
    assert done.returncode == 0, done.stderr
    services: dict[str, Any] = _as_yaml(done.stdout)["services"]
    assert set(services) == {"db", "redis", "migrate", "web", "worker", "beat"}
    assert all("healthcheck" in service for name, service in services.items() if name != "migrate")
    assert all("container_name" not in service for service in services.values())
    assert [name for name, service in services.items() if "ports" in service] == ["web"]
    assert services["worker"]["environment"]["DATABASE_URL"] == "postgresql://tracker:secret@db:5432/tracker"


def test_the_image_runs_without_rights() -> None:
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users == ["tracker"]


def _as_yaml(text: str) -> Any:
    # The program prints YAML with scalars that JSON would need quotes for; it brings the reader with it.
    import yaml

    return json.loads(json.dumps(yaml.safe_load(text)))
