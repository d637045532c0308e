"""How fast articles become claims and pairs, and where the time goes.

    python -m benchmarks.ingest [--articles 400] [--kind text html] [--workers 2]

Invented articles are accepted and then worked on by so many processes, on servers of their own with durable writes;
printed are articles a second by the clock, processor milliseconds for each article (besides the database's), and a
table of the steps, measured in one process afterwards.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STEPS = {
    "fetched bytes to a document": ("claims.documents", "read_bytes"),
    "accept": ("claims.services.articles", "accept"),
    "take and close the row": ("claims.models.work", "WorkQuerySet.take"),
    "world": ("claims.services.reference", "world"),
    "clean, find copies": ("claims.services.articles", "clean"),
    "read (no database)": ("claims.services.statements", "read"),
    "read and store claims": ("claims.services.statements", "extract"),
    "find and judge pairs, store them": ("claims.services.pairs", "judge_article"),
    "count days": ("claims.services.days", "recount_stale"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--kind", nargs="+", default=["text", "html"], choices=["text", "html"])
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="claims-ingest-"))
    os.environ |= {  # noqa: TID251 - the settings of a measurement of its own
        "TRACKER_STATE": str(folder),
        "TRACKER_LOCAL": "1",
        "SECRET_KEY": "not secret, for measuring only",
        "DJANGO_SETTINGS_MODULE": "idlib.settings",
        "LOG_LEVEL": "ERROR",
    }
    import django

    django.setup()
    try:
        with _staged(folder):
            for kind in given.kind:
                _measure(given.articles, html=kind == "html", workers=given.workers)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _staged(folder: Path) -> Iterator[None]:
    from django.core.management import call_command

    from benchmarks.corpus import load_cast
    from benchmarks.stage import Stage

    stage = Stage(folder, workers=0)
    try:
        stage.start_servers()
        call_command("migrate", verbosity=0)
        call_command("load_reference", verbosity=0, stdout=sys.stderr)
        load_cast()
        yield
    finally:
        stage.close()


def _measure(number: int, *, html: bool, workers: int) -> None:
    from django.db import connection

    from benchmarks.corpus import invented
    from benchmarks.measured import empty
    from claims.models import Claim, ClaimPair

    empty()
    texts = list(invented(number, seed=1))
    pages = [(a.page(f"https://news.test/{a.name}") if html else a.text.encode()) for a in texts]
    connection.close()
    queue: Any = multiprocessing.get_context("fork").Queue()
    began = time.perf_counter()
    processes = [
        multiprocessing.get_context("fork").Process(
            target=_work, args=(list(zip(texts, pages, strict=True))[n::workers], html, queue)
        )
        for n in range(workers)
    ]
    for process in processes:
        process.start()
    spent = sum(queue.get() for _ in processes)
    for process in processes:
        process.join()
    seconds = time.perf_counter() - began
    claims, pairs = Claim.objects.count(), ClaimPair.objects.count()
    kind, each = "HTML" if html else "text", spent / number * 1000
    print(
        f"{kind}: {number / seconds:.1f} articles a second with {workers} processes, {each:.1f} ms of a "
        f"processor each besides the database's; {claims} claims, {pairs} pairs",
        flush=True,
    )
    _table(min(number, 100), html=html)


def _work(share: list[tuple[Any, bytes]], html: bool, queue: Any) -> None:
    """Take in and work on a share of the articles, in a process of its own; puts the seconds of a processor."""
    from claims.tasks import process_article

    began = time.process_time()
    for article, page in share:
        process_article(article_id=_accepted(article, page, html=html))
    queue.put(time.process_time() - began)


def _accepted(article: Any, page: bytes, *, html: bool) -> int:
    from claims import documents
    from claims.services import articles

    found = next(
        documents.read_bytes(
            page,
            name=f"{article.name}.{'html' if html else 'txt'}",
            outlet=article.outlet,
            published=article.published,
            title=article.title,
            address=f"https://news.test/{article.name}" if html else "",
        )
    )
    return articles.accept(found).article_id  # type: ignore[arg-type]


def _table(number: int, *, html: bool) -> None:
    """Where the time of one process goes: milliseconds by the clock for each article, the parts of a step included."""
    import importlib

    from benchmarks.corpus import invented
    from claims.tasks import process_article

    spent: dict[str, float] = dict.fromkeys(STEPS, 0.0)
    undo: list[Callable[[], None]] = []
    for label, (module, path) in STEPS.items():
        owner: Any = importlib.import_module(module)
        *owners, name = path.split(".")
        for part in owners:
            owner = getattr(owner, part)
        original = getattr(owner, name)
        setattr(owner, name, _timed(original, label, spent))
        undo.append(lambda owner=owner, name=name, original=original: setattr(owner, name, original))  # type: ignore[misc]
    texts = list(invented(number, seed=2))
    began = time.perf_counter()
    for article in texts:
        page = article.page(f"https://news.test/{article.name}") if html else article.text.encode()
        process_article(article_id=_accepted(article, page, html=html))
    total = time.perf_counter() - began
    for restore in undo:
        restore()
    for label, seconds in spent.items():
        print(f"  {label:34} {seconds / number * 1000:7.2f} ms")
    print(f"  {'all':34} {total / number * 1000:7.2f} ms", flush=True)


def _timed(step: Callable[..., Any], label: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        try:
            result = step(*args, **kwargs)
            # A generator works when it is asked.
            return iter(list(result)) if hasattr(result, "__next__") else result
        finally:
            spent[label] += time.perf_counter() - began

    return timed


if __name__ == "__main__":
    main()
