"""Search over claims and articles: full text with other forms of a word, mended typing, facets with counts.

Of a search that finds very many claims the newest FOUND are looked at; the counts are of these, and the page says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.comparison.cards import Card, Piece
from claims.comparison.loading import cards_of
from claims.comparison.wording import RELATIONS, STANCES, TOPICS, Words
from claims.models import Article, CeasefireDay, Claim, ClaimLink, ClaimPair, Place, SearchWord, Source
from claims.models.claim import ClaimQuerySet
from claims.models.keyset import estimate
from claims.models.search import RARE, newest
from claims.vocabulary import Relation, Stance, Topic

FOUND = 300
PAGE = 20
ARTICLES = 5
NAMES = 8
OPTIONS = 8
"""Options of one facet that are shown, most claims first."""
MOST_WORDS = 12
LONGEST = 200
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked, as words; `forms` are those that are looked for for each, `mended` the mistyped ones."""

    text: str
    forms: tuple[tuple[str, tuple[str, ...]], ...]
    mended: tuple[tuple[str, str], ...]

    @property
    def tsquery(self) -> str:
        """All words, each in any of its forms; no character of the asker's own is an operator."""
        return " & ".join("(" + " | ".join(f"'{form}'" for form in forms) + ")" for _, forms in self.forms)

    @property
    def all_forms(self) -> frozenset[str]:
        return frozenset(form for _, forms in self.forms for form in forms)


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet with the number of claims found that have it."""

    key: str
    label: Words
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim found, with the words that were looked for marked in its quote."""

    card: Card
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    query: Query | None
    hits: tuple[Hit, ...]
    found: int
    page: int
    pages: int
    facets: tuple[Facet, ...]
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    places: tuple[Place, ...]
    days: tuple[CeasefireDay, ...]
    found_ids: list[int]

    @property
    def is_bounded(self) -> bool:
        return self.found > FOUND

    @property
    def shown(self) -> int:
        return min(self.found, FOUND)

    @property
    def is_empty(self) -> bool:
        return not (self.hits or self.articles or self.sources or self.places or self.days)


def understood(text: str) -> Query | None:
    """The query of these words; None if there is no word among them. Two queries."""
    words = list(dict.fromkeys(_WORD.findall(text[:LONGEST].lower().replace("'", "’"))))[:MOST_WORDS]
    parts = list(dict.fromkeys(part for word in words for part in re.split("[’-]", word) if part))
    if not parts:
        return None
    known = SearchWord.objects.forms_of(parts)
    unknown = [part for part in parts if part not in known and len(part) > _SHORT and not part.isdigit()]
    mended = SearchWord.objects.nearest_to(unknown) if unknown else {}
    return Query(
        text=" ".join(text[:LONGEST].split()),
        forms=tuple((part, tuple(known.get(part, (mended.get(part, part),)))) for part in parts),
        mended=tuple(mended.items()),
    )


def search_view(text: str, claims: ClaimQuerySet, *, page: int = 1, narrowed: bool = False) -> SearchView:
    """What a search finds; `claims` are those that the filters leave, `narrowed` says whether there are any filters."""
    query = understood(text)
    if query is None and not narrowed:
        return SearchView(None, (), 0, 1, 1, (), (), (), (), (), [])
    ids = found_ids(query, claims)
    pages = max(1, -(-min(len(ids), FOUND) // PAGE))
    page = min(max(1, page), pages)
    looked_at = ids[:FOUND]
    shown = looked_at[(page - 1) * PAGE : page * PAGE]
    loaded = {claim.pk: claim for claim in Claim.objects.of_ids(shown).for_display()}
    cards = cards_of(loaded[pk] for pk in shown if pk in loaded)
    forms = query.all_forms if query else frozenset()
    return SearchView(
        query=query,
        hits=tuple(Hit(card, marked(card.claim.text, forms)) for card in cards.values()),
        found=len(ids),
        page=page,
        pages=pages,
        facets=_facets(looked_at),
        articles=_articles(query) if query else (),
        sources=tuple(Source.objects.named_like(text, NAMES)) if query else (),
        places=tuple(Place.objects.named_like(text, NAMES)) if query else (),
        days=_days(text),
        found_ids=looked_at,
    )


def found_ids(query: Query | None, claims: ClaimQuerySet, *, most: int = FOUND) -> list[int]:
    """Ids of the newest claims found, one more than `most` if there are more."""
    if query is None:
        return list(claims.order_by("-pk").values_list("pk", flat=True)[: most + 1])
    saying = Claim.objects.saying(query.tsquery)
    found = claims & saying
    met = estimate(saying)
    if 4 * most < met < RARE:
        # Rows of rare words lie all over the table; the newest part of it that should have twice enough is read first.
        last = Claim.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        recent = newest(found.filter(pk__gt=last - last * 2 * most // met), saying=saying, most=most + 1)
        if len(recent) > most:
            return recent
    return newest(found, saying=saying, most=most + 1)


def _articles(query: Query) -> tuple[Article, ...]:
    saying = Article.objects.saying(query.tsquery)
    ids = newest(saying, saying=saying, most=ARTICLES)
    return tuple(Article.objects.of_ids(ids).for_display().order_by("-pk"))


def marked(text: str, forms: Iterable[str]) -> tuple[Piece, ...]:
    """The text in pieces, the words that were looked for marked."""
    wanted = set(forms)
    pieces: list[Piece] = []
    at = 0
    for found in re.finditer(r"[^\W_]+", text):
        if found.group().lower() in wanted:
            if found.start() > at:
                pieces.append(Piece(text[at : found.start()], False))
            pieces.append(Piece(found.group(), True))
            at = found.end()
    if at < len(text):
        pieces.append(Piece(text[at:], False))
    return tuple(pieces)


def _facets(ids: Sequence[int]) -> tuple[Facet, ...]:
    if not ids:
        return ()
    rows = list(
        Claim.objects.of_ids(list(ids)).values_list(
            "topics", "stance", "ceasefire__slug", "ceasefire__name", "article__outlet__slug", "article__outlet__name"
        )
    )
    topics = Counter(topic for row in rows for topic in row[0])
    stances = Counter(row[1] for row in rows if row[1])
    truces = Counter((row[2], row[3]) for row in rows if row[2])
    outlets = Counter((row[4], row[5]) for row in rows if row[4])
    speakers = ClaimLink.objects.names_of(list(ids))
    sources: Counter[tuple[str, str]] = Counter()
    sides: Counter[tuple[str, str]] = Counter()
    seen: set[tuple[int, str]] = set()
    for claim, slug, name, side, side_name in speakers:
        if (claim, slug) not in seen:
            sources[(slug, name)] += 1
            seen.add((claim, slug))
        if (claim, f" {side}") not in seen:
            sides[(side, side_name)] += 1
            seen.add((claim, f" {side}"))
    relations = ClaimPair.objects.relations_of(list(ids))
    return tuple(
        Facet(name, options)
        for name, options in (
            ("side", _options(sides)),
            ("source", _options(sources)),
            ("outlet", _options(outlets)),
            ("ceasefire", _options(truces)),
            ("topic", _options({(t, TOPICS[Topic(t)]): n for t, n in topics.items()})),
            ("stance", _options({(s, STANCES[Stance(s)]): n for s, n in stances.items()})),
            ("relation", _options({(r, RELATIONS[Relation(r)].label): n for r, n in relations.items()})),
        )
        if options
    )


def _options(counts: dict[tuple[str, Words], int] | Counter[tuple[str, str]]) -> tuple[Option, ...]:
    found = [Option(key, label, count) for (key, label), count in counts.items()]
    return tuple(sorted(found, key=lambda option: (-option.count, option.key))[:OPTIONS])


_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}


def _days(text: str) -> tuple[CeasefireDay, ...]:
    """The days of ceasefires that the words name: 2020-01-12, or 12 January 2020."""
    words = text.lower().replace(",", " ").split()
    for at, word in enumerate(words):
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
                return tuple(CeasefireDay.objects.on(date.fromisoformat(word)))
            if word in _MONTHS and 0 < at < len(words) - 1:
                day = date(int(words[at + 1]), _MONTHS[word], int(words[at - 1]))
                return tuple(CeasefireDay.objects.on(day))
        except ValueError:
            continue
    return ()
