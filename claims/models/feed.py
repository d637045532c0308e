"""Feeds: addresses that are polled for new articles."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.source import Side, Source
from claims.models.work import Work, WorkQuerySet
from claims.vocabulary import WorkState


class FeedQuerySet(WorkQuerySet["Feed"]):
    def due(self) -> Self:
        return super().due().filter(is_enabled=True)

    def rest(self, pk: int, fence: int, *, wait: timedelta | None, **fields: object) -> None:
        """End a poll: due again after the wait, or switched off without one."""
        if wait is None:
            fields |= {"state": WorkState.DONE, "is_enabled": False}
        else:
            fields |= {"state": WorkState.PENDING, "due_at": Now() + wait}
        self._close(pk, fence, polled_at=Now(), polls=F("polls") + 1, attempts=0, hinted_at=None, **fields)

    def enabled(self) -> Self:
        return self.filter(is_enabled=True)

    def chosen(self, ids: list[int]) -> Self:
        """Those of the ids, or all without any, in the order in which they were added."""
        return (self.filter(pk__in=ids) if ids else self).order_by("pk")

    def failing(self) -> Self:
        """Enabled feeds whose last poll failed."""
        return self.enabled().filter(failures__gt=0)

    def with_health(self) -> Self:
        """All feeds, those that are on first, each with `brought`: its articles of seven days."""
        week = models.Q(articles__accepted_at__gte=Now() - timedelta(days=7))
        counted = self.select_related("outlet").annotate(brought=models.Count("articles", filter=week))
        return counted.order_by("-is_enabled", "address")

    def covered_sides(self) -> dict[str, date | None]:
        """The sides whose accounts an enabled feed brings, each with the day since when (None: always)."""
        covered: dict[str, date | None] = {}
        for side, since in self.enabled().filter(covers__isnull=False).values_list("covers", "covers_since"):
            known = covered.get(side, since)
            covered[side] = None if since is None or known is None else min(since, known)
        return covered


class Feed(Work):
    """A feed of an outlet. `covers`: the sides whose accounts it brings, so that silence means something.

    Between polls it is pending and due at the next one; switched off, it is done. `kind` is the key of its type, found
    by the first poll.
    """

    address = models.URLField(_("address"), max_length=2000, unique=True)
    kind = models.CharField(_("type"), max_length=20, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    outlet = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="feeds", verbose_name=_("outlet")
    )
    language = models.CharField(_("language"), max_length=10, blank=True)
    covers = models.ManyToManyField(Side, related_name="feeds", blank=True, verbose_name=_("covers"))
    covers_since = models.DateField(_("covers since"), null=True, blank=True)
    is_enabled = models.BooleanField(_("enabled"), default=True)
    interval = models.PositiveIntegerField(_("seconds between polls"), default=900)
    etag = models.CharField(_("ETag"), max_length=500, blank=True)
    last_modified = models.CharField(_("Last-Modified"), max_length=100, blank=True)
    polls = models.PositiveBigIntegerField(_("polls"), default=0)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    polled_at = models.DateTimeField(_("last poll"), null=True, blank=True)
    succeeded_at = models.DateTimeField(_("last success"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = FeedQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title or self.address
