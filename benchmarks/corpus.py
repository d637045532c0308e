"""Invented articles for measuring intake: a truce in an invented valley, its bodies and outlets, and seeded texts.

No real body is given a word. The cast is written beside the reviewed reference data, so that names and places are
looked up among as many as in earnest.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from claims.models import Ceasefire, Place, PlaceAlias, Side, Source, SourceAlias
from claims.vocabulary import Precision, SourceKind

FIRST_DAY = date(2091, 3, 4)
DAYS_AN_ARTICLE = 2
_VILLAGES = tuple(
    first + last
    for first in ("Ost", "Kav", "Mel", "Tuv", "Sar", "Dol", "Hes", "Pes")
    for last in ("rin", "bar", "osh", "vand")
)
_BODIES = (
    ("north", "Northland Ministry", SourceKind.MINISTRY),
    ("north", "Northland Army", SourceKind.MILITARY),
    ("north", "Northland Centre", SourceKind.MONITOR),
    ("south", "Hill Council", SourceKind.ARMED_GROUP),
    ("south", "Hill Brigade", SourceKind.ARMED_GROUP),
    ("south", "Hill Rescuers", SourceKind.RELIEF),
    ("others", "Valley Observatory", SourceKind.MONITOR),
    ("others", "Lowland Mission", SourceKind.MONITOR),
)
_OUTLETS = ("Harbour Post", "Morning Bell", "Ferry Gazette", "Landing Courier", "Mill Tribune", "River Wire")
_DEEDS = ("shelled", "attacked", "bombed", "struck", "raided")
_FILLER = (
    "The road along the river has been quiet since the spring, and carts go to the mill twice a week.",
    "Rain fell over the upper valley for most of the week, and the ferry kept to its winter hours.",
    "The market at the landing opened late, and its stalls had little to show besides apples and salt.",
    "A long dry season has left the terraces bare, and the harvest is expected to be a small one.",
    "The school by the old bridge has been shut for a year, and its bell was moved to the chapel.",
)


@dataclass(frozen=True, slots=True)
class Invented:
    """A text with what a manifest would say of it."""

    name: str
    outlet: str
    published: date
    title: str
    text: str

    def row(self) -> str:
        """The article as a line of a manifest that holds the text itself."""
        return json.dumps(
            {"text": self.text, "outlet": self.outlet, "published": f"{self.published}", "title": self.title}
        )

    def page(self, address: str) -> bytes:
        """The article as a web page of some 36 kB, with what surrounds an article on one."""
        links = "".join(f'<li><a href="/s/{n}">More of section {n} from the valley</a></li>' for n in range(150))
        script = "window.layer=window.layer||[];" + "".join(f"layer.push({{k{n}:'{n * n}'}});" for n in range(700))
        paragraphs = "".join(f"<p>{part}</p>" for part in self.text.split("\n\n"))
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{self.title}</title>'
            f'<link rel="canonical" href="{address}"><meta property="og:site_name" content="{self.outlet}">'
            f'<meta property="article:published_time" content="{self.published}T08:00:00Z">'
            f"<script>{script}</script></head><body><nav><ul>{links}</ul></nav><main><article><h1>{self.title}</h1>"
            f"{paragraphs}</article></main><aside><ul>{links}</ul></aside><footer>All rights reserved.</footer>"
            "</body></html>"
        ).encode()


def load_cast() -> None:
    """Write the valley, its truce, bodies and outlets; what is there already stays."""
    if Ceasefire.objects.filter(slug="2091-03-04-invented-valley").exists():
        return
    valley = Place.objects.create(slug="invented-valley", name="Ostrel valley", kind="region")
    PlaceAlias.objects.create(place=valley, language="en", words="Ostrel valley")
    for village in _VILLAGES:
        place = Place.objects.create(slug=f"invented-{village.lower()}", name=village, kind="village", within=valley)
        PlaceAlias.objects.create(place=place, language="en", words=village)
    truce = Ceasefire.objects.create(
        slug="2091-03-04-invented-valley",
        name="Invented valley truce",
        summary="An invented truce, for measuring.",
        announced=FIRST_DAY - timedelta(days=1),
        begins=FIRST_DAY,
        begins_precision=Precision.DAY,
        zone="UTC",
    )
    truce.area.add(valley)
    for position, side in enumerate(("north", "south", "others")):
        Side.objects.create(
            key=f"invented-{side}", name=f"Invented {side}", code=f"X{position}", position=900 + position
        )
    for side, name, kind in (*_BODIES, *(("others", name, SourceKind.OUTLET) for name in _OUTLETS)):
        source = Source.objects.create(
            slug=f"invented-{name.lower().replace(' ', '-')}", name=name, kind=kind, side_id=f"invented-{side}"
        )
        SourceAlias.objects.create(source=source, language="en", words=name)
        if kind in (SourceKind.ARMED_GROUP, SourceKind.MILITARY):
            SourceAlias.objects.create(source=source, language="en", words=f"{name} forces", is_deed=True)


def invented(number: int, *, seed: int) -> Iterator[Invented]:
    """So many articles, the same for the same seed: some 2.5 kB with five attributed statements, one in two days."""
    chance = random.Random(seed)
    days = DAYS_AN_ARTICLE * number
    for n in range(number):
        day = FIRST_DAY + timedelta(days=chance.randrange(days))
        sentences = [statement for _ in range(5) for statement in (_statement(chance, day), chance.choice(_FILLER))]
        # Of words of its own, so that no two articles are near enough to be copies of one text: which of several near
        # ones come to share an origin would depend on which was stored first.
        filler = [
            f"At landing {chance.randrange(10**6)} there were {_word(chance)} and {_word(chance)}, {_word(chance)} "
            f"and {_word(chance)} in the {_word(chance)} of the {_word(chance)}, as in the {_word(chance)} of old."
            for _ in range(10)
        ]
        paragraphs = [f"{a} {b}" for a, b in zip(sentences, filler, strict=True)]
        yield Invented(
            name=f"invented-{seed}-{n}",
            outlet=chance.choice(_OUTLETS),
            published=day,
            title=f"Ostrel valley, day {(day - FIRST_DAY).days + 1}: report {n}",
            text="\n\n".join(paragraphs),
        )


def _word(chance: random.Random) -> str:
    """A word that nobody has used before."""
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(4))


def _statement(chance: random.Random, day: date) -> str:
    side, body, _ = chance.choice(_BODIES)
    village, weekday, number = chance.choice(_VILLAGES), f"{day:%A}", chance.randrange(2, 60)
    deed = chance.choice(_DEEDS)
    other = "Hill Brigade forces" if side != "south" else "Northland Army forces"
    forms = (
        f"The {body} said on {weekday} that the truce in the Ostrel valley was holding.",
        f"The {body} said on {weekday} that {number} people were killed when {other} {deed} {village}.",
        f"The {body} denied on {weekday} that {village} in the Ostrel valley was shelled.",
        f"“{number} shells fell on {village} in the Ostrel valley on {weekday},” the {body} said.",
        f"According to the {body}, {other} violated the ceasefire {number} times on {weekday}.",
    )
    return chance.choices(forms, weights=(1, 6, 4, 6, 1))[0]
