"""What the reader knows of a single word, built once from a language's lists, and the shape of those lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from claims.reading.record import record

VOWELS = "aeiou"
KNOWN_WORDS = 1 << 16
NO_CLASS: frozenset[str] = frozenset()


class VerbForm(StrEnum):
    NONE = ""
    BASE = "base"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "-ing"


@record()
class Verb:
    """A reporting verb: what it takes, as explained in the language's reporting module, and its prepositions."""

    lemma: str
    takes: frozenset[str]
    particles: frozenset[str]
    only_quotes: bool

    def can(self, *what: str) -> bool:
        return not self.takes.isdisjoint(what)


def forms(lemma: str, given: list[str]) -> dict[str, VerbForm]:
    """Each form of a verb; `given` are its past, participle, -ing and third-person forms where irregular."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    consonant_y = lemma.endswith("y") and lemma[-2] not in VOWELS
    past = given[0] if given else (lemma[:-1] + "ied" if consonant_y else stem + "ed")
    doubled = past.endswith("ed") and len(past) == len(lemma) + 3
    participle = given[1] if len(given) > 1 else past
    ing = given[2] if len(given) > 2 else (past[:-2] if doubled else lemma if lemma.endswith("ee") else stem) + "ing"
    third = (
        given[3]
        if len(given) > 3
        else (lemma[:-1] + "ies" if consonant_y else lemma + ("es" if re.search("(s|sh|ch|x|z|o)$", lemma) else "s"))
    )
    out = {lemma: VerbForm.BASE, third: VerbForm.THIRD, ing: VerbForm.ING, participle: VerbForm.PARTICIPLE}
    out[past] = VerbForm.PAST
    return out


def verb_table(lines: str) -> dict[str, tuple[Verb, VerbForm]]:
    """Every form of every verb of a table as the language's reporting module explains it."""
    table: dict[str, tuple[Verb, VerbForm]] = {}
    for line in lines.strip().splitlines():
        head, _, tail = line.partition(":")
        lemma, *given = head.split()
        takes = tail.split()
        verb = Verb(
            lemma,
            frozenset(t for t in takes if not t.startswith("+")),
            frozenset(t[1:] for t in takes if t.startswith("+")),
            {t for t in takes if not t.startswith("+")} <= {"quote", "noun"} and "quote" in takes,
        )
        for form, kind in forms(lemma, given).items():
            table.setdefault(form, (verb, kind))
    return table


@record()
class Lists:
    """A language's closed word classes and its reporting words, as sets of lower-case words."""

    verbs: Mapping[str, tuple[Verb, VerbForm]]
    classes: Mapping[str, frozenset[str]]
    abbreviations: tuple[str, ...] = field(default=())


class Word:
    """A word, mark or folded quotation and all that is known of it without its neighbours."""

    __slots__ = (
        "adverb", "aux", "be", "cap", "day", "determiner", "finite", "form", "in_class", "is_mark", "is_quote",
        "is_word", "length", "low", "may_end", "month", "negation", "opens_bracket", "preposition", "size",
        "subject_pronoun", "subordinator", "text", "triggers", "verb",
    )  # fmt: skip

    def __init__(
        self, text: str, lists: Lists, in_class: frozenset[str], *, is_quote: bool = False, size: int = 1
    ) -> None:
        self.text = text
        self.low = low = "" if is_quote else lowered(text)
        self.in_class = in_class
        self.is_quote = is_quote
        self.is_word = not is_quote and (
            text[0].isalnum() or text[0] in "$€£@#%" or (len(text) > 1 and text[0] in "'’")
        )
        self.is_mark = not is_quote and not self.is_word
        self.size = size if is_quote else int(self.is_word)
        self.length = len(text)
        self.cap = self.is_word and text[0].isupper()
        self.verb: Verb | None
        self.verb, self.form = lists.verbs.get(low, (None, VerbForm.NONE))
        self.aux = "auxiliaries" in in_class
        self.be = "be" in in_class
        self.negation = "negations" in in_class
        self.adverb = "adverbs" in in_class or (
            low.endswith("ly") and len(low) > 4 and "not_adverbs_in_ly" not in in_class
        )
        self.subordinator = "subordinators" in in_class
        self.preposition = "prepositions" in in_class
        self.determiner = "determiners" in in_class
        self.day = "days" in in_class
        self.month = "months" in in_class
        self.subject_pronoun = "subject_pronouns" in in_class
        self.finite = self.aux or "finite_verbs" in in_class or (self.verb is not None and self.form is VerbForm.PAST)
        self.may_end = is_quote or text in (".", "?", "!", "…") or text.startswith("...")
        self.opens_bracket = text in ("(", "[")
        self.triggers = self.verb is not None or "triggers" in in_class


class Lexicon(dict[str, Word]):
    """Words by what they look like in a text, blanks behind them included; what was seen is kept, up to a bound."""

    def __init__(self, lists: Lists) -> None:
        super().__init__()
        self.lists = lists
        self._in_class = _by_word(lists.classes)

    def __missing__(self, printed: str) -> Word:
        text = printed.rstrip()
        if len(self) >= KNOWN_WORDS:
            self.clear()
        word = self[printed] = Word(text, self.lists, self._in_class.get(lowered(text), NO_CLASS))
        return word

    def quotation(self, text: str, size: int) -> Word:
        return Word(text, self.lists, NO_CLASS, is_quote=True, size=size)


def lowered(text: str) -> str:
    return text.lower().replace("’", "'")


def _by_word(classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Word -> the names of its classes."""
    names: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in words:
            names.setdefault(word, set()).add(name)
    return {word: frozenset(known) for word, known in names.items()}


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as they would be in a sentence."""
    return frozenset(words.split())


def word_sets(lists: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lists.items()}
