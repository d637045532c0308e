"""Pairs of claims: the typed, explained relation between two accounts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Self

from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.models.ceasefire import Ceasefire
from claims.models.claim import LISTED_DAYS, Claim, ClaimQuerySet
from claims.vocabulary import Dimension, Relation, ReviewState, choices

CONFLICTS = [relation for relation in Relation if relation.is_conflict]


End = tuple[int, list[list[int]], int, int | None]
"""One side of a pair: its claim, the marks in its text, its article and that article's origin."""


class ClaimPairQuerySet(models.QuerySet["ClaimPair"]):
    def public(self) -> Self:
        """Pairs that are shown: not rejected by a person, not withdrawn."""
        return self.filter(is_current=True).exclude(review_state=ReviewState.REJECTED)

    def gone(self) -> Self:
        """Pairs that were withdrawn, or rejected by a person."""
        return self.filter(Q(is_current=False) | Q(review_state=ReviewState.REJECTED))

    def of_ids(self, ids: list[int]) -> Self:
        return self.filter(pk__in=ids)

    def of_ceasefire(self, ceasefire: Ceasefire) -> Self:
        return self.filter(ceasefire=ceasefire)

    def conflicts(self) -> Self:
        return self.filter(relation__in=CONFLICTS)

    def of_claims(self, claim_ids: list[int]) -> Self:
        return self.filter(Q(left__in=claim_ids) | Q(right__in=claim_ids))

    def to_be_judged(self, claim_ids: list[int], columns: Iterable[str]) -> list[dict[str, Any]]:
        """The rows of all pairs of these claims, locked in one order, so that two who judge them do it in turn."""
        return list(self.of_claims(claim_ids).select_for_update(no_key=True).order_by("pk").values(*columns))

    def on_day(self, ceasefire: Ceasefire, day: date) -> Self:
        return self.public().filter(
            ceasefire=ceasefire,
            day_first__range=(day - timedelta(days=LISTED_DAYS - 1), day),
            day_last__gte=day,
        )

    def for_display(self) -> Self:
        return self._with(Claim.objects.for_display())

    def with_article_texts(self) -> Self:
        """For showing what stands around both claims."""
        return self._with(Claim.objects.with_article_texts())

    def _with(self, claims: ClaimQuerySet) -> Self:
        return self.select_related("ceasefire").prefetch_related(
            models.Prefetch("left", claims), models.Prefetch("right", claims)
        )

    def strictest_of_each(
        self, days: list[tuple[Ceasefire, date]], most: int
    ) -> dict[tuple[int, date], list[ClaimPair]]:
        """The strictest conflicts of each day, by (ceasefire id, day); one query for all of them."""
        found: dict[tuple[int, date], list[ClaimPair]] = {}
        each = [
            self.on_day(*day).conflicts().strictest_first().annotate(place=models.Value(place))[:most]
            for place, day in enumerate(days)
        ]
        if each:
            for pair in each[0].union(*each[1:], all=True) if each[1:] else each[0]:
                ceasefire, day = days[pair.place]  # type: ignore[attr-defined]
                found.setdefault((ceasefire.pk, day), []).append(pair)
        return found

    def relations_of(self, claim_ids: list[int]) -> dict[str, int]:
        """How many of these claims stand in a public pair of each relation."""
        found: dict[str, set[int]] = {}
        for end in ("left", "right"):
            pairs = self.public().filter(**{f"{end}__in": claim_ids})
            for relation, claim in pairs.order_by().values_list("relation", end).distinct():
                found.setdefault(relation, set()).add(claim)
        return {relation: len(claims) for relation, claims in found.items()}

    def of_the_same_two(self, pair: ClaimPair) -> Self:
        """The other pairs of the pair's two claims."""
        return self.filter(left=pair.left_id, right=pair.right_id).exclude(pk=pair.pk)

    def on_question(self, dimension: str) -> Self:
        """Pairs that differ in this; an empty one: in nothing."""
        return self.filter(dimension=dimension)

    def between(self, one: Iterable[int], other: Iterable[int]) -> Self:
        """Pairs of a claim of the one list and a claim of the other."""
        first, second = list(one), list(other)
        return self.filter(Q(left__in=first, right__in=second) | Q(left__in=second, right__in=first))

    def begun_between(self, ceasefire: Ceasefire, first: date, last: date) -> Self:
        """Public pairs of the ceasefire whose first listed day is one of these."""
        return self.public().filter(ceasefire=ceasefire, day_first__range=(first, last))

    def counted(self) -> list[tuple[date, str, str, str, int]]:
        """(first day listed, relation, dimension, review state, pairs); one walk of the pairs."""
        keys = ("day_first", "relation", "dimension", "review_state")
        return list(self.order_by().values(*keys).annotate(n=models.Count("pk")).values_list(*keys, "n"))

    def standings(self, claim_ids: list[int], *, but: int) -> list[tuple[int, str, int]]:
        """(other source, relation, pairs) of these claims' public pairs, a source's own left out."""
        with connection.cursor() as cursor:
            cursor.execute(_STANDINGS, {"claims": claim_ids, "but": but})
            return list(cursor.fetchall())

    def newest(self, most: int) -> Self:
        """The pairs that were found last, for a feed."""
        return self.public().order_by("-pk")[:most]

    def suggested(self) -> Self:
        return self.filter(review_state=ReviewState.SUGGESTED)

    def decided(self) -> Self:
        """Pairs that a person has confirmed or rejected."""
        return self.filter(review_state__in=[ReviewState.CONFIRMED, ReviewState.REJECTED])

    def ties(self) -> list[tuple[int, str, End, End]]:
        """What cards show of these pairs, strictest first: id, relation, and both ends. Values, as there are many."""
        ends = ("left", "right")
        fields = [(end, f"{end}_marks", f"{end}__article", f"{end}__article__origin") for end in ends]
        rows = self.strictest_first().values_list("pk", "relation", *fields[0], *fields[1])
        return [(row[0], row[1], row[2:6], row[6:10]) for row in rows]

    def newest_first(self) -> Self:
        return self.order_by("-day_first", "-pk")

    def strictest_first(self) -> Self:
        """Contradictions before the rest, stronger evidence first."""
        rank = models.Case(
            *(models.When(relation=relation, then=place) for place, relation in enumerate(Relation)),
            output_field=models.PositiveSmallIntegerField(),
        )
        return self.order_by(rank, "-strength", "pk")


_STANDINGS = """
WITH ends AS (
    SELECT id, relation, right_id AS other FROM claims_claimpair
    WHERE is_current AND review_state <> 'rejected' AND left_id = ANY(%(claims)s)
    UNION ALL
    SELECT id, relation, left_id FROM claims_claimpair
    WHERE is_current AND review_state <> 'rejected' AND right_id = ANY(%(claims)s)
)
SELECT link.source_id, ends.relation, count(DISTINCT ends.id)
FROM ends JOIN claims_claimlink AS link ON link.claim_id = ends.other AND link.role = 'speaker'
WHERE link.source_id <> %(but)s
GROUP BY 1, 2
"""


class ClaimPair(models.Model):
    """Two claims of different sources (or the same one's twice), stored once: the left has the lower id.

    `relation` and `dimension` are what is shown, listed and counted. Once a person has confirmed the pair, they are
    that person's, and what the rules find stands beside them in `found_relation` and `found_dimension`, null before.
    """

    left = models.ForeignKey(Claim, models.PROTECT, related_name="pairs_as_left", verbose_name=_("left"))
    right = models.ForeignKey(Claim, models.PROTECT, related_name="pairs_as_right", verbose_name=_("right"))
    ceasefire = models.ForeignKey(Ceasefire, models.PROTECT, related_name="pairs", verbose_name=_("ceasefire"))
    day_first = models.DateField(_("listed from"))
    day_last = models.DateField(_("listed to"))
    relation = models.CharField(_("relation"), max_length=12, choices=choices(Relation))
    dimension = models.CharField(_("what differs"), max_length=8, choices=choices(Dimension), blank=True)
    kind = models.CharField(_("detector"), max_length=40)
    kind_version = models.PositiveSmallIntegerField(_("detector version"))
    judging_version = models.PositiveIntegerField(_("judging version"))
    strength = models.PositiveSmallIntegerField(_("strength"))
    reason = models.TextField(_("reason"))
    # Null and not empty: an empty dimension is what the rules find where nothing differs.
    found_relation = models.CharField(  # noqa: DJ001
        _("relation by the rules"), max_length=12, choices=choices(Relation), null=True, blank=True
    )
    found_dimension = models.CharField(  # noqa: DJ001
        _("what differs by the rules"), max_length=8, choices=choices(Dimension), null=True, blank=True
    )
    left_marks = models.JSONField(_("words of the left that show it"), default=list)
    right_marks = models.JSONField(_("words of the right that show it"), default=list)
    is_found = models.BooleanField(_("the rules still find it"), default=True)
    is_current = models.BooleanField(_("current"), default=True)
    review_state = models.CharField(
        _("review"), max_length=10, choices=choices(ReviewState), default=ReviewState.SUGGESTED
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = ClaimPairQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="pair_is_stored_once"),
            models.UniqueConstraint(
                "left",
                "right",
                Coalesce("found_dimension", "dimension"),
                name="pair_is_one_for_each_dimension_that_rules_find",
            ),
            models.CheckConstraint(
                condition=Q(found_relation__isnull=True, found_dimension__isnull=True)
                | Q(found_relation__isnull=False, found_dimension__isnull=False, review_state="confirmed"),
                name="relation_is_kept_apart_once_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(relation__in=CONFLICTS) & ~Q(dimension="") | Q(dimension="") & ~Q(relation__in=CONFLICTS),
                name="a_conflict_says_what_differs",
            ),
            models.CheckConstraint(
                condition=Q(day_first__lte=F("day_last"), day_last__lt=F("day_first") + timedelta(days=LISTED_DAYS)),
                name="pair_is_listed_on_few_days",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="pair_says_why"),
        ]
        indexes = [
            models.Index(
                "ceasefire",
                F("day_first").desc(),
                F("id").desc(),
                condition=Q(is_current=True),
                name="pair_by_ceasefire_day",
            ),
            models.Index("ceasefire", "relation", F("day_first").desc(), F("id").desc(), name="pair_by_relation"),
            models.Index("right", name="pair_by_right_claim"),
            models.Index(
                "ceasefire",
                F("id").desc(),
                include=["left", "right"],
                condition=Q(is_current=True) & ~Q(review_state="rejected"),
                name="public_pair_newest_first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} {self.relation} {self.right_id}"

    def get_absolute_url(self) -> str:
        return reverse("claims:pair", args=[self.pk])

    @property
    def is_conflict(self) -> bool:
        return Relation(self.relation).is_conflict

    @property
    def found(self) -> tuple[Relation, str]:
        """The relation that the rules find, and what differs; empty where nothing does."""
        if self.found_relation is None or self.found_dimension is None:
            return Relation(self.relation), self.dimension
        return Relation(self.found_relation), self.found_dimension

    @property
    def is_given(self) -> bool:
        """A person gave it another relation than the rules find."""
        return self.found != (self.relation, self.dimension)
