"""Shallow English grammar over one sentence: verb groups, subjects, noun phrases, adverbials, the end of what is said.

Every function takes word indices and gives word indices; ranges are half-open.
"""

from __future__ import annotations

from claims.reading.lexicon import VerbForm, Word, word_set
from claims.reading.sentences import STOPPED

BREAKS = ",;:—–-.?!…()[]"
DASHES = "—–―-"
LONGEST_APPOSITIVE = 45
LONGEST_SUBJECT = 14
QUOTED_NAME = 4  # a quotation of fewer words may stand inside a noun phrase

TOLD_OF = ("said", "says", "told", "accused", "denied", "added", "reported", "announced", "claimed", "warned")
COORDINATED = word_set(
    """
    say tell add announce urge accuse call warn claim argue vow insist suggest promise note pledge describe
    blame deny condemn denounce question express stress confirm declare reiterate report state appeal demand
    """
)
PARTICIPLES = word_set(
    """
    add say cite note warn call stress insist argue urge vow accuse claim describe explain refer suggest predict
    tell assert acknowledge declare blame quote emphasize emphasise reiterate confirm pledge denounce condemn
    reaffirm demand point promise threaten underline underscore express voice report indicate dismiss deny
    conclude
    """
)


def is_dash(word: Word) -> bool:
    return word.is_mark and (word.text in DASHES or word.text.startswith("--"))


def is_clitic(word: Word) -> bool:
    return word.low == "'s"


def is_verb(word: Word) -> bool:
    """An auxiliary: a sure sign of a clause."""
    return word.aux and not is_clitic(word)


def ends_in_stop(word: Word) -> bool:
    return (word.is_quote and bool(STOPPED.search(word.text[-8:] + "”"))) or word.text.endswith(",")


def closes_sentence(word: Word) -> bool:
    """A quotation whose last mark is a comma or a stop: what follows it is the reporting clause."""
    return word.is_quote and word.text[-1:] in ",.?!…"


def verb_group(words: list[Word], at: int) -> int:
    """The first word of the verb group whose main verb is words[at]."""
    first = at
    while first > 0:
        word = words[first - 1]
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
    return 0 < at - first <= 8 and not any(verbal(word) for word in words[first:at])


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


def subject(words: list[Word], verb: int, low: int) -> tuple[int, int, int] | None:
    """(first, last, boundary) of the subject right before words[verb]; the clause begins at the boundary."""
    if verb <= low:
        return None
    before = words[verb - 1]
    if before.low in ("who", "which"):
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
    boundary = first
    first = _without_leads(words, first, last)
    last = _without_time(words, first, last)
    while last > first and words[last - 1].is_mark:
        last -= 1
    if last <= first:
        return None
    end = words[last - 1]
    if end.is_word and _ends_no_name(end):
        return None
    first = _shortened(words, first, last)
    return first, last, boundary


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
        if not names or len(names) > 6 or any(is_verb(w) for w in names) or names[0].preposition:
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


def _without_leads(words: list[Word], first: int, last: int) -> int:
    """Skips conjunctions, opening adverbs and a fronted date: "But on Sunday the ministry said"."""
    while first < last:
        word = words[first]
        is_lead = "leads" in word.in_class or (word.cap and word.adverb)
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


def _without_time(words: list[Word], first: int, last: int) -> int:
    """Leaves out "on Friday" between subject and verb."""
    if last - first >= 3 and words[last - 1].day and words[last - 2].low in ("on", "late", "early"):
        return last - 2
    if last - first >= 2 and (words[last - 1].day or words[last - 1].low in ("yesterday", "today")):
        return last - 1
    return last


def _shortened(words: list[Word], first: int, last: int) -> int:
    """The trailing noun phrase of a stretch that is too long or holds a verb."""
    part = words[first:last]
    if len(part) <= LONGEST_SUBJECT and not any(is_verb(w) for w in part):
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


def main_subject(words: list[Word], low: int, at: int) -> tuple[int, int] | None:
    """The first noun phrase of the clause that begins at low: the subject that a later verb shares."""
    first = low
    while first < at and ("leads" in words[first].in_class or words[first].is_mark):
        first += 1
    last = first
    while last < at and last - first < 8:
        word = words[last]
        if not word.is_word or is_verb(word) or word.verb is not None or word.finite:
            break
        if (word.preposition and word.low != "of") or (last > first and word.low.endswith("ed")) or word.adverb:
            break
        last += 1
    return (first, last) if last > first else None


def noun_phrase_end(words: list[Word], first: int, stop: int) -> int:
    """The end of an inverted subject with its appositives: "said Mira Tolvan, head of the Harbour Ministry"."""
    at = first
    indefinite = words[first].low in ("a", "an")
    while at < stop:
        word = words[at]
        if word.is_quote:
            if word.size >= QUOTED_NAME:
                break
        elif word.is_mark:
            if word.text in ".?!;:" or is_dash(word):
                break
            if word.text == "," and _comma_breaks(words, at, stop):
                break
        elif at > first and _breaks_noun_phrase(words, first, at, stop, indefinite):
            break
        at += 1
    while at > first and words[at - 1].is_mark:
        at -= 1
    return at


def _comma_breaks(words: list[Word], comma: int, stop: int) -> bool:
    if comma + 1 >= stop:
        return True
    following = words[comma + 1]
    if following.low in ("who", "which"):
        return False
    return (
        following.is_quote
        or "comma_breaks" in following.in_class
        or (following.verb is not None and following.form is VerbForm.ING)
    )


PHRASE_ENDERS = word_set(
    """
    in on during after at when while as to about before last via because earlier by late early with if following
    through amid this over into that again but upon later yesterday today
    """
)
OF_A_PERSON = ("in", "on", "at", "to", "with", "by", "from", "for")


def _breaks_noun_phrase(words: list[Word], first: int, at: int, stop: int, indefinite: bool) -> bool:
    word = words[at]
    if word.day:
        return True
    if word.low not in PHRASE_ENDERS or words[at - 1].text == ",":
        return False
    time_follows = at + 1 < stop and (words[at + 1].day or words[at + 1].month)
    if word.low in OF_A_PERSON and not time_follows:
        return not (indefinite or any(w.text == "," for w in words[first:at]))
    return True


def agent_end(words: list[Word], first: int, stop: int) -> int:
    """The end of the source behind "according to" or "by": up to a mark, but an appositive that ends the sentence stays."""
    at = first
    while at < stop:
        word = words[at]
        if word.is_quote:
            if word.size > QUOTED_NAME:
                break
        elif word.is_mark:
            if word.text in ";:" or is_dash(word):
                break
            if word.text == ",":
                return _list_end(words, first, at, stop)
        at += 1
    return at


def _list_end(words: list[Word], first: int, comma: int, stop: int) -> int:
    """Where a source ends at a comma: over "A, B and C" and over an appositive up to the sentence's end."""
    if comma + 1 < stop and (words[comma + 1].low in ("a", "an", "the", "who", "which", "whose") and comma > first):
        end = comma + 1
        while end < stop and words[end].text != ",":
            end += 1
        rest = words[comma + 1 : end]
        if end >= stop and (words[comma + 1].low in ("who", "which", "whose") or not any(is_verb(w) for w in rest)):
            return stop
    return comma


def skip_adverbials(words: list[Word], at: int, stop: int) -> int:
    """Behind the time, medium and addressee that follow a reporting verb: "on Sunday", "in a statement", "to reporters"."""
    while at < stop:
        after = _one_adverbial(words, at, stop)
        if after == at:
            break
        at = after
    return at


ALONE = word_set(
    """
    yesterday today tonight recently earlier later here then also afterward afterwards again repeatedly too
    """
)
PARTS_OF_DAY = ("morning", "night", "evening", "afternoon")


def _one_adverbial(words: list[Word], at: int, stop: int) -> int:
    word = words[at]
    if not word.is_word:
        return at
    low = word.low
    following = words[at + 1] if at + 1 < stop else None
    if word.day or low in ALONE or (low.endswith("ly") and word.adverb and low != "only"):
        return at + 2 if word.day and following is not None and following.low in PARTS_OF_DAY else at + 1
    if following is None:
        return at
    dated = following.day or following.month
    if low in ("last", "this", "earlier", "late", "early", "next"):
        if dated or "spans_of_time" in following.in_class or following.low in ("this", "in", "on", "last"):
            return at + (3 if following.low in ("this", "last") and at + 2 < stop else 2)
        return at
    if low == "on" and (dated or following.low in ("twitter", "facebook", "telegram", "x")):
        after = at + 2
        if after < stop and (words[after].text.isdigit() or words[after].low in PARTS_OF_DAY):
            after += 1
        return after
    if low in ("in", "at", "on", "during", "via", "through", "after", "from", "by"):
        return _medium(words, at, stop)
    if low == "to" and (
        "object_pronouns" in following.in_class
        or "audiences" in following.in_class
        or "relays" in following.in_class
        or following.low in ("the", "a")
    ):
        after = at + 1
        while (
            after < stop
            and words[after].is_word
            and words[after].low not in ("that", "on", "in", "after")
            and after - at < 6
        ):
            after += 1
        return after
    return at


def _medium(words: list[Word], at: int, stop: int) -> int:
    """Behind "in a statement carried by the Harbour News Agency", "at a rally in March"."""
    following = words[at + 1]
    if not (
        following.determiner
        or "media_of_saying" in following.in_class
        or following.month
        or following.text.isdigit()
        or following.cap
        or following.low == "response"
    ):
        return at
    end = at + 1
    seen = False
    while end < stop and words[end].is_word and end - at < 14 and words[end].low != "that":
        word = words[end]
        if word.subject_pronoun:
            break
        if (
            seen
            and words[end - 1].is_word
            and not words[end - 1].preposition
            and not words[end - 1].determiner
            and (
                (word.determiner and word.low not in ("the",)) or (word.low == "the" and not words[end - 1].preposition)
            )
        ):
            break
        medium = "media_of_saying" in word.in_class
        seen = seen or medium or word.month or word.text.isdigit()
        if medium and end + 1 < stop and words[end + 1].cap and not word.cap and not words[end + 1].day:
            end += 1
            break
        end += 1
    if (
        (end < stop and words[end].low == "that")
        or seen
        or end >= stop
        or words[end].is_quote
        or words[end].text in ",.:"
    ):
        return end
    return at


def addressee(words: list[Word], at: int, stop: int) -> int:
    """Behind whom something is told: "told reporters", "informed the Harbour Council"."""
    if at >= stop:
        return at
    end = at
    if words[at].is_word:
        end = at + 1
        if "object_pronouns" not in words[at].in_class:
            while end < stop and not _ends_addressee(words, end, at):
                end += 1
    return skip_adverbials(words, end, stop)


ADDRESSEE_ENDERS = word_set(
    """
    that to how what why whether if about of he she they it i we there in on during last earlier late after by
    via
    """
)


def _ends_addressee(words: list[Word], end: int, first: int) -> bool:
    word, before = words[end], words[end - 1]
    if word.is_quote or word.low in ADDRESSEE_ENDERS or word.text in ",:—–." or word.day:
        return True
    return word.determiner and not before.preposition and not before.determiner and before.low not in ("and", "from")
