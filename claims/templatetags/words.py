"""The words for keys as filters of templates: each takes the key that a record carries."""

from __future__ import annotations

from collections.abc import Iterable

from claims.comparison import wording
from claims.comparison.wording import once_a_language
from claims.vocabulary import (
    ChangeKind,
    DateOrigin,
    Dimension,
    Form,
    LinkRole,
    PartyRole,
    Relation,
    ReviewState,
    SourceKind,
    Stance,
    Topic,
)


@once_a_language
def question(dimension: str) -> str:
    return str(wording.QUESTIONS[Dimension(dimension)].label) if dimension else ""


@once_a_language
def differs(dimension: str) -> str:
    return str(wording.DIFFERENCES[Dimension(dimension)]) if dimension else ""


@once_a_language
def form_words(form: str) -> str:
    return str(wording.FORMS[Form(form)])


@once_a_language
def stance_words(stance: str) -> str:
    return str(wording.STANCES[Stance(stance)])


def topic_words(topics: Iterable[str]) -> str:
    return ", ".join(str(wording.TOPICS[Topic(topic)]) for topic in topics)


@once_a_language
def relation_words(relation: str) -> str:
    return str(wording.RELATIONS[Relation(relation)].label)


@once_a_language
def relation_sentence(relation: str) -> str:
    return str(wording.RELATIONS[Relation(relation)].sentence)


@once_a_language
def clock_words(key: str) -> str:
    return str(wording.CLOCKS[key])


@once_a_language
def role_words(role: str) -> str:
    return str(wording.ROLES[LinkRole(role)])


@once_a_language
def party_words(role: str) -> str:
    return str(wording.PARTY_ROLES[PartyRole(role)])


@once_a_language
def kind_words(kind: str) -> str:
    return str(wording.SOURCE_KINDS[SourceKind(kind)])


@once_a_language
def origin_words(origin: str) -> str:
    return str(wording.DATE_ORIGINS[DateOrigin(origin)])


@once_a_language
def change_words(kind: str) -> str:
    return str(wording.CHANGES[ChangeKind(kind)])


@once_a_language
def review_words(state: str) -> str:
    return str(wording.REVIEWS[ReviewState(state)].label)


@once_a_language
def review_sentence(state: str) -> str:
    return str(wording.REVIEWS[ReviewState(state)].sentence)


@once_a_language
def record_words(record: str) -> str:
    return str(wording.RECORDS[record])


@once_a_language
def absence_label(absence: str) -> str:
    return str(wording.ABSENCES[absence].label)


@once_a_language
def facet_words(name: str) -> str:
    return str(wording.FACETS[name])


FILTERS = (
    question,
    differs,
    form_words,
    stance_words,
    topic_words,
    relation_words,
    relation_sentence,
    clock_words,
    role_words,
    party_words,
    kind_words,
    origin_words,
    change_words,
    review_words,
    review_sentence,
    record_words,
    absence_label,
    facet_words,
)
