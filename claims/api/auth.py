"""Who asks: a token in the Authorization header, or nobody. Cookies are never looked at."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from claims.api.problems import Problem
from claims.models import Token
from claims.vocabulary import Scope

_LONGEST = 200


class Bearer(BaseAuthentication):
    """`Authorization: Bearer cct_...`"""

    def authenticate(self, request: Any) -> tuple[AnonymousUser, Token] | None:
        given = request.META.get("HTTP_AUTHORIZATION", "")
        if not given:
            return None
        scheme, _, secret = given.partition(" ")
        token = None
        if scheme.lower() == "bearer" and secret.isascii() and len(secret) <= _LONGEST:
            token = Token.objects.with_secret(secret.strip())
        if token is None:
            raise AuthenticationFailed("This token is not known, was revoked, or has expired.")
        return AnonymousUser(), token

    def authenticate_header(self, request: Any) -> str:
        return 'Bearer realm="api"'


def demand(request: Any, scope: Scope) -> Token:
    """The token of a request that may do this. Raises Problem: 401 without a token, 403 for one without the scope."""
    token = request.auth
    if not isinstance(token, Token):
        headers = {"WWW-Authenticate": 'Bearer realm="api"'}
        raise Problem(401, "unauthenticated", f"A token with the scope `{scope}` is needed.", headers=headers)
    if not token.may(scope):
        raise Problem(403, "forbidden", f"This token does not have the scope `{scope}`.")
    return token
