"""Articles as they were found: where, when, by whom, and the text that offsets refer to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorExact
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.models.article_work import ArticleWorkQuerySet
from claims.models.feed import Feed
from claims.models.host import Host
from claims.models.origin import Origin
from claims.models.raw import RawDocument
from claims.models.source import Source
from claims.models.work import Work
from claims.vocabulary import DateOrigin, Precision, choices

_WORDS = SearchVector("title", Left("text", 200_000), config="simple")
"""The words of an article that a search finds it by; longer texts than that have no more place in an index entry."""

LONG_FIELDS = ("text", "source_text", "reading_report", "draws_on")
"""What a list of articles need not load."""


class ArticleQuerySet(ArticleWorkQuerySet["Article"]):
    def merged(self) -> Self:
        """Articles that turned out to be others under another address."""
        return self.filter(merged_into__isnull=False)

    def of_ids(self, ids: list[int]) -> Self:
        return self.filter(pk__in=ids)

    def for_display(self) -> Self:
        return self.select_related("outlet__side").defer(*LONG_FIELDS)

    def current(self) -> Self:
        """Read articles in their newest version."""
        return self.filter(superseded_by__isnull=True, merged_into__isnull=True, reading_version__isnull=False)

    def share_an_address(self, ids: Iterable[int]) -> bool:
        """Whether two of the articles stand at one address: one may be a newer version of the other."""
        at = list(self.filter(pk__in=ids).exclude(canonical="").values_list("canonical", flat=True))
        return len(set(at)) < len(at)

    def replaced(self, ids: Iterable[int]) -> dict[int, tuple[int | None, int | None]]:
        """Those of the articles that no longer stand for themselves: (superseded by, merged into)."""
        gone = self.filter(pk__in=ids).exclude(superseded_by__isnull=True, merged_into__isnull=True)
        return {pk: (newer, other) for pk, newer, other in gone.values_list("pk", "superseded_by", "merged_into")}

    def earlier_versions(self, articles: Iterable[Article]) -> dict[int, list[int]]:
        """For each article that has some: the ones that it is a newer version of, another text at the same address,
        retrieved before."""
        at = {article.canonical: article for article in articles if article.canonical and article.retrieved_at}
        if not at:
            return {}
        others = self.filter(canonical__in=at, superseded_by__isnull=True, merged_into__isnull=True)
        found: dict[int, list[int]] = {}
        for pk, canonical, retrieved in others.order_by("pk").values_list("pk", "canonical", "retrieved_at"):
            newer = at[canonical]
            if pk != newer.pk and retrieved and newer.retrieved_at and retrieved < newer.retrieved_at:
                found.setdefault(newer.pk, []).append(pk)
        return found

    def saying(self, query: str) -> Self:
        """Read articles whose title or text meets a tsquery of plain words."""
        return self.current().filter(SearchVectorExact(_WORDS, SearchQuery(query, search_type="raw", config="simple")))

    def with_counts(self, ids: list[int]) -> Self:
        """These articles with how many current claims each has (`claim_count`)."""
        current = models.Count("claims", filter=Q(claims__is_current=True))
        return self.filter(pk__in=ids).annotate(claim_count=current)

    def copies_of(self, article: Article) -> Self:
        """Other articles of the same origin."""
        return self.filter(origin=article.origin_id).exclude(pk=article.pk)

    def newest_first(self) -> Self:
        return self.order_by(F("published").desc(nulls_last=True), "-pk")


class Article(Work):
    """One article: a canonical address (or a file's name) and one text. A changed text is a new version.

    `text` is the clean text that all offsets of claims refer to; `source_text` is what was understood of the raw bytes
    before cleaning. `name` is the file's name for an article that came as a file. `intake_key` says what was asked for
    (an address, or a place and a text), `content_key` what was found (place and text; none while it is not fetched).
    One that turns out to be here already is merged into that one. `obtained` says where fields come from.
    """

    intake_key = models.CharField(_("intake key"), max_length=64, unique=True)
    content_key = models.CharField(_("content key"), max_length=64, unique=True, null=True, blank=True)
    host = models.ForeignKey(
        Host, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("fetched from")
    )
    address = models.CharField(_("address"), max_length=2000, blank=True)
    canonical = models.CharField(_("canonical address"), max_length=2000, blank=True)
    archived = models.CharField(_("archived address"), max_length=2000, blank=True)
    name = models.CharField(_("file name"), max_length=255, blank=True)
    feed = models.ForeignKey(
        Feed, models.SET_NULL, null=True, blank=True, related_name="articles", verbose_name=_("feed")
    )
    outlet = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    outlet_words = models.CharField(_("outlet as named"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    obtained = models.JSONField(_("fields obtained from"), default=dict, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    published = models.DateField(_("published"), null=True, blank=True)
    published_precision = models.CharField(
        _("precision"), max_length=8, choices=choices(Precision), default=Precision.UNKNOWN
    )
    published_origin = models.CharField(
        _("day obtained from"), max_length=8, choices=choices(DateOrigin), default=DateOrigin.UNKNOWN
    )
    retrieved_at = models.DateTimeField(_("retrieved"), null=True, blank=True)
    raw = models.ForeignKey(
        RawDocument, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("raw bytes")
    )
    source_text = models.TextField(_("text before cleaning"), blank=True)
    text = models.TextField(_("text"), blank=True)
    text_hash = models.CharField(_("hash of the text"), max_length=64, blank=True)
    credit = models.CharField(_("credited to"), max_length=100, blank=True)
    origin = models.ForeignKey(
        Origin, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("origin")
    )
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="earlier", verbose_name=_("superseded by")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    flags = ArrayField(models.CharField(max_length=200), verbose_name=_("flags"), default=list, blank=True)
    draws_on = models.JSONField(_("rewritten for demonstration, draws on"), default=list, blank=True)
    reading_version = models.PositiveIntegerField(_("reading version"), null=True, blank=True)
    reading_report = models.JSONField(_("reading report"), default=dict, blank=True)
    judging_version = models.PositiveIntegerField(_("judging version"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted"), auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(published__isnull=True, published_origin=DateOrigin.UNKNOWN)
                | Q(published__isnull=False) & ~Q(published_origin=DateOrigin.UNKNOWN),
                name="published_day_says_where_it_is_from",
            ),
            models.CheckConstraint(
                condition=Q(reading_version__isnull=True) | ~Q(text=""), name="a_read_article_has_a_text"
            ),
        ]
        indexes = [
            models.Index("due_at", condition=Q(state="pending"), name="article_due"),
            models.Index("lease_until", condition=Q(state="running"), name="article_leased"),
            models.Index("host", "due_at", condition=Q(state="pending", raw__isnull=True), name="article_to_fetch"),
            models.Index(F("published").desc(nulls_last=True), F("id").desc(), name="article_newest_first"),
            models.Index("reading_version", condition=Q(state="done"), name="article_by_reading_version"),
            models.Index("judging_version", condition=Q(state="done"), name="article_by_judging_version"),
            models.Index("canonical", name="article_by_address"),
            GinIndex(_WORDS, name="article_by_words"),
        ]

    def __str__(self) -> str:
        return self.title or self.name or self.address or f"article {self.pk}"

    @property
    def is_listed(self) -> bool:
        """Whether it stands for itself: neither replaced by a newer version nor found to be another article."""
        return self.superseded_by_id is None and self.merged_into_id is None

    def get_absolute_url(self) -> str:
        return reverse("claims:article", args=[self.pk])
