"""Writes the nightly dump: every public record, a line each, with checksums and the place to go on from."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claims.publishing import articles, claims, moment, pairs, reference
from claims.publishing.encoding import as_json
from claims.publishing.moment import Names
from claims.publishing.pieces import pieces

KEPT = 7
"""Dumps of so many days stay."""

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Dumped:
    """The folder of a dump, and how many records it holds."""

    folder: Path
    records: int


def write(folder: Path, *, day: date) -> Dumped:
    """Write the dump of a day into a folder of its own in `folder`, whole or not at all, and drop the oldest ones."""
    folder.mkdir(parents=True, exist_ok=True)
    now = moment.now()
    unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=".unfinished-"))
    try:
        unfinished.chmod(0o755)
        files = [_write(unfinished / f"{name}.ndjson.gz", records) for name, records in _records(now.names)]
        manifest = {"day": day.isoformat(), "transaction": now.oldest, "files": files}
        (unfinished / MANIFEST).write_text(json.dumps(manifest, indent=1))
        final = folder / day.isoformat()
        shutil.rmtree(final, ignore_errors=True)
        unfinished.rename(final)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    for old in _days(folder)[:-KEPT]:
        shutil.rmtree(folder / old, ignore_errors=True)
    return Dumped(folder=final, records=sum(int(file["records"]) for file in files))


def latest(folder: Path) -> dict[str, Any] | None:
    """The manifest of the newest dump, if there is one."""
    days = _days(folder)
    return manifest(folder, days[-1]) if days else None


def manifest(folder: Path, day: str) -> dict[str, Any] | None:
    """The manifest of a day's dump, if it was kept."""
    try:
        found: dict[str, Any] = json.loads((folder / day / MANIFEST).read_text())
    except OSError:
        return None
    return found


def _days(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in folder.glob(f"[0-9]*/{MANIFEST}"))


def _records(names: Names) -> Iterator[tuple[str, Iterator[list[dict[str, Any]]]]]:
    by_id, by_slug = (lambda record: (record["id"],)), (lambda record: (record["slug"],))
    newest, named = ("-pk",), ("slug",)
    yield "sources", pieces(reference.sources(), reference.source_records, names, order=named, key=by_slug)
    yield "places", pieces(reference.places(), reference.place_records, names, order=named, key=by_slug)
    yield "ceasefires", pieces(reference.ceasefires(), reference.ceasefire_records, names, order=named, key=by_slug)
    yield "articles", pieces(articles.rows(), articles.records, names, order=newest, key=by_id)
    yield "claims", pieces(claims.rows(), claims.records, names, order=newest, key=by_id)
    yield "claim-pairs", pieces(pairs.rows(), pairs.rendered_records, names, order=newest, key=by_id)


def _write(path: Path, records: Iterator[list[dict[str, Any]]]) -> dict[str, str | int]:
    count = 0
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        for piece in records:
            count += len(piece)
            file.write(b"".join(as_json(record) + b"\n" for record in piece))
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "records": count, "bytes": path.stat().st_size, "sha256": digest}
