"""The filters of lists: a field here is a filter on the page, in the API and in every export."""

from __future__ import annotations

import django_filters
from django.db.models import Q, QuerySet

from claims.models import Ceasefire, Claim, ClaimPair, Side, Source
from claims.vocabulary import Dimension, Relation, ReviewState, Stance, Topic, choices


class ClaimFilter(django_filters.FilterSet):
    ceasefire = django_filters.ModelChoiceFilter(
        queryset=Ceasefire.objects.in_order(), to_field_name="slug", help_text="Slug of the ceasefire."
    )
    day = django_filters.DateFilter(method="on_day", help_text="YYYY-MM-DD: claims listed on that day.")
    source = django_filters.ModelChoiceFilter(
        queryset=Source.objects.order_by("slug"), to_field_name="slug", method="by_source", help_text="Who said it."
    )
    side = django_filters.ModelChoiceFilter(
        queryset=Side.objects.order_by("position"), method="by_side", help_text="The side of who said it."
    )
    topic = django_filters.ChoiceFilter(choices=choices(Topic), field_name="topics", lookup_expr="contains")
    stance = django_filters.ChoiceFilter(choices=choices(Stance))

    class Meta:
        model = Claim
        fields: list[str] = []

    def on_day(self, claims: QuerySet[Claim], name: str, value: object) -> QuerySet[Claim]:
        return claims.filter(day_first__lte=value, day_last__gte=value)

    def by_source(self, claims: QuerySet[Claim], name: str, value: Source) -> QuerySet[Claim]:
        return claims.filter(links__source=value, links__role="speaker").distinct()

    def by_side(self, claims: QuerySet[Claim], name: str, value: Side) -> QuerySet[Claim]:
        return claims.filter(links__source__side=value, links__role="speaker").distinct()


class PairFilter(django_filters.FilterSet):
    ceasefire = django_filters.ModelChoiceFilter(
        queryset=Ceasefire.objects.in_order(), to_field_name="slug", help_text="Slug of the ceasefire."
    )
    day = django_filters.DateFilter(method="on_day", help_text="YYYY-MM-DD: pairs listed on that day.")
    relation = django_filters.ChoiceFilter(choices=choices(Relation))
    dimension = django_filters.ChoiceFilter(choices=choices(Dimension))
    review = django_filters.ChoiceFilter(choices=choices(ReviewState), field_name="review_state")
    side = django_filters.ModelChoiceFilter(
        queryset=Side.objects.order_by("position"), method="by_side", help_text="The side of either claim."
    )

    class Meta:
        model = ClaimPair
        fields: list[str] = []

    def on_day(self, pairs: QuerySet[ClaimPair], name: str, value: object) -> QuerySet[ClaimPair]:
        return pairs.filter(day_first__lte=value, day_last__gte=value)

    def by_side(self, pairs: QuerySet[ClaimPair], name: str, value: Side) -> QuerySet[ClaimPair]:
        either = Q(left__links__source__side=value, left__links__role="speaker") | Q(
            right__links__source__side=value, right__links__role="speaker"
        )
        return pairs.filter(either).distinct()
