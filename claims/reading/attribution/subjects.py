"""Finds the subject of a reporting verb: right before it, before an appositive, or that of the verb before."""

from __future__ import annotations

from claims.reading.attribution.fronted_times import behind_time
from claims.reading.attribution.grammar import clause_start, in_name, is_dash, is_verb
from claims.reading.lexicon import Word, word_set

LONGEST_APPOSITIVE = 45
LONGEST_PLAIN_SUBJECT = 30
LONGEST_NAME = 5
LONGEST_MEMBER = 6
NO_SUBJECT = ("of", "from", "by", "to", "for", "into", "since", "within", "without", "as")
FRONTED = ("in", "at", "during", "after", "following", "amid")
ASIDES = word_set("however meanwhile too also in at during on when asked after as while for from under amid following")

SPEECHLESS = word_set(
    "agreement agreements deal deals truce ceasefire cease-fire accord pact protocol memorandum second first"
)
"""Nouns behind which a participle is no reporting word: "the deal concluded a year ago"."""


def subject(words: list[Word], verb: int, low: int) -> tuple[int, int, int] | None:
    """(first, last, boundary) of the subject right before words[verb]; the clause begins at the boundary."""
    if verb <= low:
        return None
    before = words[verb - 1]
    if before.subject_pronoun or (before.low == "that" and verb - 1 > low and _is_antecedent(words[verb - 2])):
        return verb - 1, verb, verb - 1
    last = verb
    if before.text == "," or is_dash(before):
        first = _before_appositive(words, verb, low)
        if first is None:
            return None
    else:
        first = clause_start(words, verb, low)
        first = _name_before_appositive(words, first, low)
        first = _list_start(words, first, last, low)
        first = _behind_relative(words, first, last)
    if first < last and first - 1 > low and words[first - 1].low in ("that", "which") and _is_past(words[first]):
        first, last = clause_start(words, first - 1, low), first - 1
    if last - first > 2 and words[first].preposition and words[first + 1].low in ("which", "whom"):
        first += 2
    boundary = first
    first = behind_time(words, _without_leads(words, first, last), last)
    last = _without_time(words, first, last)
    if first < last and words[first].low in NO_SUBJECT:
        return None
    if first < last and words[first].low in FRONTED:
        first = _behind_fronted(words, first, last)
    while last > first and words[last - 1].is_mark:
        last -= 1
    if last <= first:
        return None
    last = _without_aside(words, first, last)
    end = words[last - 1]
    if end.is_word and (_ends_no_name(end) or (end.low in SPEECHLESS and not end.cap)):
        return None
    first = _shortened(words, first, last)
    if last - first > 1 and words[first].subject_pronoun and words[first].low not in ("who", "which"):
        return None
    if last - first > 1:
        if words[first].low in ("which", "whom"):
            first += 1
        elif words[first].low == "who":
            last = first + 1
    return first, last, boundary


def _is_past(word: Word) -> bool:
    return word.finite or (word.low.endswith("ed") and not word.cap)


def _behind_relative(words: list[Word], first: int, last: int) -> int:
    """Where "aid agencies" begin in "an attack on the valley which aid agencies": at the relative pronoun."""
    for at in range(last - 2, first, -1):
        if words[at].low in ("which", "whom") and words[at - 1].is_word:
            return at - words[at - 1].preposition
    return first


def _without_aside(words: list[Word], first: int, last: int) -> int:
    """Leaves out ", in a statement on Monday" and ", speaking in Ostrel" behind the name."""
    for comma in range(first + 1, last - 1):
        if words[comma].text == ",":
            opener = words[comma + 1]
            if opener.low in ASIDES or (opener.low.endswith("ing") and not opener.cap):
                return comma
            if opener.low not in ("which", "who", "whose", "a", "an", "the") and not opener.cap:
                continue
    return last


def _is_antecedent(word: Word) -> bool:
    """ "a statement that says": the noun before "that"."""
    return "documents" in word.in_class or word.day


def _ends_no_name(word: Word) -> bool:
    return word.subordinator or word.preposition or word.low in ("and", "or", "the", "a", "an", "more", "be", "not")


def _before_appositive(words: list[Word], verb: int, low: int) -> int | None:
    """The start of a subject that ends in a comma or dash: "Mira Tolvan, 42, of the Harbour Ministry, said"."""
    mark = words[verb - 1].text
    inner = verb - 2
    while inner > low and words[inner].text != mark:
        inner -= 1
    if inner < 0 or words[inner].text != mark or verb - 1 - inner > LONGEST_APPOSITIVE:
        return None
    first = clause_start(words, inner, low)
    while True:
        if first >= inner:
            return None
        part = words[first:inner]
        if any(is_verb(w) for w in part) and not any(w.low in ("who", "which") for w in part):
            return None
        if first > low + 1 and words[first - 1].text == ",":
            name = clause_start(words, first - 1, low)
            if name < first - 1 <= name + LONGEST_NAME and all(in_name(w) for w in words[name : first - 1]):
                return name
        if not (
            first > low + 1
            and words[first - 1].text == ","
            and not any(w.cap for w in part)
            and not words[first].determiner
            and len(part) <= 6
        ):
            return first
        outer = clause_start(words, first - 1, low)
        if not (outer < first - 1 <= outer + 8 and (words[outer].cap or words[outer].determiner)):
            return first
        inner, first = first - 1, outer


def _name_before_appositive(words: list[Word], first: int, low: int) -> int:
    """“…,” Mira Tolvan, an activist said: the appositive's missing second comma."""
    if first > low + 1 and words[first - 1].text == "," and words[first].low in ("a", "an", "the", "head", "who"):
        name = first - 2
        while name >= low and words[name].is_word and not is_verb(words[name]) and first - name < 9:
            name -= 1
        if name >= low and words[name].is_quote and name + 1 < first - 1 and words[name + 1].cap:
            return name + 1
    return first


def _list_start(words: list[Word], first: int, last: int, low: int) -> int:
    """The start of "residents, opposition groups and medics" whose last part is words[first:last]."""
    if not (first > low and words[first - 1].text == "," and any(w.low == "and" for w in words[first:last])):
        return first
    comma = first - 1
    while comma > low:
        part = clause_start(words, comma, low)
        names = words[part:comma]
        if not names or len(names) > LONGEST_MEMBER or any(_is_deed(w) for w in names) or names[0].preposition:
            break
        end = names[-1]
        plural = end.is_word and (end.low.endswith("s") or end.cap)
        if (
            not plural
            or (part > low and words[part - 1].text != ",")
            or (part == low and words[low].low in ("on", "in"))
        ):
            break
        if part > low and words[part - 1].is_quote:
            break
        first, comma = part, part - 1
    return first


def _is_deed(word: Word) -> bool:
    return word.finite or (word.low.endswith("ed") and not word.cap)


def _without_leads(words: list[Word], first: int, last: int) -> int:
    """Skips conjunctions, opening adverbs and a fronted date: "But on Sunday the ministry said"."""
    while first < last:
        word = words[first]
        is_lead = "leads" in word.in_class or (word.cap and word.adverb and not word.determiner)
        if not (is_lead or (word.is_mark and word.text not in "@#$")):
            break
        if word.low == "that" and first + 1 == last:
            break
        first += 1
    if first + 2 < last and words[first].low in ("on", "in", "late", "early", "last"):
        following = words[first + 1]
        if following.day or following.month or "spans_of_time" in following.in_class:
            first += 2
    return first


def _behind_fronted(words: list[Word], first: int, last: int) -> int:
    """The name that ends "In an Ostrel Post interview Mira Tolvan"; nothing where no name ends it."""
    start = last
    while start > first and words[start - 1].cap:
        start -= 1
    if start == last:
        return last
    return last - 1 if start > first and words[start - 1].determiner and last - start > 1 else start


def _without_time(words: list[Word], first: int, last: int) -> int:
    """Leaves out "on Friday" between subject and verb."""
    if last - first >= 3 and words[last - 1].day and words[last - 2].low in ("on", "late", "early"):
        return last - 2
    if last - first >= 2 and (words[last - 1].day or words[last - 1].low in ("yesterday", "today")):
        return last - 1
    if last - first >= 3 and words[last - 2].low in ("this", "last", "earlier", "late"):
        time = words[last - 1].month or words[last - 1].day or "spans_of_time" in words[last - 1].in_class
        if time:
            return last - 3 if words[last - 3].low in ("just", "earlier", "late", "early") else last - 2
    return last


def _shortened(words: list[Word], first: int, last: int) -> int:
    """The trailing noun phrase of a stretch that is too long or holds a verb."""
    part = words[first:last]
    if len(part) <= LONGEST_PLAIN_SUBJECT and not any(is_verb(w) for w in part):
        return first
    if any(w.low in ("who", "which", "whose") or w.text == "," for w in part):
        return first
    start = last
    while start > first:
        word = words[start - 1]
        if not word.is_word or is_verb(word) or word.low == "and" or (word.preposition and word.low != "of"):
            break
        start -= 1
    return start if first < start < last else first
