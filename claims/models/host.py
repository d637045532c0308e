"""Hosts that are asked for articles and feeds: one request at a time, some seconds apart, by their robots.txt."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

HELD = timedelta(seconds=40)
"""The longest that one request may keep its host: twice the fetcher's deadline."""


class HostQuerySet(models.QuerySet["Host"]):
    def named(self, name: str) -> Host:
        """The host's row, made if there is none."""
        self.bulk_create([Host(name=name)], ignore_conflicts=True)
        return self.get(name=name)

    def take(self, pk: int) -> int | None:
        """The turn to ask the host now, or None if it is not to be asked yet. Give it back with `release`."""
        taken = self.filter(pk=pk, free_at__lte=Now()).update(free_at=Now() + HELD, turn=F("turn") + 1)
        return int(self.values_list("turn", flat=True).get(pk=pk)) if taken else None

    def release(self, pk: int, turn: int, *, wait: timedelta) -> None:
        """End the turn: the host may be asked again after the wait. A turn that ran out changes nothing."""
        self.filter(pk=pk, turn=turn).update(free_at=Now() + wait)

    def keep_robots(self, pk: int, *, status: int | None, text: str, kept: timedelta) -> None:
        self.filter(pk=pk).update(robots_status=status, robots=text, robots_until=Now() + kept)

    def has_robots(self, pk: int) -> bool:
        """Whether the host's rules are known and not too old."""
        return self.filter(pk=pk, robots_until__gt=Now()).exists()

    def free_at(self, pk: int) -> datetime:
        return self.values_list("free_at", flat=True).get(pk=pk)


class Host(models.Model):
    """A host by its name, with its port where that is not the web's. `robots_status`: null where no answer came."""

    name = models.CharField(_("name"), max_length=300, unique=True)
    free_at = models.DateTimeField(_("may be asked from"), db_default=Now())
    turn = models.PositiveBigIntegerField(_("turns taken"), default=0)
    robots = models.TextField(_("robots.txt"), blank=True)
    robots_status = models.PositiveSmallIntegerField(_("answer for robots.txt"), null=True, blank=True)
    robots_until = models.DateTimeField(_("rules kept until"), null=True, blank=True)

    objects = HostQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
