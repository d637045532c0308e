"""Which marks belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.quotations import quotations

CASES = [
    ("He said “yes” and “no”.", ["yes", "no"]),
    ('He said "yes" and "no".', ["yes", "no"]),
    ("He said ''yes'' and ''no''.", ["yes", "no"]),
    ("He said ``yes'' twice.", ["yes"]),
    ("He said «yes» twice.", ["yes"]),
    ("He said „yes“ twice.", ["yes"]),
    ("‘We left,’ he said.", ["We left,"]),
    ("'We left,' he said.", ["We left,"]),
    ("The rebels' camp and the army's camp.", []),
    ("Dunmere's mayor said it's over, and the towns’ people agreed.", []),
    ("The ‘calm zone’ was hit.", []),
    ("“He told us ‘leave’ and we left,” she said.", ["He told us ‘leave’ and we left,"]),
    ('"He said “leave” and we left," she said.', ["He said “leave” and we left,"]),
    ("“He said “leave” and we left,” she said.", ["He said “leave” and we left,"]),
    ("“He said “leave and we left,” she said.", ["He said “leave and we left,"]),
    ("No marks at all.", []),
    ("A stray ” closes nothing.", []),
    ("“Never closed", ["Never closed"]),
    ("It closed. “Then it opened", ["Then it opened"]),
    ("“The mill [near Dunmere] fell,” he said.", ["The mill [near Dunmere] fell,"]),
    ("He said “yes\" twice.", ["yes"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_pairs_of_marks(text: str, inner: list[str]) -> None:
    assert [q.inner.of(text) for q in quotations(text, 0, len(text))] == inner


def test_only_a_quotation_without_its_closing_mark_is_open() -> None:
    text = "“One.” “Two."
    assert [q.is_open for q in quotations(text, 0, len(text))] == [False, True]


def test_only_the_given_range_is_looked_at() -> None:
    text = "“One.”\n“Two.”"
    assert [q.inner.of(text) for q in quotations(text, 7, len(text))] == ["Two."]


@given(st.text(alphabet="“”\"'‘’«»` a.\n", max_size=80))
def test_quotations_come_in_order_and_apart(text: str) -> None:
    found = quotations(text, 0, len(text))
    ends = [0, *(q.span.end for q in found)]
    for end, quotation in zip(ends, found, strict=False):
        assert end <= quotation.span.start < quotation.inner.start <= quotation.inner.end <= quotation.span.end
