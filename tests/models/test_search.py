"""Mistyped words: what counts as a slip, and which known word one is taken for."""

import pytest

from claims.models import SearchWord
from claims.models.search import slips


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("shelling", "shelling", 0),
        ("shelling", "sheling", 1),
        ("vehicels", "vehicles", 1),
        ("artilery", "artillery", 1),
        ("ceasefrie", "ceasefire", 1),
        ("patrol", "petrol", 1),
        ("sniper", "spider", 2),
        ("", "calm", 4),
    ],
)
def test_slips_between_words(word: str, other: str, expected: int) -> None:
    assert slips(word, other) == slips(other, word) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "found"),
    [("vehicels", "vehicles"), ("artilery", "artillery"), ("artilleyr", "artillery"), ("vertical", None)],
)
def test_a_mistyped_word_becomes_the_nearest_known_one(asked: str, found: str | None) -> None:
    SearchWord.objects.bulk_create(SearchWord(word=word, stem=word) for word in ("vehicles", "artillery", "articles"))
    assert SearchWord.objects.nearest_to([asked]).get(asked) == found
