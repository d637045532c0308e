"""The origins that copies of one text share, and the bands of texts by which copies are found."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


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
