"""Claims: attributed statements with exact anchors, three clocks, their chain, figures and places."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorExact
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.judging.pairing import SPAN
from claims.models.article import LONG_FIELDS, Article
from claims.models.ceasefire import Ceasefire
from claims.models.matter import ClaimMatter
from claims.models.parts import Accusation, ClaimLink, Figure
from claims.models.place import Place
from claims.reading.export import ClaimRow, FigureRow, claim_record, only_day
from claims.vocabulary import (
    Form,
    LinkRole,
    Polarity,
    Precision,
    ReviewState,
    Stance,
    choices,
)

LISTED_DAYS = SPAN.days
"""A claim stands on at most this many days' pages: the last ones of a longer range."""


class ClaimQuerySet(models.QuerySet["Claim"]):
    def public(self) -> Self:
        """Claims of the current reading; superseded and merged ones keep their page but are listed nowhere."""
        return self.filter(is_current=True)

    def gone(self) -> Self:
        """Claims that were merged or withdrawn."""
        return self.filter(is_current=False)

    def of_ids(self, ids: list[int]) -> Self:
        return self.filter(pk__in=ids)

    def of_ceasefire(self, ceasefire: Ceasefire) -> Self:
        return self.public().filter(ceasefire=ceasefire)

    def on_day(self, ceasefire: Ceasefire, day: date) -> Self:
        """Claims about the day, and undated ones that were reported on it."""
        return self.of_ceasefire(ceasefire).filter(
            day_first__range=(day - timedelta(days=LISTED_DAYS - 1), day), day_last__gte=day
        )

    def saying(self, query: str) -> Self:
        """Claims whose text meets a tsquery of plain words (`'calm' & ('shelling' | 'shelled')`)."""
        words = SearchVector("text", config="simple")
        return self.public().filter(SearchVectorExact(words, SearchQuery(query, search_type="raw", config="simple")))

    def by_clock(self, ceasefire: Ceasefire, day: date, clock: str) -> Self:
        """Claims of the day by one of the three clocks: about (as the day's page lists them), said or reported."""
        of_ceasefire = self.of_ceasefire(ceasefire)
        if clock == "said":
            return of_ceasefire.filter(said_first__lte=day, said_last__gte=day)
        return of_ceasefire.filter(reported=day) if clock == "reported" else self.on_day(ceasefire, day)

    def reported_late(self, ceasefire: Ceasefire, day: date) -> Self:
        """Claims reported on the day about an earlier one that they are not listed on this day for."""
        return (
            self.of_ceasefire(ceasefire)
            .filter(reported=day, about_last__lt=day, day_last__lt=day)
            .order_by("-day_last", "pk")
        )

    def in_article(self, article: Article) -> Self:
        """The current claims of an article as they stand in its text."""
        return self.public().filter(article=article).order_by("start", "pk")

    def by_article(self, article_ids: list[int]) -> dict[int, int]:
        """The article of each current claim of these articles, by the claim's id."""
        return dict(self.public().filter(article__in=article_ids).order_by("pk").values_list("pk", "article"))

    def for_display(self) -> Self:
        """Claims with all that a card shows; their articles' texts are left where they are."""
        return self.with_article_texts().defer(*(f"article__{name}" for name in LONG_FIELDS))

    def with_article_texts(self) -> Self:
        """The same with the texts, for showing what stands around a claim."""
        return self.select_related("article__outlet__side", "ceasefire").prefetch_related(
            models.Prefetch("links", ClaimLink.objects.select_related("source__side").order_by("position")),
            models.Prefetch("accusations", Accusation.objects.select_related("source__side").order_by("position")),
            models.Prefetch("figures", Figure.objects.order_by("position")),
            models.Prefetch("places", Place.objects.order_by("name", "pk")),
        )

    def in_order(self) -> Self:
        """By the day listed, then as they stand in their articles."""
        return self.order_by("day_first", "article_id", "start", "pk")

    def comparable_with(self, claim: Claim) -> Self:
        """The candidates of `claim`: the SQL twin of `judging.pairing.comparable`, proved equal by a test."""
        return self.public().filter(pk__in=[other for _, other in ClaimMatter.objects.candidates([claim.pk])])

    def newest(self, most: int) -> Self:
        """The claims that were recorded last, for a feed."""
        return self.public().for_display().order_by("-pk")[:most]

    def begun_between(self, ceasefire: Ceasefire, first: date, last: date) -> Self:
        """Claims of the ceasefire whose first listed day is one of these."""
        return self.of_ceasefire(ceasefire).filter(day_first__range=(first, last))

    def first_days(self) -> dict[int, date]:
        """The first day that each is listed on, by its id."""
        dated = self.filter(day_first__isnull=False).order_by("pk").values_list("pk", "day_first")
        return {pk: day for pk, day in dated if day}

    def days_and_outlets(self) -> list[tuple[date | None, str | None, str | None]]:
        """The first day that each is listed on, its outlet's slug and name."""
        return list(self.order_by().values_list("day_first", "article__outlet__slug", "article__outlet__name"))

    def mentioning(self, source_ids: list[int]) -> Self:
        """Claims in whose chain one of these sources stands."""
        return self.filter(Exists(ClaimLink.objects.filter(claim=OuterRef("pk"), source__in=source_ids)))

    def said_by(self, source_ids: list[int]) -> Self:
        return self.filter(Exists(ClaimLink.objects.speakers().filter(claim=OuterRef("pk"), source__in=source_ids)))


class Claim(models.Model):
    """One statement that an article attributes to somebody. `text` is the article's text from `start` to `end`."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="claims", verbose_name=_("article"))
    text = models.TextField(_("text"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    prefix = models.CharField(_("words before"), max_length=80, blank=True)
    suffix = models.CharField(_("words after"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=10)
    form = models.CharField(_("form"), max_length=8, choices=choices(Form))
    polarity = models.CharField(_("polarity"), max_length=8, choices=choices(Polarity))
    rule = models.CharField(_("found by"), max_length=60)
    statement = models.PositiveIntegerField(_("utterance in the article"))
    is_headline = models.BooleanField(_("headline"), default=False)

    said_first = models.DateField(_("said from"), null=True, blank=True)
    said_last = models.DateField(_("said to"), null=True, blank=True)
    said_precision = models.CharField(_("said: precision"), max_length=8, choices=choices(Precision))
    said_words = models.CharField(_("said: words"), max_length=200, blank=True)
    said_reason = models.CharField(_("said: inherited from"), max_length=200, blank=True)
    about_first = models.DateField(_("about from"), null=True, blank=True)
    about_last = models.DateField(_("about to"), null=True, blank=True)
    about_precision = models.CharField(_("about: precision"), max_length=8, choices=choices(Precision))
    about_words = models.CharField(_("about: words"), max_length=200, blank=True)
    about_reason = models.CharField(_("about: inherited from"), max_length=200, blank=True)
    about_clock = models.TimeField(_("about: time of day"), null=True, blank=True)
    date_flag = models.CharField(_("what is unsure about the days"), max_length=200, blank=True)
    reported = models.DateField(_("reported"), null=True, blank=True)
    day_first = models.DateField(_("listed from"), null=True, blank=True)
    day_last = models.DateField(_("listed to"), null=True, blank=True)

    topics = ArrayField(models.CharField(max_length=16), verbose_name=_("topics"), default=list, blank=True)
    stance = models.CharField(_("stance"), max_length=8, choices=choices(Stance), blank=True)
    events = ArrayField(models.CharField(max_length=24), verbose_name=_("events"), default=list, blank=True)
    targets = ArrayField(models.CharField(max_length=16), verbose_name=_("targets"), default=list, blank=True)
    accused_words = models.CharField(_("words that accuse"), max_length=300, blank=True)
    evidence = models.JSONField(_("words that show it"), default=list, blank=True)
    places = models.ManyToManyField(Place, related_name="claims", blank=True, verbose_name=_("places"))
    ceasefire = models.ForeignKey(
        Ceasefire, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("ceasefire")
    )
    ceasefire_reason = models.CharField(_("placed there because"), max_length=300, blank=True)

    review_state = models.CharField(
        _("review"), max_length=10, choices=choices(ReviewState), default=ReviewState.SUGGESTED
    )
    is_current = models.BooleanField(_("of the current reading"), default=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    withdrawn_reason = models.CharField(_("withdrawn because"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end", "polarity"],
                condition=Q(is_current=True),
                name="span_of_an_article_is_claimed_once",
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="claim_has_a_span"),
            models.CheckConstraint(
                condition=Q(said_first__isnull=True, said_last__isnull=True) | Q(said_first__lte=F("said_last")),
                name="said_days_are_in_order",
            ),
            models.CheckConstraint(
                condition=Q(about_first__isnull=True, about_last__isnull=True) | Q(about_first__lte=F("about_last")),
                name="about_days_are_in_order",
            ),
            models.CheckConstraint(
                condition=Q(day_first__isnull=True, day_last__isnull=True)
                | Q(day_first__lte=F("day_last"), day_last__lt=F("day_first") + timedelta(days=LISTED_DAYS)),
                name="listed_days_are_few",
            ),
        ]
        indexes = [
            models.Index(
                "ceasefire",
                "day_first",
                "id",
                include=["day_last"],
                condition=Q(is_current=True),
                name="claim_by_ceasefire_day",
            ),
            models.Index("article", "start", name="claim_in_its_article"),
            GinIndex(fields=["topics"], name="claim_by_topic"),
            GinIndex(SearchVector("text", config="simple"), name="claim_by_words"),
            models.Index("ceasefire", "reported", condition=Q(is_current=True), name="claim_by_report"),
            models.Index("ceasefire", "said_first", condition=Q(is_current=True), name="claim_by_statement"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("claims:claim", args=[self.pk])

    @property
    def is_dated(self) -> bool:
        return self.about_first is not None

    @property
    def speakers(self) -> list[ClaimLink]:
        return [link for link in self.links.all() if link.role == LinkRole.SPEAKER]

    @property
    def relays(self) -> list[ClaimLink]:
        return [link for link in self.links.all() if link.role == LinkRole.RELAY]

    @property
    def side_keys(self) -> list[str]:
        """The sides of all speakers, first speaker's first, each once."""
        return list(dict.fromkeys(link.source.side_id for link in self.speakers if link.source))

    def export(self) -> dict[str, Any]:
        """This claim in the export's form; needs `for_display()`. The article goes by its file name, else its id."""
        accused = tuple(accusation.source.slug for accusation in self.accusations.all())
        return claim_record(
            ClaimRow(
                id=str(self.pk),
                article=self.article.name or str(self.article_id),
                text=self.text,
                kind=self.form,
                polarity=self.polarity,
                sources=tuple(link.source.slug for link in self.speakers if link.source),
                speaker=", ".join(link.words for link in self.speakers),
                via=next((link.source.slug for link in reversed(self.relays) if link.source), None),
                said_on=only_day(self.said_first, self.said_last),
                about_from=self.about_first,
                about_to=self.about_last,
                ceasefire=self.ceasefire.slug if self.ceasefire else None,
                topics=tuple(self.topics),
                stance=self.stance or None,
                accused=accused,
                figures=tuple(
                    FigureRow(what=f.what, words=f.words, low=f.low, high=f.high) for f in self.figures.all()
                ),
                rule=self.rule,
            )
        )
