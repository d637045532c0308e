"""The readers of one language with one registry, built once from the language's data."""

from __future__ import annotations

import re
from importlib import import_module

from claims.reading.assertions.accused import Accuser
from claims.reading.assertions.matters import MatterWords
from claims.reading.assertions.sense import SenseReader
from claims.reading.dates.moments import Clockwork
from claims.reading.directory import Directory
from claims.reading.figures import Counter
from claims.reading.languages import LANGUAGES
from claims.reading.phrases import alternation


class Readers:
    """What reads times, numbers, matters and blame."""

    def __init__(self, directory: Directory, language: str) -> None:
        package = f"claims.reading.languages.{LANGUAGES[language]}"
        words: MatterWords = import_module(f"{package}.matters").MATTERS
        self.directory = directory
        self.language = language
        self.clockwork = Clockwork(import_module(f"{package}.times").TIMES)
        self.counter = Counter(import_module(f"{package}.numbers").NUMBERS)
        self.senses = SenseReader(words)
        self.accuser = Accuser(directory, words, language=language)
        self.meeting = re.compile(rf"\b{alternation(words.meetings)}\b")
        self.turn = re.compile(rf"{alternation(words.turns)}\b")


_last: list[Readers] = []


def readers_of(directory: Directory, language: str) -> Readers:
    """The readers of the language, else of the first that is read; a process reads with one, so the last are kept."""
    code = language if language in LANGUAGES else next(iter(LANGUAGES))
    if not _last or _last[0].directory is not directory or _last[0].language != code:
        _last[:] = [Readers(directory, code)]
    return _last[0]
