"""Attributions in the shape of the PolNeAR corpus: one record a reporting word, with all that it reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claims.reading.attribution.frames.telling import GOES_ON
from claims.reading.attribution.nested import PASSED_ON
from claims.reading.records import Attribution, Mention, Span


def as_polnear(found: Iterable[Attribution]) -> list[dict[str, Any]]:
    """{"speaker": [start, end] | None, "cue": [start, end] | None, "content": [[start, end], ...]} a reporting word.

    Sentences of one quotation come together again; one that only continues its predecessor joins it.
    """
    rows: list[dict[str, Any]] = []
    last_cue: Span | None = None
    for attribution in found:
        if attribution.rule == GOES_ON:
            continue
        speakers, pieces = attribution.speakers, [[piece.start, piece.end] for piece in attribution.pieces]
        if attribution.rule == PASSED_ON:
            speakers, pieces = _told(attribution)
        if rows and (attribution.cue is None or attribution.cue == last_cue):
            rows[-1]["content"] += pieces
            continue
        last_cue = attribution.cue
        rows.append(
            {
                "speaker": [speakers[0].span.start, speakers[-1].span.end] if speakers else None,
                "cue": [last_cue.start, last_cue.end] if last_cue else None,
                "content": pieces,
            }
        )
    return rows


def _told(attribution: Attribution) -> tuple[tuple[Mention, ...], list[list[int]]]:
    """Who passes it on, and the whole that he tells: the corpus marks the outer report."""
    whole = Span(attribution.speakers[0].span.start, attribution.content.end)
    teller = next(relay for relay in attribution.relays if not whole.covers(relay.span))
    return (teller,), [[whole.start, whole.end]]
