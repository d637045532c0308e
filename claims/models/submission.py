"""Submissions: what clients sent in, under which key, and which articles came of it."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models.token import Token


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def of(self, token: Token) -> Self:
        return self.filter(token=token)

    def named(self, pk: int) -> Submission | None:
        return self.filter(pk=pk).first()

    def under(self, token: Token, key: str) -> Submission | None:
        """What this token has sent in under an idempotency key."""
        return self.filter(token=token, key=key).first()


class Submission(models.Model):
    """One POST: `outcomes` says of each item which article it is, or why it was not taken in."""

    token = models.ForeignKey(Token, models.PROTECT, related_name="submissions", verbose_name=_("token"))
    key = models.CharField(_("idempotency key"), max_length=200, blank=True)
    digest = models.CharField(_("hash of the request"), max_length=64)
    outcomes = models.JSONField(_("outcomes"), default=list)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["token", "key"], condition=~Q(key=""), name="idempotency_key_stands_once_a_token"
            ),
        ]

    def __str__(self) -> str:
        return f"submission {self.pk}"
