"""What a statement asserts: stance, blame, topics and events of single sentences of the invented country."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.records import ArticleInput, Statement
from claims.reading.statements import describe
from claims.vocabulary import Stance, Target
from tests.reading.world import CASES, calendar, directory, gazetteer, marked

PUBLISHED = date(2031, 5, 15)


def cases() -> list[dict[str, str]]:
    with (CASES / "assertions" / "sentences.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(text: str, *, who: str = "", published: date = PUBLISHED) -> tuple[Statement, ...]:
    plain, attributions, chains = marked(text, who=who)
    return describe(
        ArticleInput(text=plain, outlet="", published=published),
        attributions,
        chains,
        directory=directory(),
        gazetteer=gazetteer(),
        calendar=calendar(),
    )


@pytest.mark.parametrize("case", cases(), ids=lambda c: c["text"])
def test_sentence(case: dict[str, str]) -> None:
    (statement,) = read(case["text"], who=case["who"])
    assert {
        "stance": statement.stance or "",
        "accused": " ".join(statement.accused),
        "topics": " ".join(statement.topics),
        "events": " ".join(statement.events),
    } == {key: case[key] for key in ("stance", "accused", "topics", "events")}


def test_there_are_enough_sentences_of_each_stance() -> None:
    stances = [c["stance"] for c in cases()]
    assert len(stances) >= 120
    assert {s: stances.count(s) > 2 for s in Stance} == dict.fromkeys(Stance, True)
    assert stances.count("") > 30


@pytest.mark.parametrize("case", [c for c in cases() if c["stance"] or c["accused"]], ids=lambda c: c["text"])
def test_a_stance_and_a_charge_keep_the_words_that_show_them(case: dict[str, str]) -> None:
    (statement,) = read(case["text"], who=case["who"])
    for what, words in statement.evidence:
        assert words in statement.text or (what.startswith("topic") and words) or what.startswith("accused")
    shown = {what for what, words in statement.evidence if words}
    if statement.stance:
        assert f"stance: {statement.stance}" in shown
    assert statement.accused_words in statement.text


def test_an_attack_before_the_truce_breaks_nothing() -> None:
    (statement,) = read("{valley-watch|Kelvari warplanes bombed Mirna on May 9}, the watch <said>.")
    assert (statement.stance, statement.accused) == (None, ("kelvar-army",))


def test_an_attack_without_an_author_is_that_of_the_one_told_before() -> None:
    first, second = read(
        "{residents|Army posts shelled a dozen villages on Monday}, residents <said>.\n"
        "{upland-council|Many towns continued to be hit by artillery}, the council <said>."
    )
    assert first.accused == second.accused == ("kelvar-army",)
    assert second.accused_words == ""


def test_but_not_of_another_day() -> None:
    _, second = read(
        "{residents|Army posts shelled a dozen villages on Monday}, residents <said>.\n"
        "{residents|A house was hit by artillery on Wednesday}, residents <said>."
    )
    assert second.accused == ()


def test_an_attack_on_troops_without_an_author_is_that_of_armed_bands() -> None:
    (statement,) = read("{merrow-centre|Firing at government troops in Brec continues}, the centre <said>.")
    assert statement.accused == ("bands",)


def test_a_generic_word_yields_to_the_group_it_stands_for() -> None:
    (statement,) = read(
        "The army <said> {kelvar-army|its units met Tolvan Front fighters after the militants shelled Ovin}."
    )
    assert statement.accused == ("tolvan-front",)


def test_of_several_accused_the_first_named_comes_first() -> None:
    (statement,) = read("{valley-watch|Kelvari jets and Merrovian air strikes hit Mirna}, the watch <said>.")
    assert statement.accused == ("kelvar-army", "merrow-government")
    assert statement.accused_words == "Kelvari jets"


def test_who_counts_violations_is_not_accused() -> None:
    (statement,) = read("{merrow-centre|The Kelvari army has registered 14 violations}, the centre <said>.")
    assert statement.accused == ()


def test_targets_are_told_only_where_something_was_hit() -> None:
    hit, talk = read(
        "{residents|A hospital in Talle was hit by army helicopters on Monday}, residents <said>.\n"
        "{relief-board|The hospital in Talle needs fuel}, the board <said>."
    )
    assert Target.HOSPITALS in hit.targets
    assert talk.targets == ()


def test_what_says_nothing_by_itself_keeps_the_topics_of_what_it_speaks_of() -> None:
    first, second = read(
        "Merrow <said> on Monday {merrow-government|regime forces had shelled one of its posts}. "
        "{merrow-government|We think that it was intended}, it <said>."
    )
    assert second.topics == first.topics
    assert second.about.first == first.about.first


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="<>{}|"), min_size=1, max_size=120),
    st.sampled_from(["kelvar-army", "residents", "nobody"]),
)
def test_any_words_can_be_said(words: str, who: str) -> None:
    (statement,) = read(f"The army <said> {{{who}|{words}}}.")
    assert statement.text == words


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "{residents|the Kelvari army of breaking the truce}, <saying> {residents|it had shelled Ovin overnight}",
            "army",
        ),
        ("{merrow-centre|the army of breaking it}, <saying> {merrow-centre|they had shelled Ovin overnight}", "army"),
        ("{merrow-centre|the army of breaking it}, <saying> {merrow-centre|it had shelled Ovin overnight}", ""),
    ],
)
def test_it_is_the_one_accused_only_where_many_speak(text: str, accused: str) -> None:
    _, second = read(f"The others <accused> {text}.")
    assert second.accused == ((f"kelvar-{accused}",) if accused else ())
