"""The bodies named in a statement by the words for their deeds, and whether each is told as the one who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.reading.assertions.matters import Matter, MatterWords
from claims.reading.assertions.naming import Naming, armies, naming_table
from claims.reading.assertions.sense import Hit, Sense
from claims.reading.directory import Directory
from claims.reading.phrases import Phrases, alternation

M = Matter

HARMS = M.KILLED | M.WOUNDED | M.DESTROYED | M.DISPLACED
DEEDS = M.BLOWS | M.BREACH | M.BREACHED | M.HARMED | M.BLOCKED | M.ABUSED | M.SENT | HARMS
SUBJECT_REACH = 110
"""Characters behind a subject in which its verb is looked for."""
BEFORE_REACH, ACT_REACH = 90, 60
MOST_ACTORS = 40
"""Bodies named in one statement that are looked at, the first."""

OVER_BEFORE, OVER_BEHIND = 40, 60
"""Characters around a doer in which its act is said to be over."""

FORCES_REACH = 40
OF_REACH = 4
BY_REACH = 20
"""Words between a deed and its "by"."""

_ENDS_SUBJECT = M.OPENERS | M.REPLY | M.STOPPED | M.CEASED | M.COUNTED


class Actor:
    """A body named. `definite`: with an article that points back ("the group")."""

    __slots__ = ("definite", "end", "naming", "slug", "start")

    def __init__(self, start: int, end: int, slug: str, naming: Naming, definite: bool) -> None:
        self.start = start
        self.end = end
        self.slug = slug
        self.naming = naming
        self.definite = definite

    @property
    def is_adjective(self) -> bool:
        return self.naming in (Naming.ADJECTIVE, Naming.HOLDER)


class ActorFinder:
    """Finds the actors of one language with a registry's words for deeds."""

    def __init__(self, directory: Directory, words: MatterWords, *, language: str) -> None:
        self.words = words
        self._phrases = Phrases(naming_table(directory, words, language).items())
        self._army = armies(directory)
        self._governed = words.takers.union(words.by, words.origin)
        acts, asides = alternation(words.acts), alternation(words.asides)
        quote = "[\"“”'‘’]?"
        few = rf"(?:(?!{alternation(words.takers)} ){quote}[\w'-]+(?<!ed){quote} ){{0,2}}?"
        self._act = re.compile(rf"(?:{words.possessive})? {few}{quote}{acts}(?!\w)")
        self._ends_in_act = re.compile(rf"\b{acts}$")
        self._force = re.compile(rf"(?:{words.possessive})? {alternation(words.forces)}(?!\w)")
        of = alternation(words.genitive)
        self._forces_of = re.compile(
            rf"(?<![\w-]){alternation(words.forces)} {of} (?:{alternation(words.definite)} )?$"
        )
        origin, areas, held = (alternation(w) for w in (words.origin, words.areas, words.held))
        some = r"(?:[\w'-]+ ){0,4}?"
        self._from_areas = re.compile(rf"\b{origin} {some}{areas} {some}{held} (?:the )?(?:{asides} )?$")
        suffer = rf"(?: \w+ly)? (?:had |has |have )?{alternation((*words.passive, *words.fallen))}"
        self._own = re.compile(rf"(?<![\w-]){alternation(words.own)}(?!\w|{suffer}\b)")
        nobody = rf"(?!\w| {alternation(words.impersonal)}\b)"
        opening = r"[\"“”'‘’ ]*(?:that )?"
        self._own_start = re.compile(rf"{opening}{alternation((*words.own_starts, *words.own_quoted))}{nobody}")
        self._own_quoted = re.compile(rf"{opening}{alternation(words.own_quoted)}{nobody}")
        self._before = re.compile(rf"(?:^|[^\w'-])([\w'-]+) (?:{quote}(?:{asides}|[\w-]+-\w+) )*{quote}$")
        self._relative = re.compile(rf"(?: in [\w'-]+)?,? {alternation(words.relatives)} ")
        self._hedged = re.compile(rf"\b{alternation(words.hedged)} $")
        adverb = r"(?: \w+ly| also| again| being| not| later)*"
        self._passive = re.compile(rf"\b{alternation(words.passive)}{adverb}(?: (?!\w+ing )\w+)? ?$")

    def find(self, text: str, folded: str, start: int, end: int) -> list[Actor]:
        out: list[Actor] = []
        for first, stop, (slug, naming, capitals) in self._phrases.find(folded, start, end):
            if capitals and not text[first:stop].isupper():
                continue
            if len(out) == MOST_ACTORS:
                break
            if slug in self._army and (force := self._force.match(folded, stop, end)):
                slug, naming, stop = self._army[slug], Naming.NAME, force.end()
            if force := self._forces_of.search(folded, max(start, first - FORCES_REACH), first):
                slug, first = self._army.get(slug, slug), force.start()
            before = folded[max(start, first - 6) : first].split()
            out.append(Actor(first, stop, slug, naming, bool(before) and before[-1] in self.words.definite))
        return out

    def acts_itself(self, sense: Sense, *, is_quoted: bool) -> bool:
        """The speaker's own act, before any other deed: "its forces had carried out strikes", “We responded”."""
        deed = sense.first(M.FIRE)
        if deed is None:
            return False
        start = sense.span.start
        opens = (self._own_quoted if is_quoted else self._own_start).match(sense.folded, start)
        return bool(opens or self._own.search(sense.folded, start, deed.end))

    def doers(self, sense: Sense, actors: Sequence[Actor]) -> Iterator[Actor]:
        """The actors that do something blamed, in order; one joined by "and" to such a one does it too.

        So does the adjective before it: "Velland and government forces".
        """
        does = False
        for index, actor in enumerate(actors):
            before = actors[index - 1] if index else None
            joined = before is not None and sense.folded[before.end : actor.start] in self.words.joins
            shares = joined and before is not None and not does and before.naming is Naming.ADJECTIVE
            lead = before if shares and before is not None else actor
            later = actors[index + 1 :]
            does = self._does(sense, actor, later, lead=lead, is_joined=joined and not shares) or (joined and does)
            if does and shares and before is not None:
                yield before
            if does:
                yield actor

    def word_before(self, folded: str, actor: Actor, start: int) -> str:
        """The word before the name, its articles and epithets skipped."""
        match = self._before.search(folded, max(start, actor.start - BEFORE_REACH), actor.start)
        return match.group(1) if match else ""

    def _does(self, sense: Sense, actor: Actor, later: Sequence[Actor], *, lead: Actor, is_joined: bool) -> bool:
        """lead: the first of those that are told as one, before whom the governing word stands."""
        folded, span = sense.folded, sense.span
        word = self.word_before(folded, lead, span.start)
        if actor.naming is Naming.HOLDER:
            return word in self.words.origin and bool(sense.told & M.BLOWS)
        if self._is_blamed(sense, actor, folded):
            return True
        if self._relative.match(folded, actor.end) and self._is_subject(sense, actor, actor.end + SUBJECT_REACH):
            return True
        if word in self.words.by and self._is_author(sense, actor):
            return True
        if word in self.words.genitive and self._is_owner(sense, actor):
            return True
        if (
            self._from_areas.search(folded, max(span.start, actor.start - BEFORE_REACH), actor.start)
            and sense.told & M.BLOWS
        ):
            return not sense.mask & M.LESS
        if word in self.words.by:
            return False
        if self._has_act(folded, actor, later, span.end):
            return not self._is_over(sense, actor) and word not in self.words.objects
        if self._hedged.search(folded, max(span.start, actor.start - BEFORE_REACH), actor.start):
            return True
        if word in self.words.origin and not sense.mask & (M.LESS | M.WITHDREW):
            return any(h.mask & M.BLOWS and h.end <= actor.start for h in sense.hits)
        if actor.is_adjective or is_joined:
            return False
        if (
            word in self.words.takers
            or word.endswith(self.words.active_ending)
            or folded.startswith(self.words.possessive, actor.end)
        ):
            return False
        return self._is_subject(sense, actor, self._next_subject(folded, actor, later, span.start))

    def _has_act(self, folded: str, actor: Actor, later: Sequence[Actor], end: int) -> bool:
        """Its act stands behind it ("insurgent rockets"), or behind the next of a list of two."""
        if self._ends_in_act.search(folded[actor.start : actor.end]):
            return True
        if self._act.match(folded, actor.end, min(end, actor.end + ACT_REACH)):
            return True
        return (
            bool(later)
            and folded[actor.end : later[0].start] in self.words.joins
            and (
                bool(self._ends_in_act.search(folded[later[0].start : later[0].end]))
                or bool(self._act.match(folded, later[0].end, min(end, later[0].end + ACT_REACH)))
            )
        )

    def _is_over(self, sense: Sense, actor: Actor) -> bool:
        """Its act is said to be none, over or less: "no rebel attacks", "government air strikes halted"."""
        clause = next((c for c in sense.clauses if c.hits and actor.start <= c.hits[-1].end), None)
        if clause is None:
            return False
        act = next((h for h in clause.hits if h.mask & DEEDS and h.end > actor.start), None)
        if act is not None and (act.is_aim or clause.negated(act)):
            return True
        over = clause.all(M.STOPPED | M.CEASED | M.LESS)
        return any(-OVER_BEFORE < h.start - actor.end < OVER_BEHIND for h in over)

    def _is_blamed(self, sense: Sense, actor: Actor, folded: str) -> bool:
        """ "The work of", "carried out by", "because of … provocations": blame stands right before the name."""
        blame = next((h for h in reversed(sense.hits) if h.end <= actor.start and h.mask & M.BLAME), None)
        if blame is None or not sense.told & DEEDS:
            return False
        return len(folded[blame.end : actor.start].strip("\"“”'‘’ ").removeprefix("the").split()) == 0

    def _is_author(self, sense: Sense, actor: Actor) -> bool:
        """ "by": a deed stands near before it ("attacks on the town by"), and no other participle ("provided by")."""
        before = [h for h in sense.hits if h.end <= actor.start and not h.is_aim]
        deed = next((h for h in reversed(before) if h.mask & DEEDS), None)
        clause = next((c for c in sense.clauses if deed in c.hits), None)
        if (
            deed is None
            or clause is None
            or clause.negated(deed)
            or sense.told & M.LESS
            or any(h.mask & (M.COMPACT | M.STOPPED | M.CEASED) and h.start > deed.start for h in before)
        ):
            return False
        between = sense.folded[deed.end : actor.start].split()
        by = next((i for i, w in enumerate(between) if w in self.words.by), len(between))
        suffered = by > 0 and between[by - 1].endswith(self.words.suffered_endings)
        return by <= BY_REACH and not suffered

    def _is_owner(self, sense: Sense, actor: Actor) -> bool:
        """ "The provocations of", "the presence of": such deeds are theirs who stand behind the "of"."""
        before = [h for h in sense.hits if h.end <= actor.start]
        if not before or before[-1].mask & M.COMPACT or sense.folded.startswith(self.words.possessive, actor.end):
            return False
        gap = sense.folded.count(" ", before[-1].end, actor.start)
        return bool(before[-1].mask & (M.BREACH | M.ABUSED)) and gap <= OF_REACH and not sense.told & M.LESS

    def _next_subject(self, folded: str, actor: Actor, later: Sequence[Actor], start: int) -> int:
        """Where the next body stands that could be the subject of what follows it."""
        end = actor.end
        for other in later:
            if folded[end : other.start] in self.words.joins:
                end = other.end
            elif not other.is_adjective and self.word_before(folded, other, start) not in self._governed:
                return other.start
        return actor.end + SUBJECT_REACH

    def _is_subject(self, sense: Sense, actor: Actor, limit: int) -> bool:
        """Whether a deed follows that this body does: not suffered, not denied, in no other clause."""
        negated = False
        for hit in sense.hits:
            if hit.start < actor.end:
                continue
            if hit.start > limit or hit.start - actor.end > SUBJECT_REACH:
                return False
            if hit.mask & _ENDS_SUBJECT and not (negated and hit.mask & M.STOPPED):
                return False
            if hit.mask & M.NOT and not hit.mask & M.BREACHED:
                negated = True
                continue
            if negated and hit.mask & M.STOPPED:  # "have not stopped shelling"
                negated = False
                continue
            if negated and hit.mask & M.KEPT:
                return True
            if not hit.mask & DEEDS or hit.is_aim or self._is_object(sense, hit):
                continue
            if hit.mask & DEEDS == M.CLASH:  # "the two exchanged fire"
                continue
            return not negated and not self._is_suffered(sense, actor, hit)
        return False

    def _is_object(self, sense: Sense, deed: Hit) -> bool:
        """A deed behind a preposition ("a commission on violations") is not what the subject does."""
        if any(h.mask & M.CONTINUED and h.end + 1 == deed.start for h in sense.hits):
            return False
        before = sense.folded[max(sense.span.start, deed.start - 12) : deed.start].split()
        return bool(before) and before[-1] in self.words.objects

    def _is_suffered(self, sense: Sense, actor: Actor, deed: Hit) -> bool:
        between = sense.folded[max(actor.end, deed.start - 30) : deed.start]
        if not self._passive.search(between):
            return False
        return not sense.folded[deed.start : deed.end].split(" ")[0].endswith(self.words.active_ending)
