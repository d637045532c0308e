"""The days that a passage has told of so far, and which of them an incident without a day is of."""

from __future__ import annotations

from claims.reading.dates.gist import Gist
from claims.reading.record import record
from claims.reading.records import When

NEAR = 3
"""Lines over which a day told in one carries to what is told in the next."""

NEAR_ALIKE = 6
"""The same, where the two tell the like."""


@record()
class Told:
    """A day told of: on which line, what happened, where."""

    when: When
    line: int
    matters: int
    places: frozenset[str]

    def likeness(self, gist: Gist) -> int:
        return (self.matters & gist.matters).bit_count() + 2 * len(self.places & gist.places)


class Passage:
    """What was told since the last heading."""

    def __init__(self) -> None:
        self._told: list[Told] = []

    def tell(self, told: Told) -> None:
        self._told = [t for t in self._told if told.line - t.line <= NEAR_ALIKE]
        self._told.append(told)

    def close(self) -> None:
        self._told.clear()

    def day(self, line: int, gist: Gist) -> Told | None:
        """What is most like this among what was told not far above; of like ones the last."""
        best: tuple[int, Told] | None = None
        for told in self._told:
            likeness = told.likeness(gist)
            if line - told.line <= (NEAR_ALIKE if likeness else NEAR) and (best is None or likeness >= best[0]):
                best = (likeness, told)
        return best[1] if best else None

    def tells_in(self, line: int) -> bool:
        return any(t.line == line for t in self._told)

    @property
    def last_line(self) -> int:
        return self._told[-1].line if self._told else 0
