"""The form in which names are compared: lower case, one spelling, singular, without marks, accents and articles."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from claims.reading.languages.english.bodies import COMPOUNDS, PREFIXES, SPELLINGS

CACHED = 20_000
STEM = 5
"""Letters by which two forms of a word ("Syria", "Syrian") are held to be one."""

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘`][^\W_]+)*['’]?(?:-[^\W_]+(?:['’‘`][^\W_]+)*)*", re.UNICODE)
_POSSESSIVE = re.compile(r"(?:['’‘`]s|(?<=s)['’])$", re.IGNORECASE)
_MARKS = re.compile(r"['’‘`.]")
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "those"))
_LONG = {key: value for key, value in SPELLINGS.items() if " " in key}


class Token(NamedTuple):
    """A word of a mention. `capital`: it opens with a capital letter; `owner`: it stood in the possessive."""

    word: str
    capital: bool
    owner: bool


def _fold(word: str) -> str:
    if word.isascii():
        return word
    word = word.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _singular(word: str) -> str:
    if len(word) <= 3 or word[-1] not in "sn" or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("men"):
        return word[:-2] + "an"
    if word[-1] != "s":
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=CACHED)
def _word(raw: str) -> tuple[Token, ...]:
    """The tokens of one word as printed: a hyphen parts it, but not in "Turkish-backed" or "anti-government"."""
    owner = bool(_POSSESSIVE.search(raw))
    plain = _MARKS.sub("", _fold(_POSSESSIVE.sub("", raw))).lower()
    if plain in _ARTICLES:
        return ()
    capital = raw[:1].isupper()
    plain = SPELLINGS.get(plain, plain)
    first, _, last = plain.partition("-")
    if last and (plain.rpartition("-")[2] in COMPOUNDS or first in PREFIXES):
        return (Token(plain, capital, owner),)
    parts = [p for p in re.split(r"[- ]", plain) if p]
    out = [Token(SPELLINGS.get(s := _singular(p), s), capital, False) for p in parts]
    if out:
        out[-1] = out[-1]._replace(owner=owner)
    return tuple(out)


@lru_cache(maxsize=CACHED)
def tokens(words: str) -> tuple[Token, ...]:
    """The tokens of a phrase; long forms that have a short one ("United Nations") are brought to it."""
    out: list[Token] = []
    for match in WORD.finditer(words):
        for token in _word(match.group()):
            if out and (short := _LONG.get(f"{out[-1].word} {token.word}")):
                out[-1] = Token(short, True, token.owner)
            else:
                out.append(token)
    return tuple(out)


@lru_cache(maxsize=CACHED)
def normal(words: str) -> str:
    """ "Russia’s Defence Ministry" -> "russia defense ministry"."""
    return " ".join(t.word for t in tokens(words))


def content_words(text: str) -> frozenset[str]:
    """The words that carry a text's matter, in the form in which they are compared, cut to their first letters."""
    return frozenset(w[:STEM] for t in tokens(text) if len(w := t.word) > 3 or w.isdigit())
