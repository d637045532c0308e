"""Webhooks: saved filters of pairs whose changes are sent on, of the token that made them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework.request import Request

from claims.api import bodies, parameters, schema
from claims.api.auth import demand
from claims.api.endpoint import Endpoint
from claims.api.lists import selected
from claims.api.problems import Fault, Problem, not_found
from claims.api.resources import CLAIM_PAIRS
from claims.api.serializers.writing import (
    NewWebhookSerializer,
    WebhookGivenSerializer,
    WebhookSerializer,
    checked_webhook,
    invalid,
)
from claims.models import Webhook
from claims.publishing import moment
from claims.publishing.encoding import as_json
from claims.services import webhooks
from claims.vocabulary import Scope

MOST = 20
"""Webhooks of one token."""


class Webhooks(Endpoint):
    """The webhooks of a token."""

    @extend_schema(
        operation_id="list_webhooks",
        summary="List webhooks",
        tags=["webhooks"],
        responses={
            200: inline_serializer("Webhooks", {"results": WebhookSerializer(many=True, help_text="Your webhooks.")}),
            **schema.WRITING,
        },
    )
    def get(self, request: Request) -> HttpResponse:
        token = demand(request, Scope.WEBHOOKS)
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        found = [_record(webhook) for webhook in Webhook.objects.of(token).order_by("pk")]
        return _answer({"results": found})

    @extend_schema(
        operation_id="create_webhook",
        summary="Make a webhook",
        description="Changes of pairs that match the filter are sent to the address from now on, signed as Standard "
        "Webhooks asks: HMAC-SHA256 with the secret over id, time and body. Needs the scope `webhooks`.",
        tags=["webhooks"],
        request={"application/json": WebhookGivenSerializer},
        responses={201: NewWebhookSerializer, **schema.WRITING},
    )
    def post(self, request: Request) -> HttpResponse:
        token = demand(request, Scope.WEBHOOKS)
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        if bodies.media_type(request._request) != "application/json":
            raise Problem(415, "unsupported_media_type", "A webhook is sent as application/json.")
        address, query = checked_webhook(bodies.parsed(bodies.read(request._request, largest=bodies.LARGEST_JSON)))
        if not address.startswith("https://") and not webhooks.is_local(address):
            raise invalid(Fault("/address", "invalid", "The address begins with https://."))
        _check(query)
        if Webhook.objects.of(token).count() >= MOST:
            raise Problem(409, "conflict", f"A token has at most {MOST} webhooks.")
        webhook = webhooks.create(token, address, query)
        return _answer({**_record(webhook), "secret": webhook.secret}, status=201)


class WebhookDetail(Endpoint):
    """One webhook."""

    @extend_schema(
        operation_id="get_webhook",
        summary="One webhook",
        tags=["webhooks"],
        responses={200: WebhookSerializer, **schema.MISSING, **schema.WRITING},
    )
    def get(self, request: Request, pk: int) -> HttpResponse:
        return _answer(_record(self._own(request, pk)))

    @extend_schema(
        operation_id="delete_webhook",
        summary="Remove a webhook",
        tags=["webhooks"],
        responses={204: None, **schema.MISSING, **schema.WRITING},
    )
    def delete(self, request: Request, pk: int) -> HttpResponse:
        webhooks.delete(self._own(request, pk))
        return HttpResponse(status=204)

    @staticmethod
    def _own(request: Request, pk: int) -> Webhook:
        token = demand(request, Scope.WEBHOOKS)
        parameters.refuse_all(request.META.get("QUERY_STRING", ""))
        found = Webhook.objects.of(token).named(pk)
        if found is None:
            raise not_found()
        return found


def _check(query: str) -> None:
    """Raises Problem if the filter is none of claim-pairs."""
    try:
        given = parameters.read(query)
        parameters.refuse(name for name in given if name in parameters.SHAPING)
        asked = parameters.parse(given, filters=CLAIM_PAIRS.names(), expandable=(), formats=("json",), preferred="json")
        selected(CLAIM_PAIRS, asked, moment.now())
    except Problem as problem:
        raise invalid(*(Fault(f"/filter?{f.at}", f.code, f.detail) for f in problem.faults)) from problem


def _record(webhook: Webhook) -> dict[str, Any]:
    return {
        "id": webhook.pk,
        "address": webhook.address,
        "filter": webhook.query,
        "is_enabled": webhook.is_enabled,
        "created_at": webhook.created_at,
    }


def _answer(value: Any, *, status: int = 200) -> HttpResponse:
    return HttpResponse(
        as_json(value), status=status, content_type="application/json", headers={"Cache-Control": "no-store"}
    )
