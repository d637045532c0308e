"""Places: the gazetteer, each place within a larger one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from claims.models.source import ALIKE
from claims.reading.places import Gazetteer
from claims.reference.records import PlaceEntry, Reference


class PlaceQuerySet(models.QuerySet["Place"]):
    def inside(self, ids: Iterable[int]) -> list[int]:
        """These places and all that lie within them."""
        parents = dict(self.order_by().values_list("pk", "within"))
        wanted = set(ids)
        return sorted(pk for pk in parents if not wanted.isdisjoint(_line(pk, parents)))

    def named_like(self, words: str, most: int) -> Self:
        """Places whose name, or an alias of it, is like the words or stands in them, the likest first."""
        aliases = PlaceAlias.objects.filter(place=models.OuterRef("pk"))
        like = aliases.annotate(like=TrigramWordSimilarity(words, "words")).order_by("-like", "pk").values("like")[:1]
        return (
            self.select_related("within")
            .annotate(like=Greatest(TrigramWordSimilarity(words, "name"), Coalesce(models.Subquery(like), 0.0)))
            .filter(like__gte=ALIKE)
            .order_by("-like", "name", "pk")[:most]
        )

    def as_gazetteer(self) -> Gazetteer:
        """The gazetteer that the reader finds places with."""
        places = self.select_related("within").prefetch_related("aliases").order_by("pk")
        return Gazetteer.of([place.entry() for place in places])


def _line(pk: int, parents: dict[int, int | None]) -> Iterator[int]:
    """The place and each larger one that holds it."""
    at: int | None = pk
    for _step in parents:
        if at is None:
            return
        yield at
        at = parents.get(at)


class Place(models.Model):
    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20)
    within = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("within")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    references = models.JSONField(_("references"), default=list)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(within=models.F("pk")), name="place_is_not_within_itself"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="coordinates_are_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def entry(self) -> PlaceEntry:
        words: dict[str, list[str]] = {}
        for alias in self.aliases.all():
            words.setdefault(alias.language, []).append(alias.words)
        return PlaceEntry(
            slug=self.slug,
            name=self.name,
            kind=self.kind,
            within=self.within.slug if self.within else None,
            latitude=self.latitude,
            longitude=self.longitude,
            aliases={language: tuple(values) for language, values in words.items()},
            references=tuple(Reference(**reference) for reference in self.references),
        )


class PlaceAlias(models.Model):
    place = models.ForeignKey(Place, models.CASCADE, related_name="aliases", verbose_name=_("place"))
    language = models.CharField(_("language"), max_length=10)
    words = models.CharField(_("words"), max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "language", "words"], name="place_alias_stands_once"),
        ]

    def __str__(self) -> str:
        return self.words
