"""Tokens: who may write through the API, and for how long. Only a hash is kept."""

from __future__ import annotations

import hashlib
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.vocabulary import Scope, choices


def digest(secret: str) -> str:
    """What is kept of a token. The secret is long and random, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


class TokenQuerySet(models.QuerySet["Token"]):
    def valid(self) -> Self:
        return self.filter(Q(revoked_at__isnull=True), Q(expires_at__gt=Now()))

    def with_secret(self, secret: str) -> Token | None:
        """The valid token that this secret opens."""
        return self.valid().filter(digest=digest(secret)).first()


class Token(models.Model):
    """A key to the API, shown once when it is made."""

    name = models.CharField(_("whose"), max_length=120)
    digest = models.CharField(_("hash"), max_length=64, unique=True)
    scopes = ArrayField(models.CharField(max_length=10, choices=choices(Scope)), verbose_name=_("may"))
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("created_at")), name="token_expires_later"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, until {self.expires_at:%Y-%m-%d}"

    def may(self, scope: Scope) -> bool:
        return scope in self.scopes
