"""What each type of feed makes of honest, awkward and hopeless input."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from claims.documents import sandbox
from claims.feeds import FEED_TYPES, content_from, feed_job, find_type, read_feed

SAMPLES = Path(__file__).parent / "samples"
CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
ADDRESS = "https://example.org/feeds/all"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["sample"])
def test_a_sample_gives_its_entries(case):
    data = (SAMPLES / case["sample"]).read_bytes()
    kind = find_type(data)
    assert (kind.key if kind else None) == case["key"]
    content = read_feed(data, address=ADDRESS)
    assert [entry.title for entry in content.entries] == case["titles"]
    assert [entry.address for entry in content.entries] == case["addresses"]
    if "published" in case:
        assert [entry.published for entry in content.entries] == case["published"]
    if "language" in case:
        assert content.language == case["language"]
    assert [why for _, why in content.dropped] == case.get("dropped", [])
    assert list(content.further) == case.get("further", [])
    assert case.get("problem", "") in content.problem
    assert bool(content.problem) == ("problem" in case)


def test_each_type_has_a_sample():
    assert {case["key"] for case in CASES} >= {kind.key for kind in FEED_TYPES}
    assert len({kind.key for kind in FEED_TYPES}) == len(FEED_TYPES)


def test_a_feed_read_in_the_child_is_the_same():
    data = (SAMPLES / "atom.xml").read_bytes()
    option = json.dumps({"address": ADDRESS, "content_type": "application/atom+xml", "key": "rss"})
    value, _ = sandbox.run(feed_job, data, option)
    assert content_from(value) == read_feed(data, address=ADDRESS, content_type="application/atom+xml")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b"\x00" * 100,
        b"<",
        b"<rss",
        b"<rss><channel>",
        b"<feed/>",
        b"<urlset>" + b"<url>" * 50,
        b"{}",
        b'{"version": "https://jsonfeed.org/version/1", "items": 7}',
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000,
        b'<?xml version="1.0" encoding="utf-7"?><rss version="2.0"/>',
        b'<?xml version="1.0" encoding="no-such-thing"?><rss version="2.0"><channel/></rss>',
        b'<!DOCTYPE r [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><rss><channel><link>&b;</link></channel></rss>',
        b'<!DOCTYPE r SYSTEM "file:///etc/passwd"><rss version="2.0"><channel/></rss>',
        b"<rss version='2.0'>" + b"<a>" * 100_000,
        b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<entry><title>" * 1000,
        "<rss version='2.0'><channel><title>Ünï".encode("utf-16")[:-1],
        b"https://[::1\nhttps://",
    ],
    ids=lambda data: repr(data[:40]),
)
@pytest.mark.parametrize("key", ["", *(kind.key for kind in FEED_TYPES)])
def test_garbage_gives_a_problem_in_plain_words_and_never_raises(data, key):
    content = read_feed(data, address=ADDRESS, key=key)
    assert content.entries == ()
    assert content.problem.endswith(".") or content.dropped


def test_damaged_feeds_never_raise():
    chance = random.Random(6)
    originals = [path.read_bytes() for path in sorted(SAMPLES.iterdir())]
    read = 0
    for _ in range(300):
        data = bytearray(chance.choice(originals))
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(data))
            if chance.random() < 0.5:
                data[at] = chance.randrange(256)
            else:
                del data[at : at + chance.randint(1, 60)]
        read += bool(read_feed(bytes(data), address=ADDRESS, key=chance.choice(["", "rss", "sitemap"])).entries)
    assert 50 < read < 300


@pytest.mark.parametrize(
    ("entities", "words"),
    [(b'<!DOCTYPE r [<!ENTITY a "x">]>', "entities"), (b'<!DOCTYPE r SYSTEM "http://example.org/r.dtd">', "")],
)
def test_entities_are_refused_and_other_document_types_passed_over(entities, words):
    data = entities + b"<rss version='2.0'><channel><item><link>https://example.org/a</link></item></channel></rss>"
    content = read_feed(data, address=ADDRESS)
    assert words in content.problem
    assert bool(content.entries) != bool(words)


def test_nesting_has_an_end():
    deep = b"<rss version='2.0'><channel>" + b"<a>" * 300 + b"</a>" * 300 + b"</channel></rss>"
    assert "200 deep" in read_feed(deep, address=ADDRESS).problem


def test_a_poll_brings_500_and_the_next_ones_the_rest():
    content = read_feed(
        "\n".join(f"https://example.org/{n}" for n in range(1200)).encode(), address="", key="addresses"
    )
    seen: set[str] = set()
    sizes = []
    while fresh := content.unseen(seen):
        sizes.append(len(fresh))
        seen |= {entry.address for entry in fresh}
    assert sizes == [500, 500, 200]
