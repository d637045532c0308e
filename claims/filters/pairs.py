"""The filters of pairs: their own, and those of claims for either claim."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from claims.filters.claims import of_claims
from claims.filters.fields import Choices, Ids, Slugs
from claims.filters.narrowing import Condition, Filters, Narrowing
from claims.filters.shared import listing, of_pairs, of_sources
from claims.judging.kinds import KINDS
from claims.models import Claim, ClaimPair, Side


def _at(end: str, condition: Any, *, is_rare: bool) -> Q:
    """Pairs whose claim at this end meets the condition."""
    if is_rare:
        return Q(**{f"{end}__in": Claim.objects.filter(condition).values("pk")})
    return Q(Exists(Claim.objects.filter(condition, pk=OuterRef(end))))


def _either(condition: Condition, *, is_rare: bool) -> Condition:
    def of(value: Any) -> Q:
        met = condition(value)
        return _at("left", met, is_rare=is_rare) | _at("right", met, is_rare=is_rare)

    return of


def _one_each(condition: Condition, *, is_rare: bool) -> Condition:
    """Of two values, one claim meets the one and the other claim the other."""

    def of(values: tuple[Any, ...]) -> Q:
        one, other = condition(values[:1]), condition(values[1:])
        return _at("left", one, is_rare=is_rare) & _at("right", other, is_rare=is_rare) | _at(
            "left", other, is_rare=is_rare
        ) & _at("right", one, is_rare=is_rare)

    return of


class Two(Slugs):
    """Exactly two rows by their key, which may be the same one twice."""

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)
        if value and len(value) != 2:
            raise ValidationError(_("Two are needed, with a comma between them."), code="not_two")


_OF_CLAIMS = of_claims()


class PairFilter(Filters):
    """A filter of claims leaves the pairs of which either claim meets it."""

    class Meta:
        model = ClaimPair
        fields: tuple[str, ...] = ()


PairFilter.base_filters.update(
    {
        **listing(),
        **of_pairs(Q, relation="How the two claims stand to each other.", dimension="What differs between them."),
        "kind": Narrowing(
            Choices,
            lambda kinds: Q(kind__in=kinds),
            choices=[(kind.key, kind.key) for kind in KINDS],
            label=_("Rule"),
            help_text="Key of the rule of judging that found it.",
        ),
        "claim": Narrowing(
            Ids,
            lambda ids: Q(left__in=ids) | Q(right__in=ids),
            label=_("Claim"),
            help_text="Id of one of the two claims.",
        ),
        "sides": Narrowing(
            Two,
            _one_each(_OF_CLAIMS["side"].condition, is_rare=False),
            queryset=Side.objects.order_by("position"),
            to_field_name="key",
            label=_("Both sides"),
            help_text="Two keys of sides with a comma: one claim of the one, one of the other.",
        ),
        "sources": of_sources(
            Two,
            _one_each(_OF_CLAIMS["source"].condition, is_rare=True),
            label=_("Both sources"),
            help_text="Two slugs of sources with a comma: one claim of the one, one of the other.",
        ),
        "other": of_sources(
            Slugs,
            _either(_OF_CLAIMS["source"].condition, is_rare=True),
            label=_("Other source"),
            empty_label=_("any source"),
            help_text="Slug of a second source, beside `source`: of either claim.",
        ),
        **{
            name: Narrowing(
                narrowing.field_class,
                _either(narrowing.condition, is_rare=narrowing.is_rare),
                label=narrowing.label,
                **narrowing.extra,
            )
            for name, narrowing in _OF_CLAIMS.items()
        },
    }
)
