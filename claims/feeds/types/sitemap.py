"""Sitemaps, with the news extension's day, title and language (sitemaps.org, schemas/sitemap-news/0.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from claims.feeds.entries import collect, plain
from claims.feeds.feed_type import FeedType
from claims.feeds.markup import check_xml, without_doctype
from claims.feeds.records import Entry, FeedContent

_ROOT = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
INDEX = "This is an index of sitemaps: add those of its parts that list news."


def recognises(head: str, media_type: str) -> bool:
    return bool(_ROOT.search(head))


def parse(data: bytes, content_type: str, address: str) -> FeedContent:
    check_xml(data)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(without_doctype(data).strip(), parser=parser)
    except etree.XMLSyntaxError as fault:
        raise ValueError("This sitemap cannot be read as XML.") from fault
    # lxml gives None, against its annotation, for a document of which nothing could be recovered.
    kind = _local(root) if root is not None else ""
    if kind == "sitemapindex":
        parts = [words for part in _children(root, "sitemap") if (words := _words(part, "loc"))]
        return collect([], base=address, problem=INDEX, further=parts)
    if kind != "urlset":
        raise ValueError("This is no sitemap.")
    # The newest first: a sitemap has up to 50,000 addresses in any order. A page's last change is not its publication.
    urls = sorted(_children(root, "url"), key=lambda url: _words(url, "publication_date", "lastmod"), reverse=True)
    entries = [
        Entry(
            address=_words(url, "loc"),
            title=plain(_words(url, "title")),
            published=_words(url, "publication_date"),
            language=_words(url, "language"),
        )
        for url in urls
    ]
    return collect(entries, base=address)


def _children(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in root if _local(child) == name)


def _words(element: etree._Element, *names: str) -> str:
    """The text of the first of these elements within, whatever its namespace; images and videos have their own."""
    for name in names:
        for found in element.iter(f"{{*}}{name}"):
            if found.text and "image" not in found.tag and "video" not in found.tag:
                return found.text.strip()
    return ""


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


TYPE = FeedType(key="sitemap", label="News sitemap", recognises=recognises, parse=parse)
