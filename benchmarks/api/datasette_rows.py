"""The same pairs as flat rows in SQLite, for Datasette."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from django.db import connection

_END = """
{a}.id AS {end}_id, {a}.text AS {end}_text, {a}.form AS {end}_form, {a}.polarity AS {end}_polarity,
{a}.said_first AS {end}_said_first, {a}.said_last AS {end}_said_last, {a}.about_first AS {end}_about_first,
{a}.about_last AS {end}_about_last, {a}.reported AS {end}_reported, {a}.stance AS {end}_stance,
{a}.topics::text AS {end}_topics, {a}_article.title AS {end}_title, {a}_article.published AS {end}_published,
{a}_source.slug AS {end}_source, {a}_source.name AS {end}_name, {a}_source.side_id AS {end}_side
"""
_JOINS = """
JOIN claims_claim AS {a} ON {a}.id = pair.{end}_id
JOIN claims_article AS {a}_article ON {a}_article.id = {a}.article_id
JOIN claims_claimlink AS {a}_link ON {a}_link.claim_id = {a}.id AND {a}_link.position = 0
JOIN claims_source AS {a}_source ON {a}_source.id = {a}_link.source_id
"""
_ENDS = (("left", "l"), ("right", "r"))
_ROWS = f"""
SELECT pair.id, pair.relation, pair.dimension, pair.kind, pair.reason, ceasefire.slug AS ceasefire,
       pair.day_first, pair.day_last, pair.review_state, {", ".join(_END.format(end=e, a=a) for e, a in _ENDS)}
FROM claims_claimpair AS pair JOIN claims_ceasefire AS ceasefire ON ceasefire.id = pair.ceasefire_id
{" ".join(_JOINS.format(end=e, a=a) for e, a in _ENDS)}
WHERE pair.id > (SELECT max(id) FROM claims_claimpair) - %s
"""


def write(path: Path, rows: int) -> None:
    """The newest `rows` pairs, flat, with the index that the pages need."""
    path.unlink(missing_ok=True)
    with connection.cursor() as cursor, sqlite3.connect(path) as database:
        cursor.execute(_ROWS, [rows])
        names = [column.name for column in cursor.description]
        database.execute(f"CREATE TABLE pairs ({', '.join(names)}, PRIMARY KEY (id))".replace("(id,", "(id INTEGER,"))
        marks = ", ".join("?" for _ in names)
        while found := cursor.fetchmany(20_000):
            database.executemany(
                f"INSERT INTO pairs VALUES ({marks})", [[_plain(value) for value in row] for row in found]
            )
        database.execute("CREATE INDEX by_ceasefire ON pairs (ceasefire, id DESC)")


def _plain(value: object) -> object:
    return value if isinstance(value, int | str | None) else str(value)
