"""Webhooks: saved filters of pairs whose changes are sent on, and the deliveries of each."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from claims.models.token import Token
from claims.models.work import Work, WorkQuerySet


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def of(self, token: Token) -> Self:
        return self.filter(token=token)

    def named(self, pk: int) -> Webhook | None:
        return self.filter(pk=pk).first()

    def enabled(self) -> Self:
        return self.filter(is_enabled=True)

    def locked(self, pk: int) -> Webhook | None:
        """The webhook for this transaction alone; None if another one has it, or it is not among these."""
        return self.select_for_update(skip_locked=True, no_key=True).filter(pk=pk).first()

    def ids(self) -> list[int]:
        return list(self.order_by("pk").values_list("pk", flat=True))


class Webhook(models.Model):
    """Where changes of pairs that match `query` are sent. (`transaction`, `change`): how far the feed was looked at.

    The secret that signs deliveries is derived from the installation's key, and so stands in no table.
    """

    token = models.ForeignKey(Token, models.CASCADE, related_name="webhooks", verbose_name=_("token"))
    address = models.CharField(_("address"), max_length=2000)
    query = models.CharField(_("filter"), max_length=2000, blank=True)
    nonce = models.CharField(_("nonce of the secret"), max_length=32)
    transaction = models.BigIntegerField(_("transaction"))
    change = models.BigIntegerField(_("change"))
    is_enabled = models.BooleanField(_("enabled"), default=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = WebhookQuerySet.as_manager()

    def __str__(self) -> str:
        return self.address

    @property
    def secret(self) -> str:
        return salted_hmac("claims.webhook", self.nonce, algorithm="sha256").hexdigest()


class DeliveryQuerySet(WorkQuerySet["Delivery"]):
    def newest_first(self) -> Self:
        return self.order_by("-pk")


class Delivery(Work):
    """One message to a webhook; `body` is sent byte for byte as it stands, so that its signature can be checked."""

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries", verbose_name=_("webhook"))
    body = models.TextField(_("body"))
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("due_at", condition=models.Q(state="pending"), name="delivery_due")]

    def __str__(self) -> str:
        return f"delivery {self.pk}"
