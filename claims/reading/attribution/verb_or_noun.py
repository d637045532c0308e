"""Whether a word that looks like a reporting verb is one where it stands."""

from __future__ import annotations

from claims.reading.attribution.grammar import catenative, is_clitic
from claims.reading.lexicon import VerbForm, Word, word_set
from claims.reading.sentences import Sentence

BEFORE_NOUN = word_set(
    """
    to a an the of no any this these that's 's his her its their my our your some such for with from into by two
    three several many more other
    """
)
AFTER_THIRD_PERSON = word_set(
    """
    that it its the he she they there a an his her their in these this to for on of at against
    """
)
SUBJECT_OPENERS = word_set("the a an it its he she they there his her their no some any these this")
LATEST_IN_HEADLINE = 4
LONGEST_MEDIUM = 5
JOINED_WITHIN = 6
CHARGE_WITHIN = 8
PEOPLE = word_set("""people who police which and men women others""")
REDUCED_BEFORE = word_set("""by with between in at from against earlier last on""")
REDUCED = word_set(
    """
    agree announce report declare propose describe post quote cite call charge accuse denounce demand reject
    dispute reveal express rule estimate claim pledge promise vow recommend repeat outline detail mention note
    indicate signal document record register
    """
)


def is_verb_here(sentence: Sentence, at: int, *, is_headline: bool) -> bool:
    words = sentence.words
    word = words[at]
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < sentence.stop else None
    verb, form = word.verb, word.form
    if verb is None or (word.cap and at > 0 and not is_headline):
        return False
    if verb.can("past") and form not in (VerbForm.PAST, VerbForm.PARTICIPLE):
        return False
    if before is not None and before.is_word and before.low in BEFORE_NOUN and form is not VerbForm.ING:
        return before.low == "to" and catenative(words, at) < at
    if verb.can("noun") and form in (VerbForm.BASE, VerbForm.THIRD):
        heads = (
            is_headline and before is not None and before.cap and form is VerbForm.THIRD and at <= LATEST_IN_HEADLINE
        )
        if not heads and (before is None or not _verb_by_neighbours(words, at, after, form)):
            return False
    elif form is VerbForm.BASE and before is not None and before.is_word and before.low != "to":
        return (
            verb.lemma == "say"
            or before.subject_pronoun
            or before.aux
            or before.adverb
            or before.negation
            or before.low.endswith("s")
            or before.low in PEOPLE
            or before.cap
            or any(w.low == "and" for w in words[max(0, at - JOINED_WITHIN) : at])
        )
    return not _is_reduced(sentence, at)


def _verb_by_neighbours(words: list[Word], at: int, after: Word | None, form: VerbForm) -> bool:
    """Whether a form that is a noun as well stands as a verb, by the words around it."""
    before = words[at - 1]
    if form is VerbForm.THIRD and before.text == "," and after is not None and after.cap:
        return True
    if after is None and form is VerbForm.THIRD and _behind_medium(words, at):
        return True
    if before.be or after is None:
        return before.is_word and not before.be and (before.subject_pronoun or before.aux)
    if before.is_word and (before.subject_pronoun or before.aux or before.adverb or before.negation):
        return True
    if form is VerbForm.THIRD:
        opens = after.low in AFTER_THIRD_PERSON or after.is_quote or after.cap or after.text[0].isdigit()
        if after.low == "that" or (before.cap and (opens or after.text == ":")):
            return True
        named = at > 1 and (words[at - 2].determiner or words[at - 2].cap or is_clitic(words[at - 2]))
        singular = before.is_word and not before.low.endswith("s")
        return named and singular and (after.low in SUBJECT_OPENERS or after.is_quote)
    if before.low == "and":
        return after.low == "that" or after.determiner or after.subject_pronoun
    plural = before.is_word and before.low.endswith("s") and not before.low.endswith("ss")
    if plural and _takes_charge(words, at):
        return True
    return plural and (after.low in ("that", "for", "on") or after.determiner or after.subject_pronoun or after.cap)


def _takes_charge(words: list[Word], at: int) -> bool:
    """ "Velland and its allies blame rebels for it"."""
    return words[at].low == "blame" and any(word.low == "for" for word in words[at + 2 : at + CHARGE_WITHIN])


def _behind_medium(words: list[Word], at: int) -> bool:
    """Whether a medium's name stands between a comma and the verb: ", Harbour News reports"."""
    for word in reversed(words[max(0, at - LONGEST_MEDIUM) : at]):
        if word.text == ",":
            return False
        if word.cap and ("media_words" in word.in_class or "media_names" in word.in_class):
            return True
    return False


def _names(words: list[Word], at: int) -> bool:
    """Whether "called" only gives a name: "a stream called Tarn", "his group, called Open Hands"."""
    if words[at - 1].text == ",":
        return True
    first = at
    while first > 0 and words[first - 1].is_word and at - first < 6 and not words[first].determiner:
        first -= 1
    return words[first].low in ("a", "an", "one") and not words[at - 1].cap


def _that_clause_follows(words: list[Word], at: int, stop: int) -> bool:
    """ "Reported last week that the road": not "announced last week that was"."""
    that = next((i for i in range(at + 1, min(stop - 1, at + 5)) if words[i].low == "that"), None)
    return that is not None and not (words[that + 1].finite or words[that + 1].aux)


def _is_reduced(sentence: Sentence, at: int) -> bool:
    """A participle behind its noun: "a ceasefire agreed with the rebels came into force"."""
    words, stop = sentence.words, sentence.stop
    word = words[at]
    if word.form is not VerbForm.PAST or word.verb is None or at + 1 >= stop or (at and words[at - 1].aux):
        return False
    after = words[at + 1]
    if word.verb.lemma not in REDUCED:
        return after.low == "by" and at + 2 < stop and (words[at + 2].cap or words[at + 2].determiner)
    if word.verb.lemma == "call" and (after.cap or after.is_quote):
        return _names(words, at)
    if after.low in ("in", "at", "on") and any("media_of_saying" in w.in_class for w in words[at + 2 : at + 5]):
        return False
    dated = at + 2 < stop and (words[at + 2].day or words[at + 2].month or words[at + 2].text[:1].isdigit())
    if not (after.low in REDUCED_BEFORE or after.day) or (after.low in ("on", "in", "at") and dated):
        return False
    if after.low in ("by", "between"):
        return True
    if _that_clause_follows(words, at, stop):
        return False
    if after.day and not ("documents" in words[at - 1].in_class or "media_of_saying" in words[at - 1].in_class):
        return False
    return any(w.finite for w in words[at + 2 : min(stop, at + 12)])
