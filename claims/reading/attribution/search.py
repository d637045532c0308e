"""The whole way from a text to its attributions: walk, resolve who speaks, cut into claims."""

from __future__ import annotations

from claims.reading.anaphora import Antecedents
from claims.reading.attribution.split import claims_of
from claims.reading.attribution.utterances import Utterances
from claims.reading.attribution.walk import Walk
from claims.reading.languages.english import LEXICON
from claims.reading.record import record
from claims.reading.records import Attribution, Dropped
from claims.reading.sentences import Splitter
from claims.vocabulary import DropReason

SPLITTER = Splitter(LEXICON)


@record()
class Findings:
    """All attributions of a text in its order, and what looked like one but was left out."""

    attributions: tuple[Attribution, ...]
    dropped: tuple[Dropped, ...]


def attributions(text: str) -> tuple[Attribution, ...]:
    return findings(text).attributions


def findings(text: str) -> Findings:
    antecedents = Antecedents(text)
    out: list[Attribution] = []
    dropped: list[Dropped] = []
    utterances = Utterances(text)
    walk = Walk(text, SPLITTER)
    for located in walk.located():
        found = located.found
        relays = antecedents.relays(found.relays)
        if found.says_nothing:
            dropped.append(Dropped(located.sentence.of(text), DropReason.NO_CONTENT))
            continue
        who = antecedents.resolve(found.speaker, clause=found.clause)
        telling = who if found.teller is None else antecedents.resolve(found.teller, clause=found.clause)
        out += claims_of(text, located, who, utterances.number(located, telling), SPLITTER, relays)
    return Findings(tuple(out), (*dropped, *walk.dropped))
