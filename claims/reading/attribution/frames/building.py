"""What the frames around a verb share: where the content starts, whether it can be one, and the record they give."""

from __future__ import annotations

from claims.reading.attribution.contents import content_end
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.frames.starts import behind_aside, behind_charge, behind_marks, is_document, is_empty
from claims.reading.attribution.grammar import verbal
from claims.reading.lexicon import VerbForm, Word, word_set
from claims.reading.records import Span

CLAUSE_OPENERS = word_set(
    """
    that it he she they there we i you how if what why whether no this these those his her their its the a an in some
    many most only when while despite nothing everyone people more at on as any all both once since such every
    """
)
NOT_FOLLOWED_BY = word_set("""about of against at with for from on to""")
DEALS = word_set("agreement deal ceasefire cease-fire truce implementation withdrawal mediation")
CLAUSE_WITHIN = 12
QUOTE_WITHIN = 6
LEAST_CALLED = 3
MATTER = ("about", "of")
INFORMS = ("tell", "inform", "notify")
CONVEYS = ("express", "convey", "voice")
SYMPATHY = word_set("condolences sympathy sympathies thanks gratitude solidarity")
LIVES = ("life", "lives")
LIVES_WITHIN = 5
MEDIA = ("interview", "video", "speech")
LEAST_MAIN_CLAUSE = 2
RELAYS = ("report", "cite", "quote")
SUBORDINATING = word_set("while although though if when because since after before despite even once until with")


def is_bare_participle(cue: Cue) -> bool:
    """An -ing form that is not part of "is saying"."""
    return cue.form is VerbForm.ING and not any(word.be for word in cue.sentence.words[cue.first : cue.at])


def starts_clause(word: Word) -> bool:
    return word.is_quote or word.low in CLAUSE_OPENERS or word.cap or word.low.endswith("s") or word.text[0].isdigit()


def clause_follows(words: list[Word], first: int, stop: int) -> bool:
    return any(verbal(word) or word.finite for word in words[first : min(stop, first + CLAUSE_WITHIN)])


def says_enough(cue: Cue, first: int) -> bool:
    """Whether what follows the verb can be its content, by what the verb takes."""
    words, stop, verb = cue.sentence.words, cue.sentence.stop, cue.verb
    opener = words[first]
    if verb.can("particle") and cue.last == cue.at + 1:
        return False
    if (opener.low == "not" and (verb.can("told") or not verb.can("to"))) or (
        verb.can("past") and cue.form in (VerbForm.BASE, VerbForm.THIRD)
    ):
        return False
    if verb.lemma == "claim" and any(word.low in LIVES for word in words[first : min(stop, first + LIVES_WITHIN)]):
        return False
    if verb.lemma == "agree" and first > cue.last + 2:  # "agreed to a truce in the valley, where a “zone” …"
        return False
    if verb.lemma == "go" and opener.subject_pronoun and words[cue.last].text == ",":
        return False  # "fire went on, it said"
    if verb.lemma in ("agree", "go") and not (opener.is_quote or opener.low == "that" or opener.subject_pronoun):
        return False
    if (
        opener.is_quote
        or opener.low == "that"
        or any(w.is_quote for w in words[first : min(stop, first + QUOTE_WITHIN)])
    ):
        return verb.lemma != "report" or opener.low not in ("to", "for", "on", "from")
    if verb.only_quotes:
        return False
    if verb.lemma == "refer" and cue.form is VerbForm.ING and not any(word.low == "as" for word in words[first:stop]):
        return False
    counted = opener.low == "about" and first + 1 < stop and words[first + 1].text[:1].isdigit()
    if opener.low in NOT_FOLLOWED_BY and opener.low not in verb.particles and not counted:
        return (opener.low == "to" and verb.can("to", "told", "whom")) or (
            opener.low in ("on", "at", "for", "from")
            and verb.can("clause")
            and any(w.finite or w.low.endswith("ed") for w in words[first + 1 : stop])
        )
    if cue.last > cue.at + 1 or verb.lemma == "say":
        return True
    if opener.preposition and not counted and not verb.can("clause", "that", "told"):
        return False  # "shells slammed into a house"
    if verb.lemma in CONVEYS and opener.low in SYMPATHY:
        return False
    if verb.lemma == "call":
        return _names_something(words, first, stop)
    if verb.can("whom", "object", "told", "to"):
        return True
    if verb.can("clause"):
        return starts_clause(opener) or clause_follows(words, first, stop)
    return starts_clause(opener) and clause_follows(words, first, stop)


def _names_something(words: list[Word], first: int, stop: int) -> bool:
    """ "called the raid a crime": somebody or something, and what it is called."""
    if words[first].low in ("off", "in", "up", "back", "out", "into"):
        return False
    if words[first].low not in ("a", "an"):
        return stop - first >= LEAST_CALLED
    for at in range(first + 1, min(stop, first + CLAUSE_WITHIN)):
        if words[at].low in ("a", "an", "the") and not words[at - 1].preposition and words[at - 1].is_word:
            return True
    return False


def interrupts_subject(cue: Cue) -> bool:
    """ "The official, speaking on condition of anonymity, said …": a reporting verb follows the next comma."""
    words, stop = cue.sentence.words, cue.sentence.stop
    if cue.earlier:
        return False
    comma = cue.last
    while comma < stop and words[comma].text != ",":
        comma += 1
    after = comma + 1
    while after < stop and (words[after].adverb or words[after].aux):
        after += 1
    return after < stop and words[after].verb is not None and words[after].form in (VerbForm.PAST, VerbForm.THIRD)


def content_range(cue: Cue, first: int, end: int) -> Span | None:
    """The characters of the content, without "that"."""
    return cue.sentence.range(first + (cue.sentence.words[first].low == "that"), end)


def build(
    cue: Cue, rule: str, speaker: Span | None, content: list[Span | None], *, resume: int, clause: Span | None
) -> Found | None:
    kept = [span for span in content if span is not None]
    if not kept:
        return None
    return Found(
        rule=rule,
        speaker=speaker,
        cue=cue.span,
        content=kept,
        clause=clause,
        resume=max(resume, cue.at + 1),
        is_denial=cue.verb.can("denial"),
    )


def _without_medium(words: list[Word], first: int, end: int) -> int:
    """Leaves out "in a statement …" behind a noun phrase: "claimed the attack in a statement carried by HANA"."""
    for at in range(first + 1, end - 2):
        own = words[at + 1].low in ("a", "an", "its", "his", "her", "their")
        if (
            words[at].low == "in"
            and own
            and any("documents" in w.in_class or w.low in MEDIA for w in words[at + 2 : at + 5])
        ):
            return at
    return end


def _is_phrase(cue: Cue, first: int) -> bool:
    """Whether the content is a noun phrase: the verb takes one, and no clause follows it."""
    words, stop = cue.sentence.words, cue.sentence.stop
    if words[first].low in ("that", "to", "not") or words[first].is_quote or not cue.verb.can("object"):
        return False
    before: Word | None = None
    if cue.verb.can("clause") and cue.last == cue.at + 1:
        for word in words[first:stop]:
            if word.is_mark or word.low in ("which", "who", "where", "as", "when", "because", "that"):
                return True
            if before is not None and before.low == "and" and (word.finite or word.low.endswith("ed")):
                return True  # "reiterated its commitment and agreed to …"
            before = word
            if word.finite:
                return False
    return True


def clause_start_of(words: list[Word], low: int, boundary: int) -> int:
    """Where the reporting clause begins: with a fronted "On Friday," or "In a statement carried by HANA,"."""
    if boundary - low < 2 or words[boundary - 1].text != "," or "introducers" not in words[low].in_class:
        return boundary
    return low if not any(w.finite or w.is_quote for w in words[low:boundary]) else boundary


def _is_subordinate(words: list[Word], boundary: int, low: int) -> bool:
    """Whether the reporting clause itself depends on what follows: "While X said that …, Y did …"."""
    return any(words[at].low in SUBORDINATING for at in range(max(low, boundary - 1), boundary + 2) if at <= low + 2)


def _in_relative(words: list[Word], boundary: int, low: int) -> bool:
    """Whether the reporting clause stands inside "…, which the army said was true, …"."""
    for at in (boundary - 1, boundary):
        if at > low and words[at].low in ("which", "whom", "where", "who") and words[at - 1].text == ",":
            return True
    return False


def _only_dates(words: list[Word], boundary: int, low: int) -> bool:
    """ "Hours after the two announced the deal, …": what they announced only dates what is told."""
    at = boundary if boundary < len(words) and words[boundary].low == "after" else boundary - 1
    if at <= low or words[at].low != "after":
        return False
    return "spans_of_time" in words[at - 1].in_class or words[at - 1].low in ("minutes", "shortly", "soon", "months")


def _is_of_a_deal(words: list[Word], first: int, stop: int) -> bool:
    """ "Rejected the truce": nothing is denied."""
    for word in words[first : min(stop, first + CLAUSE_WITHIN)]:
        if not word.is_word or word.low in ("that", "which", "who"):
            return False
        if word.low in DEALS:
            return True
        if word.preposition:
            return False
    return False


def _behind_hearer(words: list[Word], first: int, stop: int) -> int:
    """Behind "about" in "informed his counterpart, Oren Valk, about breaches by the brigades"."""
    if first < stop and words[first].cap and words[first - 1].text == "," and not clause_follows(words, first, stop):
        return next((at + 1 for at in range(first + 1, stop - 1) if words[at].low in MATTER), first)
    return first


def _tells_deed(words: list[Word], first: int, end: int) -> bool:
    """Not "about the outcome of the talks": what was spoken of, not what was said."""
    return any(w.is_quote or w.finite or (w.low.endswith("ed") and not w.cap) for w in words[first:end])


def _first_comma(words: list[Word], first: int, end: int) -> int:
    comma = next((at for at in range(first, end) if words[at].text == ","), end)
    return comma if end - comma > LEAST_MAIN_CLAUSE else end


def content_behind(cue: Cue, rule: str, speaker: Span | None, boundary: int, *, start: int) -> Found | None:
    """The record of a verb with its content behind it; the clause begins at boundary, the content at start."""
    sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
    first = behind_marks(words, behind_aside(cue, start), stop)
    charge = behind_charge(words, first, stop) if cue.verb.can("denial") or cue.verb.lemma == "dismiss" else first
    denies_charge, first = charge > first, charge
    if cue.verb.lemma in INFORMS:
        first = _behind_hearer(words, first, stop)
    if first >= stop or not says_enough(cue, first):
        return None
    if cue.verb.lemma == "reject" and not denies_charge and _is_of_a_deal(words, first, stop):
        return None
    phrase = _is_phrase(cue, first)
    if phrase and _only_dates(words, boundary, cue.low):
        return None
    end = content_end(words, first, stop, bare=cue.form is VerbForm.BASE, phrase=phrase)
    if phrase:
        end = _without_medium(words, first, end)
    if _is_subordinate(words, boundary, cue.low) or _in_relative(words, boundary, cue.low):
        end = _first_comma(words, first, end)
    if sentence.size(first, end) < 1:
        return None
    clause = sentence.range(clause_start_of(words, cue.low, boundary), first)
    found = build(cue, rule, speaker, [content_range(cue, first, end)], resume=end, clause=clause)
    if found is not None:
        found.is_denial = found.is_denial or denies_charge
        hearsay = any(word.low in ("reportedly", "allegedly") for word in words[cue.first : cue.at])
        found.says_nothing = (
            hearsay
            or (cue.verb.can("object", "denial") and is_empty(words, first, end))
            or (cue.verb.lemma in INFORMS and words[first - 1].low in MATTER and not _tells_deed(words, first, end))
            or (cue.verb.lemma in RELAYS and is_document(words, first, end))
        )
    return found
