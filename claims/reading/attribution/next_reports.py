"""The words by which the next report opens, or somebody else's trails: where one statement ends before another."""

from __future__ import annotations

from claims.reading.attribution.adverbials import skip_adverbials
from claims.reading.attribution.grammar import is_verb
from claims.reading.lexicon import VerbForm, Word, word_set

LONGEST_REPORTER = 14
LONGEST_SUBJECT = 8
NOT_COORDINATED = word_set(
    """
    read show find feel think agree record count attack order invite press answer respond wonder post monitor log
    register document continue reason submit expect hope welcome
    """
)
NO_PARTICIPLE = word_set(
    """
    read report continue post signal rule answer monitor count record register log document show find feel think detail
    outline attribute defend welcome
    """
)
SILENT = ("declined", "refused", "stopped")
REPORTED = (VerbForm.PAST, VerbForm.THIRD)


def reports_as_participle(words: list[Word], at: int, stop: int) -> bool:
    """Whether a reporting participle opens the next statement: "adding that", not "adding to the misery"."""
    word = words[at]
    if word.verb is None or word.form is not VerbForm.ING:
        return False
    if word.verb.only_quotes:
        return at + 1 < stop and words[at + 1].is_quote
    following = words[at + 1].low if at + 1 < stop else ""
    if not (word.verb.can("clause", "that", "told", "whom", "denial", "object") or following in word.verb.particles):
        return False
    if word.verb.lemma in NO_PARTICIPLE:
        return following == "that" and word.verb.can("clause")
    return not (word.verb.lemma == "add" and following == "to")


def trailing_reporter(words: list[Word], first: int, stop: int) -> int | None:
    """The verb of ", the Harbour News Agency reported" at a sentence's end; None where something else follows."""
    if first < stop and words[first].low.endswith("ing") and not words[first].cap:
        return None
    for at in range(first, min(stop, first + LONGEST_REPORTER)):
        word = words[at]
        if (word.is_mark and word.text != "-") or word.is_quote or word.subordinator:
            return None
        if at == first and (word.preposition or word.low in ("and", "which", "who", "whose", "something", "what")):
            return None
        if word.verb is not None and at > first and word.form in (*REPORTED, VerbForm.BASE):
            plain = word.form is VerbForm.BASE and word.low not in ("say", "report")
            if plain or not word.verb.can("clause", "that", "told"):
                return None
            after = at + 1
            if word.verb.can("told"):
                while after < stop and words[after].is_word:
                    after += 1
            else:
                after = skip_adverbials(words, after, stop)
            return (
                at if after >= stop or words[after].text == "," or words[after].low in ("citing", "quoting") else None
            )
        if is_verb(word) and word.low not in ("has", "have", "had"):
            return None
    return None


def new_report(words: list[Word], at: int, stop: int) -> bool:
    """Whether what stands behind a conjunction is another report: "warned", "the ministry said"."""
    while at < stop and (words[at].adverb or words[at].aux):
        at += 1
    if at >= stop:
        return False
    word = words[at]
    if word.verb is not None and word.form in REPORTED and word.verb.lemma not in NOT_COORDINATED:
        return word.verb.can("clause", "that", "told", "whom", "denial", "object")
    return _subject_reports(words, at, stop)


def _subject_reports(words: list[Word], at: int, stop: int) -> bool:
    """Whether a short subject and a reporting verb begin at words[at]."""
    first = words[at]
    if not first.is_word or first.preposition or first.adverb or first.low == "that":
        return False
    being = False
    for index, other in enumerate(words[at + 1 : min(stop, at + LONGEST_SUBJECT)], start=at + 1):
        if other.verb is not None and other.form is VerbForm.ING:
            return being and other.verb.can("clause", "told", "whom", "to")
        if other.verb is not None and other.form is VerbForm.BASE:
            return not being and other.low in ("say", "deny", "insist", "accuse")
        if other.verb is not None and other.form in REPORTED:
            if not being and other.verb.can("that", "object") and index + 1 < stop:
                following = words[index + 1]
                if (
                    following.low == "that"
                    or following.is_quote
                    or (other.verb.can("object") and following.text[0].isdigit())
                ):
                    return True
            return not being and other.verb.can("clause", "told", "whom", "denial")
        if not other.is_word or (
            is_verb(other) and other.low not in ("has", "have", "had", "is", "are", "was", "were")
        ):
            return False
        being = being or other.be
    return False


def falls_silent(words: list[Word], at: int, stop: int) -> bool:
    """What the speaker leaves open: "but did not say how", "but gave no date"."""
    if at + 1 >= stop:
        return False
    if words[at].aux:
        return words[at + 1].negation
    gives_nothing = words[at].low in ("gave", "provided", "offered", "set") and words[at + 1].low == "no"
    return gives_nothing or words[at].low in SILENT


def deed_follows(words: list[Word], at: int, stop: int) -> bool:
    """Whether the speaker's next deed follows: "promised a truce and withdrew its guns"."""
    while at < stop and words[at].adverb:
        at += 1
    return (
        at + 1 < stop
        and not words[at].cap
        and (
            words[at].finite
            or (
                words[at].low.endswith("ed")
                and (words[at + 1].determiner or words[at + 1].low in ("to", "it", "them", "him", "her"))
            )
        )
    )


def _shares_clause(words: list[Word], conjunction: int) -> bool:
    """ "Since Velland and Ostrel declared a truce": a name alone between the clause's opener and the conjunction."""
    first = conjunction
    while first > 0 and (words[first - 1].cap or words[first - 1].low == "the"):
        first -= 1
    return 0 < first < conjunction and (words[first - 1].subordinator or words[first - 1].low == "which")


def conjunction_ends(words: list[Word], conjunction: int, stop: int, bare: bool) -> bool:
    """Whether a conjunction without a comma opens another report: "… and warned that", "and say they"."""
    at = conjunction + 1
    while at < stop and words[at].adverb:
        at += 1
    if at >= stop:
        return False
    word = words[at]
    if conjunction > 1 and words[conjunction - 2].low == "both" and words[conjunction - 1].cap and word.cap:
        return False  # "both Velland and Ostrel have assured him"
    if words[conjunction].low == "and" and word.cap and _shares_clause(words, conjunction):
        return False
    if words[conjunction].low in ("and", "but") and word.verb is not None and word.verb.lemma not in NOT_COORDINATED:
        following = words[at + 1].low if at + 1 < stop else ""
        if not word.verb.can("clause", "that", "whom", "told", "denial", "to", "object", "figure"):
            return False
        if word.form is VerbForm.PAST:
            return True
        if word.form is VerbForm.THIRD:
            return word.verb.lemma in ("say", "deny", "accuse", "insist", "warn", "add") or word.low == "claims"
        if word.form is VerbForm.ING:
            return word.verb.lemma in ("add", "say", "accuse", "urge", "warn", "insist") and following != "to"
        if word.form is VerbForm.BASE:
            return bare and following != "to"
    if words[conjunction].low in ("while", "whereas") or word.cap or word.subject_pronoun or word.determiner:
        return _subject_reports(words, at, stop)
    return False
