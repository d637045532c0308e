"""Background work as the database owns it: what is due, who has it, how often it was tried.

A worker takes a row by one UPDATE (`take`) that sets a lease and raises the fence; it writes its result in one
transaction that first checks the fence (`still_held`). All times are the database's. A lost worker's lease runs out and
the row is due again; after MAX_ATTEMPTS it is quarantined with the last error.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.vocabulary import WorkState, choices

MAX_ATTEMPTS = 5
LEASE = timedelta(minutes=5)
FIRST_RETRY = timedelta(seconds=30)


Row = TypeVar("Row", bound="Work")


class FenceLostError(Exception):
    """Another worker has taken the row since; the result must not be written."""


class WorkQuerySet(models.QuerySet[Row]):
    def due(self) -> Self:
        """Rows that a worker should take now: pending and due, or running on a lease that ran out."""
        return self.filter(
            Q(state=WorkState.PENDING, due_at__lte=Now()) | Q(state=WorkState.RUNNING, lease_until__lt=Now())
        )

    def retried_later(self) -> Self:
        """Rows that failed and wait for their next try."""
        return self.filter(state=WorkState.PENDING, due_at__gt=Now())

    def oldest_first(self, most: int) -> Self:
        """At most `most` rows, the longest due first."""
        return self.order_by("due_at", "pk")[:most]

    def ids(self) -> list[int]:
        return list(self.values_list("pk", flat=True))

    def take(self, pk: int) -> int | None:
        """Take the row for LEASE if it is due; the fence to write results with, or None if it is not to be had."""
        taken = (
            self.due()
            .filter(pk=pk)
            .update(
                state=WorkState.RUNNING,
                lease_until=Now() + LEASE,
                fence=F("fence") + 1,
                attempts=F("attempts") + 1,
            )
        )
        if not taken:
            return None
        return int(self.values_list("fence", flat=True).get(pk=pk))

    def hold(self, pk: int, fence: int) -> None:
        """Lock the row for this transaction; FenceLostError if another worker has taken it since."""
        if not self.select_for_update(no_key=True).filter(pk=pk, fence=fence, state=WorkState.RUNNING).exists():
            raise FenceLostError(f"{self.model.__name__} {pk}: fence {fence} is not held")

    def finish(self, pk: int, fence: int) -> None:
        self._close(pk, fence, state=WorkState.DONE, error_code="", error="", attempts=0)

    def reject(self, pk: int, fence: int, *, code: str, message: str) -> None:
        """The input is at fault: no retry."""
        self._close(pk, fence, state=WorkState.REJECTED, error_code=code, error=message)

    def fail(self, pk: int, fence: int, *, message: str) -> None:
        """Something of ours or of the world failed: due again with a doubled wait, or quarantined."""
        row = self.filter(pk=pk, fence=fence, state=WorkState.RUNNING)
        for attempts in row.values_list("attempts", flat=True):
            if attempts >= MAX_ATTEMPTS:
                self._close(pk, fence, state=WorkState.QUARANTINED, error_code="failed", error=message)
            else:
                wait = FIRST_RETRY * 2 ** (attempts - 1)
                self._close(pk, fence, state=WorkState.PENDING, error_code="", error=message, due_at=Now() + wait)

    def renew(self) -> int:
        """Make rows due now with a clean slate, as a person's "try again" or newer rules ask; running ones are left."""
        rows = self.model._default_manager.filter(pk__in=list(self.values_list("pk", flat=True)))
        return rows.exclude(state=WorkState.RUNNING).update(
            state=WorkState.PENDING, due_at=Now(), attempts=0, error_code="", error=""
        )

    def _close(self, pk: int, fence: int, **fields: object) -> None:
        self.filter(pk=pk, fence=fence, state=WorkState.RUNNING).update(lease_until=None, **fields)


class Work(models.Model):
    """What every row of background work carries."""

    state = models.CharField(_("state"), max_length=12, choices=choices(WorkState), default=WorkState.PENDING)
    due_at = models.DateTimeField(_("due"), db_default=Now())
    lease_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    fence = models.PositiveBigIntegerField(_("fence"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error_code = models.CharField(_("error code"), max_length=40, blank=True)
    error = models.TextField(_("last error"), blank=True)

    class Meta:
        abstract = True
