"""Reads the word lists of words.toml, and owns the patterns of a "not" that stands by an event."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Camp:
    """Sides that fight as one, and the words by which their forces are told."""

    name: str
    sides: frozenset[str]
    words: re.Pattern[str]


def _pattern(entries: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(e) for e in sorted(entries, key=len, reverse=True)) + ")")


_FILE = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))
CAMPS = tuple(
    Camp(name=table["name"], sides=frozenset(table["sides"]), words=_pattern(table["words"]))
    for table in _FILE["camps"]
)
CAMP_OF_SIDE = {side: camp.name for camp in CAMPS for side in camp.sides}
EVERYONE = _pattern(_FILE["everyone"])
HEDGED = _pattern(_FILE["hedged"])
WIDE = _pattern(_FILE["wide"])
MANY = _pattern(_FILE["many"])
CALM = _pattern(_FILE["calm"])
KEPT = _pattern(_FILE["kept"])
EASED = _pattern(_FILE["eased"])
HALTED = _pattern(_FILE["halted"])
DEAL = _pattern(_FILE["deal"])
BILATERAL = _pattern(_FILE["bilateral"])
AIR = _pattern(_FILE["air"])
RESPONDS = _pattern(_FILE["responds"])
OWN_BLOW = _pattern(_FILE["own_blow"])
AHEAD = _pattern(_FILE["ahead"])
NOT_YET = _pattern(_FILE["not_yet"])
AIMED = _pattern(_FILE["aimed"])
TERMS_DENIED = _pattern(_FILE["terms_denied"])
NAME_FURNITURE = frozenset(_FILE["name_furniture"])
PLURAL_NAMES = tuple(_FILE["plural_names"])
ALLOWED = _pattern(_FILE["allowed"])
CIVIL = _pattern(_FILE["civil"])
FIGHTING = _pattern(_FILE["fighting"])

# Not told of a deed but of its not having been done. The event must stand near the "not"; a "not" alone proves nothing.
_DEED = (
    r"(?:air ?strikes?|air raids?|strikes?|raids?|sorties?|attacks?|attack\w*|shell\w*|bomb\w*|target\w*|hit\w*|"
    r"violat(?:ed|es|ing)|breach(?:ed|ing)|break\w*|broke\w*|fire[ds]?|firing|open\w* fire|kill\w*|struck|launch\w*|"
    r"carr\w+ out|conduct\w*|us(?:e|ed|ing) (?:chemical|cluster|barrel)|involv\w*|responsib\w*|behind|losses|casualties)"
)
DENIED_ALL = re.compile(
    rf"\b(?:no|neither|none|not a single|not one|zero)\b(?:\W+[\w']+){{0,5}}?\W+{_DEED}\b"
    rf"|\b(?:never happened|did not happen|did not take place|did not occur|have not been any|has not been any)"
)
DENIED_OWN = re.compile(
    rf"\b(?:did|does|do|have|has|had|was|were|is|are|would|could)(?:\s+not|n.t)\b"
    rf"(?:\W+[\w']+){{0,4}}?\W+{_DEED}\b"
    rf"|\bnot\b(?:\W+\w+){{0,2}}?\W+(?:ours|our|responsible|behind|involved|to blame)\b"
    rf"|\bnever\b(?:\W+\w+){{0,2}}?\W+{_DEED}\b"
    rf"|\bnothing to do with\b"
)
NO_BREACH = re.compile(
    r"\b(?:no|none|not a single|not one|zero)\b(?:\W+[\w']+){0,3}?\W+"
    r"(?:violations?|breach\w*|incidents?|infringements?|infractions?)\b"
    r"|\bnone\b(?:\W+\w+){0,4}?\W+(?:occurred|happened|took place|recorded)"
)
UNTRUE = re.compile(
    r"\b(?:baseless|groundless|unfounded|fabricat\w+|untrue|not true"
    r"|false (?:claims?|reports?|accusations?|information)|fake|disinformation|no basis|invented|incorrect"
    r"|do(?:es)? not correspond to reality)\b"
)
_TRUCE = r"(?:ceasefire|cease-fire|truce|deal|agreement|accord)"
NO_DEAL = re.compile(
    rf"\b(?:no|not any)\b(?:\W+\w+){{0,2}}?\W+{_TRUCE}\b(?!\W+(?:violation|breach))"
    rf"|\b{_TRUCE}\b(?:\W+\w+){{0,3}}?\W+(?:does not exist|did not exist|was not reached|has not been reached"
    r"|is not in place|was not agreed|never existed|is over|is dead|has collapsed|ended)\b"
    r"|\b(?:have|has|had|did)(?: not|n.t)\b(?:\W+\w+){0,2}?\W+(?:agree\w*|sign\w*|reach\w*)\b"
)

# Words that say nothing about which event is meant: the furniture of every report on a truce.
COMMON = frozenset((FOLDER / "common_words.txt").read_text(encoding="utf-8").split())
