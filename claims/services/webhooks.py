"""Writes webhooks and their deliveries, and sends what is due."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import Any
from urllib.parse import parse_qsl

import orjson
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claims.fetching import FetchError
from claims.filters import PairFilter
from claims.models import Change, ClaimPair, Delivery, Token, Webhook
from claims.publishing import moment, pairs
from claims.services import hosts
from claims.services.work import RejectedError, TryAgainError
from claims.vocabulary import ChangeKind, ErrorCode

UNMATCHED = "unmatched"
"""The kind of an event that tells of a changed pair which the filter does not leave, or leaves no longer."""

LOOKED_AT = 500
"""Changes that one delivery may hold at most."""


def create(token: Token, address: str, query: str) -> Webhook:
    """A webhook for changes from now on."""
    return Webhook.objects.create(
        token=token,
        address=address,
        query=query,
        nonce=secrets.token_hex(16),
        transaction=moment.now().oldest - 1,
        change=2**63 - 1,
    )


def is_local(address: str) -> bool:
    """Whether this is the one address of this machine that tests may reach."""
    port = settings.TEST_SITE_PORT
    return bool(port) and address.startswith(f"http://127.0.0.1:{port}/")


def delete(webhook: Webhook) -> None:
    webhook.delete()


@transaction.atomic
def queue(webhook_id: int) -> int | None:
    """Make a delivery of what has changed since the last one; its id, or None if nothing has."""
    webhook = Webhook.objects.enabled().locked(webhook_id)
    if webhook is None:
        return None
    changes = list(Change.objects.settled().after(webhook.transaction, webhook.change)[:LOOKED_AT])
    if not changes:
        return None
    webhook.transaction, webhook.change = changes[-1].transaction, changes[-1].pk
    webhook.save(update_fields=["transaction", "change"])
    events = _events(webhook, [change for change in changes if change.record == Change.Record.PAIR])
    if not events:
        return None
    body = orjson.dumps({"webhook": webhook.pk, "events": events}, option=orjson.OPT_UTC_Z).decode()
    return Delivery.objects.create(webhook=webhook, body=body).pk


def _events(webhook: Webhook, changes: list[Change]) -> list[dict[str, Any]]:
    """What is told of each change: of a pair that matches the filter as it is now (None if public no longer), of any
    other one that was there before this change that it does not match. Whether it did before stands nowhere.
    """
    rows = ClaimPair.objects.of_ids([change.record_id for change in changes])
    matching = set(PairFilter(dict(parse_qsl(webhook.query)), queryset=rows).qs.values_list("pk", flat=True))
    now = pairs.public_by_id(sorted(matching), moment.now().names)
    return [
        {
            "kind": change.kind if change.record_id in matching else UNMATCHED,
            "at": change.at,
            "id": change.record_id,
            "pair": now.get(change.record_id),
        }
        for change in changes
        if change.record_id in matching or change.kind != ChangeKind.CREATED
    ]


def send(delivery: Delivery) -> None:
    """Send a delivery, signed as Standard Webhooks asks. Raises TryAgainError or RejectedError if it was not taken."""
    webhook = delivery.webhook
    if not webhook.is_enabled:
        raise RejectedError("disabled", "The webhook was switched off.")
    body = delivery.body.encode()
    name, moment_sent = f"delivery-{delivery.pk}", str(int(timezone.now().timestamp()))
    headers = {
        "Content-Type": "application/json",
        "Webhook-Id": name,
        "Webhook-Timestamp": moment_sent,
        "Webhook-Signature": signature(webhook.secret, name, moment_sent, body),
    }
    try:
        status = hosts.post(webhook.address, body, headers)
    except FetchError as fault:
        raise TryAgainError(fault.code, fault.message) from fault
    if status == 410:
        webhook.is_enabled = False
        webhook.save(update_fields=["is_enabled"])
        raise RejectedError("gone", "The receiver answered 410: the webhook was switched off.")
    if not 200 <= status < 300:
        raise TryAgainError(ErrorCode.FETCH_FAILED, f"The receiver answered {status}.")


def signature(secret: str, name: str, at: str, body: bytes) -> str:
    """HMAC-SHA256 over id, time and body; the time lets a receiver turn away what was recorded and sent again."""
    signed = b".".join((name.encode(), at.encode(), body))
    digest = hmac.new(bytes.fromhex(secret), signed, hashlib.sha256).digest()
    return "v1," + base64.b64encode(digest).decode()
