"""Writes pairs: what the judges say of an article's claims and their candidates, and what people decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models.functions import Now

from claims.judging.judge import JUDGING_VERSION, Pair, judge, keep
from claims.judging.records import Account, Marked, Verdict
from claims.models import Article, Change, Claim, ClaimMatter, ClaimPair, PairReview
from claims.models.claim import LISTED_DAYS
from claims.services import changes, days
from claims.services.reference import World
from claims.vocabulary import ChangeKind, ReviewState

Key = tuple[int, int, str]


def judge_article(article: Article, fence: int, world: World) -> None:
    """Judge the article's claims against all they can be compared with; safe to repeat.

    A pair that is found again keeps its id and a person's decision. One that the rules no longer find is withdrawn,
    unless a person confirmed it: then it stays and says so (`is_found`). Of more pairs than a claim may have, the
    strongest are kept; the article's report says how many were cut.
    """
    mine = list(Claim.objects.public().filter(article=article).values_list("pk", flat=True))
    candidates = ClaimMatter.objects.candidates(mine)
    ids = {pk for pair in candidates for pk in pair}
    claims = {claim.pk: claim for claim in Claim.objects.for_judging().filter(pk__in=ids)}
    accounts = {pk: claim.account(world.bodies, world.places) for pk, claim in claims.items()}
    kept = keep(_verdicts(accounts, candidates))
    verdicts = {(left, right, str(verdict.dimension or "")): verdict for left, right, verdict in kept.pairs}
    with transaction.atomic():
        Article.objects.hold(article.pk, fence)
        touched = _store(mine, verdicts, claims)
        article.judging_version = JUDGING_VERSION
        article.reading_report = article.reading_report | {"pairs_cut": len(kept.cut)}
        article.save(update_fields=["judging_version", "reading_report"])
        days.mark(touched)


def _verdicts(accounts: dict[int, Account], candidates: Iterable[tuple[int, int]]) -> list[Pair]:
    return [
        (left, right, verdict)
        for left, right in sorted({(min(pair), max(pair)) for pair in candidates})
        for verdict in judge(accounts[left], accounts[right])
    ]


def _store(mine: list[int], verdicts: dict[Key, Verdict], claims: dict[int, Claim]) -> set[tuple[int, date]]:
    stored = {
        (pair.left_id, pair.right_id, pair.dimension): pair for pair in ClaimPair.objects.of_claims(mine).order_by("pk")
    }
    touched: set[tuple[int, date]] = set()
    new, kept, gone = [], [], []
    for key, verdict in verdicts.items():
        fields = _fields(claims[key[0]], claims[key[1]], verdict)
        pair = stored.get(key)
        if pair is None:
            new.append(ClaimPair(left_id=key[0], right_id=key[1], **fields))
        elif any(getattr(pair, name) != value for name, value in fields.items()):
            touched |= _days_of(pair)
            for name, value in fields.items():
                setattr(pair, name, value)
            kept.append(pair)
    for key, pair in stored.items():
        if key not in verdicts and pair.is_current and pair.is_found:
            pair.is_found = False
            pair.is_current = pair.review_state == ReviewState.CONFIRMED
            gone.append(pair)
    ClaimPair.objects.bulk_create(
        new,
        update_conflicts=True,
        unique_fields=["left", "right", "dimension"],
        update_fields=["relation", "reason", "strength", "judging_version"],
    )
    ClaimPair.objects.filter(pk__in=[pair.pk for pair in (*kept, *gone)]).update(updated_at=Now())
    if kept:
        ClaimPair.objects.bulk_update(kept, _FIELDS)
    if gone:
        ClaimPair.objects.bulk_update(gone, ["is_found", "is_current"])
    changes.record(ChangeKind.CREATED, Change.Record.PAIR, [pair.pk for pair in new])
    changes.record(ChangeKind.UPDATED, Change.Record.PAIR, [p.pk for p in (*kept, *gone) if p.is_current])
    changes.record(ChangeKind.WITHDRAWN, Change.Record.PAIR, [p.pk for p in gone if not p.is_current])
    return touched.union(*(_days_of(pair) for pair in (*new, *kept, *gone)))


_FIELDS = [
    "ceasefire_id",
    "day_first",
    "day_last",
    "relation",
    "dimension",
    "kind",
    "kind_version",
    "judging_version",
    "strength",
    "reason",
    "left_marks",
    "right_marks",
    "is_found",
    "is_current",
]


def _fields(left: Claim, right: Claim, verdict: Verdict) -> dict[str, object]:
    first, last = listed_days(left, right)
    return dict(
        zip(
            _FIELDS,
            (
                left.ceasefire_id,
                first,
                last,
                str(verdict.relation),
                str(verdict.dimension or ""),
                verdict.kind,
                verdict.version,
                JUDGING_VERSION,
                verdict.strength,
                verdict.reason,
                _as_json(verdict.left_marks),
                _as_json(verdict.right_marks),
                True,
                True,
            ),
            strict=True,
        )
    )


def _as_json(marks: tuple[Marked, ...]) -> list[list[int]]:
    return [[mark.start, mark.end] for mark in marks]


def listed_days(left: Claim, right: Claim) -> tuple[date, date]:
    """The days on whose pages a pair stands: those that both claims are listed on.

    An undated claim stands where the dated one is; two that share no day stand on all from the earlier to the later
    one, the last LISTED_DAYS of them (the two start days of one truce are such a pair).
    """
    if left.is_dated != right.is_dated:
        dated = left if left.is_dated else right
        ends = [day for day in (dated.day_first, dated.day_last) if day]
    else:
        lists = [(c.day_first, c.day_last) for c in (left, right) if c.day_first and c.day_last]
        if len(lists) == 2 and max(a for a, _ in lists) <= min(b for _, b in lists):
            return max(a for a, _ in lists), min(b for _, b in lists)
        ends = [day for pair in lists for day in pair]
    if not ends:
        assert left.ceasefire is not None
        return left.ceasefire.begins, left.ceasefire.begins
    return max(min(ends), max(ends) - timedelta(days=LISTED_DAYS - 1)), max(ends)


def _days_of(pair: ClaimPair) -> set[tuple[int, date]]:
    return {(pair.ceasefire_id, day) for day in days.days_between(pair.day_first, pair.day_last)}


@transaction.atomic
def review(pair: ClaimPair, state: ReviewState, *, by: User, note: str = "") -> None:
    """Record a person's decision about a pair; it outlives every change of rules."""
    PairReview.objects.create(pair=pair, state=state, note=note, by=by)
    pair.review_state = state
    pair.is_current = pair.is_found or state == ReviewState.CONFIRMED
    pair.save(update_fields=["review_state", "is_current", "updated_at"])
    is_public = pair.is_current and state != ReviewState.REJECTED
    kind = ChangeKind.UPDATED if is_public else ChangeKind.WITHDRAWN
    changes.record(kind, Change.Record.PAIR, [pair.pk], note=f"review: {state}")
    days.recount(_days_of(pair))
