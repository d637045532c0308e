"""The API's views: each names a query of the models and a serializer; rules stand in neither."""

from __future__ import annotations

from datetime import date

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, viewsets
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims import comparison
from claims.api import serializers
from claims.api.paging import NewestFirst
from claims.filters import ClaimFilter, PairFilter
from claims.models import Ceasefire, Claim, ClaimPair, Source


class ReadOnly(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):  # type: ignore[type-arg]
    """A list and its members, by cursor."""

    pagination_class = NewestFirst


class CeasefireViewSet(ReadOnly):
    """Ceasefires with what each party stated of them."""

    queryset = Ceasefire.objects.with_statements()
    serializer_class = serializers.CeasefireSerializer
    lookup_field = "slug"


class SourceViewSet(ReadOnly):
    """Sources: anyone who speaks, relays or publishes."""

    queryset = Source.objects.for_display().with_names()
    serializer_class = serializers.SourceSerializer
    lookup_field = "slug"


class ClaimViewSet(ReadOnly):
    """Claims of the current reading."""

    queryset = Claim.objects.public().for_display()
    serializer_class = serializers.ClaimSerializer
    filterset_class = ClaimFilter


class ClaimPairViewSet(ReadOnly):
    """Pairs of claims with both claims inline; those that a person rejected are left out."""

    queryset = ClaimPair.objects.public().for_display()
    serializer_class = serializers.ClaimPairSerializer
    filterset_class = PairFilter


class DayView(APIView):
    """One day of a ceasefire: the very read model of the day page."""

    @extend_schema(responses=serializers.DaySerializer)
    def get(self, request: Request, slug: str, day: date) -> Response:
        ceasefire = get_object_or_404(Ceasefire.objects.with_statements(), slug=slug)
        return Response(serializers.DaySerializer(comparison.day_view(ceasefire, day)).data)
