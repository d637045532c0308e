"""The filters that lists of claims and lists of pairs have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.comparison import wording
from claims.filters.fields import Choices, Day, Ids, Moment, Slugs
from claims.filters.narrowing import Condition, Narrowing
from claims.models import Ceasefire, Source
from claims.models.claim import LISTED_DAYS


def labels(words: Any) -> list[tuple[str, Any]]:
    """(key, label) of a table of wording."""
    return [(str(key), getattr(label, "label", label)) for key, label in words.items()]


def listed_on(day: date) -> Q:
    """Rows that stand on a day's page; the bound below keeps to the index."""
    return Q(day_first__range=(day - timedelta(days=LISTED_DAYS - 1), day), day_last__gte=day)


def of_sources(field: type[Slugs], condition: Condition, **words: Any) -> Narrowing:
    """By bodies that the directory knows, of which each stands in few rows."""
    sources = Source.objects.order_by("name", "pk")
    return Narrowing(field, condition, is_rare=True, queryset=sources, to_field_name="slug", **words)


def of_pairs(condition: Callable[..., Q], *, relation: str, dimension: str) -> dict[str, Narrowing]:
    """By what stands between two claims; `condition` takes the fields of a pair. The texts are those for helping."""
    return {
        "relation": Narrowing(
            Choices,
            lambda relations: condition(relation__in=relations),
            choices=labels(wording.RELATIONS),
            label=_("Relation"),
            help_text=relation,
        ),
        "dimension": Narrowing(
            Choices,
            lambda dimensions: condition(dimension__in=dimensions),
            choices=labels(wording.DIFFERENCES),
            label=_("What differs"),
            help_text=dimension,
        ),
    }


def listing() -> dict[str, Narrowing]:
    """What claims and pairs are both filtered by in the same way."""
    return {
        "ceasefire": Narrowing(
            Slugs,
            lambda ids: Q(ceasefire__in=ids),
            queryset=Ceasefire.objects.in_order(),
            to_field_name="slug",
            label=_("Ceasefire"),
            empty_label=_("any ceasefire"),
            help_text="Slug of the ceasefire.",
        ),
        "day": Narrowing(Day, listed_on, label=_("Day"), help_text="YYYY-MM-DD: listed on that day's page."),
        "day_from": Narrowing(
            Day, lambda day: Q(day_last__gte=day), label=_("From"), help_text="YYYY-MM-DD: listed on it or later."
        ),
        "day_to": Narrowing(
            Day, lambda day: Q(day_first__lte=day), label=_("To"), help_text="YYYY-MM-DD: listed on it or earlier."
        ),
        "review": Narrowing(
            Choices,
            lambda states: Q(review_state__in=states),
            choices=labels(wording.REVIEWS),
            label=_("Review"),
            help_text="What a person made of it.",
        ),
        "id": Narrowing(Ids, lambda ids: Q(pk__in=ids), label=_("Id"), help_text="Ids, with commas between them."),
        "changed_since": Narrowing(
            Moment,
            lambda moment: Q(updated_at__gte=moment),
            label=_("Changed since"),
            help_text="2026-01-31T12:00:00Z: changed at that time or later. To follow changes, use /changes/.",
        ),
    }
