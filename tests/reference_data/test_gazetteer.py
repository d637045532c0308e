"""The gazetteer: complete entries, one place for each spelling, and coordinates that can be true."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from claims.reference import places
from claims.reference.records import PlaceEntry

ENTRIES = {place.slug: place for place in places()}

KINDS = {
    "country", "region", "province", "district", "city", "town", "village",
    "zone", "road", "airbase", "border-crossing", "camp", "mountain",
}  # fmt: skip

PROVINCES = {
    "aleppo-province", "daraa-province", "deir-ez-zor-province", "hama-province", "hasakah-province", "homs-province",
    "idlib-province", "latakia-province", "quneitra-province", "raqqa-province", "rif-dimashq", "suwayda-province",
    "tartus-province",
}  # fmt: skip

PROMISED = {
    "syria", "north-western-syria", "north-eastern-syria", "idlib", "aleppo", "hama", "latakia", "damascus",
    "idlib-deescalation-zone", "m4-highway", "m5-highway", "hmeimim", "ras-al-ayn", "tal-tamr", "sochi", "astana",
}  # fmt: skip

# south, north, west, east
BOUNDS = {
    "syria": (32.3, 37.4, 35.6, 42.4),
    "north-western-syria": (34.8, 37.0, 35.6, 38.6),
    "idlib-province": (35.3, 36.4, 36.1, 37.3),
    "latakia-province": (35.2, 36.0, 35.7, 36.4),
    "hama-province": (34.8, 35.8, 36.1, 38.0),
    "aleppo-province": (35.6, 37.0, 36.5, 38.6),
}


def chain(place: PlaceEntry) -> list[str]:
    """The slugs of all that contains the place, from the inside out."""
    slugs: list[str] = []
    while place.within is not None:
        slugs.append(place.within)
        place = ENTRIES[place.within]
    return slugs


def spelling(words: str) -> str:
    """What is left of a name when case, apostrophes, hyphens and a leading article are not told apart."""
    plain = re.sub("['‘’`ʼ]", "", words.casefold()).replace("-", " ").replace("–", " ")
    return re.sub("^(al|el|ad|an|ar|as|ash|at|az) ", "", plain)


def test_enough_places_and_most_of_them_in_the_north_west() -> None:
    north_west = [place for place in ENTRIES.values() if "north-western-syria" in chain(place)]
    assert len(ENTRIES) >= 270
    assert len(north_west) >= 250
    assert sum(place.latitude is not None for place in north_west) >= 180


def test_every_promised_slug_is_there() -> None:
    assert ENTRIES.keys() >= PROVINCES | PROMISED
    syrian = {slug for slug, place in ENTRIES.items() if "syria" in chain(place)}
    assert {slug for slug in syrian if ENTRIES[slug].kind == "province"} == PROVINCES


@pytest.mark.parametrize(
    ("slug", "container"),
    [
        ("idlib", "idlib-province"),
        ("idlib-deescalation-zone", "north-western-syria"),
        ("idlib-province", "north-western-syria"),
        ("hama-province", "north-western-syria"),
        ("latakia-province", "north-western-syria"),
        ("aleppo-province", "north-western-syria"),
        ("hasakah-province", "north-eastern-syria"),
        ("north-western-syria", "syria"),
    ],
)
def test_what_contains_what(slug: str, container: str) -> None:
    assert ENTRIES[slug].within == container


@pytest.mark.parametrize("place", ENTRIES.values(), ids=ENTRIES)
def test_entry_is_complete(place: PlaceEntry) -> None:
    assert place.kind in KINDS
    assert place.slug == re.sub("[^a-z0-9-]", "", place.slug)
    assert place.references
    assert all(reference.address and reference.title for reference in place.references)
    assert place.name in place.aliases["en"]
    assert place.aliases.get("ar")
    assert (place.latitude is None) == (place.longitude is None)
    assert "syria" in chain(place) or place.kind in ("country", "province", "city", "town")
    if place.kind in ("village", "district"):
        assert {ENTRIES[slug].kind for slug in chain(place)} & {"province"}


def test_no_chain_of_containers_runs_in_a_circle() -> None:
    for place in ENTRIES.values():
        seen = {place.slug}
        while place.within is not None:
            assert place.within not in seen
            seen.add(place.within)
            place = ENTRIES[place.within]


def test_a_spelling_names_one_place_only() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for place in ENTRIES.values():
        for words in (place.name, *(alias for aliases in place.aliases.values() for alias in aliases)):
            named[spelling(words)].add(place.slug)
    assert {words: slugs for words, slugs in named.items() if len(slugs) > 1} == {}


@pytest.mark.parametrize("area", BOUNDS)
def test_coordinates_lie_in_what_contains_them(area: str) -> None:
    south, north, west, east = BOUNDS[area]
    inside = [p for p in ENTRIES.values() if area in (p.slug, *chain(p)) and p.latitude is not None]
    astray = [p.slug for p in inside if not (south <= p.latitude <= north and west <= (p.longitude or 0) <= east)]  # type: ignore[operator]
    assert len(inside) >= 15
    assert astray == []


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Idlib", "idlib-province"), ("Idlib city", "idlib"), ("city of Idlib", "idlib"),
        ("Aleppo", "aleppo-province"), ("Aleppo city", "aleppo"), ("Hama", "hama-province"), ("Hama city", "hama"),
        ("Latakia", "latakia-province"), ("al-Hasakah", "hasakah-province"),
        ("Maarat al-Numan", "maarat-al-numan"), ("Maarat al-Nu'man", "maarat-al-numan"),
        ("Maaret al-Numan", "maarat-al-numan"), ("Ma'arrat an-Numan", "maarat-al-numan"),
        ("Maraat al-Numan", "maarat-al-numan"), ("Khan Sheikhoun", "khan-sheikhoun"),
        ("Khan Shaykhun", "khan-sheikhoun"), ("Saraqib", "saraqib"), ("Saraqeb", "saraqib"),
        ("Jisr al-Shughur", "jisr-al-shughur"), ("Jisr ash-Shugur", "jisr-al-shughur"), ("Nairab", "nayrab"),
        ("al-Nayrab", "nayrab"), ("Kafr Nabl", "kafr-nabl"), ("Kafranbel", "kafr-nabl"), ("Kabana", "kabani"),
        ("Qalaat al-Madiq", "qalaat-al-madiq"), ("Kafr Nabouda", "kafr-nabouda"), ("Tal Tamr", "tal-tamr"),
        ("Um al-Khair", "um-al-khair"), ("Tawila al-Weka", "tawila"), ("Tamaneh", "tamanah"), ("Khwain", "khwain"),
        ("Zarzoor", "zarzur"), ("Trumba", "turnaba"), ("Ain al-Havr", "ain-al-hour"), ("Nur-Sultan", "astana"),
    ],
)  # fmt: skip
def test_spellings_of_the_wires(words: str, slug: str) -> None:
    assert [p.slug for p in ENTRIES.values() if words in p.aliases["en"]] == [slug]
