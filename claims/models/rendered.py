"""Claims as they are given out, rendered beforehand: JSON beside the rows that it is made of."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models.claim import Claim


class RenderedClaimQuerySet(models.QuerySet["RenderedClaim"]):
    def missing(self, *, below: int, most: int) -> list[tuple[int, int]]:
        """(claim's id, version) of claims that are to be rendered, newest first."""
        waiting = self.filter(body__isnull=True, claim__lt=below).order_by("-claim")
        return list(waiting.values_list("claim_id", "version")[:most])


class RenderedClaim(models.Model):
    """The body of one claim, null while it is to be rendered.

    The database itself numbers the `version` up and empties the body whenever the feed of changes names the claim: a
    trigger on the feed, so that nobody who writes has to think of it. Who fills the body says which version it is of.
    """

    claim = models.OneToOneField(
        Claim, models.CASCADE, primary_key=True, db_constraint=False, related_name="+", verbose_name=_("claim")
    )
    version = models.PositiveIntegerField(_("version"), default=0)
    body = models.BinaryField(_("body"), null=True)

    objects = RenderedClaimQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("claim", condition=Q(body__isnull=True), name="claim_to_be_rendered")]

    def __str__(self) -> str:
        return f"{self.claim_id} version {self.version}"
