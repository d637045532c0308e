"""The parts of addresses that are more than words: a day."""

from __future__ import annotations

from datetime import date


class IdConverter:
    """The id of a row: what PostgreSQL cannot hold as one is no address (404)."""

    regex = "[1-9][0-9]{0,18}"

    def to_python(self, value: str) -> int:
        number = int(value)
        if number > 2**63 - 1:
            raise ValueError(value)
        return number

    def to_url(self, value: int) -> str:
        return str(value)


class FormConverter:
    """The form of an answer other than the page."""

    regex = "json|csv|atom"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class DayConverter:
    """YYYY-MM-DD; a day that is none is no address (404)."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return value if isinstance(value, str) else value.isoformat()
