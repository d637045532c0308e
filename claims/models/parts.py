"""The parts of a claim: the links of its chain, whom it accuses, the figures that it gives."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models.ceasefire import Ceasefire
from claims.models.place import Place
from claims.models.source import Source
from claims.vocabulary import LinkRole, choices


class ClaimLinkQuerySet(models.QuerySet["ClaimLink"]):
    def speakers(self) -> Self:
        return self.filter(role=LinkRole.SPEAKER)

    def of_claims(self, claim_ids: list[int]) -> list[tuple[int, int | None, str | None]]:
        """(claim, source, side) for each speaker of these claims in the order of the chains; None: unresolved."""
        speakers = self.speakers().filter(claim__in=claim_ids).order_by("claim", "position")
        return list(speakers.values_list("claim_id", "source_id", "source__side_id"))

    def newest_claims_of(self, source: Source, most: int) -> list[int]:
        """Ids of the newest current claims that the source speaks in."""
        spoken = self.speakers().filter(source=source, claim__is_current=True).order_by("-claim")
        return list(dict.fromkeys(spoken.values_list("claim_id", flat=True)[:most]))

    def names_of(self, claim_ids: list[int]) -> list[tuple[int, str, str, str, str]]:
        """(claim, source's slug and name, side's key and name) for each known speaker of these claims."""
        known = self.speakers().filter(claim__in=claim_ids, source__isnull=False).order_by("claim", "position")
        return list(
            known.values_list("claim_id", "source__slug", "source__name", "source__side_id", "source__side__name")
        )

    def unresolved(self) -> Self:
        """Speakers and relays whose words no source of the directory answers to."""
        return self.filter(source__isnull=True, claim__is_current=True)


class ClaimLink(models.Model):
    """One place in the chain, in order: speakers, relays, the outlet. Without a source the words are unresolved."""

    claim = models.ForeignKey("Claim", models.CASCADE, related_name="links", verbose_name=_("claim"))
    position = models.PositiveSmallIntegerField(_("position"))
    role = models.CharField(_("role"), max_length=8, choices=choices(LinkRole))
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="links", verbose_name=_("source")
    )
    words = models.CharField(_("words"), max_length=300)

    objects = ClaimLinkQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "position"], name="chain_has_one_link_a_place")]
        indexes = [models.Index(fields=["source", "role", "claim"], name="claims_of_a_source")]

    def __str__(self) -> str:
        return f"{self.role}: {self.words}"


class Accusation(models.Model):
    """Who is blamed for a deed, in the order named."""

    claim = models.ForeignKey("Claim", models.CASCADE, related_name="accusations", verbose_name=_("claim"))
    position = models.PositiveSmallIntegerField(_("position"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="accusations", verbose_name=_("accused"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "position"], name="accused_have_an_order"),
            models.UniqueConstraint(fields=["claim", "source"], name="accused_once_a_claim"),
        ]

    def __str__(self) -> str:
        return str(self.source)


class FigureQuerySet(models.QuerySet["Figure"]):
    def public(self) -> Self:
        """Figures of claims of the current reading."""
        return self.filter(claim__is_current=True)

    def of_event(self, ceasefire: Ceasefire, event: str) -> Self:
        """Figures of a ceasefire's current claims of that event."""
        return (
            self.public()
            .filter(claim__ceasefire=ceasefire, claim__events__contains=[event])
            .select_related("place")
            .order_by("claim", "position")
        )


class Figure(models.Model):
    """A number that a claim gives; an open end is null. `start` and `end` are offsets in the claim's text."""

    claim = models.ForeignKey("Claim", models.CASCADE, related_name="figures", verbose_name=_("claim"))
    position = models.PositiveSmallIntegerField(_("position"))
    what = models.CharField(_("what is counted"), max_length=120)
    words = models.CharField(_("words"), max_length=120)
    low = models.BigIntegerField(_("at least"), null=True, blank=True)
    high = models.BigIntegerField(_("at most"), null=True, blank=True)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="figures", verbose_name=_("place")
    )
    is_part = models.BooleanField(_("part of a total"), default=False)

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "position"], name="figures_have_an_order"),
            models.CheckConstraint(condition=Q(low__isnull=False) | Q(high__isnull=False), name="figure_has_an_end"),
            models.CheckConstraint(condition=Q(low__lte=F("high")), name="figure_is_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.words} {self.what}"
