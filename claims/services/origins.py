"""Ties copies of one text to one origin."""

from __future__ import annotations

from collections import defaultdict

from django.db import connection

from claims.judging import origins
from claims.models import Article, Origin, OriginBand
from claims.services import rows

_COPIES_COMPARED = 20
_LOCK = 2_191_175
"""The number of the advisory lock; it means nothing besides."""

_MAY_BE_COPIES = """
SELECT DISTINCT mine.article_id, theirs.article_id, article.origin_id
FROM claims_originband AS mine
JOIN claims_originband AS theirs ON theirs.band = mine.band AND theirs.article_id <> mine.article_id
JOIN claims_article AS article ON article.id = theirs.article_id
WHERE mine.article_id = ANY(%s) AND (article.origin_id IS NOT NULL OR article.id = ANY(%s))
ORDER BY 1, 2
"""


def tie(texts: dict[int, str]) -> dict[int, int]:
    """The origin of each article, given by id with its clean text: that of an earlier copy, or a new one.

    Of two copies that are stored at once the second sees the first: this is done by one transaction after the other.
    It has to be the caller's last step that waits for anything.
    """
    if not texts:
        return {}
    bands = [{"article_id": pk, "band": band} for pk, text in sorted(texts.items()) for band in origins.bands(text)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        rows.insert(OriginBand, bands, on_conflict="DO NOTHING")
        cursor.execute(_MAY_BE_COPIES, [list(texts), list(texts)])
        found: list[tuple[int, int, int | None]] = cursor.fetchall()
    known = {theirs: origin for _, theirs, origin in found if origin is not None and theirs not in texts}
    others = dict(Article.objects.of_ids(list(known)).values_list("pk", "text")) if known else {}
    near: dict[int, list[int]] = defaultdict(list)
    for mine, theirs, _ in found:
        if theirs in known or theirs < mine:
            near[mine].append(theirs)
    tied: dict[int, int] = {}
    copies = {pk: _first_copy(texts[pk], near[pk], texts | others) for pk in sorted(texts)}
    new = [pk for pk, copy in copies.items() if copy is None]
    made = dict(zip(new, (row[0] for row in rows.insert(Origin, [{}] * len(new))), strict=True))
    for pk, copy in copies.items():
        tied[pk] = made[pk] if copy is None else known.get(copy) or tied[copy]
    return tied


def _first_copy(text: str, near: list[int], texts: dict[int, str]) -> int | None:
    return next((pk for pk in near[:_COPIES_COMPARED] if origins.same_text(text, texts[pk])), None)
