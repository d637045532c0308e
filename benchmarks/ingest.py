"""How fast articles become claims and pairs, and where the time goes.

    python -m benchmarks.ingest [--articles 1000] [--kind text html]

On servers of their own with durable writes. Text: a folder of invented articles by `manage.py ingest`, whose worker
has two processes. HTML: pages from their bytes on, by two processes. Printed are articles a second by the clock,
processor milliseconds for each article (the database's, the queue's and the parsers' included), and a table of the
steps, measured in one process afterwards; a step that is set in stands within the one above.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.corpus import Invented
    from benchmarks.stage import Stage

STEPS = {
    "bytes to a document": ("claims.documents", "read_bytes"),
    "accept": ("claims.services.articles", "accept_all"),
    "take the rows": ("claims.models.work", "WorkQuerySet.take"),
    "is the world still the same": ("claims.services.world", "current"),
    "clean": ("claims.services.articles", "clean"),
    "read": ("claims.services.statements", "read_article"),
    "store claims": ("claims.services.statements", "store"),
    "  their parts": ("claims.services.parts", "replace"),
    "  copies of one text": ("claims.services.origins", "tie"),
    "pairs": ("claims.services.pairs", "judge_articles"),
    "  candidates": ("claims.models.matter", "ClaimMatterQuerySet.candidates"),
    "  what judges see": ("claims.services.pairs", "listed_accounts"),
    "  judge": ("claims.services.pairs", "judge"),
    "  store": ("claims.services.pairs", "_store"),
    "count days": ("claims.services.days", "recount_stale"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--kind", nargs="+", default=["text", "html"], choices=["text", "html"])
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
    from benchmarks.stage import staged

    try:
        with staged(folder, workers=1) as stage:
            for kind in given.kind:
                _measure(stage, given.articles, html=kind == "html")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(stage: Stage, number: int, *, html: bool) -> None:
    from benchmarks.corpus import invented
    from benchmarks.measured import empty
    from claims.models import Claim, ClaimPair

    empty()
    texts = list(invented(number, seed=1))
    seconds, spent = _by_two_processes(texts) if html else _by_command(stage, texts)
    print(
        f"{'HTML' if html else 'text'}: {number / seconds:.1f} articles a second, {spent / number * 1000:.1f} ms of a "
        f"processor each; {Claim.objects.count()} claims, {ClaimPair.objects.count()} pairs",
        flush=True,
    )
    _table(min(number, 200), html=html)


def _by_command(stage: Stage, texts: list[Invented]) -> tuple[float, float]:
    """Seconds by the clock and of processors that `manage.py ingest` takes with a worker beside it."""
    from django.core.management import call_command

    from idlib.celery import app

    folder = stage.state.folder / "articles"
    folder.mkdir()
    (folder / "articles.jsonl").write_text("\n".join(article.row() for article in texts))
    stage.start("worker0")
    while not app.control.ping(timeout=1, limit=1):
        pass
    before, began = _processor_seconds(), time.perf_counter()
    call_command("ingest", folder / "articles.jsonl", stdout=sys.stderr)
    seconds, spent = time.perf_counter() - began, _processor_seconds() - before
    stage.end("worker0", signal.SIGTERM)
    return seconds, spent


def _by_two_processes(texts: list[Invented]) -> tuple[float, float]:
    """Seconds by the clock and of processors from the bytes of pages to stored pairs."""
    from django.db import connection

    pages = [article.page(f"https://news.test/{article.name}") for article in texts]
    connection.close()
    fork = multiprocessing.get_context("fork")
    before, began = _processor_seconds(), time.perf_counter()
    processes = [
        fork.Process(target=_take_in, args=(texts[n::2], pages[n::2]), kwargs={"html": True}) for n in range(2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return time.perf_counter() - began, _processor_seconds() - before


def _take_in(texts: list[Invented], pages: list[bytes], *, html: bool) -> None:
    """Accept the articles and do their work, as many at once as a message carries."""
    from claims import documents
    from claims.documents import Document, sandbox
    from claims.services import articles
    from claims.tasks import TOGETHER, process_articles

    for start in range(0, len(texts), TOGETHER):
        found = [
            next(
                documents.read_bytes(
                    page,
                    name=f"{article.name}.{'html' if html else 'txt'}",
                    outlet=article.outlet,
                    published=article.published,
                    title=article.title,
                    address=f"https://news.test/{article.name}" if html else "",
                )
            )
            for article, page in zip(texts[start : start + TOGETHER], pages[start : start + TOGETHER], strict=True)
        ]
        accepted = articles.accept_all([document for document in found if isinstance(document, Document)])
        process_articles(article_ids=[article.article_id for article in accepted])
    # Only the time of a child that has ended counts.
    sandbox.close()


def _processor_seconds() -> float:
    """What this process, those that it started and those that have ended among them have used of processors."""
    times: dict[int, tuple[int, float]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            ticks = sum(map(int, fields[11:15]))
            times[int(stat.parent.name)] = int(fields[1]), ticks / os.sysconf("SC_CLK_TCK")
    ours = {os.getpid()}
    while more := {pid for pid, (parent, _) in times.items() if parent in ours} - ours:
        ours |= more
    return sum(times[pid][1] for pid in ours if pid in times)


def _table(number: int, *, html: bool) -> None:
    """Where the time of one process goes: milliseconds by the clock for each article, the parts of a step included."""
    import importlib

    from benchmarks.corpus import invented

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
    pages = [a.page(f"https://news.test/{a.name}") if html else a.text.encode() for a in texts]
    began = time.perf_counter()
    _take_in(texts, pages, html=html)
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
