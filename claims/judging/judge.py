"""Asks every kind about a pair of accounts, settles which answers stand, and bounds how many are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from claims.judging.events import clarity, days_meet, meet_in_time, same_days, share_place, told_soon_after
from claims.judging.gist import Gist, gist
from claims.judging.kinds import KINDS
from claims.judging.pairing import Matter, may_meet
from claims.judging.records import Account, Verdict
from claims.judging.sides import same_source
from claims.vocabulary import Dimension, Relation

JUDGING_VERSION = 8
"""Up by one with every change of a rule: what was judged by an older one is judged again."""

PAIRS_PER_CLAIM = 60

Pair = tuple[int, int, Verdict]
"""(left id, right id, verdict), left < right."""

_OF_ANY_DAY = tuple(kind for kind in KINDS if kind.dimension is Dimension.TIMING)
"""The kinds that are asked about two days of one event."""
_OF_ITSELF = (Dimension.DENIAL, Dimension.STATUS)
"""What a source may contradict of its own: whether a thing happened. Its tolls rise and its plans change in time."""
_STRICTNESS = {relation: rank for rank, relation in enumerate(Relation)}


def judge(left: Account, right: Account) -> tuple[Verdict, ...]:
    """What the kinds say of two accounts, strictest first; the marks are those of the lower id, then of the higher."""
    if left.ceasefire != right.ceasefire or not may_meet(left, right):
        return ()
    a, b = (gist(left), gist(right)) if left.id < right.id else (gist(right), gist(left))
    return _judge(a, b) if days_meet(a, b) else ()


def judge_all(accounts: Iterable[Account]) -> list[Pair]:
    """Every pair among the accounts, sorted by ids; the same whatever order they come in."""
    rows: dict[tuple[str | None, str], list[tuple[Matter, Gist]]] = defaultdict(list)
    for account in {account.id: account for account in accounts}.values():
        seen = gist(account)
        for key, matter in seen.matters.items():
            rows[account.ceasefire, key].append((matter, seen))
    pairs: dict[tuple[int, int], tuple[Verdict, ...]] = {}
    for group in rows.values():
        group.sort(key=lambda row: (row[0].first, row[1].account.id))
        for i, (matter, one) in enumerate(group):
            for other_matter, other in islice(group, i + 1, None):
                if other_matter.first > matter.last:
                    break
                a, b = (one, other) if one.account.id < other.account.id else (other, one)
                ids = (a.account.id, b.account.id)
                if ids not in pairs and may_meet(a.account, b.account):
                    pairs[ids] = _judge(a, b)
    return [(left, right, verdict) for (left, right), verdicts in sorted(pairs.items()) for verdict in verdicts]


def _judge(a: Gist, b: Gist) -> tuple[Verdict, ...]:
    """Of one relation only: a pair in conflict does not also corroborate."""
    of_one_source = same_source(a, b)
    if of_one_source and a.account.article == b.account.article:
        return ()
    kinds = KINDS if meet_in_time(a, b) and told_soon_after(a, b) else _OF_ANY_DAY
    verdicts = [v for kind in kinds if (v := kind.judge(a, b)) is not None]
    if of_one_source:
        verdicts = [v for v in verdicts if v.relation is Relation.REPEATS or _contradicts_itself(v, a, b)]
    if a.account.origin == b.account.origin and a.account.article != b.account.article:
        verdicts = [v for v in verdicts if v.relation is Relation.REPEATS]
    if not verdicts:
        return ()
    if any(v.relation is Relation.REPEATS for v in verdicts):
        return tuple(v for v in verdicts if v.relation is Relation.REPEATS)
    strictest = min(verdicts, key=lambda v: _STRICTNESS[v.relation]).relation
    more = clarity(a, b)
    stand = (replace(v, strength=max(0, min(100, v.strength + more))) for v in verdicts if v.relation is strictest)
    return tuple(sorted(stand, key=lambda v: (-v.strength, v.kind)))


def _contradicts_itself(verdict: Verdict, a: Gist, b: Gist) -> bool:
    """The reverse said of one event, place and time; two moments or two parts of a thing are no contradiction."""
    if verdict.relation is not Relation.CONTRADICTS or verdict.dimension not in _OF_ITSELF:
        return False
    return same_days(a, b) and (share_place(a, b) is True or (a.is_wide and b.is_wide))


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored, and what was cut because a claim had more pairs than are kept."""

    pairs: tuple[Pair, ...]
    cut: tuple[Pair, ...]


def keep(pairs: Sequence[Pair], *, per_claim: int = PAIRS_PER_CLAIM) -> Kept:
    """The strongest pairs, at most `per_claim` for any claim; ties go to the lower ids."""
    count: dict[int, int] = defaultdict(int)
    kept, cut = [], []
    for pair in sorted(pairs, key=lambda p: (-p[2].strength, p[0], p[1], p[2].kind)):
        left, right, _ = pair
        if count[left] >= per_claim or count[right] >= per_claim:
            cut.append(pair)
            continue
        count[left] += 1
        count[right] += 1
        kept.append(pair)
    order = lambda p: (p[0], p[1], p[2].kind)  # noqa: E731
    return Kept(tuple(sorted(kept, key=order)), tuple(sorted(cut, key=order)))
