"""Sides, and the sources on them: anyone who speaks, relays or publishes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.reading.speakers import Directory
from claims.reference.records import PersonEntry, Reference, SourceEntry
from claims.vocabulary import SourceKind, choices

ALIKE = 0.7
"""Trigrams of the words asked for that a name must share (0 to 1)."""


class Side(models.Model):
    """A side of the conflict, as data. `position` is its place in the ring by which the columns turn."""

    key = models.SlugField(_("key"), primary_key=True)
    name = models.CharField(_("name"), max_length=80)
    code = models.CharField(_("two letters"), max_length=2, unique=True)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position"], name="side_has_a_place_of_its_own", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SourceQuerySet(models.QuerySet["Source"]):
    def with_names(self) -> Self:
        return self.prefetch_related("aliases", "persons")

    def listed(self) -> Self:
        """Sources that stand for themselves, not for another one."""
        return self.filter(merged_into__isnull=True)

    def merged_as(self, slug: str) -> Source | None:
        """The source of this slug if it was merged into another one."""
        return self.select_related("merged_into").filter(slug=slug, merged_into__isnull=False).first()

    def named_like(self, words: str, most: int) -> Self:
        """Sources whose name, or an alias of it, is like the words or holds them, the likest first."""
        aliases = SourceAlias.objects.filter(source=models.OuterRef("pk"), is_deed=False)
        like = aliases.annotate(like=TrigramWordSimilarity(words, "words")).order_by("-like", "pk").values("like")[:1]
        return (
            self.listed()
            .select_related("side")
            .annotate(like=Greatest(TrigramWordSimilarity(words, "name"), Coalesce(models.Subquery(like), 0.0)))
            .filter(like__gte=ALIKE)
            .order_by("-like", "name", "pk")[:most]
        )

    def of_slugs(self, slugs: Iterable[str]) -> Self:
        return self.filter(slug__in=slugs)

    def outlets(self) -> Self:
        """Sources that publish."""
        return self.filter(kind__in=[SourceKind.OUTLET, SourceKind.AGENCY])

    def for_display(self) -> Self:
        return self.select_related("side", "parent").order_by("name", "pk")

    def as_directory(self) -> Directory:
        """The directory that the reader resolves speakers with."""
        return Directory.of([source.entry() for source in self.with_names().select_related("parent").order_by("pk")])


class Source(models.Model):
    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=choices(SourceKind))
    side = models.ForeignKey(Side, models.PROTECT, related_name="sources", verbose_name=_("side"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("parent")
    )
    references = models.JSONField(_("references"), default=list)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(parent=models.F("pk")), name="source_is_not_its_own_parent"),
            models.CheckConstraint(condition=~Q(merged_into=models.F("pk")), name="source_is_not_merged_into_itself"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("claims:source", args=[self.slug])

    def entry(self) -> SourceEntry:
        """This source as plain Python; needs `with_names()`."""
        return SourceEntry(
            slug=self.slug,
            name=self.name,
            kind=SourceKind(self.kind),
            side=self.side_id,
            parent=self.parent.slug if self.parent else None,
            aliases=self._words(is_deed=False),
            deeds=self._words(is_deed=True),
            persons=tuple(person.entry() for person in self.persons.all()),
            references=tuple(Reference(**reference) for reference in self.references),
        )

    def _words(self, *, is_deed: bool) -> dict[str, tuple[str, ...]]:
        words: dict[str, list[str]] = {}
        for alias in self.aliases.all():
            if alias.is_deed == is_deed:
                words.setdefault(alias.language, []).append(alias.words)
        return {language: tuple(values) for language, values in words.items()}


class SourceAlias(models.Model):
    """Words that name a source as a speaker, or (`is_deed`) the words by which its acts are told."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="aliases", verbose_name=_("source"))
    language = models.CharField(_("language"), max_length=10)
    words = models.CharField(_("words"), max_length=160)
    is_deed = models.BooleanField(_("names its acts"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "language", "words", "is_deed"], name="alias_stands_once"),
        ]

    def __str__(self) -> str:
        return self.words


class Person(models.Model):
    """A person who speaks for a source, in an office, for a time; an open end is null."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="persons", verbose_name=_("speaks for"))
    name = models.CharField(_("name"), max_length=120)
    office = models.CharField(_("office"), max_length=160)
    aliases = ArrayField(models.CharField(max_length=120), verbose_name=_("other spellings"), default=list, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "name", "office"], name="person_holds_an_office_once"),
            models.CheckConstraint(condition=Q(since__lte=models.F("until")), name="term_of_office_is_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.office}"

    def entry(self) -> PersonEntry:
        return PersonEntry(
            name=self.name, office=self.office, aliases=tuple(self.aliases), since=self.since, until=self.until
        )
