"""Cuts clean text into paragraphs and these into sentences of words, each quotation folded into one item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from claims.reading.lexicon import Lexicon, Word
from claims.reading.quotations import Quotation, quotations, runs_through
from claims.reading.records import Span

BLANKS = re.compile(r"\s+")
STOPS = ".?!"
LONGEST_ASIDE = 9
LONGEST_TAIL = 9
LONGEST_SENTENCE = 400  # a longer one is no sentence; what is found in it must not cost more than its length
STOPPED = re.compile(r"[.?!…][”\"'’»]*$")
ASKED = re.compile(r"(?:[?!…]|\.\.\.)[”\"'’»]*$")
INNER_STOP = re.compile(r"[.?!…][”\"’']*\s*\S")
MIN_BEFORE_SMALL = 4
QUOTED_NAME = re.compile(r"[A-Z][\w’'-]*(?: (?:(?:of|for|the|and|in|on) )*[A-Z][\w’'-]*){2,}")
SHORTEST_QUOTATION, LONGEST_QUOTED_NAME = 3, 8
"""Words of a quotation that may stand inside a noun phrase; "the “Harbour Watch for Human Rights”" counts as such."""


def token_pattern(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    """One alternative a kind of token: plain words, abbreviations and initials, words with inner marks, clitics, marks.

    Each with the blanks behind it, so that nothing is left between tokens. The first alternative is there for speed:
    most words are plain letters, a capital at most at the front, with a blank or a comma behind them.
    """
    return re.compile(
        r"(?:[A-Za-z][a-z]*+(?![^\s,;])"
        rf"|(?:(?:U\.S\.|U\.N\.|U\.K\.|E\.U\.|D\.C\.)(?:-[^\W_]+)*|a\.m\.|p\.m\.|[A-Z]\.(?=\s?[A-Z])|(?:{'|'.join(abbreviations)})\.(?=\s)"
        r"|n['’]t\b|(?:[^\W_n]++|n(?!['’]t\b))++(?:[-.'’/&](?=\w)(?!(?:s|t|ve|re|ll|d|m)\b)[^\W_]+|[,.:](?=\d)\d+)*"
        r"|['’](?:s|ve|re|ll|d|m|t)\b|[$€£@#%])|\.\.\.+|--+|[^\w\s]|_+)\s*+"
    )


class Sentence:
    """Words of one sentence with their offsets.

    candidates: where an attribution can begin; quotes: the folded quotations; stop: where the closing marks begin.
    """

    __slots__ = ("candidates", "ends", "paragraph", "quotes", "starts", "stop", "words")

    def __init__(
        self, words: list[Word], starts: list[int], ends: list[int], paragraph: int, *, has_quotes: bool = True
    ) -> None:
        self.words = words
        self.starts = starts
        self.ends = ends
        self.paragraph = paragraph
        self.quotes = [i for i, word in enumerate(words) if word.is_quote] if has_quotes else []
        self.candidates = [i for i, word in enumerate(words) if word.triggers]
        stop = len(words)
        while stop and words[stop - 1].is_mark and words[stop - 1].text in ".?!…;,":
            stop -= 1
        self.stop = stop

    def __len__(self) -> int:
        return len(self.words)

    @property
    def span(self) -> Span:
        return Span(self.starts[0], self.ends[-1])

    def range(self, first: int, last: int) -> Span | None:
        """The characters of words[first:last] without marks at the edges; None if nothing is left."""
        words = self.words
        while first < last and words[first].is_mark:
            first += 1
        while last > first and words[last - 1].is_mark and words[last - 1].text not in "?!)%":
            last -= 1
        return Span(self.starts[first], self.ends[last - 1]) if first < last else None

    def size(self, first: int, last: int) -> int:
        """The number of words in words[first:last], those inside quotations counted."""
        return sum([word.size for word in self.words[first:last]])


class Paragraph:
    """A line of the text: its sentences, its quotations."""

    __slots__ = ("index", "quotations", "sentences", "span")

    def __init__(self, index: int, span: Span, found: list[Quotation], sentences: list[Sentence]) -> None:
        self.index = index
        self.span = span
        self.quotations = found
        self.sentences = sentences


class Splitter:
    """Splits texts of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.pattern = token_pattern(lexicon.lists.abbreviations)

    def paragraphs(self, text: str) -> Iterator[Paragraph]:
        start = 0
        index = 0
        is_open = False
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if end > start and not text[start:end].isspace():
                found = quotations(text, start, end, runs_on=is_open)
                if is_open and not found and runs_through(text, start, end):
                    found = [Quotation(Span(start, end), Span(start, end), True)]
                is_open = bool(found) and found[-1].is_open
                yield Paragraph(index, Span(start, end), found, self._sentences(text, start, end, found, index))
                index += 1
            start = end + 1

    def _sentences(self, text: str, start: int, end: int, found: list[Quotation], paragraph: int) -> list[Sentence]:
        words: list[Word] = []
        starts: list[int] = []
        ends: list[int] = []
        at = start
        for quotation in [*found, None]:
            stop = end if quotation is None else quotation.span.start
            self._scan(text, at, stop, words, starts, ends)
            if quotation is not None:
                inner = quotation.inner.of(text)
                size = len(inner.split())
                if LONGEST_QUOTED_NAME >= size > SHORTEST_QUOTATION and QUOTED_NAME.fullmatch(inner):
                    size = SHORTEST_QUOTATION
                words.append(self.lexicon.quotation(inner, size))
                starts.append(quotation.span.start)
                ends.append(quotation.span.end)
                at = quotation.span.end
        if text.find("(", start, end) >= 0 or text.find("[", start, end) >= 0:
            words, starts, ends = _folded(words, starts, ends)
        return [
            Sentence(words[a:b], starts[a:b], ends[a:b], paragraph, has_quotes=bool(found))
            for a, b in _cuts(words, starts, ends)
        ]

    def inside(self, text: str, span: Span) -> list[Span]:
        """The sentences of plain text[span], for what stands inside a quotation."""
        if INNER_STOP.search(text, span.start, span.end) is None:
            return [span]
        words: list[Word] = []
        starts: list[int] = []
        ends: list[int] = []
        self._scan(text, span.start, span.end, words, starts, ends)
        return [Span(starts[a], ends[b - 1]) for a, b in _cuts(words, starts, ends)]

    def _scan(self, text: str, first: int, last: int, words: list[Word], starts: list[int], ends: list[int]) -> None:
        """Adds the words of text[first:last]; they leave no gap, so that lengths add up to offsets."""
        blanks = BLANKS.match(text, first, last)
        at = blanks.end() if blanks else first
        pieces = self.pattern.findall(text, at, last)
        found = list(map(self.lexicon.__getitem__, pieces))
        edges = list(accumulate(map(len, pieces), initial=at))
        edges.pop()
        words += found
        starts += edges
        ends += [edge + word.length for edge, word in zip(edges, found, strict=True)]


def _folded(words: list[Word], starts: list[int], ends: list[int]) -> tuple[list[Word], list[int], list[int]]:
    """The same with short asides in brackets folded into the word before them."""
    out: tuple[list[Word], list[int], list[int]] = ([], [], [])
    i, n = 0, len(words)
    while i < n:
        if words[i].opens_bracket and out[0] and out[0][-1].is_word:
            j = i + 1
            while j < n and j - i <= LONGEST_ASIDE and words[j].text not in (")", "]"):
                j += 1
            if j < n and j - i <= LONGEST_ASIDE:
                out[2][-1] = ends[j]
                i = j + 1
                continue
        out[0].append(words[i])
        out[1].append(starts[i])
        out[2].append(ends[i])
        i += 1
    return out


def _cuts(words: list[Word], starts: list[int], ends: list[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of words, one a sentence."""
    first = 0
    n = len(words)
    for i in [i for i, word in enumerate(words) if word.may_end]:
        while i - first > LONGEST_SENTENCE:
            yield first, first + LONGEST_SENTENCE
            first += LONGEST_SENTENCE
        if i + 1 < n and _ends(words, starts, ends, i, first):
            yield first, i + 1
            first = i + 1
    while n - first > LONGEST_SENTENCE:
        yield first, first + LONGEST_SENTENCE
        first += LONGEST_SENTENCE
    if first < n:
        yield first, n


def _ends(words: list[Word], starts: list[int], ends: list[int], i: int, first: int) -> bool:
    word, following = words[i], words[i + 1]
    if word.is_mark:
        text = word.text
        if text in STOPS:
            if following.is_quote or following.cap or following.text[0].isdigit():
                return True
            if following.is_mark:
                return following.text not in ",;:)]?!.…" and following.text[0] not in "”’»\"'"
            # "in the city. opposition fighters said": a sentence run on without its capital
            return (
                text == "."
                and i - first >= MIN_BEFORE_SMALL
                and words[i - 1].is_word
                and len(words[i - 1].text) > MIN_BEFORE_SMALL - 1
                and starts[i] == ends[i - 1]
                and starts[i + 1] > ends[i]
            )
        return (text == "…" or text.startswith("...")) and (
            following.cap or following.is_quote or following.text == "["
        )
    if word.is_quote and STOPPED.search(word.text[-8:]):
        if following.is_quote:
            return True
        if following.cap:
            return not (ASKED.search(word.text[-8:]) and _tail_reports(words, i + 1))
    return False


def _tail_reports(words: list[Word], i: int) -> bool:
    """Whether a reporting verb follows soon: “Where are they?” Mira Tolvan asked."""
    for word in words[i : i + LONGEST_TAIL]:
        if not word.is_word:
            return False
        if word.verb is not None:
            return True
    return False
