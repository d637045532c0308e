"""The limit: the same rows by psycopg, prepared, straight into orjson; no framework, nothing checked."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any
from urllib.parse import parse_qs

import orjson
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

from idlib import env
from idlib.wsgi import application as the_site

__all__ = ["application", "the_site"]

_PAIRS = """
SELECT id, relation, dimension, kind, kind_version, reason, ceasefire_id, day_first, day_last, left_id, right_id,
       left_marks, right_marks, is_found, review_state, created_at, updated_at
FROM claims_claimpair
WHERE is_current AND review_state <> 'rejected' AND ceasefire_id = %s AND id < %s ORDER BY id DESC LIMIT 100
"""


@cache
def _pool() -> ConnectionPool[Any]:
    """Opened after the fork."""
    database = env.database()
    parameters = {"host": database["HOST"], "user": database["USER"], "dbname": database["NAME"]}
    return ConnectionPool(kwargs={**parameters, "row_factory": dict_row, "autocommit": True}, min_size=4, open=True)


@cache
def _queries() -> tuple[str, str]:
    """Those of the API, which can be imported once the site is set up."""
    from claims.publishing import claims

    return claims.QUERIES


@cache
def _names() -> tuple[dict[str, int], dict[int, Any]]:
    with _pool().connection() as connection:
        truces = connection.execute("SELECT slug, id FROM claims_ceasefire").fetchall()
        sources = connection.execute("SELECT id, slug, name, side_id FROM claims_source").fetchall()
    return {row["slug"]: row["id"] for row in truces}, {row["id"]: row for row in sources}


def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    query = parse_qs(environ["QUERY_STRING"])
    truces, sources = _names()
    of_claims, of_parts = _queries()
    with _pool().connection() as connection:
        before = int(query["before"][0])
        pairs = connection.execute(_PAIRS, (truces[query["ceasefire"][0]], before), prepare=True).fetchall()
        ids = "{" + ",".join({str(pair[end]) for pair in pairs for end in ("left_id", "right_id")}) + "}"
        claims = {row["id"]: row for row in connection.execute(of_claims, {"claims": ids}, prepare=True).fetchall()}
        parts = defaultdict(list)
        for part in connection.execute(of_parts, {"claims": ids}, prepare=True).fetchall():
            part["source"] = sources.get(part["of"])
            parts[part["claim_id"]].append(part)
    for pk, claim in claims.items():
        claim["parts"] = parts[pk]
        claim["outlet"] = sources.get(claim["outlet_id"])
    for pair in pairs:
        pair["left"], pair["right"] = claims[pair["left_id"]], claims[pair["right_id"]]
    body = orjson.dumps({"results": pairs})
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
