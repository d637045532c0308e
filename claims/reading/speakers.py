"""The chain of a statement: its speakers, what relayed them, and the outlet, resolved through the directory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial

from claims.reading.directory import Directory
from claims.reading.languages.english import bodies
from claims.reading.languages.english.referring import RELATIVES
from claims.reading.names import normal, tokens
from claims.reading.naming import PRESS
from claims.reading.records import Attribution, Link, Mention
from claims.reading.refining import DEFINITE, refine, refine_lead, refine_on, settle
from claims.reading.told_elsewhere import who_dropped, who_fled, whose_government
from claims.vocabulary import LinkRole

__all__ = ["Directory", "chains"]

_BEFORE_RELATIVE = re.compile(r"([^\n.;:,“”]{3,80}),\s*$")
_SIDE = re.compile(bodies.SIDE, re.IGNORECASE)
_COMMISSION = re.compile(bodies.COMMISSION, re.IGNORECASE)
_AND = re.compile(bodies.AND, re.IGNORECASE)
_ALLY = re.compile(bodies.ALLY)
_ALLIES = re.compile(bodies.ALLIES)
_PUT_OUT = re.compile(bodies.PUT_OUT, re.IGNORECASE)
_LISTED = re.compile(r"\s*,\s*")


def chains(
    attributions: Sequence[Attribution],
    directory: Directory,
    *,
    outlet: str,
    published: date | None,
    credit: str = "",
    text: str = "",
) -> tuple[tuple[Link, ...], ...]:
    """For each attribution its links: speakers, relays from the speaker to the outlet, the outlet last.

    outlet and credit are names or slugs; credit is the agency of the dateline or the credit line: the article's origin,
    hence no relay. A speaker that the directory does not know keeps its words and has no slug. text is the article's
    clean text: what it tells of leaflets says whose they are.
    """
    carriers = {s for name in (outlet, credit) if (s := source_of(name, directory)) is not None}
    bodies_of = lru_cache(maxsize=None)(partial(resolve_all, directory=directory, on=published))
    speakers = [
        _unique([link for m in a.speakers for link in _speakers(m, directory, bodies_of, text)]) for a in attributions
    ]
    for attribution, links in zip(attributions, speakers, strict=True):
        _at_home(links, attribution, carriers, directory, published)
    refine(attributions, speakers, directory)
    refine_lead(attributions, speakers, directory, text)
    refine_on(attributions, speakers, directory)
    settle(speakers, directory)
    out: list[tuple[Link, ...]] = []
    for index, attribution in enumerate(attributions):
        spoken = {link.slug for link in speakers[index]}
        relays = _unique([_link(LinkRole.RELAY, m, directory, published) for m in attribution.relays])
        relays = [r for r in relays if r.slug is None or (r.slug not in carriers and r.slug not in spoken)]
        if not relays and index and attribution.paragraph - attributions[index - 1].paragraph <= 1:
            relays = _told_by(speakers[index], out[-1], directory, carriers)
        last = [Link(LinkRole.OUTLET, source_of(outlet, directory), outlet)] if outlet else []
        out.append((*speakers[index], *relays, *last))
    return tuple(out)


def source_of(name: str, directory: Directory) -> str | None:
    """The slug of an outlet or an agency given by its name or by its slug."""
    return name if name in directory.entries else directory.resolve(name) if name else None


def resolve_all(words: str, *, directory: Directory, on: date | None) -> tuple[tuple[str | None, str], ...]:
    """(slug, words) of each body that a mention names: of "Moscow and Damascus" two. Empty where none is known.

    A list of which at least two members are known keeps the others too, with no slug.
    """
    halves = _AND.split(words)
    if len(halves) > 1 and normal(words) not in directory.aliases:
        members = [m for m in (*_LISTED.split(halves[0].rstrip(", ")), *halves[1:]) if m.strip(" ,")]
        for parts in (members, halves):
            found = [(directory.resolve(part, on=on), part.strip(" ,")) for part in parts]
            known = {slug for slug, _ in found if slug is not None}
            if len(known) > 1 and (len(parts) > 2 or len(known) == len(parts)):
                return tuple(found)
    slug = directory.resolve(words, on=on)
    return ((slug, words),) if slug else ()


def _speakers(
    mention: Mention, directory: Directory, bodies_of: Callable[[str], tuple[tuple[str | None, str], ...]], text: str
) -> list[Link]:
    if " by " in mention.full and (put_out := _PUT_OUT.search(mention.full)):
        mention = Mention(mention.words, mention.span, put_out["who"])
    for words in _readings(mention, text):
        if found := bodies_of(words):
            single = len(found) == 1
            return [Link(LinkRole.SPEAKER, slug, mention.words if single else part) for slug, part in found]
    if mention.full.lower() == bodies.BARE_GOVERNMENT and (slug := whose_government(directory, text)):
        return [Link(LinkRole.SPEAKER, slug, mention.words)]
    if slug := who_dropped(mention.full, directory, text):
        return [Link(LinkRole.SPEAKER, slug, mention.words)]
    if mention.full in who_fled(text) and (slug := directory.resolve(bodies.LOCALS)):
        return [Link(LinkRole.SPEAKER, slug, mention.words)]
    return [Link(LinkRole.SPEAKER, None, mention.words)]


def _readings(mention: Mention, text: str) -> Iterator[str]:
    """The words to try, the fullest first: "the Turkish side" is the commission's where the text speaks of one."""
    if _SIDE.search(mention.words) and (commission := _COMMISSION.search(text)):
        yield f"{mention.words} {commission.group()}"
    if mention.full.lower() in RELATIVES and (
        before := _BEFORE_RELATIVE.search(text, max(0, mention.span.start - 90), mention.span.start)
    ):
        yield before.group(1)
    yield mention.full
    if mention.words != mention.full:
        yield mention.words
    if ally := _ALLY.match(mention.words):
        yield ally.group(1)
    if allies := _ALLIES.match(mention.words):
        yield allies["nation"]


def _link(role: LinkRole, mention: Mention, directory: Directory, on: date | None) -> Link:
    slug = directory.resolve(mention.full, on=on) or directory.resolve(mention.words, on=on)
    return Link(role, slug, mention.words)


def _unique(links: Sequence[Link]) -> list[Link]:
    seen: set[str | None] = set()
    out = []
    for link in links:
        if link.slug is None or link.slug not in seen:
            out.append(link)
        seen.add(link.slug)
    return out


def _at_home(
    links: list[Link], attribution: Attribution, carriers: set[str], directory: Directory, on: date | None
) -> None:
    """ "The defence ministry" without a country is that of the agency that quotes it, else of the outlet."""
    for place, link in enumerate(links):
        if link.slug is None:
            relays = [_link(LinkRole.RELAY, m, directory, on).slug for m in attribution.relays]
            sides = [directory.side(slug) for slug in (*relays, *carriers) if slug]
            slug = next((s for side in sides if (s := directory.resolve_at_home(link.words, side=side))), None)
            links[place] = Link(link.role, slug, link.words)


def _told_by(speakers: list[Link], before: tuple[Link, ...], directory: Directory, carriers: set[str]) -> list[Link]:
    """The agency through which a nameless source speaks: "SANA reported that ... Local sources said ...".

    before is the chain of the statement before this one. "The source added" goes on through the same agency.
    """
    words = {token.word for link in speakers for token in tokens(link.words)}
    heard = [link for link in before if link.role is LinkRole.SPEAKER]
    if not words & bodies.ANONYMOUS or len(heard) != 1 or len(speakers) != 1:
        return []
    agency, slug = heard[0], speakers[0].slug
    if agency.slug == slug:
        goes_on = bodies.NAMELESS in words and DEFINITE.match(speakers[0].words)
        return [link for link in before if link.role is LinkRole.RELAY] if goes_on else []
    if agency.slug is None or {slug, agency.slug} & carriers or directory.kind(agency.slug) not in PRESS:
        return []
    return [Link(LinkRole.RELAY, agency.slug, agency.words)]
