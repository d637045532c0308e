"""The page for journalists says what the code does."""

from pathlib import Path

import pytest

from claims.judging.events import SOON
from claims.judging.judge import PAIRS_PER_CLAIM
from claims.judging.kind import Kind
from claims.judging.kinds import KINDS
from claims.judging.pairing import DECLARED_STANDS, HALT_STANDS, LOOK_BACK, SPAN
from claims.vocabulary import Dimension, Relation

PAGE = (Path(__file__).parents[2] / "docs" / "method-judging.md").read_text(encoding="utf-8")
NUMBERS = {2: "two", 3: "three", 7: "seven", 14: "fourteen", 60: "sixty"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_is_explained_in_its_own_words(kind: Kind) -> None:
    if kind.dimension is not None:
        assert f"| `{kind.key}` | {kind.label} | {kind.rule} |" in PAGE
    else:
        assert f'`{kind.key}` ("{kind.label}")' in PAGE


def test_every_relation_and_dimension_has_its_line() -> None:
    assert all(f"| {relation} |" in PAGE for relation in Relation)
    assert {kind.dimension for kind in KINDS} == {*Dimension, None}


def test_the_numbers_are_those_of_the_code() -> None:
    text = " ".join(PAGE.split())
    assert f"{NUMBERS[LOOK_BACK.days]} days up to its saying" in text
    assert f"only those of the last {NUMBERS[SOON.days]}" in text
    assert f"for {NUMBERS[DECLARED_STANDS.days]} days after its first" in text
    assert f"for {NUMBERS[HALT_STANDS.days]} days after it" in text
    assert f"with its last {NUMBERS[SPAN.days]} days" in text
    assert f"more than {NUMBERS[PAIRS_PER_CLAIM]}" in text
