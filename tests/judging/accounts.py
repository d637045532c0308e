"""Builds accounts from the short form of the case files, with an invented cast."""

import tomllib
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from claims.judging.records import Account, Body, FigureSeen, Place
from claims.vocabulary import Event, Polarity, Stance, Target, Topic

CASES = Path(__file__).parent / "cases"
BEGINS = date(2031, 5, 1)


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / name).read_text(encoding="utf-8"))


@cache
def cast() -> dict[str, Body]:
    tables = {t["slug"]: t for t in load("cast.toml")["body"]}
    return {slug: Body(slug, t["name"], t["side"], _upwards(slug, tables, "parent")) for slug, t in tables.items()}


@cache
def scene() -> dict[str, Place]:
    tables = {t["slug"]: t for t in load("cast.toml")["place"]}
    return {slug: Place(slug, t["name"], _upwards(slug, tables, "within")) for slug, t in tables.items()}


def _upwards(slug: str | None, tables: dict[str, Any], key: str) -> frozenset[str]:
    chain = []
    while slug is not None:
        chain.append(slug)
        slug = tables[slug].get(key)
    return frozenset(chain)


def make_account(*, id: int, **given: Any) -> Account:
    """An account from a case's short form: lists are words in one string, "about" is a day or "day..day"."""
    first, _, last = given.get("about", "").partition("..")
    article = given.get("article", id)
    reported = given.get("reported") or last or first or "2031-05-02"
    return Account(
        id=id,
        article=article,
        origin=given.get("origin", article),
        text=given.get("text", ""),
        sources=tuple(cast()[slug] for slug in given.get("by", "residents").split()),
        relays=tuple(cast()[slug] for slug in given.get("via", "").split()),
        polarity=Polarity(given.get("polarity", "assert")),
        said=_day(given.get("said")),
        about_from=_day(first),
        about_to=_day(last or first),
        about_clock=time.fromisoformat(given["clock"]) if "clock" in given else None,
        reported=_day(reported),
        ceasefire=given.get("ceasefire", "basin-truce") or None,
        ceasefire_begins=BEGINS,
        topics=frozenset(map(Topic, given.get("topics", "").split())),
        stance=Stance(given["stance"]) if given.get("stance") else None,
        events=frozenset(map(Event, given.get("events", "").split())),
        targets=frozenset(map(Target, given.get("targets", "").split())),
        accused=tuple(cast()[slug] for slug in given.get("accused", "").split()),
        figures=tuple(_figure(words, given["text"]) for words in given.get("figures", "").split(";") if words),
        places=tuple(scene()[slug] for slug in given.get("places", "").split()),
    )


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def _figure(words: str, text: str) -> FigureSeen:
    """ "18.. killed", "..40 displaced part": low and high around two dots, what is counted, whether it is a part."""
    bounds, what = words.strip().split(" ", 1)
    low, _, high = bounds.partition("..")
    is_part = what.endswith(" part")
    return FigureSeen(
        what=what.removesuffix(" part"),
        words=bounds,
        low=int(low) if low else None,
        high=int(high) if high else None,
        place=None,
        is_part=is_part,
        start=0,
        end=len(text.split(" ", 1)[0]),
    )
