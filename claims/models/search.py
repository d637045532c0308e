"""The words that claims are made of, by which a search finds other forms of a word and mends a mistyped one."""

from __future__ import annotations

from collections import defaultdict

from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

LIKENESS = 0.4
"""Trigrams that a mistyped word must share with a known one (0 to 1)."""
FORMS = 24
"""Forms of one word that a search looks for at most."""


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
        """The known word most like each word; words that none is like are left out."""
        with connection.cursor() as cursor:
            cursor.execute(_NEAREST, {"words": words, "likeness": LIKENESS})
            return dict(cursor.fetchall())


_FORMS = """
SELECT asked.word, known.word FROM unnest(%(words)s::text[]) AS asked(word)
JOIN claims_searchword AS known ON known.stem = coalesce((ts_lexize('english_stem', asked.word))[1], asked.word)
"""

_NEAREST = """
SELECT asked.word, nearest.word FROM unnest(%(words)s::text[]) AS asked(word)
CROSS JOIN LATERAL (
    SELECT known.word FROM claims_searchword AS known
    WHERE known.word %% asked.word AND similarity(known.word, asked.word) >= %(likeness)s
      AND abs(length(known.word) - length(asked.word)) < 4
    ORDER BY similarity(known.word, asked.word) DESC, known.word LIMIT 1
) AS nearest
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
