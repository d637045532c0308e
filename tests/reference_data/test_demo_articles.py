"""The demonstration dispatches: complete, marked as rewritten, over all truces and sides, and in our own words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claims.reading.cleaning import clean
from claims.reference import loading, places, sources

DEMO = loading.FOLDER / "demo"
MANIFEST = [json.loads(line) for line in (DEMO / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
LAST_LINE = "Rewritten for demonstration from public reporting; draws on: "

RUN = 8
"""Words in a row that may not be those of an existing article."""

SHINGLES = Path(__file__).with_name("shingles_of_existing_articles.txt")
"""One truncated hash for each run of eight words of the articles whose facts are told anew; no text of theirs."""

EXISTING = sorted((Path(__file__).parents[3] / "shared" / "articles").glob("*.txt"))
"""Those articles themselves where they lie beside the project: the hashes must then cover them."""

BEGINS = {
    "2019-05-18-unilateral": date(2019, 5, 18),
    "2019-06-12-russia-turkey": date(2019, 6, 12),
    "2019-08-01-conditional": date(2019, 8, 1),
    "2019-08-31-unilateral": date(2019, 8, 31),
    "2020-01-12-russia-turkey": date(2020, 1, 9),
    "2020-03-06-moscow-protocol": date(2020, 3, 5),
}

SPEAKERS_BY_SIDE = {
    "russia": "russian-mod",
    "turkey": "turkish-mod",
    "syrian-government": "syrian-army",
    "opposition": "opposition-fighters",
    "monitor": "sohr",
    "un": "un",
    "local": "residents",
    "iran": "iranian-government",
}


def text_of(entry: dict[str, Any]) -> str:
    return (DEMO / entry["file"]).read_text(encoding="utf-8")


def body_of(entry: dict[str, Any]) -> str:
    return text_of(entry).split(LAST_LINE)[0]


def shingles(text: str) -> Iterator[str]:
    words = re.findall(r"[\w']+", text.replace("’", "'").casefold())
    for start in range(len(words) - RUN + 1):
        yield sha256(" ".join(words[start : start + RUN]).encode()).hexdigest()[:12]


def test_manifest_and_folder_agree() -> None:
    assert sorted(entry["file"] for entry in MANIFEST) == sorted(path.name for path in DEMO.glob("*.txt"))
    assert [entry["published"] for entry in MANIFEST] == sorted(entry["published"] for entry in MANIFEST)
    assert len(MANIFEST) >= 36


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_dispatch_is_complete_and_marked(entry: dict[str, Any]) -> None:
    assert entry["outlet"] == "Demonstration desk"
    assert entry["demonstration"] is True
    assert entry["url"] is None
    assert entry["language"] == "en"
    assert entry["title"]
    assert entry["file"].startswith(date.fromisoformat(entry["published"]).isoformat())
    assert entry["draws_on"]
    named = "; ".join(f"{reference['title']}, {reference['address']}" for reference in entry["draws_on"])
    assert text_of(entry).splitlines()[-1] == f"{LAST_LINE}{named}."
    assert 80 <= len(body_of(entry).split()) <= 220


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["file"])
def test_what_it_draws_on_is_not_read_as_said_by_anyone(entry: dict[str, Any]) -> None:
    page = clean(text_of(entry))
    assert LAST_LINE.strip() not in page.text
    assert any(dropped.words.startswith(LAST_LINE) for dropped in page.dropped)


def test_the_outlet_is_a_source_of_its_own() -> None:
    assert [source.name for source in sources() if source.slug == "demonstration-desk"] == ["Demonstration desk"]


@pytest.mark.parametrize("slug", BEGINS)
def test_every_truce_has_several_dispatches(slug: str) -> None:
    ends = {**dict(pairwise(BEGINS)), list(BEGINS)[-1]: ""}
    until = BEGINS.get(ends[slug], date(2021, 12, 31))
    assert sum(BEGINS[slug] <= date.fromisoformat(entry["published"]) < until for entry in MANIFEST) >= 4


@pytest.mark.parametrize(
    "day",
    ["2019-05-19", "2019-06-13", "2019-08-02", "2019-08-05", "2019-08-31", "2019-11-04", "2020-01-12", "2020-01-30",
     "2020-03-06", "2020-03-15"],
)  # fmt: skip
def test_days_that_a_page_is_shown_for_have_several_accounts(day: str) -> None:
    assert sum(entry["published"] == day for entry in MANIFEST) >= 2


@pytest.mark.parametrize("side", SPEAKERS_BY_SIDE)
def test_every_side_speaks(side: str) -> None:
    source = next(source for source in sources() if source.slug == SPEAKERS_BY_SIDE[side])
    assert source.side == side
    family = {source.slug} | {other.slug for other in sources() if other.parent == source.slug}
    words = [alias for other in sources() if other.slug in family for alias in other.aliases.get("en", ())]
    assert sum(any(alias in text_of(entry) for alias in words) for entry in MANIFEST) >= 2


def test_known_counts_stand_as_reported() -> None:
    told = {entry["file"]: text_of(entry) for entry in MANIFEST}
    november = told["2019-11-04-russian-side-nineteen.txt"]
    january = told["2020-01-30-russian-side-forty-two.txt"]
    later = told["2021-01-24-commission-count.txt"]
    assert "19 times" in november
    assert "18 cases" in november
    for words in ("42 cases", "19 in Latakia", "13 in a second", "10 in a third", "14 cases"):
        assert words in january
    assert "four breaches" in later
    assert "five breaches" in later


def test_no_run_of_words_is_that_of_an_existing_article() -> None:
    existing = set(SHINGLES.read_text(encoding="ascii").split())
    assert len(existing) > 2000
    for path in EXISTING:
        assert existing.issuperset(shingles(path.read_text(encoding="utf-8")))
    taken = [entry["file"] for entry in MANIFEST if existing.intersection(shingles(body_of(entry)))]
    assert taken == []


def test_quoted_words_are_short_and_few() -> None:
    quoted = {words for entry in MANIFEST for words in re.findall("“([^”]*)”", body_of(entry))}
    assert quoted == {
        "armed provocations", "calm", "human shields", "one or two separate incidents", "provocations",
        "significantly decreased", "to stabilise the situation", "unilaterally",
    }  # fmt: skip


def test_most_places_of_the_dispatches_are_in_the_gazetteer() -> None:
    names = {alias.casefold() for place in places() for alias in place.aliases["en"]}
    towns = re.findall(
        r"(?:town|village|city) of ((?:al-)?[A-Z][\w'-]+(?: (?:al-)?[A-Z][\w'-]+)*)", " ".join(map(body_of, MANIFEST))
    )
    assert len(towns) >= 7
    assert [town for town in towns if town.casefold() not in names and f"city of {town.casefold()}" not in names] == []
