"""Puts what was given and what was found together into a Document, and says where each piece was obtained."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

from claims.documents.addresses import canonical_address, canonical_named, host_of, is_archive
from claims.documents.days import day_from, day_in_address
from claims.documents.records import DAY_GUESSED, Document, Found, Given, UnreadableError, sha256
from claims.vocabulary import DateOrigin, Precision

NO_DAY = "publication day unknown"
DAY_IS_NONE = "publication day is none: “{}”"
DAYS_DIFFER = "publication day is {} by its {} but {} by its {}"
OTHER_SCRIPT = "written in another script: {}"
CANONICAL_ELSEWHERE = "canonical address leads elsewhere and was left out: {}"
_LONGEST_TEXT = 2_000_000


def compose(found: Found, given: Given, *, name: str, kind: str, raw: bytes) -> Document:
    """The document. Raises UnreadableError where no text is left or it is longer than two million characters."""
    if not found.text.strip():
        raise UnreadableError("This document has no text.")
    if len(found.text) > _LONGEST_TEXT:
        raise UnreadableError("This document's text is longer than two million characters.")
    address = given.address.strip()
    canonical = canonical_named(found.canonical, at=address) if found.canonical else ""
    flags = list(found.flags)
    if found.canonical and not canonical:
        flags.append(CANONICAL_ELSEWHERE.format(found.canonical[:200]))
    canonical = canonical or canonical_address(address)
    published, origin = _published(found, given, canonical or address, flags)
    script = _main_script(found.text)
    if script not in ("", "latin"):
        flags.append(OTHER_SCRIPT.format(script))
    pieces = {
        "title": (given.title, found.title, ""),
        "byline": ("", found.byline, ""),
        "outlet": (given.outlet, found.outlet, host_of(canonical or address)),
        "language": (given.language, found.language, ""),
    }
    chosen = {field: _first_of(values) for field, values in pieces.items()}
    return Document(
        text_raw=found.text,
        name=name,
        kind=kind,
        raw=raw,
        raw_sha256=sha256(raw),
        title=chosen["title"][0],
        byline=chosen["byline"][0],
        outlet=chosen["outlet"][0],
        language=chosen["language"][0].lower(),
        published=published,
        published_origin=origin,
        published_precision=Precision.DAY if published else Precision.UNKNOWN,
        address=address,
        canonical=canonical,
        archived=address if is_archive(address) else found.archived,
        origins=tuple((field, origin) for field, (value, origin) in chosen.items() if value),
        flags=tuple(flags),
    )


def _first_of(values: tuple[str, str, str]) -> tuple[str, str]:
    origins = (DateOrigin.GIVEN, DateOrigin.METADATA, DateOrigin.ADDRESS)
    return next(((value.strip(), str(o)) for value, o in zip(values, origins, strict=True) if value.strip()), ("", ""))


def _published(found: Found, given: Given, address: str, flags: list[str]) -> tuple[date | None, DateOrigin]:
    """The day by rank of its origin; a guess comes last. A day given that is none stays unknown, it is not replaced."""
    told = given.published
    if isinstance(told, str) and told.strip():
        day = day_from(told)
        if day is None:
            flags.append(DAY_IS_NONE.format(told.strip()[:40]))
            if given.published_origin is DateOrigin.GIVEN:
                return None, DateOrigin.UNKNOWN
        told = day
    ranked = [
        (told if isinstance(told, date) else None, given.published_origin),
        (day_from(found.published) if found.published else None, DateOrigin.METADATA),
        (day_in_address(address), DateOrigin.ADDRESS),
    ]
    rank = [DateOrigin.GIVEN, DateOrigin.METADATA, DateOrigin.FEED, DateOrigin.ADDRESS]
    guessed = DAY_GUESSED in found.flags
    ranked.sort(key=lambda pair: len(rank) if guessed and pair[1] is DateOrigin.METADATA else rank.index(pair[1]))
    known = [(day, origin) for day, origin in ranked if day is not None]
    if not known:
        flags.append(NO_DAY)
        return None, DateOrigin.UNKNOWN
    (day, origin), *others = known
    if guessed and origin is not DateOrigin.METADATA:
        flags.remove(DAY_GUESSED)
        others = [other for other in others if other[1] is not DateOrigin.METADATA]
    if differing := next((other for other in others if other[0] != day), None):
        flags.append(DAYS_DIFFER.format(day, origin.value, differing[0], differing[1].value))
    return day, origin


def _main_script(text: str) -> str:
    """The script of most letters among the first ten thousand characters, by the first word of their Unicode names."""
    letters = [letter for letter in text[:10_000] if letter.isalpha()]
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0].lower() for letter in letters if not letter.isascii())
    scripts["latin"] += sum(map(str.isascii, letters))
    return scripts.most_common(1)[0][0] if letters else ""
