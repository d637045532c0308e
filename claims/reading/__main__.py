"""The reader from the command line, without any database.

python -m claims.reading --attributions FILE...
    one JSON line a file: who said what, in offsets into the file
python -m claims.reading --published DAY [--outlet NAME] FILE...
    one JSON object: {"claims": [...], "pairs": []}

A FILE may also be a folder with a manifest.jsonl, or that manifest: it gives each article's outlet and day.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from claims import reference
from claims.reading.article import read
from claims.reading.attribution import as_polnear, attributions
from claims.reading.ceasefires import Calendar
from claims.reading.cleaning import CleanText, clean
from claims.reading.export import ClaimRow, claim_record
from claims.reading.places import Gazetteer
from claims.reading.records import ArticleInput, Span
from claims.reading.speakers import Directory

MANIFEST = "manifest.jsonl"


class Given(NamedTuple):
    path: Path
    outlet: str
    published: date | None


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m claims.reading", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--attributions", action="store_true", help="only who said what, not resolved to a source")
    parser.add_argument("--published", type=date.fromisoformat, metavar="DAY", help="day of publication, YYYY-MM-DD")
    parser.add_argument("--outlet", default="", metavar="NAME")
    given = parser.parse_args(arguments)
    try:
        if given.attributions:
            for path in given.files:
                print(json.dumps(list(_attributions(path.read_bytes().decode("utf-8", errors="replace")))))
        else:
            articles = [a for path in given.files for a in _articles(path, given.outlet, given.published)]
            print(json.dumps({"claims": list(_claims(articles)), "pairs": []}, ensure_ascii=False, indent=1))
    except (OSError, ValueError, KeyError) as error:
        print(f"claims.reading: {error}", file=sys.stderr)
        return 1
    return 0


def _articles(path: Path, outlet: str, published: date | None) -> Iterator[Given]:
    manifest = path / MANIFEST if path.is_dir() else path
    if manifest.name != MANIFEST:
        yield Given(path, outlet, published)
        return
    for line in manifest.read_text(encoding="utf-8").splitlines():
        if line.strip():
            entry = json.loads(line)
            day = entry.get("published")
            yield Given(
                manifest.parent / entry["file"],
                entry.get("outlet") or outlet,
                date.fromisoformat(day) if day else published,
            )


def _claims(articles: list[Given]) -> Iterator[dict[str, Any]]:
    directory = Directory.of(reference.sources())
    gazetteer = Gazetteer.of(reference.places())
    calendar = Calendar.of(reference.ceasefires())
    for given in articles:
        page = clean(given.path.read_text(encoding="utf-8", errors="replace"), outlet=given.outlet)
        article = ArticleInput(
            text=page.text,
            outlet=given.outlet,
            published=given.published,
            title=page.title,
            dateline=page.dateline,
            credit=page.credit,
        )
        reading = read(article, directory=directory, gazetteer=gazetteer, calendar=calendar)
        for number, statement in enumerate(reading.statements, start=1):
            row = ClaimRow.of(
                statement,
                id=f"{given.path.stem.partition('_')[0]}:{number}",
                article=given.path.name,
                span=page.raw_span(statement.span),
            )
            yield claim_record(row)


def _attributions(raw: str) -> Iterator[dict[str, Any]]:
    """As the text's own offsets: what cleaning took out or put in is reckoned back."""
    page = clean(raw)
    for record in as_polnear(attributions(page.text)):
        yield {key: _raw(value, page) for key, value in record.items()}


def _raw(value: Any, page: CleanText) -> Any:
    """A span or a list of spans of the clean text, in raw offsets."""
    if not value:
        return value
    if isinstance(value[0], int):
        span = page.raw_span(Span(*value))
        return [span.start, span.end]
    return [_raw(each, page) for each in value]


if __name__ == "__main__":
    sys.exit(main())
