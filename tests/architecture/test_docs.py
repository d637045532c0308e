"""Docs that list things are held to the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims import vocabulary
from claims.judging.kinds import KINDS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
EXPLAINED = (
    vocabulary.Form,
    vocabulary.Polarity,
    vocabulary.Topic,
    vocabulary.Stance,
    vocabulary.Precision,
    vocabulary.LinkRole,
    vocabulary.PartyRole,
    vocabulary.Relation,
    vocabulary.Dimension,
    vocabulary.ReviewState,
    vocabulary.DateOrigin,
    vocabulary.ChangeKind,
    vocabulary.WorkState,
)


def test_the_glossary_explains_every_key() -> None:
    explained = re.findall(r"^\| `([^`]+)` \| \S", (DOCS / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert explained == [member.value for keys in EXPLAINED for member in keys]


def test_the_architecture_names_every_room() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    rooms = {
        path.stem for path in (ROOT / "claims").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    unnamed = {room for room in rooms - {"__init__", "apps", "migrations"} if f"`claims/{room}`" not in text}
    assert unnamed == set()


def test_the_method_explains_every_kind() -> None:
    text = (DOCS / "method-judging.md").read_text(encoding="utf-8")
    assert [kind.key for kind in KINDS if f"`{kind.key}`" not in text] == []


PLACES = sorted(
    {
        place
        for page in ("adding.md", "architecture.md")
        for place in re.findall(r"`((?:claims|idlib|tests)/[\w./]+)`", (DOCS / page).read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("place", PLACES)
def test_places_named_in_the_docs_exist(place: str) -> None:
    assert (ROOT / place).exists() or (ROOT / f"{place}.py").exists()


def test_links_between_the_docs_lead_somewhere() -> None:
    broken = [
        (page.name, target)
        for page in [*DOCS.rglob("*.md"), ROOT / "README.md"]
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
