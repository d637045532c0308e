"""The numbered feed of changes to public records: created, updated, merged, withdrawn."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from claims.vocabulary import ChangeKind, choices


class CurrentTransaction(Func):
    """The running transaction's number, which never wraps (xid8 as bigint)."""

    template = "pg_current_xact_id()::text::bigint"
    output_field = models.BigIntegerField()
    arity = 0


class OldestRunningTransaction(Func):
    """All transactions below this number have ended: nothing with a lower number can still appear."""

    template = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    output_field = models.BigIntegerField()
    arity = 0


class ChangeQuerySet(models.QuerySet["Change"]):
    def settled(self) -> Self:
        """Changes that no slower transaction can still get in front of, in their total order."""
        return self.filter(transaction__lt=OldestRunningTransaction()).order_by("transaction", "pk")

    def after(self, transaction: int, pk: int) -> Self:
        return self.filter(Q(transaction__gt=transaction) | Q(transaction=transaction, pk__gt=pk))

    def of_record(self, record: str, record_id: int) -> Self:
        return self.filter(record=record, record_id=record_id)

    def newest_first(self) -> Self:
        return self.order_by("-transaction", "-pk")


class Change(models.Model):
    """One change. The order is (transaction, id): a reader who has seen up to one place never misses a later commit."""

    class Record(models.TextChoices):
        CLAIM = "claim", _("claim")
        PAIR = "claim-pair", _("claim pair")
        SOURCE = "source", _("source")
        ARTICLE = "article", _("article")
        CEASEFIRE = "ceasefire", _("ceasefire")

    transaction = models.BigIntegerField(_("transaction"), db_default=CurrentTransaction(), editable=False)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    kind = models.CharField(_("kind"), max_length=10, choices=choices(ChangeKind))
    record = models.CharField(_("record"), max_length=12, choices=Record.choices)
    record_id = models.BigIntegerField(_("record id"))
    into_id = models.BigIntegerField(_("merged into"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="merged", into_id__isnull=False) | ~Q(kind="merged") & Q(into_id__isnull=True),
                name="a_merge_says_into_what",
            ),
        ]
        indexes = [
            models.Index(F("transaction"), F("id"), name="changes_in_order"),
            models.Index(fields=["record", "record_id"], name="changes_of_a_record"),
        ]

    def __str__(self) -> str:
        return f"{self.record} {self.record_id} {self.kind}"

    @classmethod
    def of(cls, kind: ChangeKind, record: str, record_id: int, **fields: Any) -> Change:
        return cls(kind=kind, record=record, record_id=record_id, **fields)
