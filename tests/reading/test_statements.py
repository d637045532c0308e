"""Statements as a whole: everything that reading finds of an attribution, put together."""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

import pytest

from claims.reading.records import ArticleInput, Statement
from claims.reading.statements import CONTEXT, describe
from claims.vocabulary import Event, Polarity, Stance, Topic
from tests.reading.world import calendar, directory, gazetteer, marked

ARTICLE = (
    "A truce in the Sarn valley came into force on Saturday.\n"
    "The Truce Centre <said> in a statement on Tuesday that {merrow-centre|militants had fired at least 35 mortar"
    " shells at government troops near Ovin}, adding that {merrow-centre|the Kelvari army had not returned fire}.\n"
    "{upland-fighters|Army posts shelled a dozen villages on Tuesday, killing four people and wounding dozens},"
    " the fighters <said>.\n"
    "The army <denied> {kelvar-army!|that it had violated the ceasefire}."
)


def read(text: str = ARTICLE, *, published: date | None = date(2031, 5, 15)) -> tuple[Statement, ...]:
    plain, attributions, chains = marked(text.strip())
    return describe(
        ArticleInput(text=plain, outlet="", published=published),
        attributions,
        chains,
        directory=directory(),
        gazetteer=gazetteer(),
        calendar=calendar(),
    )


def test_a_charge_with_everything_in_it() -> None:
    charge = read()[0]
    assert charge.said.first == charge.about.first == date(2031, 5, 13)
    assert charge.stance is Stance.VIOLATED
    assert charge.accused == ("bands",)
    assert Topic.VIOLATION in charge.topics
    assert Event.SHELLING in charge.events
    assert charge.places == ("ovin",)
    assert charge.ceasefire == "sarn-truce"
    assert [(f.what, f.low, f.high) for f in charge.figures] == [("shells", 35, None)]


def test_an_answer_a_counter_charge_and_a_denial() -> None:
    _, answer, counter, denial = read()
    assert (answer.stance, answer.accused) == (Stance.HOLDING, ())
    assert (counter.stance, counter.accused) == (Stance.VIOLATED, ("kelvar-army",))
    assert [(f.what, f.low, f.high) for f in counter.figures] == [
        ("villages", 12, 12),
        ("killed", 4, 4),
        ("wounded", 24, 99),
    ]
    assert (denial.polarity, denial.stance, denial.accused) == (Polarity.DENIAL, Stance.HOLDING, ())


def test_words_and_offsets_are_the_texts() -> None:
    plain, _, _ = marked(ARTICLE)
    for statement in read():
        assert statement.text == statement.span.of(plain)
        assert plain.find(statement.prefix + statement.text + statement.suffix) >= 0
        assert len(statement.prefix) <= CONTEXT
        for figure in statement.figures:
            assert statement.span.covers(figure.span)
            assert figure.words == figure.span.of(plain)


def test_the_order_and_number_are_those_of_the_attributions() -> None:
    _, attributions, chains = marked(ARTICLE)
    found = read()
    assert [s.span for s in found] == [a.content for a in attributions]
    assert [s.links for s in found] == chains


def test_no_attributions_give_no_statements() -> None:
    assert read("Nothing was said on Tuesday.") == ()


@pytest.mark.parametrize("days", [-4000, -40, 0, 1, 400, 40_000])
def test_a_publication_day_before_or_after_the_events_is_no_error(days: int) -> None:
    for statement in read(published=date(2031, 5, 15) + timedelta(days)):
        assert statement.about.first is None or statement.about.words or statement.about.reason


def test_a_table_given_as_one_statement_is_read_in_good_time() -> None:
    row = "the army stopped an attack on 12 May at Ovin, not a breach by militants and 14 rebels were killed "
    started = process_time()
    (statement,) = read(f"The army <said> {{kelvar-army|{row * 2000}}}.")
    assert process_time() - started < 5
    assert 0 < len(statement.figures) < 100


def test_a_longer_text_costs_no_more_than_its_length() -> None:
    """The window of each statement is its own: twenty times the text takes about twenty times as long."""
    read()
    started = process_time()
    for _ in range(20):
        read()
    once = process_time() - started
    started = process_time()
    read("\n".join([ARTICLE] * 20))
    assert process_time() - started < 6 * once + 0.2
