"""Visits to come: articles that are asked for again, since an outlet may publish another version."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.work import Work, WorkQuerySet
from claims.vocabulary import WorkState


class RevisitQuerySet(WorkQuerySet["Revisit"]):
    def next_of_hosts(self, most: int) -> list[int]:
        """The longest due visit to each host that may be asked now, of at most so many hosts."""
        free = self.unhinted().filter(article__host__free_at__lte=Now())
        next_ones = free.order_by("article__host", "due_at", "pk").distinct("article__host")
        return list(next_ones.values_list("pk", flat=True)[:most])

    def rest(self, pk: int, fence: int, *, wait: timedelta | None, **fields: object) -> None:
        """End a visit: due again after the wait, or never without one."""
        state = {"state": WorkState.DONE} if wait is None else {"state": WorkState.PENDING, "due_at": Now() + wait}
        self._close(pk, fence, visits=F("visits") + 1, attempts=0, hinted_at=None, **state, **fields)


class Revisit(Work):
    """One article's visits: `visits` so far, and the validators of the last answer. A newer version takes it over."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="revisit", verbose_name=_("article"))
    visits = models.PositiveSmallIntegerField(_("visits"), default=0)
    etag = models.CharField(_("ETag"), max_length=500, blank=True)
    last_modified = models.CharField(_("Last-Modified"), max_length=100, blank=True)

    objects = RevisitQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("due_at", condition=models.Q(state="pending"), name="revisit_due"),
            models.Index("lease_until", condition=models.Q(state="running"), name="revisit_leased"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.visits}"
