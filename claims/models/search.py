"""The words that claims are made of, by which a search finds other forms of a word and mends a mistyped one."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from claims.models.keyset import estimate

RARE = 20_000
"""Rows that the words of a search are expected to be met in, below which they are all looked up in the index."""

NEAR = 10
"""Known words most like a mistyped one, by shared trigrams, that are looked at letter by letter."""
FORMS = 24
"""Forms of one word that a search looks for at most."""


def newest(rows: models.QuerySet[Any], *, saying: models.QuerySet[Any], most: int) -> list[int]:
    """Ids of the newest of the rows, which are some of those that meet a full-text query (`saying`).

    The newest of a common word are soon met by walking back; rare ones only the index finds. The planner does not know
    what it costs to take a text apart and walks too often, so an order that no index has keeps it from it.
    """
    place = F("pk") + 0 if estimate(saying) < RARE else F("pk")
    return list(rows.order_by(place.desc()).values_list("pk", flat=True)[:most])


class SearchWordQuerySet(models.QuerySet["SearchWord"]):
    def forms_of(self, words: list[str]) -> dict[str, list[str]]:
        """Known forms of each word: those that share its stem. Words without any are left out."""
        found: dict[str, list[str]] = defaultdict(list)
        with connection.cursor() as cursor:
            cursor.execute(_FORMS, {"words": words})
            for word, form in cursor.fetchall():
                found[word].append(form)
        return {
            word: sorted(forms, key=lambda form: (form != word, len(form), form))[:FORMS]
            for word, forms in found.items()
        }

    def nearest_to(self, words: list[str]) -> dict[str, str]:
        """The known word that each word is a slip or two away from; words that none is near are left out."""
        near: dict[str, list[str]] = defaultdict(list)
        with connection.cursor() as cursor:
            cursor.execute(_NEAREST, {"words": words, "most": NEAR})
            for word, known in cursor.fetchall():
                near[word].append(known)
        nearest = {word: min(known, key=lambda other: slips(word, other)) for word, known in near.items()}
        return {word: known for word, known in nearest.items() if slips(word, known) <= (1 if len(word) < 6 else 2)}


def slips(word: str, other: str) -> int:
    """Letters left out, put in, changed or swapped with their neighbour between two words (Damerau, Levenshtein)."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for at, letter in enumerate(word, start=1):
        before, last, row = row, before, [at]
        for place, known in enumerate(other, start=1):
            cost = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != known))
            if at > 1 and place > 1 and letter == other[place - 2] and word[at - 2] == known:
                cost = min(cost, last[place - 2] + 1)
            row.append(cost)
    return row[-1]


_FORMS = """
SELECT asked.word, known.word FROM unnest(%(words)s::text[]) AS asked(word)
JOIN claims_searchword AS known ON known.stem = coalesce((ts_lexize('english_stem', asked.word))[1], asked.word)
"""

_NEAREST = """
SELECT asked.word, nearest.word FROM unnest(%(words)s::text[]) AS asked(word)
CROSS JOIN LATERAL (
    SELECT known.word FROM claims_searchword AS known
    WHERE known.word %% asked.word AND abs(length(known.word) - length(asked.word)) < 3
    ORDER BY similarity(known.word, asked.word) DESC, known.word LIMIT %(most)s
) AS nearest
ORDER BY asked.word, similarity(nearest.word, asked.word) DESC, nearest.word
"""


class SearchWord(models.Model):
    """A word of some claim, with its stem. A trigger of the database adds the words of new claims; none is removed."""

    word = models.CharField(_("word"), max_length=40, primary_key=True)
    stem = models.CharField(_("stem"), max_length=40)

    objects = SearchWordQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["stem"], name="words_by_stem"),
            GinIndex(fields=["word"], name="words_like", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.word
