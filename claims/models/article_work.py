"""What is asked about articles as work: which wait, run, failed or are done, and which may be taken up next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, TruncDate

from claims.judging.judge import JUDGING_VERSION
from claims.models.work import Row, WorkQuerySet
from claims.reading.version import READING_VERSION
from claims.vocabulary import WorkState

LARGEST_TOGETHER = 200_000
"""Bytes of the text of an article that is read and stored together with others; a larger one is by itself."""


class ArticleWorkQuerySet(WorkQuerySet[Row]):
    def done(self) -> Self:
        return self.filter(state=WorkState.DONE)

    def outdated(self) -> Self:
        """Articles that older rules have read or judged."""
        return (
            self.done()
            .filter(superseded_by__isnull=True)
            .filter(Q(reading_version__lt=READING_VERSION) | Q(judging_version__lt=JUDGING_VERSION))
        )

    def waiting(self) -> Self:
        """Accepted articles that are still to be read."""
        # As two equalities and not as a list, so that the partial indexes of both states answer it.
        queued = Q(state=WorkState.PENDING) | Q(state=WorkState.RUNNING)
        return self.filter(queued, reading_version__isnull=True)

    def running(self) -> Self:
        return self.filter(state=WorkState.RUNNING).order_by("lease_until", "pk")

    def to_be_retried(self) -> Self:
        """Articles that failed and are tried again, the next one first."""
        return self.filter(state=WorkState.PENDING, attempts__gt=0).order_by("due_at", "pk")

    def put_aside(self) -> Self:
        """Articles that nothing more happens to: refused, or quarantined; the last ones first."""
        return self.filter(state__in=[WorkState.REJECTED, WorkState.QUARANTINED]).order_by("-pk")

    def at_hand(self) -> Self:
        """Articles that nothing has to be fetched for."""
        return self.filter(raw__isnull=False)

    def first_tries(self) -> Self:
        """Articles that may be worked on together: at hand, not large, and none that a try has failed of."""
        size = models.Func(F("source_text"), function="octet_length", output_field=models.IntegerField())
        return self.at_hand().filter(attempts=0).alias(size=size).filter(size__lte=LARGEST_TOGETHER)

    def next_of_hosts(self, most: int) -> list[int]:
        """The longest due unfetched article of each host that may be asked now, of at most so many hosts."""
        next_ones = self.unhinted().filter(raw__isnull=True, host__free_at__lte=Now())
        return list(next_ones.order_by("host", "due_at", "pk").distinct("host").values_list("pk", flat=True)[:most])

    def known_keys(self, keys: Iterable[str]) -> set[str]:
        """Those of the intake keys that articles have already."""
        return set(self.filter(intake_key__in=list(keys)).values_list("intake_key", flat=True))

    def for_work_list(self) -> Self:
        return self.select_related("feed", "host").defer("text", "source_text", "reading_report")

    def states(self, ids: list[int]) -> dict[int, dict[str, str]]:
        """How far the work on these articles has come, and why it failed if it did."""
        return {
            pk: {"state": state, "error": error if code else ""}
            for pk, state, code, error in self.filter(pk__in=ids).values_list("pk", "state", "error_code", "error")
        }

    def by_state(self) -> dict[str, int]:
        return dict(self.order_by().values_list("state").annotate(models.Count("pk")))

    def states_by_feed(self) -> list[tuple[int, str, int]]:
        """(feed id, state, how many)."""
        found = self.filter(feed__isnull=False).order_by().values_list("feed", "state")
        return list(found.annotate(models.Count("pk")).order_by("feed", "state"))

    def states_by_day(self, days: int) -> list[tuple[date, str, int]]:
        """(day of accepting, state, how many) of so many last days, the newest first."""
        found = self.filter(accepted_at__gte=Now() - timedelta(days=days)).order_by()
        counted = found.annotate(day=TruncDate("accepted_at")).values_list("day", "state")
        return list(counted.annotate(models.Count("pk")).order_by("-day", "state"))

    def failures(self, among: list[int] | None = None) -> models.QuerySet[Row, tuple[str, str]]:
        """(what it is called, why) of articles that were rejected or given up, of those ids or of all."""
        failed = self.filter(state__in=[WorkState.REJECTED, WorkState.QUARANTINED])
        if among is not None:
            failed = failed.filter(pk__in=among)
        name = models.Case(models.When(name="", then="address"), default="name")
        return failed.order_by("pk").values_list(name, "error")
