"""The frames without an active verb: "according to X", "reported by X", "X's claim that", "X is concerned"."""

from __future__ import annotations

from claims.reading.attribution.adverbials import skip_adverbials
from claims.reading.attribution.contents import content_end, is_vague, last_clause, names_source
from claims.reading.attribution.found import Found, Place
from claims.reading.attribution.frames.starts import behind_marks
from claims.reading.attribution.grammar import is_clitic, verb_group
from claims.reading.attribution.next_reports import trailing_reporter
from claims.reading.attribution.nominals import agent_end, before_document, carried_by
from claims.reading.attribution.subjects import subject
from claims.reading.lexicon import VerbForm, Word, word_set
from claims.reading.records import Span

QUOTING = word_set("quoted cited carried published reported interviewed")
REPORTED = ("reported", "confirmed", "announced", "revealed", "documented", "stated")
LONGEST_OWNER = 8
LEAST_CONTENT = 3
LONGEST_AGENT = 16


class AccordingTo:
    """According to X, content; content, according to X; con-, according to X, -tent."""

    name = "according to"

    def find(self, place: Place) -> Found | None:
        sentence, at, low = place.sentence, place.at, place.low
        words, stop = sentence.words, sentence.stop
        if words[at].low != "according" or at + 1 >= stop or words[at + 1].low != "to":
            return None
        fronted = sentence.size(low, at) < 2
        end = agent_end(words, at + 2, stop, fronted=fronted)
        if fronted:
            end = _before_there(words, at + 3, end)
        carried = carried_by(words, at + 2, end)
        speaker = sentence.range(at + 2, carried[0] if carried else end)
        carrier = sentence.range(carried[1], carried[2]) if carried else None
        if speaker is None or not names_source(words, at + 2, end) or is_vague(words, at + 2, end):
            return None
        if not fronted:
            quoted = words[at - 1].is_quote
            content = [sentence.range(low if quoted else last_clause(words, low, at), at)]
            resume = end
            if end + 1 < stop and words[end].text == "," and words[at - 1].text == ",":
                following = words[end + 1]
                reporting = following.verb is not None and following.form is VerbForm.ING
                relative = following.low in ("which", "who", "but", "while", "whereas", "although", "though")
                outer = trailing_reporter(words, end + 1, stop) is not None
                if sentence.size(end, stop) >= 2 and not reporting and not relative and not outer:
                    resume = content_end(words, end + 1, stop)
                    content.append(sentence.range(end + 1, resume))
        elif end < stop:
            behind = skip_adverbials(words, end, stop)
            end = behind if behind < stop and words[behind].text == "," else end
            resume = content_end(words, behind_marks(words, end, stop), stop)
            content = [sentence.range(end, resume)]
            if sentence.size(end, resume) < LEAST_CONTENT:
                return None
        else:
            return None
        kept = [span for span in content if span is not None]
        if not kept:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=Span(sentence.starts[at], sentence.ends[at + 1]),
            content=kept,
            clause=sentence.range(at, end),
            resume=resume,
            relays=[carrier] if carrier is not None else [],
        )


def _before_there(words: list[Word], first: int, end: int) -> int:
    """Where "there were …" begins behind a source that no comma ends; the end where nothing of the kind does."""
    for at in range(first, end - 1):
        if words[at].low == "there" and (words[at + 1].be or words[at + 1].aux):
            return at
    return end


class ReportedBy:
    """Content, as reported by X."""

    name = "reported by"

    def find(self, place: Place) -> Found | None:
        sentence, at, low = place.sentence, place.at, place.low
        words, stop = sentence.words, sentence.stop
        if words[at].low not in REPORTED or at + 2 >= stop or words[at + 1].low != "by":
            return None
        first = verb_group(words, at)
        opener = first - 1
        if opener == low and words[opener].low == "it":
            return self._with_content_behind(place)
        if opener < low or words[opener].low not in ("as", "it"):
            return None
        parted = opener > low and (words[opener - 1].text == "," or words[opener].low == "as")
        if not parted or sentence.size(low, opener) < 2:
            return None
        end = agent_end(words, at + 2, stop, fronted=False)
        speaker, content = sentence.range(at + 2, before_document(words, at + 2, end)), sentence.range(low, opener)
        if speaker is None or content is None:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=Span(sentence.starts[at], sentence.ends[at + 1]),
            content=[content],
            clause=sentence.range(opener, end),
            resume=end,
        )

    def _with_content_behind(self, place: Place) -> Found | None:
        """ "It was reported by X that …"."""
        sentence, at = place.sentence, place.at
        words, stop = sentence.words, sentence.stop
        that = next((i for i in range(at + 3, min(stop - 1, at + LONGEST_AGENT)) if words[i].low == "that"), -1)
        speaker = sentence.range(at + 2, that) if that > 0 else None
        if speaker is None:
            return None
        end = content_end(words, that + 1, stop)
        content = sentence.range(that + 1, end)
        if content is None:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=Span(sentence.starts[at], sentence.ends[at + 1]),
            content=[content],
            clause=sentence.range(place.low, that),
            resume=end,
        )


class AccusedBy:
    """A is accused by X of B: the content is all of it, around the agent."""

    name = "accused by"

    def find(self, place: Place) -> Found | None:
        sentence, at, low = place.sentence, place.at, place.low
        words, stop = sentence.words, sentence.stop
        if words[at].low not in ("accused", "blamed", "criticised", "criticized") or words[at + 1 : at + 2] == []:
            return None
        first = verb_group(words, at)
        if words[at + 1].low != "by" or not any(word.be for word in words[first:at]):
            return None
        charge = next((i for i in range(at + 3, min(stop, at + LONGEST_AGENT)) if words[i].low in ("of", "for")), -1)
        who = subject(words, first, low)
        if charge < 0 or who is None:
            return None
        end = content_end(words, charge, stop)
        speaker = sentence.range(at + 2, charge)
        content = [sentence.range(who[0], who[1]), sentence.range(charge, end)]
        kept = [span for span in content if span is not None]
        if speaker is None or not kept:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=Span(sentence.starts[first], sentence.ends[at + 1]),
            content=kept,
            clause=sentence.range(first, charge),
            resume=end,
        )


class NounCue:
    """X's claim that content; his warning that content."""

    name = "noun of saying"

    def find(self, place: Place) -> Found | None:
        sentence, at, low = place.sentence, place.at, place.low
        words, stop = sentence.words, sentence.stop
        if "saying_nouns" not in words[at].in_class or at + 2 >= stop or words[at + 1].low != "that" or at == low:
            return None
        owner = at - 1
        while owner > low and words[owner].is_word and _modifies(words[owner].low):
            owner -= 1
        first = owner
        if "possessives" in words[owner].in_class:
            speaker = sentence.range(owner, owner + 1)
        elif is_clitic(words[owner]) or words[owner].text in ("'", "’"):
            while first > low and words[first - 1].is_word and owner - first < LONGEST_OWNER:
                first -= 1
                if words[first].determiner or (words[first].cap and not (first and words[first - 1].cap)):
                    break
            speaker = sentence.range(first, owner)
        else:
            return None
        end = content_end(words, at + 2, stop)
        if sentence.size(low, first) <= 1:
            end = min(end, _main_verb(place, at + 2, end))
        content = sentence.range(at + 2, end)
        if speaker is None or content is None:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=Span(sentence.starts[at], sentence.ends[at]),
            content=[content],
            clause=sentence.range(first, at + 1),
            resume=end,
            is_denial=words[at].low in ("denial", "denials"),
        )


def _modifies(word: str) -> bool:
    return word.endswith("ed") or word in ("own", "recent", "earlier", "false", "new", "latest", "first", "public")


def _main_verb(place: Place, first: int, end: int) -> int:
    """Where the noun is the subject of its sentence: the second verb group in what follows it is the sentence's own."""
    words = place.sentence.words
    seen = False
    at = first
    while at < end:
        word = words[at]
        if word.subordinator or word.low in ("and", "who", "which"):
            seen = False
        elif word.finite or (word.low.endswith("ed") and not word.cap):
            if seen:
                return at
            seen = True
            while at + 1 < end and (words[at].aux or words[at + 1].adverb or words[at + 1].negation):
                at += 1
        at += 1
    return end


class Feeling:
    """X is concerned that content; X was alarmed by content."""

    name = "feeling"

    def find(self, place: Place) -> Found | None:
        sentence, at, low = place.sentence, place.at, place.low
        words, stop = sentence.words, sentence.stop
        if "saying_adjectives" not in words[at].in_class or at + 1 >= stop or at <= low:
            return None
        if words[at + 1].low not in ("that", "about", "at", "by", "over"):
            return None
        first = verb_group(words, at)
        if first == at and words[at - 1].low in ("remain", "remains", "remained"):
            first = at - 1
        elif not any(word.be for word in words[first:at]) or any(word.negation for word in words[first:at]):
            return None
        who = subject(words, first, low)
        if who is None:
            return None
        end = content_end(words, at + 2, stop)
        content = sentence.range(at + 2, end)
        speaker = sentence.range(who[0], who[1])
        if content is None or speaker is None:
            return None
        return Found(
            rule=self.name,
            speaker=speaker,
            cue=Span(sentence.starts[first], sentence.ends[at]),
            content=[content],
            clause=sentence.range(who[2], at + 2),
            resume=end,
        )
