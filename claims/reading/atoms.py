"""The pieces of a mention and the tables by which they are told: nations, offices, roles, prepositions."""

from __future__ import annotations

from typing import NamedTuple

from claims.reading.languages.english import bodies
from claims.reading.names import normal

UN_MISSION = "mission to the un"


def _table(words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {normal(word): key for key, known in words.items() for word in known}


NATIONS = _table(bodies.NATIONS)
OFFICES = _table({key: told for key, (told, _) in bodies.OFFICES.items()})
OFFICE_ALIASES = {key: tuple(normal(a) for a in aliases) for key, (_, aliases) in bodies.OFFICES.items()}
RANKS = {office: rank for rank, office in enumerate(bodies.OFFICES)}
ROLES = frozenset(normal(word) for word in bodies.ROLES)
PREPOSITIONS = bodies.SPEAKING_PREPOSITIONS | bodies.OTHER_PREPOSITIONS


class Atom(NamedTuple):
    """A piece of a mention: a known body, a person, a nation, an office, a role, a preposition, or another word."""

    what: str
    value: str
    slug: str | None
    owner: bool
    capital: bool
    size: int


def land(nation: str) -> str:
    return normal(bodies.NATIONS[nation][0])


def surnames(name: str) -> set[str]:
    *_, last = words = name.split(" ")
    if len(words) < 2:
        return {name}
    return {last, f"{words[-2]} {last}"} if len(words) > 2 else {last}


def speaks_for(head: list[Atom]) -> bool:
    """Whether the phrase is one whose body follows: "a spokesman", "the commander", "a statement"; not "a truck"."""
    return head[-1].what in ("role", "office", "former", "nation", "other") and not (
        head[-1].what == "other" and not head[-1].capital
    )
