"""The days of ceasefires, with the counts that the pages show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models.ceasefire import Ceasefire
from claims.models.source import Side


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers of a ceasefire, each claim and each conflict counted once."""

    days: int
    claims: int
    conflicts: int
    disputed_days: int


class DayCounts(models.Model):
    """The counts of a day or of a side's day; `services/days.py` recomputes them when a claim or pair changes."""

    claims = models.PositiveIntegerField(_("claims"), default=0)
    undated = models.PositiveIntegerField(_("with no stated day"), default=0)
    contradicts = models.PositiveIntegerField(_("contradicting pairs"), default=0)
    competes = models.PositiveIntegerField(_("competing pairs"), default=0)

    class Meta:
        abstract = True

    @property
    def conflicts(self) -> int:
        return self.contradicts + self.competes


class CeasefireDayQuerySet(models.QuerySet["CeasefireDay"]):
    def of(self, ceasefire: Ceasefire) -> Self:
        return self.filter(ceasefire=ceasefire)

    def with_claims(self) -> Self:
        return self.filter(claims__gt=0)

    def at_the_start(self, *, before: int, days: int) -> Self:
        """Of so many days from a little before the start of each ceasefire, those with claims."""
        first = models.F("ceasefire__begins") - timedelta(days=before)
        last = models.F("ceasefire__begins") + timedelta(days=days - before - 1)
        return self.with_claims().filter(day__gte=first, day__lte=last).order_by("ceasefire", "day")

    def totals(self) -> dict[int, Totals]:
        """The numbers of each ceasefire that has claims."""
        disputed = models.Count("pk", filter=Q(contradicts__gt=0) | Q(competes__gt=0))
        counted = self.with_claims().order_by().values("ceasefire").annotate(disputed=disputed)
        numbers = (models.Count("pk"), models.Sum("first_claims"), models.Sum("first_conflicts"))
        rows = counted.values_list("ceasefire", *numbers, "disputed")
        return {pk: Totals(*numbers) for pk, *numbers in rows}

    def claims_by_day(self) -> list[tuple[date, int]]:
        """Each day with the claims whose first day it is."""
        return list(self.order_by("day").values_list("day", "first_claims"))

    def before(self, day: date, most: int) -> Self:
        """The last days with claims before the day, newest first."""
        return self.with_claims().filter(day__lt=day).order_by("-day")[:most]

    def since(self, day: date, most: int) -> Self:
        """The first days with claims from the day on."""
        return self.with_claims().filter(day__gte=day).order_by("day")[:most]

    def on(self, day: date) -> Self:
        """This day of each ceasefire that has claims about it."""
        return self.with_claims().filter(day=day).select_related("ceasefire").order_by("ceasefire")

    def most_disputed(self) -> Self:
        """Days with a conflict, most conflicts first."""
        return (
            self.select_related("ceasefire")
            .filter(Q(contradicts__gt=0) | Q(competes__gt=0))
            .order_by(-(models.F("contradicts") + models.F("competes")), "-contradicts", "-claims", "day", "pk")
        )


class CeasefireDay(DayCounts):
    """A day of a ceasefire about which, or on which, something was claimed.

    A claim about three days is counted on each of them; `first_claims` and `first_conflicts` count each claim and each
    conflict once, on its first day, so that their sums over days are the ceasefire's numbers. `is_stale`: something was
    written since it was counted.
    """

    ceasefire = models.ForeignKey(Ceasefire, models.CASCADE, related_name="days", verbose_name=_("ceasefire"))
    day = models.DateField(_("day"))
    corroborates = models.PositiveIntegerField(_("corroborating pairs"), default=0)
    first_claims = models.PositiveIntegerField(_("claims listed from this day"), default=0)
    first_conflicts = models.PositiveIntegerField(_("conflicts listed from this day"), default=0)
    is_stale = models.BooleanField(_("to be counted anew"), db_default=False)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = CeasefireDayQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ceasefire", "day"], name="day_of_a_ceasefire_is_one")]
        indexes = [
            models.Index(-(models.F("contradicts") + models.F("competes")), "day", name="day_by_disputes"),
            models.Index("id", condition=Q(is_stale=True), name="day_to_count"),
        ]

    def __str__(self) -> str:
        return f"{self.ceasefire} {self.day}"

    def get_absolute_url(self) -> str:
        return self.ceasefire.day_url(self.day)


class DayCellQuerySet(models.QuerySet["DayCell"]):
    def of_ceasefire(self, ceasefire: Ceasefire) -> Self:
        """Every cell of a ceasefire's matrix, by day and side."""
        return self.filter(day__ceasefire=ceasefire).select_related("day__ceasefire").order_by("day__day", "side")

    def of_days(self, day_ids: list[int]) -> Self:
        return self.filter(day__in=day_ids).order_by("day", "side")


class DayCell(DayCounts):
    """One side's part of a day: a cell of the matrix."""

    day = models.ForeignKey(CeasefireDay, models.CASCADE, related_name="cells", verbose_name=_("day"))
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", verbose_name=_("side"))
    holding = models.PositiveIntegerField(_("say kept"), default=0)
    violated = models.PositiveIntegerField(_("say broken"), default=0)
    mixed = models.PositiveIntegerField(_("say both"), default=0)

    objects = DayCellQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "side"], name="cell_is_one_for_a_side_and_day")]

    def __str__(self) -> str:
        return f"{self.side_id} {self.claims}"
