"""One article, one address."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from claims.documents.addresses import canonical_address, canonical_named, is_archive
from claims.documents.days import day_from, day_in_address

CASES = json.loads((Path(__file__).parent / "addresses.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("address", "canonical"), CASES)
def test_an_address_has_one_spelling(address, canonical):
    assert canonical_address(address) == canonical
    assert canonical_address(canonical) == canonical


@pytest.mark.parametrize(
    ("named", "at", "believed"),
    [
        ("https://www.example.org/a", "https://amp.example.org/a?x=1", "https://www.example.org/a"),
        ("/a", "https://example.org/a?page=1", "https://example.org/a"),
        ("https://www.example.org/a", "https://m.example.org/a", "https://www.example.org/a"),
        ("https://example.org/a", "", "https://example.org/a"),
        ("https://other.example/a", "https://example.org/a", ""),
        ("https://sub.example.org/a", "https://example.org/a", ""),
        ("https://example.org/", "https://example.org/a", ""),
        ("javascript:x", "https://example.org/a", ""),
    ],
)
def test_a_page_is_believed_about_its_own_site_only(named, at, believed):
    assert canonical_named(named, at=at) == believed


@pytest.mark.parametrize(
    ("address", "archived"),
    [
        ("https://web.archive.org/web/20200112/https://example.org/a", True),
        ("https://archive.ph/AbCdE", True),
        ("https://perma.cc/AB12-CD34", True),
        ("https://archive.org/details/a", False),
        ("https://example.org/archive.ph/a", False),
    ],
)
def test_archives_are_known(address, archived):
    assert is_archive(address) is archived


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2020-01-12", date(2020, 1, 12)),
        ("2020-1-2", date(2020, 1, 2)),
        ("2020-01-12T23:30:00-05:00", date(2020, 1, 12)),
        ("2020-01-12T23:30:00Z", date(2020, 1, 12)),
        ("2020-01-12 23:30", date(2020, 1, 12)),
        ("20200112", date(2020, 1, 12)),
        ("20200112T2330", date(2020, 1, 12)),
        ("Sun, 12 Jan 2020 23:30:00 -0500", date(2020, 1, 12)),
        ("12 January 2020", date(2020, 1, 12)),
        ("January 12, 2020", date(2020, 1, 12)),
        ("Sunday, January 12, 2020, 10:00 am", date(2020, 1, 12)),
        ("2019-02-30", None),
        ("2019-13-01", None),
        ("03/04/2020", None),
        ("yesterday", None),
        ("2020", None),
        ("", None),
        ("12 Jamuary", None),
        ("0000-00-00", None),
    ],
)
def test_a_day_is_one_or_none(words, day):
    assert day_from(words) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2020/01/12/calm", date(2020, 1, 12)),
        ("https://example.org/news/2020-01-12/calm.html", date(2020, 1, 12)),
        ("https://example.org/calm-20200112.html", date(2020, 1, 12)),
        ("https://example.org/2020/13/12/calm", None),
        ("https://example.org/calm-20201301", None),
        ("https://example.org/article/12345678", None),
        ("https://example.org/a?d=/2020/01/12/", None),
        ("https://example.org/2020/01/12/2019/12/30/", None),
    ],
)
def test_an_address_may_carry_a_day(address, day):
    assert day_in_address(address) == day
