"""Articles as they were found, their raw bytes, and the origins that copies of one text share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorExact
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left, Now, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.judging.judge import JUDGING_VERSION
from claims.models.feed import Feed
from claims.models.host import Host
from claims.models.source import Source
from claims.models.work import Work, WorkQuerySet
from claims.reading.version import READING_VERSION
from claims.vocabulary import DateOrigin, Precision, WorkState, choices

_WORDS = SearchVector("title", Left("text", 200_000), config="simple")
"""The words of an article that a search finds it by; longer texts than that have no more place in an index entry."""

LARGEST_TOGETHER = 200_000
"""Bytes of the text of an article that is read and stored together with others; a larger one is by itself."""

LONG_FIELDS = ("text", "source_text", "reading_report", "draws_on")
"""What a list of articles need not load."""


class RawDocument(models.Model):
    """The bytes as they arrived, kept once by their hash, so that newer rules can read an article again."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, primary_key=True)
    content = models.BinaryField(_("bytes"))
    kind = models.CharField(_("kind of document"), max_length=20, blank=True)
    stored_at = models.DateTimeField(_("stored"), auto_now_add=True)

    def __str__(self) -> str:
        return self.sha256[:12]


class Upload(models.Model):
    """What a person gave, kept while they look at what was understood of it; removed when it is taken in or old."""

    content = models.BinaryField(_("bytes"))
    name = models.CharField(_("name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=200, blank=True)
    stored_at = models.DateTimeField(_("stored"), db_default=Now())

    def __str__(self) -> str:
        return self.name


class Origin(models.Model):
    """One text, however many outlets carry it."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    def __str__(self) -> str:
        return f"origin {self.pk}"


class OriginBand(models.Model):
    """A band of a text's MinHash: two articles that share one are compared for being copies of one text."""

    article = models.ForeignKey("Article", models.CASCADE, related_name="bands", verbose_name=_("article"))
    band = models.BigIntegerField(_("band"))

    class Meta:
        indexes = [models.Index(fields=["band", "article"], name="band_finds_articles")]
        constraints = [models.UniqueConstraint(fields=["article", "band"], name="band_of_an_article_stands_once")]

    def __str__(self) -> str:
        return str(self.band)


class ArticleQuerySet(WorkQuerySet["Article"]):
    def merged(self) -> Self:
        """Articles that turned out to be others under another address."""
        return self.filter(merged_into__isnull=False)

    def of_ids(self, ids: list[int]) -> Self:
        return self.filter(pk__in=ids)

    def for_display(self) -> Self:
        return self.select_related("outlet__side").defer(*LONG_FIELDS)

    def waiting(self) -> Self:
        """Accepted articles that are still to be read."""
        # As two equalities and not as a list, so that the partial indexes of both states answer it.
        queued = Q(state=WorkState.PENDING) | Q(state=WorkState.RUNNING)
        return self.filter(queued, reading_version__isnull=True)

    def current(self) -> Self:
        """Read articles in their newest version."""
        return self.filter(superseded_by__isnull=True, merged_into__isnull=True, reading_version__isnull=False)

    def at_hand(self) -> Self:
        """Articles that nothing has to be fetched for."""
        return self.filter(raw__isnull=False)

    def next_of_hosts(self, most: int) -> list[int]:
        """The longest due unfetched article of each host that may be asked now, of at most so many hosts."""
        next_ones = self.unhinted().filter(raw__isnull=True, host__free_at__lte=Now())
        return list(next_ones.order_by("host", "due_at", "pk").distinct("host").values_list("pk", flat=True)[:most])

    def running(self) -> Self:
        return self.filter(state=WorkState.RUNNING).order_by("lease_until", "pk")

    def to_be_retried(self) -> Self:
        """Articles that failed and are tried again, the next one first."""
        return self.filter(state=WorkState.PENDING, attempts__gt=0).order_by("due_at", "pk")

    def put_aside(self) -> Self:
        """Articles that nothing more happens to: refused, or quarantined; the last ones first."""
        return self.filter(state__in=[WorkState.REJECTED, WorkState.QUARANTINED]).order_by("-pk")

    def for_work_list(self) -> Self:
        return self.select_related("feed", "host").defer("text", "source_text", "reading_report")

    def states_by_feed(self) -> list[tuple[int, str, int]]:
        """(feed id, state, how many)."""
        found = self.filter(feed__isnull=False).order_by().values_list("feed", "state")
        return list(found.annotate(models.Count("pk")).order_by("feed", "state"))

    def states_by_day(self, days: int) -> list[tuple[date, str, int]]:
        """(day of accepting, state, how many) of so many last days, the newest first."""
        found = self.filter(accepted_at__gte=Now() - timedelta(days=days)).order_by()
        counted = found.annotate(day=TruncDate("accepted_at")).values_list("day", "state")
        return list(counted.annotate(models.Count("pk")).order_by("-day", "state"))

    def known_keys(self, keys: Iterable[str]) -> set[str]:
        """Those of the intake keys that articles have already."""
        return set(self.filter(intake_key__in=list(keys)).values_list("intake_key", flat=True))

    def first_tries(self) -> Self:
        """Articles that may be worked on together: at hand, not large, and none that a try has failed of."""
        size = models.Func(F("source_text"), function="octet_length", output_field=models.IntegerField())
        return self.at_hand().filter(attempts=0).alias(size=size).filter(size__lte=LARGEST_TOGETHER)

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

    def done(self) -> Self:
        return self.filter(state=WorkState.DONE)

    def outdated(self) -> Self:
        """Articles that older rules have read or judged."""
        return (
            self.done()
            .filter(superseded_by__isnull=True)
            .filter(Q(reading_version__lt=READING_VERSION) | Q(judging_version__lt=JUDGING_VERSION))
        )

    def states(self, ids: list[int]) -> dict[int, dict[str, str]]:
        """How far the work on these articles has come, and why it failed if it did."""
        return {
            pk: {"state": state, "error": error if code else ""}
            for pk, state, code, error in self.filter(pk__in=ids).values_list("pk", "state", "error_code", "error")
        }

    def by_state(self) -> dict[str, int]:
        return dict(self.order_by().values_list("state").annotate(models.Count("pk")))

    def failures(self, among: list[int] | None = None) -> models.QuerySet[Article, tuple[str, str]]:
        """(what it is called, why) of articles that were rejected or given up, of those ids or of all."""
        failed = self.filter(state__in=[WorkState.REJECTED, WorkState.QUARANTINED])
        if among is not None:
            failed = failed.filter(pk__in=among)
        name = models.Case(models.When(name="", then="address"), default="name")
        return failed.order_by("pk").values_list(name, "error")


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
