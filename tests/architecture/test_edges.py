"""What import rules cannot say: the edges name a query, they never spell one; files stay one concept each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CLAIMS = Path(__file__).parents[2] / "claims"
ROOMS = ("views", "api", "management", "admin.py", "tasks.py")
EDGES = sorted(path for room in ROOMS for path in (CLAIMS / room, *(CLAIMS / room).rglob("*.py")) if path.is_file())
SPELLED = re.compile(r"\.(filter|exclude|annotate|save)\(")


@pytest.mark.parametrize("path", EDGES, ids=lambda path: str(path.relative_to(CLAIMS)))
def test_edges_spell_no_query(path: Path) -> None:
    spelled = [line for line in path.read_text(encoding="utf-8").splitlines() if SPELLED.search(line)]
    assert spelled == []


def test_no_room_for_everything() -> None:
    forbidden = {"utils", "helpers", "common", "selectors", "signals"}
    assert [path for path in CLAIMS.rglob("*") if path.stem in forbidden] == []


def test_every_module_says_what_it_owns() -> None:
    silent = [
        str(path.relative_to(CLAIMS))
        for path in CLAIMS.rglob("*.py")
        if "migrations" not in path.parts and not path.read_text(encoding="utf-8").lstrip().startswith('"""')
    ]
    assert silent == []
