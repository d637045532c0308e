"""Content first: "…," said X; …, X said."""

from __future__ import annotations

from claims.reading.attribution.contents import content_end, last_clause
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.frames.building import build, is_bare_participle
from claims.reading.attribution.frames.starts import content_start
from claims.reading.attribution.grammar import is_dash, verbal
from claims.reading.attribution.next_reports import trailing_reporter
from claims.reading.attribution.nominals import noun_phrase_end
from claims.reading.lexicon import VerbForm, Word, word_set

LONGEST_INVERTED = 45
LONGEST_SUBJECT = 25
LEAST_SECOND_PART = 3
LEAST_EVENT = 3
TITLE_CAPITALS = 0.6
TRAILING_QUOTE_WITHIN = 14
AFTER_POSTPOSED = word_set(
    """
    in on at during to after of about when while as with but before by last because from and although though via through
    citing following without amid ahead late early quoting
    """
)
NO_REPORT_BEHIND = word_set("agree answer respond reply counter")
"""Deeds, where nothing is quoted: "After talks, the two sides agreed", "and the army answered with fire"."""

NO_SECOND_PART = word_set(
    """
    citing but although though while as after and who which where when despite without amid ahead following
    quoting in on during before speaking according just hours days
    """
)


def _tells(words: list[Word]) -> bool:
    """Whether a stretch before the verb is a clause of its own and so no subject."""
    comma = next((i for i, word in enumerate(words) if i and word.text == ","), len(words))
    if words[0].preposition:
        return True
    return any(verbal(w) or w.finite for w in words[:comma]) and not any(
        w.low in ("who", "which", "whose", "that") for w in words
    )


def is_finite_clause(words: list[Word], first: int, last: int) -> bool:
    return any(word.finite or word.low.endswith("ed") for word in words[first:last] if word.is_word)


def _is_title(quotation: Word) -> bool:
    """Whether a quotation is the name of a programme or a book: "Harbour Tonight"."""
    words = quotation.text.split()
    return sum(word[:1].isupper() for word in words) > TITLE_CAPITALS * len(words)


def trailing_quote(words: list[Word], at: int, stop: int) -> int | None:
    """The quotation that goes on behind the reporting clause: “…,” he said, “…”."""
    for i in range(at, min(stop, at + TRAILING_QUOTE_WITHIN)):
        if words[i].is_quote:
            return i if words[i].size >= 1 else None
        if words[i].verb is not None:
            return None
    return None


def clause_end(words: list[Word], at: int, stop: int) -> int:
    """The end of a reporting clause: up to a reporting participle or the sentence's end."""
    while at < stop:
        word = words[at]
        if word.is_quote or (word.verb is not None and word.form is VerbForm.ING and words[at - 1].text == ","):
            break
        at += 1
    return at


class Inverted:
    name = "content, verb, speaker"

    def find(self, cue: Cue) -> Found | None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if not (self._verb_fits(cue) and self._place_fits(cue)):
            return None
        end = noun_phrase_end(words, cue.last, stop)
        speaker = sentence.range(cue.last, end)
        if speaker is None or sentence.size(cue.last, end) > LONGEST_INVERTED:
            return None
        content = [sentence.range(cue.low, cue.at) if cue.at else cue.quoted_before]
        after = trailing_quote(words, end, stop)
        if after is not None:
            content.append(sentence.range(after, stop))
        clause = sentence.range(cue.at, after if after is not None else clause_end(words, end, stop))
        resume = stop if after is not None else self._reports_too(words, cue.last, end)
        return build(cue, self.name, speaker, content, resume=resume, clause=clause)

    @staticmethod
    def _reports_too(words: list[Word], first: int, end: int) -> int:
        """The "who" of "said Mira Tolvan, who warned that …"; the end where there is none."""
        for at in range(first + 1, end - 2):
            if words[at].low == "who" and words[at + 1].verb is not None:
                return at if words[at + 2].low == "that" or words[at + 2].is_quote else end
        return end

    @staticmethod
    def _verb_fits(cue: Cue) -> bool:
        words, verb = cue.sentence.words, cue.verb
        if cue.first != cue.at or cue.form not in (VerbForm.PAST, VerbForm.THIRD) or cue.last >= cue.sentence.stop:
            return False
        if not verb.can("clause", "that", "quote") or (verb.can("told") and verb.lemma != "ask"):
            return False
        following = words[cue.last]
        if following.low == "that":
            return False
        return (
            following.cap
            or following.determiner
            or following.low in ("former", "senior", "he", "she", "they")
            or (following.is_word and verb.lemma == "say" and not following.preposition and not following.adverb)
        )

    @staticmethod
    def _place_fits(cue: Cue) -> bool:
        words = cue.sentence.words
        if cue.at == 0:
            return cue.quoted_before is not None
        before = words[cue.at - 1]
        if not (before.text in (",", "?", "!") or before.is_quote or is_dash(before)):
            return False
        if cue.sentence.size(cue.low, cue.at) < 2:
            return False
        behind_quote = before.is_quote or (cue.at > 1 and words[cue.at - 2].is_quote)
        if not behind_quote and before.text not in "?!":
            left = cue.subject
            if left and left[1] - left[0] <= LONGEST_SUBJECT and not _tells(words[left[0] : left[1]]):
                return False
        following = words[cue.last].low
        plain_object = (
            following in ("the", "his", "their", "its") and cue.verb.can("object") and not cue.verb.can("quote")
        )
        return behind_quote or not plain_object


def names_whom(words: list[Word], verb: int, comma: int) -> bool:
    """Whether an appositive follows: "said at a meeting with Mira Tolvan, the harbour minister"."""
    last = words[comma - 1]
    return comma - verb > 1 and last.cap and not (last.day or last.month)


class Postposed:
    name = "content, speaker, verb"

    def find(self, cue: Cue) -> Found | None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if is_bare_participle(cue):
            return None
        who = cue.subject
        if who is None:
            return None
        first, last, boundary = who
        end = content_start(cue)
        quoted = boundary > cue.low and self._ends_in_quotation(words, cue.low, boundary)
        if not self._stands_before(cue, boundary, end, quoted=quoted):
            return None
        content_first = cue.low if quoted else last_clause(words, cue.low, boundary)
        content = [sentence.range(content_first, boundary)]
        resume = end
        after = trailing_quote(words, end, stop) if quoted else None
        clause_last = after if after is not None else clause_end(words, end, stop)
        if after is not None:
            resume = content_end(words, after, stop)
            content.append(sentence.range(after, resume))
        elif (
            end + 1 < stop
            and words[end].text == ","
            and not (quoted or names_whom(words, cue.last, end))
            and self._goes_on(cue, boundary, end + 1)
        ):
            clause_last, resume = end, content_end(words, end + 1, stop)
            content.append(sentence.range(end + 1, resume))
        clause = sentence.range(boundary, clause_last)
        return build(cue, self.name, sentence.range(first, last), content, resume=max(resume, cue.last), clause=clause)

    @staticmethod
    def _ends_in_quotation(words: list[Word], low: int, boundary: int) -> bool:
        """Whether a quotation ends right before the boundary; "on “Harbour Tonight,”" names a programme."""
        last = boundary - 1 if words[boundary - 1].is_quote else boundary - 2
        if last < low or not words[last].is_quote:
            return False
        return last == low or "introducers" not in words[low].in_class or not _is_title(words[last])

    @staticmethod
    def _goes_on(cue: Cue, boundary: int, second: int) -> bool:
        """Whether the content goes on behind the reporting clause: "The jets, activists said, bombed the town"."""
        words, stop = cue.sentence.words, cue.sentence.stop
        word = words[second]
        if word.verb is not None and word.form is VerbForm.ING:
            return False
        if word.low == "and" and second + 1 < stop and words[second + 1].aux:
            return True  # "The army will stay, it said, and will answer"
        if not is_finite_clause(words, cue.low, boundary) and (word.finite or word.adverb):
            return True
        if cue.sentence.size(second, stop) < LEAST_SECOND_PART:
            return False
        if trailing_reporter(words, second, stop) is not None:
            return False
        if second + 1 < stop and "spans_of_time" in words[second + 1].in_class:
            return False
        aside = word.low.endswith("ing") and not word.cap and word.low != "including"
        if words[cue.low].subordinator:
            return True
        if word.low in NO_SECOND_PART or aside:
            return not is_finite_clause(words, cue.low, boundary)
        return True

    @staticmethod
    def _behind_event(cue: Cue, boundary: int, that: int) -> bool:
        """ "The troops had gone, Valk said on the eve of the halt that Velland announced": the "that" is the halt's."""
        words = cue.sentence.words
        noun, opener = words[that - 1], words[cue.low]
        if that - cue.last < LEAST_EVENT or words[cue.last].low not in ("on", "at", "during"):
            return False
        if noun.day or noun.month or noun.cap or "media_of_saying" in noun.in_class or "spans_of_time" in noun.in_class:
            return False
        fronted = "introducers" in opener.in_class or "leads" in opener.in_class or opener.subordinator
        return words[boundary - 1].text == "," and not fronted and cue.sentence.size(cue.low, boundary) > LEAST_EVENT

    @staticmethod
    def _stands_before(cue: Cue, boundary: int, end: int, *, quoted: bool) -> bool:
        """Whether the content stands before the speaker: by the marks there and by what follows the verb."""
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if boundary <= cue.low or sentence.size(cue.low, boundary) < 2:
            return False
        before = words[boundary - 1]
        if not (before.text in (",", "?", "!") or before.is_quote or is_dash(before)):
            return False
        if (cue.last < stop and words[cue.last].text == ":") or (cue.verb.lemma in NO_REPORT_BEHIND and not quoted):
            return False
        right = words[end] if end < stop else None
        if right is None or not (right.is_quote or right.is_word or right.text in ",:—–"):
            return True
        if right.low == "that" and not quoted and Postposed._behind_event(cue, boundary, end):
            return True
        if right.low in ("that", "whether", "how", "why", "what"):
            return quoted and cue.verb.can("told")
        if quoted and cue.verb.can("clause", "that", "told", "quote"):
            return True
        if right.text == ",":
            if end + 1 < stop and words[end + 1].is_quote:
                return False
            comma = next(i for i in range(cue.low, stop) if words[i].text == ",")
            if comma + 1 < boundary and is_finite_clause(words, comma, boundary):
                return True
            medium = any("media_of_saying" in w.in_class for w in words[cue.low : boundary])
            return quoted or not (medium and "introducers" in words[cue.low].in_class)
        opener = words[cue.low]
        if not quoted and ("introducers" in opener.in_class or "leads" in opener.in_class):
            return False
        behind_time = right.low == "to" and end > cue.last and not cue.verb.can("to", "told")
        return (
            (right.low in AFTER_POSTPOSED or behind_time)
            and cue.verb.can("clause", "that", "told")
            and cue.verb.lemma not in ("promise", "vow", "pledge", "threaten")
        )
