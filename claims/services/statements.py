"""Writes what reading found: claims with their chain, clocks, figures, places and matters, and the article's report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.functions import Now

from claims.judging import pairing
from claims.models import Accusation, Article, Change, Claim, ClaimLink, ClaimMatter, ClaimPair, Figure
from claims.models.claim import LISTED_DAYS
from claims.reading.article import read
from claims.reading.records import ArticleInput, Reading, Statement
from claims.reading.version import READING_VERSION
from claims.services import changes, days
from claims.services.articles import outlet_slug
from claims.services.reference import World
from claims.vocabulary import ChangeKind

NOT_FOUND = "Newer rules of reading no longer find this statement."
NEWER_VERSION = "The outlet has since published another version of this article."

Key = tuple[int, int, str]


def extract(article: Article, fence: int, world: World) -> None:
    """Read the article and make its current claims those of the reading; safe to repeat.

    A claim that is found again keeps its id; one that newer rules no longer find is withdrawn with its pairs and leaves
    a tombstone. Raises FenceLostError, with nothing written, if another worker has the article by now.
    """
    reading = read(
        ArticleInput(
            text=article.text,
            outlet=outlet_slug(article),
            published=article.published,
            title=article.title,
            language=article.language,
            credit=article.credit,
        ),
        directory=world.directory,
        gazetteer=world.gazetteer,
        calendar=world.calendar,
    )
    with transaction.atomic():
        Article.objects.hold(article.pk, fence)
        article.refresh_from_db(fields=["superseded_by", "merged_into"])
        if not article.is_listed:
            return
        touched = _store(article, reading, world) | _supersede(article)
        if article.reading_version != READING_VERSION:
            kind = ChangeKind.CREATED if article.reading_version is None else ChangeKind.UPDATED
            changes.record(kind, Change.Record.ARTICLE, [article.pk])
        article.language = reading.language or article.language
        article.reading_version = READING_VERSION
        article.reading_report = article.reading_report | {
            "dropped": [[d.words[:300], d.reason] for d in reading.dropped],
            "reasons": dict(Counter(str(d.reason) for d in reading.dropped)),
            "flags": list(reading.flags),
            "claims": len(reading.statements),
            "unresolved": sum(link.slug is None for s in reading.statements for link in s.links),
        }
        article.save(update_fields=["language", "reading_version", "reading_report"])
        days.mark(touched)


def listed_days(statement: Statement, reported: date | None) -> tuple[date | None, date | None]:
    """The days on whose pages a claim stands: those that it is about, else the day it was said, else reported."""
    if statement.about.first and statement.about.last:
        earliest = statement.about.last - timedelta(days=LISTED_DAYS - 1)
        return max(statement.about.first, earliest), statement.about.last
    day = statement.said.last or reported
    return day, day


def _store(article: Article, reading: Reading, world: World) -> set[tuple[int, date]]:
    """Bring the article's claims to the reading; the (ceasefire id, day) pairs whose counts may have changed."""
    stored: dict[Key, Claim] = {
        (claim.start, claim.end, claim.polarity): claim
        for claim in Claim.objects.filter(article=article).order_by("is_current", "pk")
    }
    found: dict[Key, Statement] = {}
    for statement in reading.statements:
        found.setdefault((statement.span.start, statement.span.end, str(statement.polarity)), statement)
    touched = {key for claim in stored.values() for key in _days_of(claim)}

    _withdraw([claim for key, claim in stored.items() if claim.is_current and key not in found], reason=NOT_FOUND)
    new, kept = [], []
    for key, statement in found.items():
        fields = _fields(article, statement, world)
        claim = stored.get(key)
        if claim is None:
            new.append(Claim(**fields))
        elif _differs(claim, fields):
            kept.append(claim)
    Claim.objects.bulk_create(new)
    if kept:
        Claim.objects.bulk_update(kept, list(_fields(article, next(iter(found.values())), world)))

    rows = {(c.start, c.end, c.polarity): c for c in (*stored.values(), *new)}
    claims = [(rows[key], statement) for key, statement in found.items()]
    fresh = {claim.pk for claim in new}
    before = _parts_of([claim.pk for claim, _ in claims if claim.pk not in fresh])
    _replace_parts(claims, fresh, world)
    after = _parts_of(list(before))
    other = {claim.pk for claim in kept} | {pk for pk, parts in after.items() if parts != before[pk]}
    Claim.objects.filter(pk__in=other).update(updated_at=Now())
    changes.record(ChangeKind.CREATED, Change.Record.CLAIM, fresh)
    changes.claims_changed(other)
    return touched | {key for claim, _ in claims for key in _days_of(claim)}


def _days_of(claim: Claim) -> Iterable[tuple[int, date]]:
    if claim.ceasefire_id is not None:
        for day in days.days_between(claim.day_first, claim.day_last):
            yield claim.ceasefire_id, day


def _supersede(article: Article) -> set[tuple[int, date]]:
    """Mark the earlier versions of the article and their claims; the days whose counts may have changed."""
    earlier = list(Article.objects.earlier_versions(article).order_by("pk"))
    if not earlier:
        return set()
    claims = list(Claim.objects.public().filter(article__in=earlier).order_by("pk"))
    _withdraw(claims, reason=NEWER_VERSION)
    ids = [version.pk for version in earlier]
    Article.objects.filter(pk__in=ids).update(superseded_by=article)
    changes.record(ChangeKind.WITHDRAWN, Change.Record.ARTICLE, ids, note=NEWER_VERSION)
    return {key for claim in claims for key in _days_of(claim)}


def _withdraw(claims: list[Claim], *, reason: str) -> None:
    ids = [claim.pk for claim in claims]
    if not ids:
        return
    Claim.objects.filter(pk__in=ids).update(is_current=False, withdrawn_reason=reason, updated_at=Now())
    changes.record(ChangeKind.WITHDRAWN, Change.Record.CLAIM, ids)
    pairs = list(ClaimPair.objects.of_claims(ids).filter(is_current=True).values_list("pk", flat=True))
    ClaimPair.objects.filter(pk__in=pairs).update(is_current=False, updated_at=Now())
    changes.record(ChangeKind.WITHDRAWN, Change.Record.PAIR, pairs)
    ClaimMatter.objects.filter(claim__in=ids).delete()


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
    """Set the fields on the row; whether any of them was another."""
    changed = {name for name, value in fields.items() if getattr(claim, name) != value}
    for name in changed:
        setattr(claim, name, fields[name])
    return bool(changed)


def _parts_of(ids: list[int]) -> dict[int, list[tuple[Any, ...]]]:
    """What is shown of these claims besides their own fields."""
    parts: dict[int, list[tuple[Any, ...]]] = {pk: [] for pk in ids}
    for model, fields in _SHOWN_PARTS if ids else ():
        for pk, *values in model._default_manager.filter(claim__in=ids).order_by("pk").values_list("claim_id", *fields):
            parts[pk].append((model.__name__, *values))
    return {pk: sorted(values, key=repr) for pk, values in parts.items()}


_SHOWN_PARTS: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (ClaimLink, ("position", "role", "source", "words")),
    (Accusation, ("position", "source")),
    (Figure, ("position", "what", "words", "low", "high", "start", "end", "place", "is_part")),
    (Claim.places.through, ("place",)),
)


def _replace_parts(claims: list[tuple[Claim, Statement]], new: set[int], world: World) -> None:
    """Write links, accusations, figures, places and matters; those of a claim that was read before are replaced."""
    old = [claim.pk for claim, _ in claims if claim.pk not in new]
    through = Claim.places.through
    for model in (ClaimLink, Accusation, Figure, ClaimMatter, through) if old else ():
        model.objects.filter(claim__in=old).delete()
    ClaimLink.objects.bulk_create(
        ClaimLink(
            claim=claim,
            position=position,
            role=link.role,
            source_id=world.source_ids.get(link.slug) if link.slug else None,
            words=link.words[:300],
        )
        for claim, statement in claims
        for position, link in enumerate(statement.links)
    )
    Accusation.objects.bulk_create(
        Accusation(claim=claim, position=position, source_id=world.source_ids[slug])
        for claim, statement in claims
        for position, slug in enumerate(dict.fromkeys(statement.accused))
    )
    Figure.objects.bulk_create(
        Figure(
            claim=claim,
            position=position,
            what=figure.what[:120],
            words=figure.words[:120],
            low=figure.low,
            high=figure.high,
            start=figure.span.start - claim.start,
            end=figure.span.end - claim.start,
            place_id=world.place_ids.get(figure.place) if figure.place else None,
            is_part=figure.is_part,
        )
        for claim, statement in claims
        for position, figure in enumerate(statement.figures)
    )
    through.objects.bulk_create(
        through(claim_id=claim.pk, place_id=world.place_ids[slug])
        for claim, statement in claims
        for slug in dict.fromkeys(statement.places)
    )
    stored = Claim.objects.for_judging().filter(pk__in=[claim.pk for claim, _ in claims], ceasefire__isnull=False)
    ClaimMatter.objects.bulk_create(
        ClaimMatter(
            claim=claim,
            article_id=claim.article_id,
            ceasefire=claim.ceasefire,
            key=matter.key,
            first=matter.first,
            last=matter.last,
        )
        for claim in stored
        if claim.ceasefire is not None
        for matter in pairing.matters(claim.account(world.bodies, world.places))
    )
