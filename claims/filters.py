"""The filters of lists: a field here is a filter on the page, in the API and in every export."""

from __future__ import annotations

from datetime import date

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from claims.comparison import wording
from claims.models import Ceasefire, Claim, ClaimLink, ClaimPair, Place, Side, Source

CLOCKS = (("about", _("what it is about")), ("said", _("when it was said")), ("reported", _("when it was reported")))
LONGEST_QUERY = 200
"""Characters of a search that are looked at."""


def _speaks(links: QuerySet[ClaimLink], claim: str = "pk") -> Exists:
    return Exists(links.filter(claim=OuterRef(claim)))


class ClaimFilter(django_filters.FilterSet):
    ceasefire = django_filters.ModelChoiceFilter(
        queryset=Ceasefire.objects.in_order(),
        to_field_name="slug",
        label=_("Ceasefire"),
        empty_label=_("any ceasefire"),
        help_text="Slug of the ceasefire.",
    )
    day = django_filters.DateFilter(method="on_day", label=_("Day"), help_text="YYYY-MM-DD: claims listed on that day.")
    source = django_filters.ModelChoiceFilter(
        queryset=Source.objects.order_by("name", "pk"),
        to_field_name="slug",
        method="by_source",
        label=_("Source"),
        empty_label=_("any source"),
        help_text="Slug of who said it.",
    )
    side = django_filters.ModelChoiceFilter(
        queryset=Side.objects.order_by("position"),
        method="by_side",
        label=_("Side"),
        empty_label=_("all sides"),
        help_text="The side of who said it.",
    )
    outlet = django_filters.ModelChoiceFilter(
        queryset=Source.objects.outlets().order_by("name", "pk"),
        to_field_name="slug",
        field_name="article__outlet",
        label=_("Outlet"),
        empty_label=_("any outlet"),
        help_text="Slug of the outlet that printed it.",
    )
    topic = django_filters.ChoiceFilter(
        choices=[(str(topic), words) for topic, words in wording.TOPICS.items()],
        method="by_topic",
        label=_("Topic"),
        empty_label=_("all topics"),
        help_text="A topic that it touches.",
    )
    place = django_filters.ModelChoiceFilter(
        queryset=Place.objects.order_by("name", "pk"),
        to_field_name="slug",
        method="by_place",
        label=_("Place"),
        empty_label=_("any place"),
        help_text="Slug of a place that it names.",
    )
    stance = django_filters.ChoiceFilter(
        choices=[(str(stance), words) for stance, words in wording.STANCES.items()],
        label=_("Stance"),
        empty_label=_("any stance"),
        help_text="What it says of the truce.",
    )
    form = django_filters.ChoiceFilter(
        choices=[(str(form), words) for form, words in wording.FORMS.items()],
        label=_("Form"),
        empty_label=_("any form"),
        help_text="Whose words it stands in.",
    )
    relation = django_filters.ChoiceFilter(
        choices=[(str(relation), label.label) for relation, label in wording.RELATIONS.items()],
        method="by_relation",
        label=_("Relation"),
        empty_label=_("any relation"),
        help_text="A relation in which it stands to another claim.",
    )
    dimension = django_filters.ChoiceFilter(
        choices=[(str(dimension), words) for dimension, words in wording.DIFFERENCES.items()],
        method="by_dimension",
        label=_("What differs"),
        empty_label=_("anything"),
        help_text="What differs between it and another claim.",
    )
    review = django_filters.ChoiceFilter(
        choices=[(str(state), label.label) for state, label in wording.REVIEWS.items()],
        field_name="review_state",
        label=_("Review"),
        empty_label=_("any state"),
        help_text="What a person made of it.",
    )
    undated = django_filters.ChoiceFilter(
        choices=[("yes", _("only those with no stated day")), ("no", _("only those with a stated day"))],
        method="by_dating",
        label=_("Stated day"),
        empty_label=_("with or without"),
        help_text="`no`: only claims that state the day they are about; `yes`: only those that do not.",
    )
    said_from = django_filters.DateFilter(field_name="said_last", lookup_expr="gte", label=_("Said from"))
    said_to = django_filters.DateFilter(field_name="said_first", lookup_expr="lte", label=_("Said to"))
    about_from = django_filters.DateFilter(field_name="about_last", lookup_expr="gte", label=_("About from"))
    about_to = django_filters.DateFilter(field_name="about_first", lookup_expr="lte", label=_("About to"))
    reported_from = django_filters.DateFilter(field_name="reported", lookup_expr="gte", label=_("Reported from"))
    reported_to = django_filters.DateFilter(field_name="reported", lookup_expr="lte", label=_("Reported to"))

    class Meta:
        model = Claim
        fields: list[str] = []

    def on_day(self, claims: QuerySet[Claim], name: str, value: date) -> QuerySet[Claim]:
        return claims.filter(day_first__lte=value, day_last__gte=value)

    def by_source(self, claims: QuerySet[Claim], name: str, value: Source) -> QuerySet[Claim]:
        return claims.filter(_speaks(ClaimLink.objects.speakers().filter(source=value)))

    def by_side(self, claims: QuerySet[Claim], name: str, value: Side) -> QuerySet[Claim]:
        return claims.filter(_speaks(ClaimLink.objects.speakers().filter(source__side=value)))

    def by_topic(self, claims: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        return claims.filter(topics__contains=[value])

    def by_place(self, claims: QuerySet[Claim], name: str, value: Place) -> QuerySet[Claim]:
        return claims.filter(Exists(Claim.places.through.objects.filter(claim=OuterRef("pk"), place=value)))

    def by_relation(self, claims: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        return claims.filter(self._in_pair(relation=value))

    def by_dimension(self, claims: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        return claims.filter(self._in_pair(dimension=value))

    def by_dating(self, claims: QuerySet[Claim], name: str, value: str) -> QuerySet[Claim]:
        return claims.filter(about_first__isnull=value == "yes")

    @staticmethod
    def _in_pair(**like: str) -> Q:
        pairs = ClaimPair.objects.public().filter(**like)
        return Q(Exists(pairs.filter(left=OuterRef("pk")))) | Q(Exists(pairs.filter(right=OuterRef("pk"))))


class PairFilter(django_filters.FilterSet):
    ceasefire = django_filters.ModelChoiceFilter(
        queryset=Ceasefire.objects.in_order(),
        to_field_name="slug",
        label=_("Ceasefire"),
        empty_label=_("any ceasefire"),
        help_text="Slug of the ceasefire.",
    )
    day = django_filters.DateFilter(method="on_day", label=_("Day"), help_text="YYYY-MM-DD: pairs listed on that day.")
    day_from = django_filters.DateFilter(
        field_name="day_last", lookup_expr="gte", label=_("From"), help_text="YYYY-MM-DD"
    )
    day_to = django_filters.DateFilter(field_name="day_first", lookup_expr="lte", label=_("To"), help_text="YYYY-MM-DD")
    relation = django_filters.ChoiceFilter(
        choices=[(str(relation), label.label) for relation, label in wording.RELATIONS.items()],
        label=_("Relation"),
        empty_label=_("any relation"),
    )
    dimension = django_filters.ChoiceFilter(
        choices=[(str(dimension), words) for dimension, words in wording.DIFFERENCES.items()],
        label=_("What differs"),
        empty_label=_("anything"),
    )
    review = django_filters.ChoiceFilter(
        choices=[(str(state), label.label) for state, label in wording.REVIEWS.items()],
        field_name="review_state",
        label=_("Review"),
        empty_label=_("any state"),
    )
    side = django_filters.ModelChoiceFilter(
        queryset=Side.objects.order_by("position"),
        method="by_side",
        label=_("Side"),
        empty_label=_("all sides"),
        help_text="The side of either claim.",
    )
    source = django_filters.ModelChoiceFilter(
        queryset=Source.objects.order_by("name", "pk"),
        to_field_name="slug",
        method="by_source",
        label=_("Source"),
        empty_label=_("any source"),
        help_text="Slug of who said either claim.",
    )
    other = django_filters.ModelChoiceFilter(
        queryset=Source.objects.order_by("name", "pk"),
        to_field_name="slug",
        method="by_source",
        label=_("Other source"),
        empty_label=_("any source"),
        help_text="Slug of a second source: pairs between `source` and `other`.",
    )
    claim = django_filters.NumberFilter(
        method="by_claim", label=_("Claim"), min_value=1, max_value=2**63 - 1, help_text="Id of one of the two claims."
    )

    class Meta:
        model = ClaimPair
        fields: list[str] = []

    def on_day(self, pairs: QuerySet[ClaimPair], name: str, value: date) -> QuerySet[ClaimPair]:
        return pairs.filter(day_first__lte=value, day_last__gte=value)

    def by_side(self, pairs: QuerySet[ClaimPair], name: str, value: Side) -> QuerySet[ClaimPair]:
        links = ClaimLink.objects.speakers().filter(source__side=value)
        return pairs.filter(Q(_speaks(links, "left")) | Q(_speaks(links, "right")))

    def by_source(self, pairs: QuerySet[ClaimPair], name: str, value: Source) -> QuerySet[ClaimPair]:
        links = ClaimLink.objects.speakers().filter(source=value)
        return pairs.filter(Q(_speaks(links, "left")) | Q(_speaks(links, "right")))

    def by_claim(self, pairs: QuerySet[ClaimPair], name: str, value: object) -> QuerySet[ClaimPair]:
        return pairs.filter(Q(left=value) | Q(right=value))
