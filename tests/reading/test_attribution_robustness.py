"""Whatever the text, attributions have exact offsets, come in order and in time that grows with the length only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.attribution import as_polnear, findings

PIECES = [
    *(
        "the ministry said",
        "said",
        "according to",
        "that",
        "adding",
        "Mira Tolvan",
        "HANA",
        "quoted",
        "as saying",
        "citing",
    ),
    *("was", "told", "where 12", "by", "in a statement", "he", "the", "They accuse", "it", "put the toll at", "VALK: "),
    *("“", "”", '"', "''", "‘", "’", ",", ".", "\n", "and", ":", "—", "-", "(", ")", "...", " "),
    *("\x00", "\ud800", "\u200f"),
]
SECONDS = 2.0
LENGTH = 100_000


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map(" ".join))
def test_offsets_are_exact_on_any_text(text: str) -> None:
    found = findings(text).attributions
    for attribution in found:
        ranges = [attribution.content, *attribution.pieces, *(m.span for m in attribution.speakers)]
        ranges += [r for r in (attribution.cue, attribution.clause) if r is not None]
        ranges += [m.span for m in attribution.relays]
        assert all(0 <= r.start < r.end <= len(text) for r in ranges)
        assert attribution.content.covers(attribution.pieces[0])
        assert attribution.content.covers(attribution.pieces[-1])
        assert all(m.words == m.span.of(text) for m in (*attribution.speakers, *attribution.relays))
        assert attribution.content.of(text) == attribution.content.of(text).strip()
    assert len(as_polnear(found)) <= len(found)


@pytest.mark.parametrize("text", ["Agreed on “” today.", "He announced on “” that the road is open."])
def test_a_quotation_may_be_empty(text: str) -> None:
    assert len(findings(text).attributions) <= 1


BAD = {
    "quotation marks": '"' * 10_000,
    "opening marks": "“" * 10_000,
    "single marks": "'a " * 10_000,
    "spaces": " " * 200_000,
    "lines": "\n" * 200_000,
    "one word": "a" * LENGTH,
    "one line of speech": "the ministry said the road was closed and the council said it was open, " * 1500,
    "commas": "said, " * 20_000,
    "conjunctions": "and said but said while the army said " * 2_500,
    "according": "according to X, " * 6_000,
    "brackets": "(a" * 30_000,
    "dashes": "he said - " * 10_000,
    "capitals": "Aa Bb " * 20_000,
    "unclosed quotations": "“He said\n" * 10_000,
    "pronouns": "He said it was open.\n" * 5_000,
    "ministries": "The Harbour Ministry said it was open. The ministry said it was shut.\n" * 1_500,
    "adverbs": "said really " * 8_000,
    "asides": "Tolvan, a, b, c, " * 6_000,
    "adverbials": "said on Sunday in a statement " * 3_000,
    "no letters": "!?.,;:" * 20_000,
    "nothing but nul": "\x00" * LENGTH,
    "surrogates": "\ud800" * LENGTH,
    "right to left": "\u200f\u202e قال " * 10_000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_ends_in_time(name: str) -> None:
    text = BAD[name]
    begin = time.process_time()
    findings(text)
    assert time.process_time() - begin < SECONDS * max(1, len(text) / LENGTH)


def test_a_line_of_five_megabytes() -> None:
    text = "The ministry said the road was closed. Nothing moved on it for days after that, " * 62_500
    assert findings(text).attributions[0].content.of(text) == "the road was closed"
