"""What articles are made from: the bytes as they arrived, and files that a person is still looking at."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


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
