"""What a stance is: what it rests on, the words that show it, and what they do not tell."""

from __future__ import annotations

from enum import StrEnum

from claims.reading.assertions.sense import Hit
from claims.reading.record import record
from claims.vocabulary import Stance


class Ground(StrEnum):
    """What a stance rests on: the truce as kept, absent, ended or declared; less or no fire; an attack."""

    KEEPING = "keeping"
    ABSENCE = "absence"
    END = "end"
    FIRE = "fire"
    BLOW = "blow"
    DECLARED = "declared"


@record()
class Finding:
    """A stance with the hits that show it."""

    stance: Stance
    hits: tuple[Hit, ...]
    ground: Ground


@record(kw_only=True)
class Circumstances:
    """What the words alone do not tell.

    in_force     a ceasefire was in force on the days spoken of, so that an attack breaks it
    is_ahead     a promise, threat or wish: nothing is asserted of what is
    blow_counts  the attack told is neither the speaker's own nor that of one outside the ceasefire
    is_dated     the statement names a day, so that a truce that is agreed is one with a start
    is_charged   somebody is blamed for the attack, so that its losses are more than a toll
    """

    in_force: bool
    is_ahead: bool
    blow_counts: bool
    is_dated: bool
    is_charged: bool
