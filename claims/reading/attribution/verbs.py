"""The frames around a reporting verb: subject before or behind it, content before or behind it, subject inherited."""

from __future__ import annotations

from claims.reading.attribution.contents import content_end
from claims.reading.attribution.found import Cue, Found
from claims.reading.attribution.grammar import (
    addressee,
    is_dash,
    main_subject,
    noun_phrase_end,
    skip_adverbials,
    subject,
    verbal,
)
from claims.reading.lexicon import VerbForm, Word, word_set
from claims.reading.records import Span

LONGEST_INVERTED = 45
TRAILING_QUOTE_WITHIN = 14
CLAUSE_OPENERS = word_set(
    """
    that it he she they there we i you how if what why whether no this these those his her their its the a an in
    some many most only when while despite nothing everyone people more at on as any all both once since such
    every
    """
)
NP_OBJECT = ("object", "whom")
FINITE = (VerbForm.PAST, VerbForm.THIRD, VerbForm.BASE)


def starts_clause(word: Word) -> bool:
    return word.is_quote or word.low in CLAUSE_OPENERS or word.cap or word.low.endswith("s") or word.text[0].isdigit()


def clause_follows(words: list[Word], first: int, stop: int) -> bool:
    return any(verbal(word) or word.finite for word in words[first : min(stop, first + 12)])


def content_start(cue: Cue) -> int:
    """The index behind addressee, medium and time that follow the verb."""
    words, stop = cue.sentence.words, cue.sentence.stop
    if cue.verb.can("told"):
        return addressee(words, cue.last, stop)
    if cue.verb.can("whom") and not cue.verb.can("clause"):
        return cue.last
    return skip_adverbials(words, cue.last, stop)


def build(
    cue: Cue, rule: str, speaker: Span | None, content: list[Span | None], resume: int, clause: Span | None
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
        resume=resume,
        is_denial=cue.verb.can("denial"),
    )


class QuotedAs:
    """X was quoted as saying by Y; Y quoted X as saying; Y cited X as saying."""

    name = "quoted as saying"

    def find(self, cue: Cue) -> Found | None:
        words, stop, sentence = cue.sentence.words, cue.sentence.stop, cue.sentence
        if cue.verb.lemma not in ("quote", "cite"):
            return None
        as_at = next((i for i in range(cue.at + 1, min(stop, cue.at + 20)) if words[i].low == "as"), -1)
        if as_at < 0 or as_at + 1 >= stop or words[as_at + 1].form is not VerbForm.ING or words[as_at + 1].verb is None:
            return None
        outer = subject(words, cue.first, cue.low)
        start = as_at + 2
        relays: list[Span] = []
        if as_at == cue.at + 1:
            if not cue.is_passive or outer is None:
                return None
            speaker = sentence.range(outer[0], outer[1])
            if start < stop and words[start].low == "by":
                end = start + 1
                while end < stop and words[end].is_word and words[end].low != "that":
                    end += 1
                relay = sentence.range(start + 1, end)
                relays += [relay] if relay else []
                start = end
        else:
            speaker = sentence.range(cue.last, as_at)
            relay = sentence.range(outer[0], outer[1]) if outer else None
            relays += [relay] if relay else []
        start = skip_adverbials(words, start, stop)
        if start >= stop:
            return self._before(cue, speaker, relays, outer[2] if outer else cue.first)
        end = content_end(words, start, stop)
        cue_span = Span(sentence.starts[cue.first], sentence.ends[as_at + 1])
        content = sentence.range(_behind_marks(words, start, stop), end)
        if content is None:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=cue_span,
            content=[content],
            clause=sentence.range(outer[2] if outer else cue.first, start),
            resume=end,
            relays=relays,
        )

    def _before(self, cue: Cue, speaker: Span | None, relays: list[Span], boundary: int) -> Found | None:
        content = cue.sentence.range(cue.low, boundary)
        clause = cue.sentence.range(boundary, cue.sentence.stop)
        found = build(cue, self.name, speaker, [content], cue.sentence.stop, clause)
        if found is not None:
            found.relays = relays
        return found


def _behind_marks(words: list[Word], at: int, stop: int) -> int:
    while at < stop and words[at].is_mark and (words[at].text in ",:" or is_dash(words[at])):
        at += 1
    return at


MEDIA_BEFORE_ING = word_set(
    """
    statement pamphlets leaflets tweet letter interview message post him them her reporters
    """
)


class Participle:
    """…, adding that …: the subject is that of the clause before."""

    name = "participle"

    def find(self, cue: Cue) -> Found | None:
        if cue.form is not VerbForm.ING or any(w.be for w in cue.sentence.words[cue.first : cue.at]):
            return None
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if cue.at == 0 or (cue.at == cue.low and not cue.earlier):
            return None
        before = words[cue.at - 1] if cue.first == cue.at else words[cue.first - 1]
        if not (
            before.text == ","
            or before.is_quote
            or (before.low in ("by", "in", "and") and cue.verb.lemma in ("say", "tell", "add", "call", "claim"))
            or before.low in MEDIA_BEFORE_ING
            or before.day
        ):
            return None
        if cue.verb.lemma in (
            "read",
            "report",
            "continue",
            "post",
            "signal",
            "rule",
            "answer",
            "monitor",
            "count",
            "record",
        ):
            return None
        first = addressee(words, cue.last, stop) if cue.verb.can("told") else cue.last
        if first < stop and words[first].low in ("in", "on", "at", "later") and not cue.verb.can("whom"):
            first = skip_adverbials(words, first, stop)
        first = _behind_marks(words, first, stop)
        if first >= stop:
            return None
        opener = words[first]
        if cue.verb.can("that") and not cue.verb.can("whom", "object") and not starts_clause(opener):
            return None
        speaker = self._speaker(cue)
        if speaker is None:
            return None
        end = content_end(words, first, stop)
        content = sentence.range(first + (opener.low == "that"), end)
        return build(cue, self.name, speaker, [content], end, sentence.range(cue.first, first))

    def _speaker(self, cue: Cue) -> Span | None:
        if cue.earlier:
            return cue.earlier[-1].speaker
        found = main_subject(cue.sentence.words, 0, cue.at)
        return cue.sentence.range(*found) if found else None


class Inverted:
    """“…,” said X."""

    name = "content, verb, speaker"

    def find(self, cue: Cue) -> Found | None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        if cue.first != cue.at or cue.form not in (VerbForm.PAST, VerbForm.THIRD):
            return None
        if (
            not cue.verb.can("clause", "that", "quote")
            or cue.last >= stop
            or (cue.verb.can("told") and cue.verb.lemma != "ask")
        ):
            return None
        following = words[cue.last]
        if (
            not (
                following.cap
                or following.determiner
                or following.low in ("former", "senior", "he", "she", "they")
                or (
                    following.is_word and cue.verb.lemma == "say" and not following.preposition and not following.adverb
                )
            )
            or following.low == "that"
        ):
            return None
        if cue.at == 0:
            if cue.quoted_before is None:
                return None
        else:
            before = words[cue.at - 1]
            if not (before.text in (",", "?", "!") or before.is_quote or is_dash(before)):
                return None
            if sentence.size(cue.low, cue.at) < 2:
                return None
            if before.text == "," and not (cue.at > 1 and words[cue.at - 2].is_quote):
                left = subject(words, cue.first, cue.low)
                if left and left[1] - left[0] <= 25:
                    return None
        if following.low in ("the", "his", "their", "its") and cue.verb.can("object") and not cue.verb.can("quote"):
            if not (cue.at and (words[cue.at - 1].is_quote or words[cue.at - 2].is_quote)):
                return None
        end = noun_phrase_end(words, cue.last, stop)
        speaker = sentence.range(cue.last, end)
        if speaker is None or sentence.size(cue.last, end) > LONGEST_INVERTED:
            return None
        content: list[Span | None] = [sentence.range(cue.low, cue.at) if cue.at else cue.quoted_before]
        after = _trailing_quote(words, end, stop)
        resume = end
        clause_last = after if after is not None else _clause_end(words, end, stop)
        if after is not None:
            content.append(sentence.range(after, stop))
            resume = stop
        return build(cue, self.name, speaker, content, resume, sentence.range(cue.at, clause_last))


def _clause_end(words: list[Word], at: int, stop: int) -> int:
    """The end of a reporting clause: up to a reporting participle or the sentence's end."""
    while at < stop:
        word = words[at]
        if word.is_quote or (word.verb is not None and word.form is VerbForm.ING and words[at - 1].text == ","):
            break
        at += 1
    return at


def _trailing_quote(words: list[Word], at: int, stop: int) -> int | None:
    """The quotation that goes on behind the reporting clause: “…,” he said, “…”."""
    for i in range(at, min(stop, at + TRAILING_QUOTE_WITHIN)):
        if words[i].is_quote:
            return i if words[i].size >= 1 else None
        if words[i].verb is not None:
            return None
    return None


class Placed:
    """Subject and verb are known; says on which side the content stands. Shared by the frames with a subject before."""

    def __init__(self, cue: Cue, boundary: int, *, shared: bool) -> None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        self.start = start = content_start(cue)
        right = words[start] if start < stop else None
        left = (
            not shared
            and boundary > cue.low
            and sentence.size(cue.low, boundary) >= 2
            and (
                words[boundary - 1].text in (",", "?", "!")
                or words[boundary - 1].is_quote
                or is_dash(words[boundary - 1])
            )
        )
        self.left_quote = left and (words[boundary - 1].is_quote or (boundary >= 2 and words[boundary - 2].is_quote))
        opener = words[cue.low] if cue.low < len(words) else words[0]
        intro = left and not self.left_quote and ("introducers" in opener.in_class or "leads" in opener.in_class)
        self.colon = cue.last < stop and words[cue.last].text == ":"
        has_right = right is not None and (right.is_quote or right.is_word or right.text in ",:—–")
        that = right is not None and right.low in ("that", "whether", "how", "why", "what")
        second = words[start + 1] if right is not None and start + 1 < stop else None
        self.postposed = False
        if not left or self.colon:
            return
        if self.left_quote and (cue.verb.can("told") or not has_right):
            self.postposed = True
        elif that or right is None:
            self.postposed = not has_right
        elif (
            not has_right
            or (self.left_quote and cue.verb.can("clause", "that", "told", "quote"))
            or (right.text == "," and not (second is not None and second.is_quote) and not intro)
        ):
            self.postposed = True
        elif right.low in AFTER_POSTPOSED and not intro and cue.verb.can("clause", "that", "told"):
            self.postposed = cue.verb.lemma not in ("agree", "promise", "vow", "pledge", "threaten")


AFTER_POSTPOSED = word_set(
    """
    in on at during to after of about when while as with but before by last because from and although though via
    through citing following without
    """
)
NO_SECOND_PART = word_set(
    """
    citing but although though while as after and who which where when
    """
)


class Postposed:
    """Content, X said."""

    name = "content, speaker, verb"

    def find(self, cue: Cue) -> Found | None:
        sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
        who = subject(words, cue.first, cue.low)
        if who is None:
            return None
        first, last, boundary = who
        place = Placed(cue, boundary, shared=False)
        if not place.postposed:
            return None
        end = place.start
        content = [sentence.range(cue.low, boundary)]
        resume = end
        after = _trailing_quote(words, end, stop) if place.left_quote else None
        clause_last = after if after is not None else _clause_end(words, end, stop)
        if after is not None:
            resume = content_end(words, after, stop)
            content.append(sentence.range(after, resume))
        elif end < stop and words[end].text == "," and not place.left_quote and end + 1 < stop:
            second = words[end + 1]
            reporting = second.verb is not None and second.form is VerbForm.ING
            if not reporting and second.low not in NO_SECOND_PART and sentence.size(end, stop) >= 3:
                clause_last, resume = end, content_end(words, end + 1, stop)
                content.append(sentence.range(end + 1, resume))
        return build(
            cue,
            self.name,
            sentence.range(first, last),
            content,
            max(resume, cue.last),
            sentence.range(boundary, clause_last),
        )


def _says_enough(cue: Cue, first: int) -> bool:
    """Whether what follows the verb can be its content, by what the verb takes."""
    words, stop, verb = cue.sentence.words, cue.sentence.stop, cue.verb
    opener = words[first]
    if opener.is_quote or opener.low == "that" or any(w.is_quote for w in words[first : min(stop, first + 6)]):
        return verb.lemma != "report" or opener.low not in ("to", "for", "on", "from")
    if verb.only_quotes:
        return False
    if (
        opener.low in ("to", "for", "on", "from", "about", "of", "against", "at", "with")
        and opener.low not in verb.particles
    ):
        return (opener.low == "to" and verb.can("to")) or (
            opener.low in ("on", "at", "for", "from") and verb.can("clause")
        )
    if cue.last > cue.at + 1:
        return True
    if verb.can("whom", "object", "told", "to"):
        return True
    if verb.can("clause"):
        return starts_clause(opener) or clause_follows(words, first, stop)
    return starts_clause(opener) and clause_follows(words, first, stop)


class Preposed:
    """X said (that) content; X accused A of B; X called for content."""

    name = "speaker, verb, content"

    def find(self, cue: Cue) -> Found | None:
        who = subject(cue.sentence.words, cue.first, cue.low)
        if who is None:
            return None
        first, last, boundary = who
        if boundary and cue.sentence.words[boundary - 1].low in ("what", "whatever", "than", "everything"):
            return None
        return preposed(cue, self.name, cue.sentence.range(first, last), boundary, shared=False)


def preposed(cue: Cue, rule: str, speaker: Span | None, boundary: int, *, shared: bool) -> Found | None:
    sentence, words, stop = cue.sentence, cue.sentence.words, cue.sentence.stop
    start = cue.last + 1 if Placed(cue, boundary, shared=shared).colon else content_start(cue)
    first = _behind_marks(words, start, stop)
    if first >= stop or not _says_enough(cue, first):
        return None
    end = content_end(words, first, stop)
    opener = words[first]
    if sentence.size(first, end) < 2 and not opener.is_quote:
        return None
    content = sentence.range(first + (opener.low == "that"), end)
    return build(cue, rule, speaker, [content], end, sentence.range(boundary, first))


class Coordinated:
    """X did one thing and said another: the subject is that of the verb before."""

    name = "and + verb, content"

    def find(self, cue: Cue) -> Found | None:
        words = cue.sentence.words
        if cue.first == 0 or words[cue.first - 1].low not in ("and", "but", "then") or cue.form not in FINITE:
            return None
        if cue.earlier and cue.earlier[-1].speaker is not None:
            speaker: Span | None = cue.earlier[-1].speaker
        else:
            found = main_subject(words, cue.low, cue.first - 1)
            speaker = cue.sentence.range(*found) if found else None
        if speaker is None:
            return None
        return preposed(cue, self.name, speaker, cue.first, shared=True)


VERB_FRAMES = (QuotedAs(), Participle(), Inverted(), Coordinated(), Postposed(), Preposed())
