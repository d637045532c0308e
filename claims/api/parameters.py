"""The parameters of a request, read strictly: an unknown, doubled or malformed one is an error that names it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from claims.api.problems import Fault, bad_parameters

PAGE_SIZE = 50
LARGEST_PAGE = 100
LARGEST_TABLE = 1000
_LONGEST = 2000
_COUNT = re.compile("[1-9][0-9]{0,8}")
_NAME = re.compile(r"[a-z_]+(\.[a-z_]+)*")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

SHAPING = frozenset({"cursor", "page_size", "fields", "expand", "count", "format"})
"""Parameters that say how rows are given, not which."""

OF_WHOLE = SHAPING - {"cursor", "page_size", "count"}
"""Those of an answer that is not a page."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a list was asked for. `selecting`: the filters, still as text, in a fixed order."""

    selecting: tuple[tuple[str, str], ...]
    page_size: int
    cursor: str | None
    fields: tuple[str, ...]
    expand: tuple[str, ...]
    count: bool
    format: str

    @property
    def whole(self) -> bool:
        """Whether records are given as they are, in JSON: nothing looks into them on their way."""
        return self.format in ("json", "ndjson") and not self.fields and not self.expand


def read(query: str) -> dict[str, str]:
    """The query string as a dictionary. Raises Problem for what is not UTF-8, doubled, or holds control characters."""
    if len(query) > 20_000:
        raise bad_parameters(Fault("", "too_long", "The query is too long."))
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=100)
    except UnicodeDecodeError as fault:
        raise bad_parameters(Fault("", "not_utf8", "The query is not UTF-8.")) from fault
    except ValueError as fault:
        raise bad_parameters(Fault("", "too_many", "The query has too many parameters.")) from fault
    faults, found = [], {}
    for name, value in pairs:
        if name in found:
            faults.append(Fault(name[:80], "doubled", f"The parameter {name[:80]!r} is given twice."))
        if _UNFIT.search(value) or _UNFIT.search(name):
            faults.append(Fault(name[:80], "control_character", f"There is a control character in {name[:80]!r}."))
        if len(value) > _LONGEST and name != "cursor":
            faults.append(Fault(name[:80], "too_long", f"The parameter {name[:80]!r} is too long."))
        found[name] = value
    if faults:
        raise bad_parameters(*faults)
    return found


def refuse(names: Iterable[str]) -> None:
    """Raises Problem that names each of these parameters, if there are any: none is known here."""
    faults = [Fault(name[:80], "unknown", f"There is no parameter {name[:80]!r} here.") for name in names]
    if faults:
        raise bad_parameters(*faults)


def refuse_all(query: str) -> None:
    """For an address that takes no parameters: raises Problem that names each one given."""
    refuse(read(query))


def parse(
    given: dict[str, str],
    *,
    filters: Iterable[str],
    expandable: Iterable[str],
    formats: Iterable[str],
    preferred: str,
    shaping: frozenset[str] = SHAPING,
) -> Parameters:
    """Raises Problem naming each parameter that is unknown or malformed. `preferred`: the format if none is named."""
    known = set(filters)
    faults = [
        Fault(name[:80], "unknown", f"There is no parameter {name[:80]!r} here.")
        for name in given
        if name not in known and name not in shaping
    ]
    faults += [
        Fault(name, "empty", f"The parameter {name!r} is empty.") for name in given if name in known and not given[name]
    ]
    wanted = given.get("format", preferred)
    if wanted not in set(formats):
        faults.append(Fault("format", "invalid_choice", f"The format is one of {', '.join(sorted(formats))}."))
    largest = LARGEST_TABLE if wanted == "csv" else LARGEST_PAGE
    size = given.get("page_size", str(PAGE_SIZE))
    if not _COUNT.fullmatch(size) or int(size) > largest:
        faults.append(Fault("page_size", "out_of_range", f"The page size is a number from 1 to {largest}."))
        size = "1"
    expand = _names("expand", given, faults)
    for name in expand:
        if name not in set(expandable):
            faults.append(Fault("expand", "invalid_choice", f"There is nothing to expand at {name[:80]!r}."))
    fields = _names("fields", given, faults)
    if given.get("count", "0") not in ("0", "1"):
        faults.append(Fault("count", "invalid_choice", "The count is 1 (asked for) or 0."))
    if faults:
        raise bad_parameters(*faults)
    return Parameters(
        selecting=tuple(sorted((name, value) for name, value in given.items() if name in known)),
        page_size=int(size),
        cursor=given.get("cursor"),
        fields=fields,
        expand=expand,
        count=given.get("count") == "1",
        format=wanted,
    )


def _names(parameter: str, given: dict[str, str], faults: list[Fault]) -> tuple[str, ...]:
    if parameter not in given:
        return ()
    names = tuple(given[parameter].split(","))
    if not all(_NAME.fullmatch(name) for name in names):
        faults.append(Fault(parameter, "invalid", f"The parameter {parameter!r} is names with commas between them."))
        return ()
    return names
