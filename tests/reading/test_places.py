"""The gazetteer: names in a text, longest first, and what contains what."""

from __future__ import annotations

import pytest

from claims.reading.places import Gazetteer
from claims.reading.records import Span
from claims.reference import places
from tests.reading.world import gazetteer


def find(text: str, *, of: Gazetteer | None = None) -> list[tuple[str, str]]:
    found = (of or gazetteer()).find(text, Span(0, len(text)))
    return [(slug, span.of(text)) for slug, span in found]


def test_each_name_with_its_words() -> None:
    assert find("From Ovin to Talle, in Sarn province and Brec") == [
        ("ovin", "Ovin"),
        ("talle", "Talle"),
        ("sarn-province", "Sarn province"),
        ("brec-province", "Brec"),
    ]


def test_the_longest_name_is_taken() -> None:
    assert find("in the Sarn valley") == [("sarn-valley", "Sarn valley")]


@pytest.mark.parametrize("text", ["ovin", "Ovinska", "pre-Ovin", "Ovin-held"])
def test_no_name_within_a_word_or_in_small_letters(text: str) -> None:
    assert find(text) == []


def test_only_within_the_span() -> None:
    text = "Ovin and Talle"
    assert [slug for slug, _ in gazetteer().find(text, Span(0, 6))] == ["ovin"]


def test_what_contains_a_place() -> None:
    assert gazetteer().within("ovin") == {"ovin", "sarn-province", "sarn-valley", "kelvar-land"}
    assert gazetteer().within("nowhere") == {"nowhere"}
    assert gazetteer().name("ovin") == "Ovin"
    assert gazetteer().name("nowhere") == "nowhere"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("ovin", "mirna", True),
        ("ovin", "sarn-valley", True),
        ("hollen", "ovin", False),
        ("kelvar-land", "ovin", True),
        ("hollen", "kelvar-land", True),
    ],
)
def test_two_places_of_one_part_of_the_country(one: str, other: str, shared: bool) -> None:
    assert gazetteer().share(one, other) is shared
    assert gazetteer().share(other, one) is shared


def test_every_spelling_of_the_reference_data_is_found() -> None:
    known = Gazetteer.of(places())
    lost = [
        alias
        for entry in places()
        for alias in (entry.name, *entry.aliases.get("en", ()))
        if not any(words == alias for _, words in find(f"in {alias}.", of=known))
    ]
    assert lost == []
