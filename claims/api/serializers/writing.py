"""What clients send in: submissions and webhooks, checked field by field."""

from __future__ import annotations

import re
from typing import Any

from rest_framework import serializers

from claims.api.problems import Fault, Problem
from claims.api.serializers.reference import words
from claims.api.serializers.shape import Shown
from claims.vocabulary import ErrorCode, WorkState

MOST_ITEMS = 100
_LONGEST = {
    "address": 2000,
    "text": 500_000,
    "title": 500,
    "outlet": 200,
    "published": 10,
    "language": 10,
    "name": 200,
}
_DAY = re.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")


class KnownSerializer(Shown):
    """What is known of an article that is sent in."""

    address = serializers.CharField(required=False, max_length=2000, help_text="Web address of the article.")
    title = serializers.CharField(required=False, max_length=500, help_text="Its headline.")
    outlet = serializers.CharField(required=False, max_length=200, help_text="Who published it.")
    published = serializers.DateField(required=False, help_text="Day of publication, YYYY-MM-DD.")
    language = serializers.CharField(required=False, max_length=10, help_text="Its language (BCP 47).")
    name = serializers.CharField(required=False, max_length=200, help_text="A name to find it by.")


class ItemSerializer(KnownSerializer):
    """One article: an address to fetch, or a text with what is known of it."""

    text = serializers.CharField(required=False, help_text="Its text, if you have it; then it is not fetched.")


class FormSerializer(KnownSerializer):
    """A file in a form, with what is known of it."""

    file = serializers.FileField(help_text="The file, of one of the types that a body may have.")


class SubmittedSerializer(ItemSerializer):
    items = ItemSerializer(many=True, required=False, help_text="A batch: up to 100 articles, and nothing beside it.")


class OutcomeSerializer(Shown):
    name = serializers.CharField(help_text="Name or address of the article, as sent in.")
    article = serializers.IntegerField(allow_null=True, help_text="Id of the article; null if it was not taken in.")
    is_new = serializers.BooleanField(help_text="False if the article was here already.")
    code = serializers.CharField(
        allow_blank=True, help_text=f"Why it was not taken in: {', '.join(words(ErrorCode))}; else empty."
    )
    detail = serializers.CharField(allow_blank=True, help_text="The same in words.")
    state = serializers.ChoiceField(words(WorkState), help_text="How far the work on it has come.")
    error = serializers.CharField(allow_blank=True, help_text="Why the work on it failed, or empty.")


class SubmissionSerializer(Shown):
    """A job to follow."""

    id = serializers.IntegerField(help_text="Id of the job.")
    url = serializers.CharField(help_text="Where to follow it.")
    is_done = serializers.BooleanField(help_text="Whether nothing of it is left to do.")
    items = OutcomeSerializer(many=True, help_text="What came of each article, in the order sent.")
    created_at = serializers.DateTimeField(help_text="Time it was sent in (UTC).")


class WebhookSerializer(Shown):
    """A saved filter whose changes are sent on."""

    id = serializers.IntegerField(help_text="Id of the webhook.")
    address = serializers.CharField(help_text="Where deliveries go.")
    filter = serializers.CharField(allow_blank=True, help_text="Filters of claim-pairs, as in a query.")
    is_enabled = serializers.BooleanField(help_text="Whether it is told anything; an answer of 410 switches it off.")
    created_at = serializers.DateTimeField(help_text="Time it was made (UTC).")


class NewWebhookSerializer(WebhookSerializer):
    secret = serializers.CharField(help_text="Key that signs deliveries, in hexadecimal; shown only now.")


class WebhookGivenSerializer(Shown):
    address = serializers.CharField(max_length=2000, help_text="https address that takes POST.")
    filter = serializers.CharField(
        required=False, allow_blank=True, help_text="Filters of claim-pairs, as in a query: relation=contradicts."
    )


def checked_items(body: dict[str, Any]) -> list[dict[str, str]]:
    """The articles that a body sends in. Raises Problem that names each field that cannot be used."""
    if "items" not in body:
        return _checked([("", body)])
    items = body["items"]
    if set(body) != {"items"} or not isinstance(items, list) or not 1 <= len(items) <= MOST_ITEMS:
        raise invalid(Fault("/items", "invalid", f"A batch is a list of 1 to {MOST_ITEMS}, with nothing beside it."))
    return _checked([(f"/items/{place}", item) for place, item in enumerate(items)])


def _checked(items: list[tuple[str, Any]]) -> list[dict[str, str]]:
    faults = [fault for at, item in items for fault in _faults(at, item)]
    if faults:
        raise invalid(*faults[:50])
    return [item for _, item in items]


def _faults(at: str, item: Any) -> list[Fault]:
    if not isinstance(item, dict):
        return [Fault(at, "invalid", "This is not an object.")]
    found = []
    for name, value in item.items():
        if name not in _LONGEST:
            found.append(Fault(f"{at}/{name[:80]}", "unknown", "There is no such field."))
        elif not isinstance(value, str):
            found.append(Fault(f"{at}/{name}", "invalid", "This is not a text."))
        elif not 1 <= len(value) <= _LONGEST[name]:
            found.append(Fault(f"{at}/{name}", "out_of_range", f"This has 1 to {_LONGEST[name]} characters."))
        elif name == "published" and not _DAY.fullmatch(value):
            found.append(Fault(f"{at}/{name}", "invalid_day", "A day is written YYYY-MM-DD."))
    if not found and "text" not in item and "address" not in item:
        found.append(Fault(at or "/", "required", "An address or a text is needed."))
    return found


def checked_webhook(body: dict[str, Any]) -> tuple[str, str]:
    """The address and filter of a webhook. Raises Problem that names each field that cannot be used."""
    faults = [Fault(f"/{name[:80]}", "unknown", "There is no such field.") for name in body if name not in _WEBHOOK]
    for name, most in _WEBHOOK.items():
        if name in body and not (isinstance(body[name], str) and len(body[name]) <= most):
            faults.append(Fault(f"/{name}", "invalid", f"This is a text of up to {most} characters."))
    if "address" not in body:
        faults.append(Fault("/address", "required", "An address is needed."))
    if faults:
        raise invalid(*faults)
    return body["address"], body.get("filter", "")


_WEBHOOK = {"address": 2000, "filter": 2000}


def invalid(*faults: Fault) -> Problem:
    return Problem(422, "invalid", " ".join(f"{fault.at}: {fault.detail}" for fault in faults[:5]), faults=faults)
