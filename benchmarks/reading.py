"""How fast articles are read on one core, and that time grows with their length and no faster.

    python benchmarks/reading.py [FOLDER]

FOLDER holds .txt files (../shared/polnear/dev/text if none is given; invented text if that is missing). Printed:
articles a second for each stretch of the way (the third is who said what and through whom, the last everything),
and milliseconds for 10 kB, 100 kB and 1 MB of ordinary and of bad text.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from claims import reference
from claims.reading.article import read
from claims.reading.attribution import attributions
from claims.reading.ceasefires import Calendar
from claims.reading.cleaning import clean
from claims.reading.language import can_read, language_of
from claims.reading.places import Gazetteer
from claims.reading.records import ArticleInput
from claims.reading.speakers import Directory, chains

DEFAULT = Path(__file__).parents[1] / ".." / "shared" / "polnear" / "dev" / "text"
PUBLISHED = date(2020, 3, 16)
ROUNDS = 3
SIZES = (10_000, 100_000, 1_000_000)

STORY = (
    "The valley council said on Monday that the truce had held for a third day in Idlib. “We have counted no shots "
    "since Friday,” council secretary Petra Lund told reporters, adding that two dozen families had returned.\n\n"
    "The hill militia accused the army of shelling three villages, killing at least 12 people. It denied that it had "
    "broken the ceasefire, according to a statement released on Sunday.\n\n"
)
BAD: dict[str, str] = {
    "ordinary": STORY,
    "no sentence end": "the council said that the army had shelled the valley and ",
    "one word": "x",
    "blanks": " ",
    "quotation marks": '"',
    "curly quotation marks": "“",
    "brackets": "([",
    "capitals": "A B ",
    "commas": "said, ",
    "dots": ". ",
    "numbers": "12 ",
    "lines": "he said\n",
    "entities": "&#38;",
    "markup": "<p ",
    "mangled": "â€™",
    "marks of direction": "\u202eabc\u202c ",
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    files = sorted(folder.glob("*.txt"))
    texts = [f.read_text(encoding="utf-8") for f in files] or [STORY * 12] * 50
    directory = Directory.of(reference.sources())
    gazetteer = Gazetteer.of(reference.places())
    calendar = Calendar.of(reference.ceasefires())

    def who_said_what(text: str) -> int:
        page = clean(text)
        if not can_read(language_of(page.text)):
            return 0
        found = attributions(page.text)
        return len(
            chains(found, directory, outlet="", published=PUBLISHED, credit=page.credit, text=page.text),
        )

    def whole(text: str) -> int:
        page = clean(text)
        article = ArticleInput(
            text=page.text, outlet="", published=PUBLISHED, dateline=page.dateline, credit=page.credit
        )
        return len(read(article, directory=directory, gazetteer=gazetteer, calendar=calendar).statements)

    print(f"{len(texts)} articles of {sum(map(len, texts)) / len(texts):.0f} characters")
    for name, step in (
        ("clean", clean),
        ("clean, attributions", lambda t: attributions(clean(t).text)),
        ("who said what", who_said_what),
        ("all", whole),
    ):
        seconds = _best(step, texts)
        print(f"  {name:20s} {len(texts) / seconds:7.0f} articles/s   {seconds / len(texts) * 1000:6.2f} ms an article")
    print("milliseconds for", *(f"{size // 1000} kB" for size in SIZES), sep="  ")
    for name, unit in BAD.items():
        times = [_best(whole, [(unit * (size // len(unit) + 1))[:size]], rounds=1) * 1000 for size in SIZES]
        print(f"  {name:24s}", *(f"{ms:10.1f}" for ms in times), "" if times[1] < 2000 else "  over 2 s a 100 kB")


def _best(step: Callable[[str], object], texts: list[str], *, rounds: int = ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for text in texts:
            step(text)
        best = min(best, time.process_time() - begin)
    return best


if __name__ == "__main__":
    main()
