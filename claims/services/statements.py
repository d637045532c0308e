"""Writes what reading found: claims with their clocks and days, and the articles' reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from claims.models import Article, Change, Claim, ClaimMatter, ClaimPair
from claims.models.claim import LISTED_DAYS
from claims.models.pair import ClaimPairQuerySet
from claims.models.work import Fences
from claims.reading.article import read
from claims.reading.records import ArticleInput, Reading, Statement
from claims.reading.version import READING_VERSION
from claims.services import changes, days, origins, parts, rows
from claims.services.parts import Placed
from claims.services.world import World
from claims.vocabulary import ChangeKind

NOT_FOUND = "Newer rules of reading no longer find this statement."
NEWER_VERSION = "The outlet has since published another version of this article."

Readings = Sequence[tuple[Article, Reading]]
Key = tuple[int, int, int, str]
"""A claim by its article, start, end and polarity."""


def read_article(article: Article, world: World) -> Reading:
    """What the article's clean text says; nothing is written."""
    return read(
        ArticleInput(
            text=article.text,
            outlet=world.source_slugs[article.outlet_id] if article.outlet_id else article.outlet_words,
            published=article.published,
            title=article.title,
            language=article.language,
            credit=article.credit,
        ),
        directory=world.directory,
        gazetteer=world.gazetteer,
        calendar=world.calendar,
    )


@transaction.atomic
def store(readings: Readings, fences: Fences, world: World) -> set[int]:
    """Make the current claims of each article those of its reading; safe to repeat. The ids of the new claims.

    A claim that is found again keeps its id; one that newer rules no longer find is withdrawn with its pairs and leaves
    a tombstone. An article that was replaced meanwhile is left as it is. Raises FenceLostError, with nothing written,
    if another worker has any of the articles by now.
    """
    Article.objects.hold(fences)
    replaced = Article.objects.replaced(fences)
    for article, _ in readings:
        article.superseded_by_id, article.merged_into_id = replaced.get(article.pk, (None, None))
    readings = [(article, reading) for article, reading in readings if article.is_listed]
    new, touched = _store(readings, world)
    touched |= _supersede([article for article, _ in readings])
    first = [a.pk for a, _ in readings if a.reading_version is None]
    again = [a.pk for a, _ in readings if a.reading_version not in (None, READING_VERSION)]
    changes.record(ChangeKind.CREATED, Change.Record.ARTICLE, first)
    changes.record(ChangeKind.UPDATED, Change.Record.ARTICLE, again)
    days.mark(touched)
    _report(readings)
    return new


def _report(readings: Readings) -> None:
    """Write the articles' own rows, their origins with them."""
    tied = origins.tie({article.pk: article.text for article, _ in readings if article.origin_id is None})
    for article, reading in readings:
        article.language = reading.language or article.language
        article.origin_id = tied.get(article.pk, article.origin_id)
        article.reading_version = READING_VERSION
        article.reading_report = article.reading_report | {
            "dropped": [[d.words[:300], d.reason] for d in reading.dropped],
            "reasons": dict(Counter(str(d.reason) for d in reading.dropped)),
            "flags": list(reading.flags),
            "claims": len(reading.statements),
            "unresolved": sum(link.slug is None for s in reading.statements for link in s.links),
        }
    rows.update(Article, [{"id": a.pk} | {name: getattr(a, name) for name in _WRITTEN} for a, _ in readings])


_WRITTEN = (
    "text",
    "text_hash",
    "title",
    "credit",
    "outlet_id",
    "origin_id",
    "language",
    "reading_version",
    "reading_report",
)
"""The columns that cleaning and reading fill."""


def listed_days(statement: Statement, reported: date | None) -> tuple[date | None, date | None]:
    """The days on whose pages a claim stands: those that it is about, else the day it was said, else reported."""
    if statement.about.first and statement.about.last:
        earliest = statement.about.last - timedelta(days=LISTED_DAYS - 1)
        return max(statement.about.first, earliest), statement.about.last
    day = statement.said.last or reported
    return day, day


def _store(readings: Readings, world: World) -> tuple[set[int], set[tuple[int, date]]]:
    """Bring the articles' claims to their readings; the new claims, and the days whose counts may have changed."""
    stored: dict[Key, Claim] = {
        (claim.article_id, claim.start, claim.end, claim.polarity): claim
        for claim in Claim.objects.filter(article__in=[a.pk for a, _ in readings]).order_by("is_current", "pk")
    }
    found: dict[Key, tuple[Statement, dict[str, Any]]] = {}
    for article, reading in readings:
        for statement in reading.statements:
            key = (article.pk, statement.span.start, statement.span.end, str(statement.polarity))
            if key not in found:
                found[key] = statement, _fields(article, statement, world)
    touched = {day for claim in stored.values() for day in _days_of(vars(claim))}

    lost = [claim.pk for key, claim in stored.items() if claim.is_current and key not in found]
    touched |= _withdraw(lost, reason=NOT_FOUND)
    fresh = [fields for key, (_, fields) in found.items() if key not in stored]
    ids: dict[Key, int] = {
        (article, start, end, polarity): pk
        for pk, article, start, end, polarity in rows.insert(
            Claim, fresh, returning=("id", "article_id", "start", '"end"', "polarity")
        )
    }
    new = set(ids.values())
    ids |= {key: claim.pk for key, claim in stored.items() if key in found}
    kept = {ids[key]: fields for key, (_, fields) in found.items() if key in stored and _differs(stored[key], fields)}
    rows.update(Claim, [{"id": pk, **fields} for pk, fields in kept.items()])

    placed = [Placed(ids[key], key[0], statement) for key, (statement, _) in found.items()]
    other = kept.keys() | parts.replace(placed, world, known={p.claim_id for p in placed} - new)
    if other:
        Claim.objects.filter(pk__in=other).update(updated_at=Now())
        touched |= _days_of_pairs(ClaimPair.objects.public().of_claims(list(other)))
    changes.record(ChangeKind.CREATED, Change.Record.CLAIM, new)
    changes.claims_changed(other)
    return new, touched | {day for _, fields in found.values() for day in _days_of(fields)}


def _days_of(fields: Mapping[str, Any]) -> Iterable[tuple[int, date]]:
    if fields["ceasefire_id"] is not None:
        for day in days.days_between(fields["day_first"], fields["day_last"]):
            yield fields["ceasefire_id"], day


def _supersede(articles: Iterable[Article]) -> set[tuple[int, date]]:
    """Mark the earlier versions of the articles and their claims; the days whose counts may have changed."""
    touched: set[tuple[int, date]] = set()
    for newer, earlier in Article.objects.earlier_versions(articles).items():
        claims = list(Claim.objects.public().filter(article__in=earlier).order_by("pk"))
        touched |= _withdraw([claim.pk for claim in claims], reason=NEWER_VERSION)
        Article.objects.filter(pk__in=earlier).update(superseded_by=newer)
        changes.record(ChangeKind.WITHDRAWN, Change.Record.ARTICLE, earlier, note=NEWER_VERSION)
        touched |= {day for claim in claims for day in _days_of(vars(claim))}
    return touched


def _withdraw(ids: Sequence[int], *, reason: str) -> set[tuple[int, date]]:
    """Withdraw claims and their pairs; the days that these pairs stood on."""
    if not ids:
        return set()
    Claim.objects.filter(pk__in=ids).update(is_current=False, withdrawn_reason=reason, updated_at=Now())
    changes.record(ChangeKind.WITHDRAWN, Change.Record.CLAIM, ids)
    standing = ClaimPair.objects.of_claims(list(ids)).filter(is_current=True)
    touched = _days_of_pairs(standing)
    pairs = list(standing.values_list("pk", flat=True))
    ClaimPair.objects.filter(pk__in=pairs).update(is_current=False, updated_at=Now())
    changes.record(ChangeKind.WITHDRAWN, Change.Record.PAIR, pairs)
    ClaimMatter.objects.filter(claim__in=ids).delete()
    return touched


def _days_of_pairs(pairs: ClaimPairQuerySet) -> set[tuple[int, date]]:
    """The days that pairs stand on, which can be others than those of their claims: all between two."""
    listed = pairs.order_by().values_list("ceasefire_id", "day_first", "day_last").distinct()
    return {(ceasefire, day) for ceasefire, first, last in listed for day in days.days_between(first, last)}


def _fields(article: Article, statement: Statement, world: World) -> dict[str, Any]:
    first, last = listed_days(statement, article.published)
    ceasefire_id = world.ceasefire_ids.get(statement.ceasefire) if statement.ceasefire else None
    return {
        "article_id": article.pk,
        "text": statement.text,
        "start": statement.span.start,
        "end": statement.span.end,
        "prefix": statement.prefix[-80:],
        "suffix": statement.suffix[:80],
        "language": article.language or "en",
        "form": str(statement.form),
        "polarity": str(statement.polarity),
        "rule": statement.rule[:60],
        "statement": statement.statement,
        "is_headline": statement.is_headline,
        "said_first": statement.said.first,
        "said_last": statement.said.last,
        "said_precision": str(statement.said.precision),
        "said_words": statement.said.words[:200],
        "said_reason": statement.said.reason[:200],
        "about_first": statement.about.first,
        "about_last": statement.about.last,
        "about_precision": str(statement.about.precision),
        "about_words": statement.about.words[:200],
        "about_reason": statement.about.reason[:200],
        "about_clock": statement.about.clock,
        "date_flag": (statement.about.flag or statement.said.flag)[:200],
        "reported": article.published,
        "day_first": first,
        "day_last": last,
        "topics": [str(topic) for topic in statement.topics],
        "stance": str(statement.stance or ""),
        "events": [str(event) for event in statement.events],
        "targets": [str(target) for target in statement.targets],
        "accused_words": statement.accused_words[:300],
        "evidence": [list(entry) for entry in statement.evidence],
        "ceasefire_id": ceasefire_id,
        "ceasefire_reason": statement.ceasefire_reason[:300],
        "is_current": True,
        "withdrawn_reason": "",
    }


def _differs(claim: Claim, fields: dict[str, Any]) -> bool:
    return any(getattr(claim, name) != value for name, value in fields.items())
