"""The judge as a whole: order, bad input, copies, caps, and sentences that can be signed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.judging.judge import JUDGING_VERSION, judge, judge_all, keep
from claims.judging.kinds import KINDS
from claims.judging.pairing import SPAN, comparable, matters
from claims.judging.records import Body, FigureSeen
from claims.vocabulary import Relation, Stance
from tests.judging.accounts import BEGINS, cast, load, make_account, scene

CASES = [case for name in ("status.toml", "blame.toml", "denial.toml", "figure.toml") for case in load(name)["case"]]
CORPUS = [
    make_account(id=2 * i + j, **(case["a"] if j == 0 else case["b"]) | {"article": i % 7})
    for i, case in enumerate(CASES, 1)
    for j in (0, 1)
]

TEXTS = ["the front was calm", "many villages were shelled", "the army ceased fire", "no raids were carried out", ""]
EVENTS = ["", "shelling", "halted", "air-raid killed", "violations-counted", "agreed began"]
accounts = st.builds(
    dict,
    by=st.sampled_from(sorted(cast())),
    text=st.sampled_from(TEXTS),
    about=st.sampled_from(["", "2031-05-01", "2031-05-02..2031-05-05", "2019-01-01..2033-01-01", "9999-12-31"]),
    topics=st.sampled_from(["status", "violation", "airstrike casualties", "announcement", "terms", ""]),
    stance=st.sampled_from(["", "holding", "violated", "mixed"]),
    events=st.sampled_from(EVENTS),
    accused=st.sampled_from(["", "highland-army", "lowland-fighters"]),
    places=st.sampled_from(["", "olm", "reed-province", "vessel"]),
    figures=st.sampled_from(["", "3..3 killed", "5.. killed;1..1 wounded"]),
    polarity=st.sampled_from(["assert", "denial"]),
    article=st.integers(1, 4),
    origin=st.integers(1, 3),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(accounts, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_pairs(short: list[dict[str, Any]], random: Any) -> None:
    made = [make_account(id=i, **given) for i, given in enumerate(short, 1)]
    expected = judge_all(made)
    random.shuffle(made)
    assert judge_all(made) == expected
    assert all(left < right for left, right, _ in expected)
    assert len({(left, right, v.dimension) for left, right, v in expected}) == len(expected)


@settings(max_examples=200, deadline=None)
@given(accounts, accounts)
def test_both_orders_agree(first: dict[str, Any], second: dict[str, Any]) -> None:
    a, b = make_account(id=1, **first), make_account(id=2, **second)
    verdicts = judge(a, b)
    assert judge(b, a) == verdicts
    assert judge_all([b, a]) == [(1, 2, v) for v in verdicts]
    assert len({v.dimension for v in verdicts}) == len(verdicts)
    assert not verdicts or comparable(a, b)
    for verdict in verdicts:
        assert all(0 <= m.start < m.end <= len(a.text) for m in verdict.left_marks)
        assert all(0 <= m.start < m.end <= len(b.text) for m in verdict.right_marks)


def test_judge_all_is_judge_on_every_pair() -> None:
    expected = [(a.id, b.id, v) for a, b in combinations(sorted(CORPUS, key=lambda c: c.id), 2) for v in judge(a, b)]
    assert judge_all(CORPUS) == expected
    assert 0 < len(expected) < len(CORPUS) ** 2 / 4


def test_no_account_is_paired_with_itself() -> None:
    calm = make_account(
        id=1, by="coast-defence", text="calm, but shelled", topics="status", stance="mixed", about="2031-05-02"
    )
    assert judge(calm, calm) == ()
    assert judge_all([calm, calm]) == []


def test_accounts_without_any_day_have_no_matter_and_no_pair() -> None:
    bare = replace(
        make_account(id=1, text="calm", topics="status", stance="holding"), reported=None, ceasefire_begins=None
    )
    other = make_account(
        id=2,
        by="truce-watch",
        text="many villages were shelled",
        about="2031-05-02",
        topics="violation",
        stance="violated",
        events="shelling",
    )
    assert matters(bare) == ()
    assert judge(bare, other) == ()


def test_a_range_of_years_keeps_its_end_and_a_bounded_span() -> None:
    long = make_account(id=1, text="calm", topics="status", about="2011-03-15..2031-05-20")
    (matter,) = matters(long)
    assert (matter.first, matter.last) == (date(2031, 5, 6), date(2031, 5, 20))


@given(accounts)
def test_no_matter_spans_more_than_the_index_looks_back(short: dict[str, Any]) -> None:
    for matter in matters(make_account(id=1, **short)):
        assert timedelta() <= matter.last - matter.first <= SPAN


def test_a_thousand_figures_are_judged_in_time() -> None:
    many = tuple(
        FigureSeen(what="killed", words=str(n), low=n, high=n, place=None, is_part=False, start=0, end=1)
        for n in range(1000)
    )
    facts = {"about": "2031-05-02", "topics": "casualties", "events": "killed", "places": "olm"}
    a = replace(make_account(id=1, by="rescuers", text="killed in Olm", **facts), figures=many)
    b = replace(make_account(id=2, by="truce-watch", text="killed in Olm", **facts), figures=many[::-1])
    assert [v.relation for v in judge(a, b)] == [Relation.CONTRADICTS]


def test_two_unresolved_speakers_of_one_article_are_not_told_apart() -> None:
    calm = make_account(
        id=1, by="", text="the front was calm", about="2031-05-02", topics="status", stance="holding", article=1
    )
    shelled = {
        "text": "many villages were shelled",
        "about": "2031-05-02",
        "topics": "violation",
        "stance": "violated",
        "events": "shelling",
        "article": 1,
    }
    assert judge(calm, make_account(id=2, by="", **shelled)) == ()
    assert judge(calm, make_account(id=2, by="truce-watch", **shelled)) != ()


def test_an_ally_s_raid_competes_with_an_army_s_halt_and_the_army_s_own_shells_contradict_it() -> None:
    army = Body("valley-army", "Valley Army", "syrian-government", frozenset({"valley-army"}))
    wing = Body("far-wing", "Far Wing", "russia", frozenset({"far-wing"}))
    facts = {"topics": "violation", "stance": "violated", "about": "2031-05-02"}
    halted = replace(
        make_account(
            id=1, text="the army stopped firing", about="2031-05-01", topics="status", stance="holding", events="halted"
        ),
        sources=(army,),
    )
    raid = replace(make_account(id=2, by="rescuers", text="jets hit Olm", events="air-raid", **facts), accused=(wing,))
    shells = replace(
        make_account(id=3, by="rescuers", text="guns hit Olm", events="shelling", **facts), accused=(army,)
    )
    assert [v.relation for v in judge(halted, raid)] == [Relation.COMPETES]
    assert [v.relation for v in judge(halted, shells)] == [Relation.CONTRADICTS]


def test_an_outsider_s_strike_breaks_a_truce_only_if_somebody_says_so() -> None:
    fleet = Body("far-fleet", "Far Fleet", "west", frozenset({"far-fleet"}))
    declared = make_account(
        id=1,
        by="ridge-defence",
        text="a ceasefire began on 1 May",
        about="2031-05-01",
        topics="announcement",
        stance="holding",
    )
    facts = {"topics": "violation", "events": "shelling", "about": "2031-05-01"}
    strike = replace(make_account(id=2, by="truce-watch", text="missiles hit a camp", **facts), accused=(fleet,))
    breach = replace(strike, stance=Stance.VIOLATED, text="missiles hit a camp and broke the ceasefire")
    assert judge(declared, strike) == ()
    assert [v.relation for v in judge(declared, breach)] == [Relation.COMPETES]


def test_the_clearest_pair_is_the_strongest() -> None:
    """Dated by both, of one day, at one place, unhedged: it stands first."""
    calm = make_account(
        id=1,
        by="coast-defence",
        text="Olm was calm",
        about="2031-05-02",
        topics="status",
        stance="holding",
        places="olm",
    )
    facts = {"topics": "violation", "stance": "violated", "events": "shelling", "accused": "highland-army"}
    plain = make_account(id=2, text="dozens of shells hit Olm", about="2031-05-02", places="olm", **facts)
    wide = make_account(id=3, text="dozens of shells hit villages", about="2031-05-01..2031-05-02", **facts)
    (first,), (second,) = judge(calm, plain), judge(calm, wide)
    assert first.relation is second.relation is Relation.CONTRADICTS
    assert first.strength > second.strength


def test_the_cap_keeps_the_strongest_and_reports_the_rest() -> None:
    pairs = judge_all(CORPUS)
    kept = keep(pairs, per_claim=2)
    assert sorted([*kept.pairs, *kept.cut], key=repr) == sorted(pairs, key=repr)
    assert kept.cut
    counts: dict[int, int] = {}
    for left, right, _ in kept.pairs:
        counts[left] = counts.get(left, 0) + 1
        counts[right] = counts.get(right, 0) + 1
    assert max(counts.values()) <= 2
    assert keep(list(reversed(pairs)), per_claim=2) == kept
    weakest_kept = {c: min(p[2].strength for p in kept.pairs if c in p[:2]) for c in counts}
    for left, right, verdict in kept.cut:
        assert any(c in weakest_kept and weakest_kept[c] >= verdict.strength for c in (left, right))


def test_every_reason_names_both_sources_and_says_nothing_of_its_own() -> None:
    by_id = {account.id: account for account in CORPUS}
    for left, right, verdict in judge_all(CORPUS):
        assert verdict.reason.endswith(".")
        for account in (by_id[left], by_id[right]):
            assert all(body.name in verdict.reason for body in account.sources)
        own = "".join(part.partition("”")[2] or part for part in verdict.reason.split("“"))
        assert not {"terrorist", "regime", "claims", "admits", "lies"} & set(own.lower().split())
        assert {"say", "says", "deny", "denies"} & set(own.split())


def test_versions_are_stamped() -> None:
    assert max(kind.version for kind in KINDS) <= JUDGING_VERSION
    assert {v.version for _, _, v in judge_all(CORPUS)} <= {kind.version for kind in KINDS}


def test_the_cast_is_whole() -> None:
    assert all(slug in body.family for slug, body in cast().items())
    assert "basin" in scene()["olm"].within
    assert date(2031, 5, 1) == BEGINS
