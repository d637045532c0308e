"""The same pairs by a stock ModelSerializer with cursor paging; every relation is prefetched."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import generics, pagination, serializers

from claims.models import Article, Claim, ClaimLink, ClaimPair, Figure, Source


class SourceSerializer(serializers.ModelSerializer[Source]):
    class Meta:
        model = Source
        fields = ("slug", "name", "side")


class ArticleSerializer(serializers.ModelSerializer[Article]):
    outlet = SourceSerializer()

    class Meta:
        model = Article
        fields = ("id", "title", "address", "name", "outlet", "outlet_words", "published", "origin")


class LinkSerializer(serializers.ModelSerializer[ClaimLink]):
    source = SourceSerializer()

    class Meta:
        model = ClaimLink
        fields = ("role", "source", "words")


class FigureSerializer(serializers.ModelSerializer[Figure]):
    class Meta:
        model = Figure
        fields = ("what", "words", "low", "high", "place", "is_part")


class ClaimSerializer(serializers.ModelSerializer[Claim]):
    article = ArticleSerializer()
    links = LinkSerializer(many=True)
    figures = FigureSerializer(many=True)
    accusations = serializers.SlugRelatedField("source_id", many=True, read_only=True)
    places = serializers.SlugRelatedField("slug", many=True, read_only=True)
    ceasefire = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = Claim
        exclude = ("statement", "targets", "accused_words", "evidence", "ceasefire_reason", "date_flag", "about_clock")


class PairSerializer(serializers.ModelSerializer[ClaimPair]):
    left = ClaimSerializer()
    right = ClaimSerializer()
    ceasefire = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = ClaimPair
        exclude = ("strength", "judging_version", "is_current")


class NewestFirst(pagination.CursorPagination):
    ordering = "-id"
    page_size = 100


class PairList(generics.ListAPIView[ClaimPair]):
    serializer_class = PairSerializer
    pagination_class = NewestFirst

    def get_queryset(self) -> Any:
        rows = ClaimPair.objects.public().for_display()
        return rows.filter(ceasefire__slug=self.request.query_params["ceasefire"])


urlpatterns = [path("pairs/", PairList.as_view())]
