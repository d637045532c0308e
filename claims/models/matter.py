"""Matters: the rows by which the claims that a claim can be compared with are found."""

from __future__ import annotations

from django.db import connection, models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.judging.pairing import SPAN
from claims.models.article import Article
from claims.models.ceasefire import Ceasefire


class ClaimMatterQuerySet(models.QuerySet["ClaimMatter"]):
    def candidates(self, claim_ids: list[int]) -> list[tuple[int, int]]:
        """(claim, comparable claim) for each of the claims, by one walk of the covering index.

        Costs what the candidates cost, not what the table holds: a matter spans at most SPAN, so that the index
        is entered at a bounded stretch of first days.
        """
        with connection.cursor() as cursor:
            cursor.execute(_CANDIDATES, {"claims": claim_ids, "days": SPAN.days})
            return [(mine, theirs) for mine, theirs in cursor.fetchall()]


_CANDIDATES = """
SELECT DISTINCT mine.claim_id, theirs.claim_id
FROM claims_claimmatter AS mine
CROSS JOIN LATERAL (
    SELECT other.claim_id, other.article_id FROM claims_claimmatter AS other
    WHERE other.ceasefire_id = mine.ceasefire_id AND other.key = mine.key
      AND other.first BETWEEN mine.first - %(days)s AND mine.last AND other.last >= mine.first
    OFFSET 0
) AS theirs
WHERE mine.claim_id = ANY(%(claims)s) AND theirs.claim_id <> mine.claim_id
  AND (theirs.article_id <> mine.article_id OR NOT EXISTS (
    SELECT FROM claims_claimlink AS my_link
    JOIN claims_claimlink AS their_link ON their_link.source_id = my_link.source_id
    WHERE my_link.claim_id = mine.claim_id AND my_link.role = 'speaker'
      AND their_link.claim_id = theirs.claim_id AND their_link.role = 'speaker'
  ))
ORDER BY 1, 2
"""
# OFFSET 0 keeps the planner at walking the index once for each of the few matters given, whatever its statistics say.


class ClaimMatter(models.Model):
    """What a claim can be compared by: a key and a short span of days (`judging.pairing.matters`).

    Only current claims have matters. The article stands here too, so that candidates are found in one index.
    """

    claim = models.ForeignKey("Claim", models.CASCADE, related_name="matters", verbose_name=_("claim"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("article"))
    ceasefire = models.ForeignKey(Ceasefire, models.CASCADE, related_name="+", verbose_name=_("ceasefire"))
    key = models.CharField(_("matter"), max_length=60)
    first = models.DateField(_("from"))
    last = models.DateField(_("to"))

    objects = ClaimMatterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "key"], name="matter_of_a_claim_stands_once"),
            models.CheckConstraint(
                condition=Q(first__lte=F("last"), last__lte=F("first") + SPAN),
                name="matter_spans_few_days",
            ),
        ]
        indexes = [
            models.Index(fields=["ceasefire", "key", "first"], include=["last", "claim", "article"], name="candidates"),
        ]

    def __str__(self) -> str:
        return self.key
