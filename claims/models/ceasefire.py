"""Ceasefires with what each party stated of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.models.place import Place
from claims.models.source import Source
from claims.reading.ceasefires import Calendar
from claims.reference.records import CeasefireEntry, PartyEntry, Reference, StartEntry, TermEntry
from claims.vocabulary import PartyRole, Precision, choices


class CeasefireQuerySet(models.QuerySet["Ceasefire"]):
    def named(self, slug: str) -> Ceasefire | None:
        """The ceasefire of this slug, with its statements."""
        return self.with_statements().filter(slug=slug).first()

    def of_slugs(self, slugs: Iterable[str]) -> Self:
        return self.filter(slug__in=slugs)

    def in_order(self) -> Self:
        return self.order_by("begins", "pk")

    def most_disputed(self) -> Ceasefire | None:
        """The ceasefire with the most conflicts."""
        counted = self.annotate(conflicts=models.Sum("days__first_conflicts", default=0))
        return counted.order_by("-conflicts", "begins", "pk").first()

    def with_statements(self) -> Self:
        return self.prefetch_related(
            "area", "parties__source__side", "parties__stated_by__side", "statements__stated_by__side"
        )

    def as_calendar(self) -> Calendar:
        """The calendar that the reader places claims with."""
        return Calendar.of([ceasefire.entry() for ceasefire in self.in_order().with_statements()])


class Ceasefire(models.Model):
    """A truce. `begins` is the day by which claims are placed; what each party stated stands in `statements`."""

    slug = models.SlugField(_("slug"), unique=True, max_length=80)
    name = models.CharField(_("name"), max_length=160)
    summary = models.TextField(_("summary"))
    announced = models.DateField(_("announced"), null=True, blank=True)
    begins = models.DateField(_("begins"))
    begins_clock = models.CharField(_("at"), max_length=5, blank=True)
    begins_precision = models.CharField(_("precision"), max_length=8, choices=choices(Precision))
    zone = models.CharField(_("time zone"), max_length=40)
    ended = models.DateField(_("ended"), null=True, blank=True)
    area = models.ManyToManyField(Place, related_name="ceasefires", verbose_name=_("area"))
    references = models.JSONField(_("references"), default=list)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = CeasefireQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(begins__lte=models.F("ended")), name="ceasefire_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("claims:ceasefire", args=[self.slug])

    def day_url(self, day: date) -> str:
        return reverse("claims:day", args=[self.slug, day])

    def entry(self) -> CeasefireEntry:
        """This ceasefire as plain Python; needs `with_statements()`."""
        kinds: dict[str, list[CeasefireStatement]] = {}
        for statement in self.statements.all():
            kinds.setdefault(statement.kind, []).append(statement)
        return CeasefireEntry(
            slug=self.slug,
            name=self.name,
            summary=self.summary,
            announced=self.announced,
            begins=self.begins,
            begins_clock=self.begins_clock,
            begins_precision=Precision(self.begins_precision),
            zone=self.zone,
            ended=self.ended,
            area=tuple(place.slug for place in self.area.all()),
            starts=tuple(s.as_start() for s in kinds.get(CeasefireStatement.Kind.START, ())),
            ends=tuple(s.as_start() for s in kinds.get(CeasefireStatement.Kind.END, ())),
            parties=tuple(party.entry() for party in self.parties.all()),
            terms=tuple(s.as_term() for s in kinds.get(CeasefireStatement.Kind.TERM, ())),
            listed_by=tuple(s.as_term() for s in kinds.get(CeasefireStatement.Kind.LISTING, ())),
            references=tuple(Reference(**reference) for reference in self.references),
        )


class CeasefireParty(models.Model):
    """Who signs, guarantees, is bound or is left out, by whose account."""

    ceasefire = models.ForeignKey(Ceasefire, models.CASCADE, related_name="parties", verbose_name=_("ceasefire"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="party_to", verbose_name=_("party"))
    role = models.CharField(_("role"), max_length=10, choices=choices(PartyRole))
    stated_by = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("stated by"))
    reference_address = models.CharField(_("reference"), max_length=500)
    reference_title = models.CharField(_("reference title"), max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ceasefire", "source", "role", "stated_by"], name="party_has_a_role_once_by_each_account"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.role}"

    def entry(self) -> PartyEntry:
        return PartyEntry(
            source=self.source.slug,
            role=PartyRole(self.role),
            stated_by=self.stated_by.slug,
            reference=Reference(address=self.reference_address, title=self.reference_title),
        )


class CeasefireStatement(models.Model):
    """What one source stated of a ceasefire: when it starts or ends, a term, or that it counts as one."""

    class Kind(models.TextChoices):
        START = "start", _("start")
        END = "end", _("end")
        TERM = "term", _("term")
        LISTING = "listing", _("listing")

    ceasefire = models.ForeignKey(Ceasefire, models.CASCADE, related_name="statements", verbose_name=_("ceasefire"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("text"), blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    clock = models.CharField(_("at"), max_length=5, blank=True)
    stated_by = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("stated by"))
    reference_address = models.CharField(_("reference"), max_length=500)
    reference_title = models.CharField(_("reference title"), max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ceasefire", "kind", "position"], name="statement_has_its_place"),
            models.CheckConstraint(
                condition=Q(kind__in=["start", "end"], day__isnull=False)
                | Q(kind__in=["term", "listing"], day__isnull=True) & ~Q(text=""),
                name="start_and_end_have_a_day_the_rest_a_text",
            ),
        ]

    def __str__(self) -> str:
        return self.text or f"{self.day} {self.clock}".strip()

    def as_start(self) -> StartEntry:
        assert self.day is not None
        return StartEntry(day=self.day, clock=self.clock, stated_by=self.stated_by.slug, reference=self._reference())

    def as_term(self) -> TermEntry:
        return TermEntry(text=self.text, stated_by=self.stated_by.slug, reference=self._reference())

    def _reference(self) -> Reference:
        return Reference(address=self.reference_address, title=self.reference_title)
