"""The registry of sources: complete entries, one source for each name, terms of office in order."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from claims.reading.directory import Directory
from claims.reading.names import normal
from claims.reference import sides, sources
from claims.reference.records import PersonEntry, SourceEntry

ENTRIES = {source.slug: source for source in sources()}
FOLDER = Path(__file__).parent

RING = [
    "iran", "jihadist", "local", "monitor", "opposition", "press",
    "russia", "syrian-government", "turkey", "un", "west",
]  # fmt: skip
CODES = {"SY", "TR", "UN", "WE", "IR", "HT", "LO", "MO", "OP", "PR", "RU"}

EVERYDAY = {
    "who", "is", "it", "he", "she", "they", "we", "us", "care", "smart", "west", "east", "local", "force", "report",
    "minister", "ministry", "statement", "official", "fighter", "army", "military", "police", "group", "center", "man",
}  # fmt: skip
"""Words that stand in any sentence, in the form in which names are compared; "US" is told apart by its capitals."""

DEMONSTRATION = "demonstration-desk"


def table(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def compared(words: str, language: str) -> str:
    return normal(words) if language == "en" else words.casefold()


def named_twice(field: str) -> dict[tuple[str, str], set[str]]:
    """(language, words) -> slugs, where more than one source has them in that field."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in ENTRIES.values():
        words_by_language: dict[str, tuple[str, ...]] = getattr(entry, field)
        for language, words in words_by_language.items():
            for word in words:
                found[language, compared(word, language)].add(entry.slug)
        if field == "aliases":
            found["en", compared(entry.name, "en")].add(entry.slug)
    return {key: slugs for key, slugs in found.items() if len(slugs) > 1}


def test_sides_are_the_eleven_in_the_order_of_the_ring() -> None:
    assert [side.key for side in sides()] == RING
    assert {side.code for side in sides()} == CODES
    assert all(side.name for side in sides())


def test_enough_sources_from_every_side() -> None:
    assert len(ENTRIES) >= 140
    for side in RING:
        assert sum(entry.side == side for entry in ENTRIES.values()) >= 5, side


@pytest.mark.parametrize(("slug", "side", "parent"), table("agreed_sources.tsv"))
def test_agreed_slugs_keep_side_and_parent(slug: str, side: str, parent: str) -> None:
    assert (ENTRIES[slug].side, ENTRIES[slug].parent or "") == (side, parent)


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES.keys())
def test_entry_can_be_checked_and_found(entry: SourceEntry) -> None:
    for reference in entry.references:
        assert reference.address.startswith(("https://", "http://")) or entry.slug == DEMONSTRATION
        assert reference.title
    assert entry.aliases.get("en"), "no English alias"
    for words in (*entry.aliases.values(), *entry.deeds.values()):
        assert all(word == word.strip() and 1 < len(word) <= 160 for word in words)
        assert len(set(words)) == len(words)


def test_parents_form_no_ring() -> None:
    for slug in ENTRIES:
        seen = [slug]
        while parent := ENTRIES[seen[-1]].parent:
            assert parent not in seen, f"{slug} belongs to itself through {seen}"
            seen.append(parent)


@pytest.mark.parametrize("field", ["aliases", "deeds"])
def test_no_word_names_two_sources(field: str) -> None:
    assert named_twice(field) == {}


def test_no_alias_is_an_everyday_word() -> None:
    aliases = {compared(word, "en"): e.slug for e in ENTRIES.values() for word in e.aliases["en"]}
    assert {word: aliases[word] for word in EVERYDAY & aliases.keys()} == {"us": "us-government"}


def persons() -> list[tuple[str, PersonEntry]]:
    return [(entry.slug, person) for entry in ENTRIES.values() for person in entry.persons]


def test_terms_of_office_are_in_order() -> None:
    assert len(persons()) >= 200
    for slug, person in persons():
        assert person.office, f"{slug}: {person.name} has no office"
        if person.since and person.until:
            assert person.since < person.until, f"{slug}: {person.name}"


def test_nobody_speaks_for_two_bodies_at_once() -> None:
    held: defaultdict[str, list[tuple[str, PersonEntry]]] = defaultdict(list)
    for slug, person in persons():
        for name in {normal(person.name), *map(normal, person.aliases)}:
            held[name].append((slug, person))
    for name, offices in held.items():
        for (one, first), (other, second) in combinations(offices, 2):
            if one != other or first.name != second.name:
                assert _apart(first, second), f"{name}: {one} and {other}"


def _apart(first: PersonEntry, second: PersonEntry) -> bool:
    early, late = sorted((first, second), key=lambda p: p.since or date.min)
    return early.until is not None and late.since is not None and early.until <= late.since


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory.of(sources())


@pytest.mark.parametrize(("slug", "words"), table("mentions.tsv"))
def test_wires_words_for_a_source_find_it(directory: Directory, slug: str, words: str) -> None:
    assert directory.resolve(words, on=date(2020, 2, 1)) == slug


@pytest.mark.parametrize(
    ("name", "day", "slug"),
    [
        ("Hulusi Akar", date(2017, 5, 1), "turkish-army"),
        ("Hulusi Akar", date(2020, 1, 12), "turkish-mod"),
        ("Jan Egeland", date(2017, 5, 1), "un-special-envoy"),
        ("Jan Egeland", date(2020, 1, 12), "nrc"),
        ("Nasr al-Hariri", date(2019, 8, 31), "syrian-negotiation-commission"),
        ("Nasr al-Hariri", date(2020, 12, 1), "syrian-national-coalition"),
        ("Staffan de Mistura", date(2018, 9, 17), "un-special-envoy"),
        ("Staffan de Mistura", date(2020, 1, 12), None),
        ("Nikki Haley", date(2018, 4, 10), "us-un-mission"),
    ],
)
def test_a_person_speaks_for_the_office_of_the_day(
    directory: Directory, name: str, day: date, slug: str | None
) -> None:
    assert directory.resolve(name, on=day) == slug


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("army artillery", "syrian-army"),
        ("army posts", "syrian-army"),
        ("army helicopters", "syrian-army"),
        ("pro-government forces", "syrian-army"),
        ("government forces", "syrian-army"),
        ("regime forces", "syrian-army"),
        ("Syrian warplanes", "syrian-army"),
        ("barrel bombs", "syrian-army"),
        ("the regime", "syrian-government"),
        ("Assad's regime", "syrian-government"),
        ("Russian jets", "russian-government"),
        ("Russian warplanes", "russian-government"),
        ("Russian strikes", "russian-government"),
        ("insurgent rockets", "militants"),
        ("terrorists", "militants"),
        ("illegal armed groups", "militants"),
        ("Takfiri militants", "militants"),
        ("al-Nusra Front", "hts"),
        ("Jabhat al-Nusra", "hts"),
        ("HTS", "hts"),
        ("rebels", "opposition-fighters"),
        ("opposition fighters", "opposition-fighters"),
        ("Turkish forces", "turkish-army"),
        ("Turkish artillery", "turkish-army"),
        ("Turkish occupation", "turkish-army"),
        ("Israeli warplanes", "israel"),
        ("US-led coalition", "us-led-coalition"),
    ],
)
def test_deeds_are_the_right_bodys(directory: Directory, words: str, slug: str) -> None:
    """Forces and planes are the army's, "the regime" is the government, Russia's jets are Russia's."""
    parts = normal(words).split(" ")
    ends = [" ".join(parts[at:]) for at in range(len(parts))]
    assert next((directory.deeds[end] for end in ends if end in directory.deeds), None) == slug
