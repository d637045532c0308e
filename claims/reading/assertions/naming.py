"""The words by which bodies are named as those who act: deeds and names of the registry, lands, what a side holds."""

from __future__ import annotations

from enum import StrEnum

from claims.reading.assertions.matters import MatterWords
from claims.reading.directory import Directory
from claims.vocabulary import SourceKind

STATES = frozenset({SourceKind.GOVERNMENT, SourceKind.MINISTRY, SourceKind.MILITARY})
DOERS = STATES | {SourceKind.ARMED_GROUP}
LONGEST_CAPITALS = 4
"""A name of capitals no longer than this is found only in capitals ("US", "SAA")."""

SHORTEST_LAND = 2
"""A nation's word no longer than this is left to the registry's names."""


class Naming(StrEnum):
    """How a phrase names a body: by its own name, by a land, by an adjective, by what it holds, or not at all."""

    NAME = "name"
    LAND = "land"
    ADJECTIVE = "adjective"
    HOLDER = "holder"


def naming_table(directory: Directory, words: MatterWords, language: str) -> dict[str, tuple[str, Naming, bool]]:
    """Phrase -> (slug, how it names, whether only in capitals).

    Deeds come first, then names of those who can act, singulars, the nations' words, and "held" behind any single word.
    """
    table: dict[str, tuple[str, Naming, bool]] = {}

    def add(phrase: str, slug: str, naming: Naming = Naming.NAME) -> None:
        capitals = phrase.isupper() and len(phrase) <= LONGEST_CAPITALS
        table.setdefault(phrase.lower(), (slug, naming, capitals))

    entries = directory.entries.values()
    for entry in entries:
        for deed in entry.deeds.get(language, ()):
            add(deed, entry.slug)
    for entry in entries:
        if entry.kind in DOERS:
            for alias in (entry.name, *entry.aliases.get(language, ())):
                add(alias, entry.slug)
    if unnamed := directory.resolve(words.unnamed):
        for form in words.unnamed_forms:
            add(form, unnamed)
    for nation, forms in words.nations.items():
        if slug := directory.governments.get(nation):
            for form in forms:
                if len(form) > SHORTEST_LAND:
                    add(form, slug, Naming.ADJECTIVE if form == nation else Naming.LAND)
    for phrase, (slug, naming, _) in list(table.items()):
        single = " " not in phrase
        if phrase.endswith("s") and not phrase.endswith("ss") and naming is Naming.NAME:
            add(phrase[:-1], slug, Naming.ADJECTIVE if single else Naming.NAME)
        if directory.kind(slug) is SourceKind.ARMED_GROUP and not phrase.startswith(words.article):
            add(words.article + phrase, slug)
        if single and naming is not Naming.LAND:
            for held in words.holding:
                add(f"{phrase.removesuffix('s')} {held}", slug, Naming.HOLDER)
    return table


def armies(directory: Directory) -> dict[str, str]:
    """Government -> the one military body that belongs to it and has deeds of its own."""
    out: dict[str, list[str]] = {}
    for entry in directory.entries.values():
        if entry.kind is SourceKind.MILITARY and entry.deeds:
            for parent in directory.family(entry.slug) - {entry.slug}:
                out.setdefault(parent, []).append(entry.slug)
    return {
        parent: slugs[0]
        for parent, slugs in out.items()
        if len(slugs) == 1 and directory.kind(parent) is SourceKind.GOVERNMENT
    }
