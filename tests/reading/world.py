"""An invented country for reading's tests: its registry, places and calendar, and texts with marked statements."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claims.reading.ceasefires import Calendar
from claims.reading.directory import Directory
from claims.reading.places import Gazetteer
from claims.reading.records import Attribution, Link, Span
from claims.reference.records import CeasefireEntry, PartyEntry, PlaceEntry, Reference, SourceEntry, StartEntry
from claims.vocabulary import Form, LinkRole, PartyRole, Polarity, Precision, SourceKind

CASES = Path(__file__).parent / "cases"
REFERENCE = Reference("example.org/world", "Invented")
MARK = re.compile(r"<(?P<cue>[^>]*)>|\{(?:(?P<who>[\w+-]+)(?P<denial>!)?\|)?(?P<content>[^}]*)\}")
SENTENCE = re.compile(r"[^\n]*?[.!?](?=\s|$)|[^\n]+")


@cache
def world() -> dict[str, Any]:
    return tomllib.loads((CASES / "assertions" / "world.toml").read_text(encoding="utf-8"))


@cache
def directory() -> Directory:
    return Directory.of(
        SourceEntry(
            slug=s["slug"],
            name=s["name"],
            kind=SourceKind(s["kind"]),
            side=s["side"],
            parent=s.get("parent"),
            aliases={"en": tuple(s["aliases"])},
            deeds={"en": tuple(s["deeds"])},
            persons=(),
            references=(REFERENCE,),
        )
        for s in world()["source"]
    )


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.of(
        PlaceEntry(
            slug=p["slug"],
            name=p["name"],
            kind=p["kind"],
            within=p.get("within"),
            latitude=None,
            longitude=None,
            aliases={"en": tuple(p.get("aliases", ()))},
            references=(REFERENCE,),
        )
        for p in world()["place"]
    )


@cache
def calendar() -> Calendar:
    return Calendar.of(
        CeasefireEntry(
            slug=c["slug"],
            name=c["slug"],
            summary="",
            announced=c["announced"],
            begins=c["begins"],
            begins_clock="",
            begins_precision=Precision.DAY,
            zone="UTC",
            ended=c.get("ended"),
            area=tuple(c["area"]),
            starts=tuple(
                StartEntry(day=s["day"], clock="", stated_by=s["stated_by"], reference=REFERENCE)
                for s in c.get("starts", ())
            ),
            ends=(),
            parties=tuple(
                PartyEntry(source=p, role=PartyRole.BOUND, stated_by=p, reference=REFERENCE) for p in c["parties"]
            ),
            terms=(),
            listed_by=(),
            references=(REFERENCE,),
        )
        for c in world()["ceasefire"]
    )


def marked(text: str, *, who: str = "") -> tuple[str, list[Attribution], list[tuple[Link, ...]]]:
    """A text whose statements are marked: `The army <said> that {kelvar-army|the ford was shelled}.`

    `{who!|…}` is a denial; two speakers are written `a+b`; where nobody is named, `who` says it. Statements of one
    speaker in one sentence, or in the next sentence of the same paragraph, are one utterance.
    """
    plain, found = "", []
    at = 0
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        inside = mark["cue"] if mark["cue"] is not None else mark["content"]
        found.append((mark, Span(len(plain), len(plain) + len(inside))))
        plain += inside
        at = mark.end()
    plain += text[at:]
    attributions: list[Attribution] = []
    chains: list[tuple[Link, ...]] = []
    for mark, span in found:
        if mark["cue"] is None:
            sentence = next(s for s in _sentences(plain) if s.start <= span.start < s.end)
            cue = min(
                (s for m, s in found if m["cue"] is not None and sentence.covers(s)),
                key=lambda s: abs(s.start - span.start),
                default=None,
            )
            speakers = (mark["who"] or who).split("+")
            paragraph = plain.count("\n", 0, span.start)
            same = attributions and chains[-1] == _chain(speakers) and attributions[-1].paragraph == paragraph
            attributions.append(
                Attribution(
                    content=span,
                    pieces=(span,),
                    cue=cue,
                    clause=None,
                    sentence=sentence,
                    paragraph=paragraph,
                    statement=attributions[-1].statement if same else len(attributions),
                    speakers=(),
                    form=Form.INDIRECT,
                    polarity=Polarity.DENIAL if mark["denial"] else Polarity.ASSERT,
                    rule="marked",
                )
            )
            chains.append(_chain(speakers))
    return plain, attributions, chains


def _chain(slugs: list[str]) -> tuple[Link, ...]:
    return tuple(Link(LinkRole.SPEAKER, slug, slug) for slug in slugs)


def _sentences(plain: str) -> Iterator[Span]:
    for match in SENTENCE.finditer(plain):
        yield Span(match.start(), match.end())
