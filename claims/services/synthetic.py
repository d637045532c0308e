"""Writes synthetic articles, claims and pairs for measuring: invented sources, invented truces, seeded, made in SQL.

A day of a truce is a block of neighbouring articles, so that pairs of neighbouring claims share a truce and a day as
real ones do. Everything synthetic carries the slug prefix `synthetic-`, and no real body is given a word. Triggers are
off while rows are written: what they would have added (the words that a search knows) is written here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction

from claims.judging.judge import JUDGING_VERSION
from claims.models import Article, Ceasefire, Change, Claim, ClaimLink, ClaimMatter, ClaimPair, Origin, Side, Source
from claims.reading.version import READING_VERSION
from claims.services import days, reference
from claims.vocabulary import Precision, SourceKind

CEASEFIRES = 10
DAYS = 365
ARTICLES_A_DAY = 4
"""At least; a small database has fewer days."""
SOURCES = 40
CLAIMS_PER_ARTICLE = 10
FIRST_DAY = date(2090, 1, 1)
PAIR_OFFSETS = (11, 13, 27)
"""Each claim is paired with the claims this many places on that fall on the same day."""


@dataclass(frozen=True, slots=True)
class Made:
    articles: int
    claims: int
    pairs: int


_ARTICLES = """
INSERT INTO claims_article (id, state, fence, attempts, error_code, error, intake_key, address, canonical, archived,
    name, outlet_id, outlet_words, title, language, published, published_precision, published_origin, source_text, text,
    text_hash, credit, origin_id, flags, draws_on, reading_version, reading_report, judging_version, accepted_at,
    byline, obtained)
SELECT %(article)s + n, 'done', 0, 0, '', '', md5('synthetic' || (%(article)s + n)), '', '', '',
    'synthetic-' || (%(article)s + n) || '.txt', s.ids[1 + n %% %(sources)s], 'Synthetic outlet',
    'Synthetic article ' || (%(article)s + n), 'en', %(first)s::date + (cell / %(ceasefires)s)::int, 'day', 'given', '',
    'Synthetic text.', md5((%(article)s + n)::text), '', %(origin)s + n, '{}', '[]', %(reading)s, '{}', %(judging)s,
    now(), '', '{}'
FROM generate_series(0, %(articles)s - 1) AS n, LATERAL (SELECT n / %(per_cell)s AS cell) AS c,
    (SELECT %(source_ids)s::bigint[] AS ids) AS s
"""

_CLAIMS = """
INSERT INTO claims_claim (id, article_id, text, start, "end", prefix, suffix, language, form, polarity, rule, statement,
    is_headline, said_first, said_last, said_precision, said_words, said_reason, about_first, about_last,
    about_precision, about_words, about_reason, date_flag, reported, day_first, day_last, topics, stance, events,
    targets, accused_words, evidence, ceasefire_id, ceasefire_reason, review_state, is_current, withdrawn_reason,
    created_at, updated_at)
SELECT %(claim)s + n, %(article)s + n / %(per_article)s,
    'an invented column of ' || (n %% 97) || ' vehicles was seen near milestone ' || (n %% 1009),
    (n %% %(per_article)s) * 100, (n %% %(per_article)s) * 100 + 90, '', '', 'en',
    (ARRAY['direct', 'indirect', 'mixed'])[1 + n %% 3], 'assert', 'synthetic', n %% %(per_article)s, false,
    day, day, 'day', '', '', day, day + (random() * 2)::int, 'day', '', '', '', day, day, day + (random() * 2)::int,
    ARRAY[(%(topics)s::text[])[1 + n %% 12], (%(topics)s::text[])[1 + (n / 7) %% 12]],
    (ARRAY['', 'holding', 'violated', 'mixed'])[1 + (random() * 3)::int], '{}', '{}', '', '[]',
    k.ids[1 + (cell %% %(ceasefires)s)::int], '', 'suggested', true, '', now(), now()
FROM generate_series(0, %(claims)s - 1) AS n,
    LATERAL (SELECT n / %(per_article)s / %(per_cell)s AS cell) AS c,
    LATERAL (SELECT %(first)s::date + (cell / %(ceasefires)s)::int AS day) AS d,
    (SELECT %(ceasefire_ids)s::bigint[] AS ids) AS k
"""

_LINKS = """
INSERT INTO claims_claimlink (claim_id, position, role, source_id, words)
SELECT %(claim)s + n, role.position, role.name,
    s.ids[1 + (CASE role.position WHEN 0 THEN n * 7 + n / 10 ELSE n / %(per_article)s END) %% %(sources)s],
    'an invented body'
FROM generate_series(0, %(claims)s - 1) AS n, (VALUES (0, 'speaker'), (1, 'outlet')) AS role(position, name),
    (SELECT %(source_ids)s::bigint[] AS ids) AS s
"""

_MATTERS = """
INSERT INTO claims_claimmatter (claim_id, article_id, ceasefire_id, key, first, last)
SELECT id, article_id, ceasefire_id, (ARRAY['truce', 'casualties', 'people', 'forces', 'talks'])[1 + id %% 5],
    day_first, day_last
FROM claims_claim WHERE id >= %(claim)s AND id < %(claim)s + %(claims)s
"""

_PAIRS = """
INSERT INTO claims_claimpair (left_id, right_id, ceasefire_id, day_first, day_last, relation, dimension, kind,
    kind_version, judging_version, strength, reason, left_marks, right_marks, is_found, is_current, review_state,
    created_at, updated_at)
SELECT a.id, b.id, a.ceasefire_id, a.day_first, least(a.day_last, b.day_last), r.relation,
    CASE WHEN r.relation IN ('contradicts', 'competes')
        THEN (ARRAY['denial', 'status', 'figure', 'blame', 'timing', 'terms'])[1 + (a.id %% 6)::int] ELSE '' END,
    'synthetic', 1, %(judging)s, (random() * 100)::int,
    'One invented body says one thing; another says another.', '[[0, 10]]', '[[0, 10]]', true, true, 'suggested',
    now(), now()
FROM claims_claim AS a
CROSS JOIN unnest(%(offsets)s::int[]) AS step
JOIN claims_claim AS b ON b.id = a.id + step AND b.ceasefire_id = a.ceasefire_id AND b.day_first = a.day_first,
    LATERAL (SELECT (ARRAY['contradicts', 'competes', 'corroborates', 'repeats'])[1 + ((a.id + step) %% 4)::int]
        AS relation) AS r
WHERE a.id >= %(claim)s AND a.id < %(claim)s + %(claims)s AND b.id < %(claim)s + %(claims)s
"""

# One claim has every word that any of them has: they differ in their numbers, which are not learnt.
_WORDS = """
INSERT INTO claims_searchword (word, stem)
SELECT DISTINCT word, coalesce((ts_lexize('english_stem', word))[1], word)
FROM claims_claim, unnest(tsvector_to_array(to_tsvector('simple', text))) AS word
WHERE id = %(claim)s AND word ~ '^[[:alpha:]]{3,40}$'
ON CONFLICT DO NOTHING
"""

_CLAIM_CHANGES = """
INSERT INTO claims_change (at, kind, record, record_id, note)
SELECT now(), 'created', 'claim', id, '' FROM claims_claim
WHERE id >= %(claim)s AND id < %(claim)s + %(claims)s ORDER BY id
"""

# The triggers, this table's among them, are silent.
_RENDERED = """
INSERT INTO claims_renderedclaim (claim_id, version)
SELECT id, 0 FROM claims_claim WHERE id >= %(claim)s AND id < %(claim)s + %(claims)s ORDER BY id
"""

_PAIR_CHANGES = """
INSERT INTO claims_change (at, kind, record, record_id, note)
SELECT now(), 'created', 'claim-pair', id, '' FROM claims_claimpair
WHERE left_id >= %(claim)s AND left_id < %(claim)s + %(claims)s ORDER BY id
"""

_SEQUENCES = """
SELECT setval(pg_get_serial_sequence('claims_article', 'id'), (SELECT max(id) FROM claims_article)),
       setval(pg_get_serial_sequence('claims_origin', 'id'), (SELECT max(id) FROM claims_origin)),
       setval(pg_get_serial_sequence('claims_claim', 'id'), (SELECT max(id) FROM claims_claim))
"""

_TOPICS = [
    "announcement",
    "terms",
    "status",
    "violation",
    "airstrike",
    "casualties",
    "displacement",
    "territory",
    "deployment",
    "diplomacy",
    "threat",
    "humanitarian",
]


def generate(claims: int, *, seed: float = 0.5, of_days: int = DAYS) -> Made:
    """Add `claims` synthetic claims, ten an article, with about three pairs each; the same for the same seed.

    They fall on the first `of_days` days of each truce at most: the fewer, the fuller.

    seed is what PostgreSQL's setseed() takes, -1 to 1. Foreign keys are not checked row by row (they are right by
    construction and would take most of the time), which only a superuser of the database may ask for.
    """
    reference.load()
    articles = -(-claims // CLAIMS_PER_ARTICLE)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT setseed(%s)", [seed])
        cursor.execute("SET LOCAL session_replication_role = replica")
        values: dict[str, Any] = {
            "article": _next(Article),
            "origin": _next(Origin),
            "claim": _next(Claim),
            "articles": articles,
            "claims": claims,
            "per_article": CLAIMS_PER_ARTICLE,
            "per_cell": max(ARTICLES_A_DAY, -(-articles // (CEASEFIRES * of_days))),
            "sources": SOURCES,
            "source_ids": _sources(),
            "ceasefires": CEASEFIRES,
            "ceasefire_ids": _ceasefires(),
            "first": FIRST_DAY,
            "topics": _TOPICS,
            "reading": READING_VERSION,
            "judging": JUDGING_VERSION,
            "offsets": list(PAIR_OFFSETS),
        }
        cursor.execute(
            "INSERT INTO claims_origin (id, created_at) SELECT %(origin)s + n, now()"
            " FROM generate_series(0, %(articles)s - 1) AS n",
            values,
        )
        for statement in (_ARTICLES, _CLAIMS, _LINKS, _MATTERS, _PAIRS):
            cursor.execute(statement, values)
        pairs = cursor.rowcount
        for statement in (_WORDS, _RENDERED, _CLAIM_CHANGES, _PAIR_CHANGES):
            cursor.execute(statement, values)
        cursor.execute(_SEQUENCES)
        for model in (Article, Change, Claim, ClaimLink, ClaimMatter, ClaimPair):
            cursor.execute(f"ANALYZE {model._meta.db_table}")
        made = Claim.objects.filter(pk__gte=values["claim"])
        cells = made.values_list("ceasefire_id", "day_first").distinct().order_by()
        days.recount((ceasefire, day) for ceasefire, day in cells if ceasefire and day)
    return Made(articles=articles, claims=claims, pairs=pairs)


def _next(model: type[Article] | type[Origin] | type[Claim]) -> int:
    newest = model.objects.order_by("-pk").values_list("pk", flat=True).first()
    return (newest or 0) + 1


def _sources() -> list[int]:
    sides = list(Side.objects.order_by("position"))
    Source.objects.bulk_create(
        [
            Source(
                slug=f"synthetic-body-{n}",
                name=f"Invented body {n}",
                kind=SourceKind.GOVERNMENT,
                side=sides[n % len(sides)],
            )
            for n in range(SOURCES)
        ],
        ignore_conflicts=True,
    )
    return list(Source.objects.filter(slug__startswith="synthetic-body-").order_by("pk").values_list("pk", flat=True))


def _ceasefires() -> list[int]:
    Ceasefire.objects.bulk_create(
        [
            Ceasefire(
                slug=f"synthetic-truce-{n}",
                name=f"Invented truce {n}",
                summary="Synthetic data for measuring.",
                begins=FIRST_DAY,
                begins_precision=Precision.DAY,
                zone="UTC",
            )
            for n in range(CEASEFIRES)
        ],
        ignore_conflicts=True,
    )
    return list(
        Ceasefire.objects.filter(slug__startswith="synthetic-truce-").order_by("pk").values_list("pk", flat=True)
    )
