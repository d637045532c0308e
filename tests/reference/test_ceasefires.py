"""The list of ceasefires: what each party stated is kept as stated, and each statement can be checked."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from claims.reference import ceasefires
from claims.reference.records import CeasefireEntry, Reference
from claims.vocabulary import PartyRole, Precision

ENTRIES = {ceasefire.slug: ceasefire for ceasefire in ceasefires()}

SLUGS = [
    "2019-05-18-unilateral", "2019-06-12-russia-turkey", "2019-08-01-conditional",
    "2019-08-31-unilateral", "2020-01-12-russia-turkey", "2020-03-06-moscow-protocol",
]  # fmt: skip
PROVINCES = {"idlib-province", "hama-province", "latakia-province", "aleppo-province"}

each = pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES.keys())


def references(entry: CeasefireEntry) -> list[Reference]:
    stated = (*entry.starts, *entry.ends, *entry.terms, *entry.parties, *entry.listed_by)
    return [*entry.references, *(s.reference for s in stated)]


def test_the_six_of_idlib_in_order_of_time() -> None:
    assert list(ENTRIES) == SLUGS


@each
def test_entry_agrees_with_itself(entry: CeasefireEntry) -> None:
    assert entry.begins.isoformat() == entry.slug[:10]
    assert entry.announced is not None
    assert (entry.begins_precision is Precision.MINUTE) == bool(entry.begins_clock)
    assert entry.begins in {start.day for start in entry.starts}, "nobody stated this start"
    assert entry.ended is None or entry.ended in {end.day for end in entry.ends}, "nobody stated this end"
    assert entry.ended is None or entry.begins < entry.ended
    assert entry.summary
    assert entry.terms
    assert ZoneInfo(entry.zone)


@each
def test_every_statement_can_be_checked(entry: CeasefireEntry) -> None:
    for reference in references(entry):
        assert reference.address.startswith(("https://", "http://"))
        assert reference.title
    assert entry.listed_by, "nobody counts it as a ceasefire"
    assert any(party.role is PartyRole.BOUND or party.role is PartyRole.SIGNATORY for party in entry.parties)


@each
def test_clocks_are_hours_of_the_day(entry: CeasefireEntry) -> None:
    for clock in (entry.begins_clock, *(s.clock for s in (*entry.starts, *entry.ends))):
        hours, _, minutes = clock.partition(":")
        assert not clock or (len(clock) == 5 and int(hours) < 24 and int(minutes) < 60)


@each
def test_area_is_the_zone_and_its_four_provinces(entry: CeasefireEntry) -> None:
    assert set(entry.area) == PROVINCES | {"idlib-deescalation-zone"}


def test_parties_differ_on_the_start_of_january_2020() -> None:
    starts = {(s.stated_by, s.day, s.clock) for s in ENTRIES["2020-01-12-russia-turkey"].starts}
    assert starts == {
        ("russian-reconciliation-center", date(2020, 1, 9), "14:00"),
        ("turkish-mod", date(2020, 1, 12), "00:01"),
    }


def test_only_the_conditional_truce_was_declared_ended() -> None:
    ended = {slug: (entry.ended, {e.stated_by for e in entry.ends}) for slug, entry in ENTRIES.items() if entry.ended}
    assert ended == {"2019-08-01-conditional": (date(2019, 8, 5), {"syrian-army"})}


def test_the_agency_counts_three_of_them() -> None:
    counted = [
        slug for slug, entry in ENTRIES.items() if any(listing.stated_by == "afp" for listing in entry.listed_by)
    ]
    assert counted == ["2019-08-31-unilateral", "2020-01-12-russia-turkey", "2020-03-06-moscow-protocol"]


def test_turkey_did_not_confirm_the_ceasefire_of_june_2019() -> None:
    entry = ENTRIES["2019-06-12-russia-turkey"]
    assert {start.stated_by for start in entry.starts} == {"russian-reconciliation-center"}
    assert "turkish-mfa" in {term.stated_by for term in entry.terms}
    assert all(not listing.stated_by.startswith("turkish") for listing in entry.listed_by)


def test_both_signatories_state_the_terms_of_the_moscow_protocol() -> None:
    entry = ENTRIES["2020-03-06-moscow-protocol"]
    signatories = {party.source for party in entry.parties if party.role is PartyRole.SIGNATORY}
    assert signatories == {"russian-government", "turkish-government"}
    shared = [
        {t.text for t in entry.terms if t.stated_by == stated_by}
        for stated_by in ("russian-government", "turkish-government")
    ]
    assert len(shared[0] & shared[1]) == 3
