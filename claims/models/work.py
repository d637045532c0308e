"""Background work as the database owns it: what is due, who has it, how often it was tried.

A worker takes rows by one UPDATE (`take`) that sets a lease and raises the fences; it writes its results in one
transaction that first checks each fence (`hold`). All times are the database's. A lost worker's lease runs out and
the row is due again; after MAX_ATTEMPTS it is quarantined with the last error. `hinted_at` says when a message was last
sent for the row, so that what waits in a long queue is not sent again and again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.vocabulary import WorkState, choices

MAX_ATTEMPTS = 5
FIRST_RETRY = timedelta(seconds=30)
WORKER_LOST = "The worker ended while it was at this, and so it did each time that it was tried."


FINISHED: dict[str, Any] = {
    "state": WorkState.DONE,
    "lease_until": None,
    "error_code": "",
    "error": "",
    "attempts": 0,
}
"""The columns of a row whose work is done; whoever holds the row may write them with the last result."""

Fences = dict[int, int]
"""Rows that were taken, by id: the fence of each."""

_TAKE = """
UPDATE {table} SET state = 'running', fence = fence + 1, attempts = attempts + 1,
    lease_until = STATEMENT_TIMESTAMP() + make_interval(secs => %s)
WHERE id IN ({free} FOR NO KEY UPDATE SKIP LOCKED) RETURNING id, fence
"""

Row = TypeVar("Row", bound="Work")


class FenceLostError(Exception):
    """Another worker has taken the row since; the result must not be written."""


class WorkQuerySet(models.QuerySet[Row]):
    def due(self) -> Self:
        """Rows that a worker should take now: pending and due, or running on a lease that ran out."""
        return self.filter(
            Q(state=WorkState.PENDING, due_at__lte=Now()) | Q(state=WorkState.RUNNING, lease_until__lt=Now())
        )

    def unhinted(self) -> Self:
        """Due rows that no message is likely to carry: none was sent, or none since HINT_SECONDS."""
        before = Now() - timedelta(seconds=settings.HINT_SECONDS)
        return self.due().filter(Q(hinted_at__isnull=True) | Q(hinted_at__lt=before))

    def note_hints(self, ids: list[int]) -> None:
        self.filter(pk__in=ids).update(hinted_at=Now())

    def retried_later(self) -> Self:
        """Rows that failed and wait for their next try."""
        return self.filter(state=WorkState.PENDING, due_at__gt=Now())

    def oldest_first(self, most: int) -> Self:
        """At most `most` rows, the longest due first."""
        return self.order_by("due_at", "pk")[:most]

    def ids(self) -> list[int]:
        return list(self.values_list("pk", flat=True))

    def take(self, ids: Iterable[int]) -> Fences:
        """Take those of the rows that are due on a lease; the fences to write results with.

        Rows that another worker is taking at this moment are left to it.
        """
        free = self.due().filter(pk__in=list(ids), attempts__lt=MAX_ATTEMPTS).order_by("pk").values("pk")
        query, params = free.query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(
                _TAKE.format(table=self.model._meta.db_table, free=query),
                [settings.WORK_LEASE.total_seconds(), *params],
            )
            return dict(sorted(cursor.fetchall()))

    def hold(self, fences: Fences) -> None:
        """Lock the rows for this transaction; FenceLostError if another worker has taken any of them since."""
        running = self.filter(pk__in=fences, state=WorkState.RUNNING).order_by("pk")
        held = dict(running.select_for_update(no_key=True).values_list("pk", "fence"))
        if lost := [pk for pk, fence in fences.items() if held.get(pk) != fence]:
            raise FenceLostError(f"{self.model.__name__}: the fences of {lost} are not held")

    def finish(self, pk: int, fence: int) -> None:
        self._close(pk, fence, **FINISHED)

    def reject(self, pk: int, fence: int, *, code: str, message: str) -> None:
        """The input is at fault: no retry."""
        self._close(pk, fence, state=WorkState.REJECTED, error_code=code, error=message)

    def postpone(self, pk: int, fence: int, *, due: datetime) -> None:
        """It was not the row's turn: due again then, and not counted as an attempt."""
        attempts = F("attempts") - 1
        self._close(pk, fence, state=WorkState.PENDING, due_at=due, hinted_at=None, attempts=attempts)

    def fail(
        self, pk: int, fence: int, *, message: str, code: str = "failed", first_wait: timedelta = FIRST_RETRY
    ) -> None:
        """Something of ours or of the world failed: due again with a doubled wait, or quarantined."""
        row = self.filter(pk=pk, fence=fence, state=WorkState.RUNNING)
        for attempts in row.values_list("attempts", flat=True):
            if attempts >= MAX_ATTEMPTS:
                self._close(pk, fence, state=WorkState.QUARANTINED, error_code=code, error=message)
            else:
                due = Now() + first_wait * 2 ** (attempts - 1)
                self._close(
                    pk, fence, state=WorkState.PENDING, error_code=code, error=message, due_at=due, hinted_at=None
                )

    def give_up(self) -> int:
        """Quarantine the rows whose workers ended MAX_ATTEMPTS times without a word; how many they are."""
        lost = self.due().filter(state=WorkState.RUNNING, attempts__gte=MAX_ATTEMPTS)
        return lost.update(state=WorkState.QUARANTINED, lease_until=None, error_code="failed", error=WORKER_LOST)

    def renew(self) -> int:
        """Make rows due now with a clean slate, as a person's "try again" or newer rules ask; running ones are left."""
        rows = self.model._default_manager.filter(pk__in=list(self.values_list("pk", flat=True)))
        return rows.exclude(state=WorkState.RUNNING).update(
            state=WorkState.PENDING, due_at=Now(), hinted_at=None, attempts=0, error_code="", error=""
        )

    def _close(self, pk: int, fence: int, **fields: object) -> None:
        self.filter(pk=pk, fence=fence, state=WorkState.RUNNING).update(**{"lease_until": None, **fields})


class Work(models.Model):
    """What every row of background work carries."""

    state = models.CharField(_("state"), max_length=12, choices=choices(WorkState), default=WorkState.PENDING)
    due_at = models.DateTimeField(_("due"), db_default=Now())
    hinted_at = models.DateTimeField(_("message sent"), null=True, blank=True)
    lease_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    fence = models.PositiveBigIntegerField(_("fence"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error_code = models.CharField(_("error code"), max_length=40, blank=True)
    error = models.TextField(_("last error"), blank=True)

    class Meta:
        abstract = True
