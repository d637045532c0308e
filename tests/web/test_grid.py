"""How many cards each row of a day shows: all that fit, and never more than a page has room for."""

import pytest

from claims.comparison.grid import SHOWN, room_in_a_row


@pytest.mark.parametrize(
    ("lengths", "room"),
    [
        ([], 12),
        ([100], 12),
        ([10, 10, 10, 10], 12),
        ([40, 12, 12, 11, 5], 8),
        ([100] * 8, 5),
        ([9, 9, 9], 12),
        ([300] * 30, 4),
    ],
)
def test_rows_share_the_page(lengths: list[int], room: int) -> None:
    assert room_in_a_row(lengths) == room


def test_a_page_of_every_matter_holds_its_room() -> None:
    lengths = [500, 90, 7, 7, 300, 1, 40, 2]
    assert sum(min(n, room_in_a_row(lengths)) for n in lengths) <= SHOWN
