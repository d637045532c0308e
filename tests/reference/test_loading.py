"""The reader of reference data: a wrong entry is refused with the file, the entry and the fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.reference import loading

SIDE = '[[side]]\nkey = "north"\nname = "North"\ncode = "NO"\n'
SOURCE = """
[[source]]
slug = "harbour-office"
name = "Harbour Office"
kind = "ministry"
side = "north"
aliases = { en = ["Harbour Office"] }
references = [{ address = "https://example.org/harbour", title = "The Harbour Office" }]
"""
PLACE = """
[[place]]
slug = "old-port"
name = "Old Port"
kind = "town"
references = [{ address = "https://example.org/port", title = "Old Port" }]
"""
CEASEFIRE = """
[[ceasefire]]
slug = "2001-02-03-port"
name = "Truce of the port"
summary = "A truce."
begins = 2001-02-03
begins_precision = "day"
zone = "UTC"
area = ["old-port"]
terms = []
listed_by = []
references = [{ address = "https://example.org/truce", title = "Truce" }]
[[ceasefire.starts]]
day = 2001-02-03
stated_by = "harbour-office"
reference = { address = "https://example.org/truce", title = "Truce" }
[[ceasefire.parties]]
source = "harbour-office"
role = "bound"
stated_by = "harbour-office"
reference = { address = "https://example.org/truce", title = "Truce" }
"""

LOADERS = (loading.sides, loading.sources, loading.places, loading.ceasefires)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of reference data of its own; what the loaders keep in memory is forgotten before and after."""
    monkeypatch.setattr(loading, "FOLDER", tmp_path)
    for loader in LOADERS:
        loader.cache_clear()
    yield tmp_path
    for loader in LOADERS:
        loader.cache_clear()


def written(folder: Path, *, sources: str = SIDE + SOURCE, places: str = PLACE, ceasefires: str = CEASEFIRE) -> None:
    for name, text in (("sources", sources), ("places", places), ("ceasefires", ceasefires)):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_good_data_is_read(folder: Path) -> None:
    written(folder)
    assert [s.slug for s in loading.sources()] == ["harbour-office"]
    assert [c.area for c in loading.ceasefires()] == [("old-port",)]


@pytest.mark.parametrize(
    ("files", "load", "words"),
    [
        ({"sources": SIDE + SOURCE + SOURCE}, loading.sources, ("sources.toml", "harbour-office", "twice")),
        ({"sources": SIDE + SOURCE.replace('"north"', '"south"')}, loading.sources, ("harbour-office", "side 'south'")),
        ({"sources": SIDE + SOURCE + 'parent = "sea"'}, loading.sources, ("harbour-office", "parent 'sea' is unknown")),
        ({"sources": SIDE + SOURCE.replace("ministry", "guild")}, loading.sources, ("harbour-office", "guild")),
        (
            {"sources": SIDE + SOURCE.split("references")[0]},
            loading.sources,
            ("harbour-office", "references is missing"),
        ),
        (
            {"sources": SIDE + SOURCE.split("references")[0] + "references = []"},
            loading.sources,
            ("harbour-office", "needs a reference"),
        ),
        (
            {"sources": SIDE + SOURCE + 'persons = [{ name = "A. Pilot", office = "Pilot", since = "2001" }]'},
            loading.sources,
            ("harbour-office", "since is not a day", "2001"),
        ),
        ({"sources": "[[side"}, loading.sides, ("sources.toml",)),
        ({"places": PLACE + 'within = "island"'}, loading.places, ("old-port", "within 'island' is unknown")),
        ({"ceasefires": CEASEFIRE.replace('["old-port"]', '["new-port"]')}, loading.ceasefires, ("area 'new-port'",)),
        (
            {"ceasefires": CEASEFIRE.replace('stated_by = "harbour-office"', 'stated_by = "nobody"')},
            loading.ceasefires,
            ("2001-02-03-port", "stated_by 'nobody' is unknown"),
        ),
        (
            {"ceasefires": CEASEFIRE.replace("begins = 2001-02-03\n", "")},
            loading.ceasefires,
            ("2001-02-03-port", "begins is missing"),
        ),
        ({"ceasefires": CEASEFIRE.replace('"bound"', '"witness"')}, loading.ceasefires, ("2001-02-03-port", "witness")),
    ],
)
def test_wrong_data_is_refused_with_its_fault(
    folder: Path, files: dict[str, str], load: Callable[[], object], words: tuple[str, ...]
) -> None:
    written(folder, **files)
    with pytest.raises(loading.ReferenceError) as refusal:
        load()
    assert [word for word in words if word not in str(refusal.value)] == []
