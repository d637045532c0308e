"""How the reader's records are made: dataclasses that nothing changes, cheap enough to make by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def record(*, kw_only: bool = False, order: bool = False) -> Callable[[type[Made]], type[Made]]:
    """A frozen, slotted dataclass to mypy, which refuses whoever changes one; at run time it is slotted and hashable.

    Freezing at run time makes each field cost a call of its own: 0.44 against 0.14 µs for a Span, of which an article
    has hundreds.
    """
    return dataclass(slots=True, unsafe_hash=True, kw_only=kw_only, order=order)
