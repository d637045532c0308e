"""Pages of 100 pairs, one server after the other; then conditional requests, a page far down, and an export.

TRACKER_STATE=... python -m benchmarks.api [--seconds N] [--rounds N] [--datasette PROGRAM] [--export ROWS]

The data are those of `manage.py generate --claims 1000000`. Goals: at least 8 times the stock API, 0.5 of plain rows,
2.5 times Datasette; a 304 in a quarter of a page's time; the first page and the one a million rows down within 1.5
times of each other; an export in at most 200 MB.
"""

from __future__ import annotations

import argparse
import random
import time
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import urlopen  # noqa: TID251 - asks this machine's own servers

import django

from benchmarks.api.servers import PORT, SITE, Measured, fetch, gunicorn, served, wrk
from idlib import env
from idlib.embedded.launcher import attach

PAGES = 300
LIST = "/api/v1/claim-pairs/"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=2, help="of each server the best one counts")
    parser.add_argument("--datasette", type=Path, help="the program, of an environment of its own")
    parser.add_argument("--sqlite-rows", type=int, default=200_000)
    parser.add_argument("--export", type=int, default=1_000_000, metavar="ROWS")
    options = parser.parse_args()
    env.use_settings()
    env.use_locally()
    with attach(env.state()):
        django.setup()
        pages(options)
        with served(*gunicorn("idlib.wsgi")) as server:
            conditional(options.seconds)
            depth(options.seconds)
            export(server.pid, options.export)


def show(name: str, measured: Measured, note: str = "") -> None:
    print(
        f"{name:36} {measured.rate:7.0f} requests/s  p50 {measured.median:7.1f} ms  p99 {measured.p99:7.1f} ms  {note}",
        flush=True,
    )


def pages(options: argparse.Namespace) -> None:
    """Random pages of random ceasefires."""
    from claims.api.paging import cursor
    from claims.models import Ceasefire, ClaimPair

    newest = ClaimPair.objects.order_by("-pk").values_list("pk", flat=True)[0]
    slugs = list(Ceasefire.objects.order_by("pk").values_list("slug", flat=True))
    slugs = [slug for slug in slugs if slug.startswith("synthetic-")]
    chance = random.Random(8)
    deepest = min(newest, options.sqlite_rows if options.datasette else newest) - 5000
    places = [(chance.choice(slugs), newest - chance.randrange(deepest)) for _ in range(PAGES)]

    def ours(slug: str, before: int) -> str:
        walk = f"{LIST}?{urlencode([('ceasefire', slug)])}"
        return f"{LIST}?ceasefire={slug}&page_size=100&cursor={quote(cursor(walk, (before,)))}"

    def stock(slug: str, before: int) -> str:
        return f"/pairs/?ceasefire={slug}&cursor={quote(b64encode(urlencode({'p': before}).encode()).decode())}"

    def plain(slug: str, before: int) -> str:
        return f"/?ceasefire={slug}&before={before}"

    def datasette(table: str, *shown_as_json: str) -> Callable[[str, int], str]:
        def of(slug: str, before: int) -> str:
            wanted = {"ceasefire__exact": slug, "id__lt": before, "_sort_desc": "id", "_size": 100, "_nocount": 1}
            given = [
                *{**wanted, "_shape": "objects", "_nofacet": 1}.items(),
                *(("_json", name) for name in shown_as_json),
            ]
            return f"/pairs/{table}.json?{urlencode(given)}"

        return of

    variants = [
        ("the API", ours, gunicorn("idlib.wsgi")),
        ("stock ModelSerializer", stock, gunicorn("benchmarks.api.stock:application")),
        ("plain psycopg and orjson", plain, gunicorn("benchmarks.api.plain:application")),
    ]
    if options.datasette:
        from benchmarks.api import datasette_rows

        database = env.state().folder / "pairs.db"
        datasette_rows.write(database, options.sqlite_rows)
        limits = ["--setting", "max_returned_rows", "1000"]
        served_so = [str(options.datasette), "-i", str(database), "-p", str(PORT), *limits]
        as_json = ("left", "right", "listed", "left_marks", "right_marks")
        variants += [
            ("Datasette, a column a field", datasette("flat"), served_so),
            ("Datasette, claims as JSON", datasette("nested", *as_json), served_so),
        ]
    best: dict[str, tuple[Measured, int]] = {}
    for _round in range(options.rounds):
        for name, address, command in variants:
            paths = [address(*place) for place in places]
            with served(*command):
                size = len(fetch(paths[0]))
                measured = wrk(paths, options.seconds)
            if name not in best or measured.rate > best[name][0].rate:
                best[name] = measured, size
    ours_best = best["the API"][0]
    for name, (measured, size) in best.items():
        show(name, measured, f"{size} bytes; the API is {ours_best.rate / measured.rate:.2f} times as fast")


def conditional(seconds: int) -> None:
    """A day that does not change, in full and asked again with its ETag: as it is, and packed as most clients ask."""
    from claims.models import CeasefireDay

    day = CeasefireDay.objects.order_by("-claims", "pk")[0]
    path = f"/api/v1/ceasefires/{day.ceasefire.slug}/days/{day.day}/"
    fetch(path)
    with urlopen(SITE + path) as answer:
        etag = answer.headers["ETag"]
    for name, packed in (("a day", ""), ("a day, packed", '["Accept-Encoding"] = "gzip", ')):
        full = wrk([path], seconds, headers=packed)
        show(name, full)
        again = wrk([path], seconds, headers=f"""{packed}["If-None-Match"] = '{etag}'""")
        show(f"{name}, unchanged (304)", again, f"{again.median / full.median:.2f} of its time")


def depth(seconds: int) -> None:
    """The first page of all pairs, and the one a million rows down."""
    from claims.api.paging import cursor
    from claims.models import ClaimPair

    pk = ClaimPair.objects.order_by("-pk").values_list("pk", flat=True)[1_000_000]
    first = wrk([f"{LIST}?page_size=100"], seconds)
    show("the first page", first)
    deep = wrk([f"{LIST}?page_size=100&cursor={quote(cursor(f'{LIST}?', (pk,)))}"], seconds)
    show("the page a million rows down", deep, f"{deep.median / first.median:.2f} times the first one's time")


def export(pid: int, rows: int) -> None:
    """So many rows of the export as lines of JSON."""
    began, lines, size = time.monotonic(), 0, 0
    with urlopen(f"{SITE}{LIST}export/?format=ndjson") as answer:
        while lines < rows and (piece := answer.read(1 << 20)):
            lines += piece.count(b"\n")
            size += len(piece)
    seconds = time.monotonic() - began
    print(f"export: {lines} rows, {size / 1e6:.0f} MB in {seconds:.0f} s, {lines / seconds:.0f} rows a second")
    print(f"peak memory of a server process: {max(map(peak, children(pid))):.0f} MB")


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def peak(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
