"""Signs of a clause in a row of words: verb groups, the edges of a noun phrase. Ranges are half-open word indices."""

from __future__ import annotations

from claims.reading.lexicon import VerbForm, Word, word_set

BREAKS = ",;:—–-.?!…()[]"
DASHES = "—–―-"
QUOTED_NAME = 4  # a quotation of fewer words may stand inside a noun phrase
LONGEST_NAME = 8
LONGEST_JOINED = 12
LONGEST_INTERRUPTION = 7
CATENATIVES = word_set(
    "continue continues continued continuing appear appears appeared seem seemed seems began begun vowed"
)


def is_dash(word: Word) -> bool:
    return word.is_mark and (word.text in DASHES or word.text.startswith("--"))


def is_clitic(word: Word) -> bool:
    return word.low == "'s"


def in_name(word: Word) -> bool:
    return word.cap or word.low in ("bin", "de", "van", "abu") or word.low.startswith(("al-", "el-"))


def is_verb(word: Word) -> bool:
    """An auxiliary: a sure sign of a clause."""
    return word.aux and not is_clitic(word)


def closes_sentence(word: Word) -> bool:
    """A quotation whose last mark is a comma or a stop: what follows it is the reporting clause."""
    return word.is_quote and word.text[-1:] in ",.?!…"


def catenative(words: list[Word], at: int) -> int:
    """The first word of "went on to" or "continued to" before words[at]; at where there is none."""
    if at < 2 or words[at - 1].low != "to":
        return at
    if words[at - 2].low in CATENATIVES:
        return at - 2
    if at > 2 and words[at - 2].low == "on" and words[at - 3].low in ("went", "goes", "going", "gone"):
        return at - 3
    return at


def _interrupted(words: list[Word], at: int) -> int:
    """The auxiliary of "has on several occasions said"; at where nothing interrupts the verb."""
    if at < 3 or words[at].form not in (VerbForm.PAST, VerbForm.PARTICIPLE):
        return at
    for first in range(at - 1, max(0, at - LONGEST_INTERRUPTION), -1):
        word = words[first]
        if word.low in ("has", "have", "had"):
            return first if first + 1 < at and words[first + 1].preposition else at
        if not word.is_word or word.finite or word.subject_pronoun:
            break
    return at


def verb_group(words: list[Word], at: int) -> int:
    """The first word of the verb group whose main verb is words[at]."""
    first = _interrupted(words, catenative(words, at))
    while first > 0:
        word = words[first - 1]
        if is_clitic(word) and first > 1 and words[first - 2].subject_pronoun:
            return first - 1
        if not word.is_word or is_clitic(word) or not (word.aux or (word.negation and word.low != "no") or word.adverb):
            break
        if word.low in ("both", "all") and (first < 2 or not words[first - 2].subject_pronoun):
            break
        first -= 1
    return first


def verbal(word: Word) -> bool:
    return is_verb(word) or (word.verb is not None and word.form is VerbForm.PAST)


def nominal(words: list[Word], low: int, at: int) -> bool:
    """Whether what stands before words[at], back to the last mark, is a short noun phrase ("X" of "X and Y")."""
    first = at
    while first > low and words[first - 1].is_word and not words[first - 1].subordinator:
        first -= 1
    return 0 < at - first <= LONGEST_JOINED and not any(verbal(word) for word in words[first:at])


def clause_start(words: list[Word], at: int, low: int) -> int:
    """The leftmost word of the noun phrase (with its "of …") that ends before words[at]."""
    first = at
    while first > low:
        word = words[first - 1]
        if word.is_quote:
            if word.size >= QUOTED_NAME or closes_sentence(word):
                break
        elif word.is_mark:
            if word.text in BREAKS or word.text.startswith("--"):
                break
        elif word.subordinator or (
            word.low == "and" and any(verbal(w) for w in words[low : first - 1]) and not nominal(words, low, first - 1)
        ):
            break
        first -= 1
    return first
