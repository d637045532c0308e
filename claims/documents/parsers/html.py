"""Web pages: the main text by trafilatura; title, byline, outlet, language and day by the page's metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from trafilatura import bare_extraction

from claims.documents.addresses import is_archive
from claims.documents.charset import decode
from claims.documents.days import day_from, day_within
from claims.documents.records import DAY_GUESSED, Found, UnreadableError

_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher")
_BYLINE = ("author", "article:author_name", "byl", "dc.creator", "parsely-author", "sailthru.author")
_DAY = (
    *("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued"),
    *("dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date"),
    *("parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "displaydate", "ptime"),
)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE_PLACES = "//time | " + " | ".join(
    f"//*[contains(@{attribute}, '{word}')]"
    for attribute in ("class", "id")
    for word in ("date", "publi", "posted", "time")
)
_CHANGED = re.compile(r"updated|modified|changed|edited|copyright|©", re.IGNORECASE)
_LONGEST_DATE_LINE = 120
_SHORTEST_TEXT = 40
_MOST_ELEMENTS = 50_000
_LAID_OUT = ("p", "div", "article", "h1", "h2", "h3", "table")
_TABLE_PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th")
_ITEM_MARK = re.compile(r"^- ", re.MULTILINE)
_ARTICLE_TYPES = ("article", "posting", "report")


def parse(data: bytes, media_type: str) -> Found:
    """The page's main text, one paragraph a line, without its headline. Raises UnreadableError where there is none."""
    source, flags = decode(data, media_type=media_type, markup=True)
    tree = _tree(source)
    meta = _meta(tree)
    linked = _linked_data(tree)
    guess = "" if (day := _day(tree, meta, linked)) else _guessed_day(tree)
    archived = next((href for href in tree.xpath("//a/@href") if is_archive(href)), "")
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), "") or _first(meta, ("og:url",))
    language = tree.get("lang") or tree.get(_XML_LANG) or meta.get("content-language", "")
    title = _words(linked.get("headline")) or _first(meta, _TITLE)
    outlet = _words(linked.get("publisher")) or _first(meta, _OUTLET)
    byline = _words(linked.get("author")) or _first(meta, _BYLINE)
    headings = [" ".join(h.text_content().split()) for h in tree.xpath("//h1")[:3]]
    page_title = " ".join((tree.findtext(".//title") or "").split())
    _open_layout_tables(tree)
    document = bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=False)
    text = (document.text or "").strip() if document is not None and not isinstance(document, dict) else ""
    # The mark that trafilatura sets before a list's item is not the page's own.
    text = _ITEM_MARK.sub("", text)
    if len(text) < _SHORTEST_TEXT:
        raise UnreadableError("No article was found on this page.")
    title = title or (headings[0] if headings else "") or page_title
    return Found(
        text=_without_headline(text, {title, *headings}),
        title=title,
        byline=byline,
        outlet=outlet,
        language=language.strip().lower().split("-")[0].split("_")[0],
        published=day or guess,
        canonical=canonical,
        archived=archived,
        flags=(*flags, DAY_GUESSED) if guess else flags,
    )


def _tree(source: str) -> lxml_html.HtmlElement:
    # libxml2 ends a document that is nested deeper than 255 elements; huge_tree would lift that.
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(source.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableError("This page is empty or cannot be read as HTML.") from fault
    # Finding the main text takes more than linear time; no article needs so many elements.
    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        raise UnreadableError(f"This page has more than {_MOST_ELEMENTS:,} elements.")
    return tree


def _open_layout_tables(tree: lxml_html.HtmlElement) -> None:
    """Old pages lay out their columns by tables; opened, these do not pass for data, which is left out."""
    layout = {table for table in tree.iter("table") if next(table.iterdescendants(*_LAID_OUT), None) is not None}
    parts = [part for part in tree.iter(*_TABLE_PARTS) if next(part.iterancestors("table"), None) in layout]
    for part in (*layout, *parts):
        part.tag = "div"


def _meta(tree: lxml_html.HtmlElement) -> dict[str, str]:
    """Lower-case name, property, itemprop or http-equiv to content; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (key := element.get(attribute)):
                found.setdefault(key.strip().lower(), content)
    return found


def _linked_data(tree: lxml_html.HtmlElement) -> dict[str, Any]:
    """The page's first article of JSON-LD, or an empty one."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(data):
            kinds = entry.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in kinds):
                return entry
    return {}


def _entries(data: Any) -> Iterator[dict[str, Any]]:
    for entry in data if isinstance(data, list) else [data]:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _day(tree: lxml_html.HtmlElement, meta: dict[str, str], linked: dict[str, Any]) -> str:
    """The first of the page's publication days that is one, as ISO; a modification day never stands in for it."""
    words = [_words(linked.get("datePublished")), *(meta.get(name, "") for name in _DAY)]
    words += tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    words += tree.xpath("//time[@pubdate]/@datetime")
    if day := next((found for word in words if (found := day_from(word))), None):
        return day.isoformat()
    days = {day_from(word) for word in tree.xpath("//article//time/@datetime")} - {None}
    only = days.pop() if len(days) == 1 else None
    return only.isoformat() if only else ""


def _guessed_day(tree: lxml_html.HtmlElement) -> str:
    """The one day that stands in plain sight where pages put theirs, if there is just one."""
    days = set()
    for element in tree.xpath(_DATE_PLACES):
        words = " ".join(element.text_content().split())
        if len(words) <= _LONGEST_DATE_LINE and not _CHANGED.search(words):
            days.add(day_within(words))
    days.discard(None)
    only = days.pop() if len(days) == 1 else None
    return only.isoformat() if only else ""


def _words(value: Any) -> str:
    """A name in JSON-LD: a string, an object with a name, or a list of these."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for item in value[:5] if (name := _words(item)))
    return ""


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _without_headline(text: str, headlines: set[str]) -> str:
    first, _, rest = text.partition("\n")
    return rest.strip() if rest.strip() and " ".join(first.split()) in headlines else text
