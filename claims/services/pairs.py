"""Writes pairs: what the judges say of articles' claims and their candidates, and what people decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from claims.judging.judge import JUDGING_VERSION, Pair, judge, keep
from claims.judging.records import Marked, Verdict
from claims.models import Article, Change, Claim, ClaimMatter, ClaimPair, PairReview
from claims.models.account import Listed, listed_accounts
from claims.models.claim import LISTED_DAYS
from claims.models.work import FINISHED, Fences
from claims.services import changes, days, rows
from claims.services.world import World
from claims.vocabulary import ChangeKind, Relation, ReviewState

Key = tuple[int, int, str]
Row = dict[str, Any]


def judge_articles(articles: Sequence[Article], fences: Fences, world: World, *, new: Collection[int] = ()) -> None:
    """Judge the articles' claims against all they can be compared with, and finish the articles; safe to repeat.

    A pair that is found again keeps its id and a person's decision. One that the rules no longer find is withdrawn,
    unless a person confirmed it: then it stays and says so (`is_found`). Of more pairs than a claim may have, the
    strongest are kept; the article's report says how many were cut. What is kept is what would be if each article was
    stored and judged after the one before: `new` are the claims that did not stand before.
    """
    with transaction.atomic():
        Article.objects.hold(fences)
        mine = Claim.objects.by_article([article.pk for article in articles])
        # Before the candidates: a pair that another worker finds meanwhile is not among those that may be withdrawn.
        stored = {_key(row): row for row in ClaimPair.objects.to_be_judged(list(mine), _COLUMNS)}
        before = {key: dict(row) for key, row in stored.items()}
        candidates = ClaimMatter.objects.candidates(list(mine))
        claims = listed_accounts({pk for pair in candidates for pk in pair}, bodies=world.bodies, places=world.places)
        found = _in_turn(articles, mine, candidates, new)
        for article in articles:
            kept = keep(_verdicts(claims, found.get(article.pk, ())))
            article.reading_report = article.reading_report | {"pairs_cut": len(kept.cut)}
            _settle(stored, kept.pairs, claims, {pk for pk, owner in mine.items() if owner == article.pk})
        touched = _store(stored, before)
        rows.update(
            Article,
            [
                {"id": a.pk, "judging_version": JUDGING_VERSION, "reading_report": a.reading_report, **FINISHED}
                for a in articles
            ],
        )
        days.mark(touched)


def _in_turn(
    articles: Sequence[Article], mine: Mapping[int, int], candidates: Iterable[tuple[int, int]], new: Collection[int]
) -> dict[int, set[tuple[int, int]]]:
    """The pairs to be judged with each article: a new claim of a later one is not there yet when its turn comes."""
    turn = {article.pk: number for number, article in enumerate(articles)}
    found: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for one, other in candidates:
        if other not in new or turn[mine[other]] <= turn[mine[one]]:
            found[mine[one]].add((min(one, other), max(one, other)))
    return found


def _verdicts(claims: Mapping[int, Listed], pairs: Iterable[tuple[int, int]]) -> list[Pair]:
    return [
        (left, right, verdict)
        for left, right in sorted(pairs)
        for verdict in judge(claims[left].account, claims[right].account)
    ]


def _settle(stored: dict[Key, Row], pairs: Iterable[Pair], claims: Mapping[int, Listed], mine: Collection[int]) -> None:
    """Bring the rows of an article's pairs, by their keys, to what the judges say of its claims."""
    verdicts = {(left, right, str(verdict.dimension or "")): verdict for left, right, verdict in pairs}
    for key, verdict in verdicts.items():
        unknown = {"id": None, "left_id": key[0], "right_id": key[1], "review_state": ReviewState.SUGGESTED}
        row = stored.setdefault(key, unknown | dict.fromkeys(_FOUND))
        fields = _fields(claims[key[0]], claims[key[1]], verdict)
        if row["found_relation"] is not None:
            # A person's relation stays; what the rules say of it now stands beside it.
            fields["found_relation"], fields["found_dimension"] = fields.pop("relation"), fields.pop("dimension")
        row.update(fields)
    for key, row in stored.items():
        if key not in verdicts and (key[0] in mine or key[1] in mine) and row["is_current"] and row["is_found"]:
            row["is_found"] = False
            row["is_current"] = row["review_state"] == ReviewState.CONFIRMED


def _store(stored: Mapping[Key, Row], before: Mapping[Key, Row]) -> set[tuple[int, date]]:
    """Write what is new or other; the days whose counts may have changed."""
    new = [row for _, row in sorted(stored.items()) if row["id"] is None and row["is_current"]]
    other = [row for key, row in sorted(stored.items()) if key in before and row != before[key]]
    written = rows.insert(
        ClaimPair,
        [{name: value for name, value in row.items() if name != "id"} for row in new],
        on_conflict="(left_id, right_id, coalesce(found_dimension, dimension)) DO UPDATE SET "
        "relation = EXCLUDED.relation, reason = EXCLUDED.reason, strength = EXCLUDED.strength, "
        "judging_version = EXCLUDED.judging_version WHERE claims_claimpair.found_relation IS NULL",
        # A row that another transaction has just written is locked by this one, and so says that it is not new.
        returning=("id", "xmax = 0"),
    )
    rows.update(ClaimPair, [{name: row[name] for name in ("id", *_FIELDS, *_FOUND)} for row in other])
    changes.record(ChangeKind.CREATED, Change.Record.PAIR, [pk for pk, is_new in written if is_new])
    for kind, is_current in ((ChangeKind.UPDATED, True), (ChangeKind.WITHDRAWN, False)):
        changes.record(kind, Change.Record.PAIR, [row["id"] for row in other if row["is_current"] is is_current])
    return {day for row in (*new, *other, *(before[_key(row)] for row in other)) for day in _days_of(row)}


def _key(row: Row) -> Key:
    """What makes a pair one to the rules, whatever a person made of it."""
    is_decided = row["found_dimension"] is not None
    return row["left_id"], row["right_id"], row["found_dimension" if is_decided else "dimension"]


_FIELDS = (
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
)
_FOUND = ("found_relation", "found_dimension")
_COLUMNS = ("id", "left_id", "right_id", "review_state", *_FIELDS, *_FOUND)


def _fields(left: Listed, right: Listed, verdict: Verdict) -> Row:
    first, last = listed_days(left, right)
    values = (
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
    )
    return dict(zip(_FIELDS, values, strict=True))


def _as_json(marks: tuple[Marked, ...]) -> list[list[int]]:
    return [[mark.start, mark.end] for mark in marks]


def listed_days(left: Listed, right: Listed) -> tuple[date, date]:
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
        assert left.account.ceasefire_begins is not None
        return left.account.ceasefire_begins, left.account.ceasefire_begins
    return max(min(ends), max(ends) - timedelta(days=LISTED_DAYS - 1)), max(ends)


def _days_of(row: Mapping[str, Any]) -> set[tuple[int, date]]:
    return {(row["ceasefire_id"], day) for day in days.days_between(row["day_first"], row["day_last"])}


@transaction.atomic
def review(
    pair: ClaimPair, state: ReviewState, *, by: User, note: str = "", given: tuple[Relation, str] | None = None
) -> None:
    """Record a person's decision about a pair; it outlives every change of rules.

    `given`: the relation that a confirmed pair is taken for, and what differs (empty where nothing does); without it,
    the one that it has. Any other decision gives it back to the rules.
    """
    pair.refresh_from_db(from_queryset=ClaimPair.objects.select_for_update(no_key=True))
    found, is_confirmed = pair.found, state == ReviewState.CONFIRMED
    relation, dimension = (given or (Relation(pair.relation), pair.dimension)) if is_confirmed else found
    decided = {"relation": relation, "dimension": dimension} if is_confirmed else {}
    PairReview.objects.create(pair=pair, state=state, note=note, by=by, **decided)
    pair.review_state, pair.relation, pair.dimension = state, relation, dimension
    pair.found_relation, pair.found_dimension = found if is_confirmed else (None, None)
    pair.is_current = pair.is_found or is_confirmed
    pair.save(update_fields=["review_state", "relation", "dimension", *_FOUND, "is_current", "updated_at"])
    is_public = pair.is_current and state != ReviewState.REJECTED
    kind = ChangeKind.UPDATED if is_public else ChangeKind.WITHDRAWN
    changes.record(kind, Change.Record.PAIR, [pair.pk], note=f"review: {state}{_instead(pair)}")
    days.recount(_days_of(vars(pair)))


def _instead(pair: ClaimPair) -> str:
    """What a person took it for, where the rules find something else."""
    if not pair.is_given:
        return ""
    given, found = (" ".join(filter(None, what)) for what in ((pair.relation, pair.dimension), pair.found))
    return f" as {given}; the rules find {found}"
