"""Takes a speaker's words apart where several speak: "residents and rescuers", "Velland and its allies"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.reading.languages.english.bodies import NATIONS
from claims.reading.records import Span

JOINT = re.compile(r",?\s+and\s+(?!then\b)|,\s+", re.IGNORECASE)
APPOSITIVE = re.compile(r",\s+(?:an?|the|who|which|whose|head|chief|director|spokes\w+|\d)\b", re.IGNORECASE)
TAIL = re.compile(r"\b(?:of|for|on|between|to|in|at|with|from|by)\s+[^,]*$")
COUNTED = ("a", "an", "the", "two", "three", "four", "several", "some", "many", "other", "its", "their", "his", "both")
ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ic", "ch", "qi", "ni", "li", "al", "ed")
LONGEST_LIST = 6
COLLECTIVES = ("people", "police", "army", "media", "military", "television", "radio", "government", "staff")
OFFICES = ("foreign", "defence", "defense", "interior", "health", "local", "search", "police", "military", "security")


def members(text: str, speaker: Span) -> list[Span]:
    """The spans of all who speak; the whole where it is one, or where the parts can't be told for sure."""
    words = speaker.of(text)
    if " and " not in words:
        return [speaker]
    cuts = [m for m in JOINT.finditer(words) if "and" in m.group() or not APPOSITIVE.search(words)]
    if APPOSITIVE.search(words):
        return [speaker]
    parts = []
    start = 0
    for cut in cuts:
        parts.append((start, cut.start()))
        start = cut.end()
    parts.append((start, len(words)))
    if len(parts) > LONGEST_LIST or not all(_stands_alone(words[a:b]) for a, b in parts):
        return [speaker]
    for (a, b), (c, d) in pairwise(parts):
        if not _splits(words[a:b], words[c:d]):
            return [speaker]
    return [Span(speaker.start + a, speaker.start + b) for a, b in parts]


def _stands_alone(part: str) -> bool:
    words = part.split()
    if not words:
        return False
    last = words[-1]
    return last[:1].isupper() or last.endswith("s") or words[0].lower() in COUNTED or last in COLLECTIVES


def _splits(left: str, right: str) -> bool:
    """False for "foreign and defence ministries", "the Ministry of Health and Population"."""
    first, second = left.split(), right.split()
    if first[-1].lower() in OFFICES:
        return False
    if len(first) == 2 and first[0].lower() in ("the", "both"):
        first = first[1:]
    if len(first) == 1 and len(second) > 1 and second[0].lower() not in COUNTED:
        word = first[0].lower()
        if word in NATIONS or (word.endswith(ADJECTIVE_ENDINGS) and not word.endswith("s")):
            return False
        if not first[0][:1].isupper() and not word.endswith("s"):
            return False
    named = second[0][:1].isupper() or (second[0] == "the" and second[1:2] and second[1][:1].isupper())
    return not (TAIL.search(left) and named)
