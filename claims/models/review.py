"""What people decided about pairs: each decision is kept, none is changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.pair import ClaimPair
from claims.vocabulary import Dimension, Relation, ReviewState, choices


class PairReview(models.Model):
    """One decision of a person about a pair; the newest one stands in the pair's `review_state`.

    `relation` and `dimension` are what the person took a confirmed pair for.
    """

    pair = models.ForeignKey(ClaimPair, models.CASCADE, related_name="reviews", verbose_name=_("pair"))
    state = models.CharField(_("decision"), max_length=10, choices=choices(ReviewState))
    relation = models.CharField(_("relation"), max_length=12, choices=choices(Relation), blank=True)
    dimension = models.CharField(_("what differs"), max_length=8, choices=choices(Dimension), blank=True)
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.state} by {self.by}"
