"""Whom a text names first, and that the camps know the sides of the directory."""

import pytest

from claims.judging import words
from claims.judging.naming import camp_of, first_named, fold, stems
from claims.judging.records import Body
from claims.reference.loading import sides
from tests.judging.accounts import cast


def body(name: str, side: str) -> Body:
    slug = name.lower().replace(" ", "-")
    return Body(slug, name, side, frozenset({slug}))


@pytest.mark.parametrize(
    ("text", "speaker", "camps"),
    [
        ("syrian government forces ceased fire against the militants", body("A war watch", "monitor"), {"government"}),
        ("syrian army guns fell silent", body("Valley rescue service", "opposition"), {"government"}),
        ("militants stopped shelling army posts", body("A ministry", "russia"), {"opposition"}),
        ("our units respect the truce with the rebels", body("A command", "syrian-government"), {"government"}),
        ("its planes did not fly", body("A ministry", "russia"), {"government"}),
        ("anti-government fighters fired", body("A ministry", "russia"), {"opposition"}),
        ("fire stopped at dawn", body("A ministry", "russia"), set()),
        ("the front was calm, observers of the river watch said", body("River watch", "monitor"), set()),
    ],
)
def test_who_is_named_first(text: str, speaker: Body, camps: set[str]) -> None:
    assert first_named(text, (speaker,)) == camps


def test_a_side_without_a_camp_is_named_by_its_own_words() -> None:
    army = cast()["highland-army"]
    assert camp_of(army) == "highland"
    assert first_named("highland troops ceased fire", (), (army,)) == {"highland"}


def test_every_side_of_a_camp_is_a_side_of_the_directory() -> None:
    known = {side.key for side in sides()}
    assert {side for camp in words.CAMPS for side in camp.sides} <= known
    assert known | {"relief"} >= words.BYSTANDERS
    assert not words.BYSTANDERS & words.CAMP_OF_SIDE.keys()


def test_folding_keeps_offsets() -> None:
    for text in ("İdlib’s front", "STRAẞE", "’’"):
        assert len(fold(text)) == len(text)


def test_stems_leave_out_the_furniture_of_reports() -> None:
    assert stems("the joint patrols were cut shorter near the quarry") == {"joint", "patrol", "cut", "short", "quarry"}
