"""Writes tokens: making and revoking them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from claims.models import Token
from claims.models.token import digest
from claims.vocabulary import Scope

PREFIX = "cct_"
"""So that a token that was published by mistake is found by those who look for such."""


def create(name: str, scopes: Iterable[Scope], *, days: int) -> tuple[Token, str]:
    """A new token and its secret, which is kept nowhere and can be shown only now."""
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        name=name,
        digest=digest(secret),
        scopes=sorted({scope.value for scope in scopes}),
        expires_at=timezone.now() + timedelta(days=days),
    )
    return token, secret


def revoke(token: Token) -> None:
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
