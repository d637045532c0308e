"""What each kind of document gives: text, title, byline, outlet, language, day, and where each was obtained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.documents import Document, DocumentError, read_bytes
from claims.documents.layout import unwrapped
from claims.vocabulary import DateOrigin, ErrorCode
from tests.documents.makers import make_docx, make_pdf

PAGES = json.loads((Path(__file__).parent / "pages.json").read_text(encoding="utf-8"))
FIRST = (
    "The valley’s council said on Sunday that the truce was holding and that no shelling had been heard since midnight."
)
SECOND = (
    "Residents said that they had seen two planes over the town during the night, which they took for reconnaissance."
)


def page(head: str = "", *, extra: str = "", lang: str = "en-GB") -> bytes:
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>Home</a><a href='/world'>World</a></nav><div class='cookie'>We use cookies. Accept all.</div>"
        f"<article><h1>The heading of the page</h1><p>{FIRST}</p><p>{SECOND}</p>{extra}</article>"
        "<aside><h2>Read more</h2><a href='/other'>Another story of another day</a></aside>"
        "<footer>© The Example Post. All rights reserved.</footer></body></html>"
    ).encode()


def only(results) -> Document:
    (document,) = results
    assert isinstance(document, Document), document
    return document


def fault(results) -> DocumentError:
    (error,) = results
    assert isinstance(error, DocumentError), error
    return error


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["what"])
def test_a_page_says_what_it_is(case):
    data = page(case["head"], extra=case.get("extra", ""))
    document = only(read_bytes(data, name="page", content_type="text/html", address=case["address"]))
    found = {
        "published": document.published.isoformat() if document.published else None,
        "published_origin": document.published_origin.value,
        "flags": list(document.flags),
    }
    for name, expected in case["expect"].items():
        assert found.get(name, getattr(document, name, None)) == expected, name
    assert FIRST in document.text_raw.split("\n")
    assert SECOND in document.text_raw.split("\n")
    for foreign in ("cookies", "Read more", "rights reserved", "The heading of the page"):
        assert foreign not in document.text_raw


def test_what_is_given_beats_the_page_and_a_feed_does_not():
    data = page("<meta property='og:title' content='By the page'><meta name='date' content='2020-01-12'>")
    given = only(read_bytes(data, name="p.html", title="By hand", published="2020-01-10", outlet="Post"))
    assert (given.title, given.outlet) == ("By hand", "Post")
    assert (given.published.isoformat(), given.published_origin) == ("2020-01-10", DateOrigin.GIVEN)
    assert ("title", "given") in given.origins
    fed = only(read_bytes(data, name="p.html", published="Sat, 11 Jan 2020", published_origin=DateOrigin.FEED))
    assert (fed.published.isoformat(), fed.published_origin) == ("2020-01-12", DateOrigin.METADATA)
    bare = only(read_bytes(page(), name="p.html", published="Sat, 11 Jan 2020", published_origin=DateOrigin.FEED))
    assert (bare.published.isoformat(), bare.published_origin) == ("2020-01-11", DateOrigin.FEED)


def test_a_page_laid_out_by_tables_is_read_and_a_table_of_data_left_out():
    data = "<table><tr><th>Side</th><th>Count</th></tr><tr><td>North</td><td>19</td></tr></table>"
    listed = "The third point of the list is long enough to be kept."
    story = f"<p>{FIRST}</p><p>{SECOND}</p>{data}<ul><li>{listed}</li></ul>"
    columns = f"<table><tr><td class='menu'><a href='/'>Home</a></td><td class='story'>{story}</td></tr></table>"
    document = only(read_bytes(f"<html><body>{columns}</body></html>".encode(), name="old.html"))
    assert document.text_raw.split("\n") == [FIRST, SECOND, listed]


def test_a_page_of_navigation_alone_is_no_article():
    data = b"<html><body><nav><a href='/a'>A</a> <a href='/b'>B</a></nav></body></html>"
    assert fault(read_bytes(data, name="page.html")).code is ErrorCode.BAD_CONTENT


def test_a_page_can_be_read_again_from_its_raw_bytes():
    first = only(read_bytes(page(), name="x", content_type="text/html; charset=utf-8", address="https://example.org/a"))
    again = only(read_bytes(first.raw, name="x", kind=first.kind, address=first.address))
    assert again == first


@pytest.mark.parametrize(
    ("mail", "text", "published"),
    [
        (
            "Subject: Calm in the\n valley\nFrom: The Example Post <news@example.org>\n"
            "Date: Sun, 12 Jan 2020 23:30:00 -0500\n"
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
            "The valley’s council said on Sunday that the truce\nwas holding and that no shelling had been heard.\n\n"
            "Residents agreed.\n",
            "The valley’s council said on Sunday that the truce was holding and that no shelling had been heard.\n"
            "Residents agreed.",
            "2020-01-12",
        ),
        (
            "Subject: Calm in the valley\nFrom: news@example.org\nMIME-Version: 1.0\n"
            "Content-Type: text/html; charset=utf-8\n\n<p>Council: <b>calm</b>.</p><div>Residents agreed.</div>",
            "Council: calm.\nResidents agreed.",
            None,
        ),
        (
            "Subject: Calm in the valley\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
            "--B\nContent-Type: text/plain\n\nCouncil: calm.\n--B\nContent-Type: image/png\n"
            "Content-Disposition: attachment; filename=a.png\n\nxxxx\n--B--\n",
            "Council: calm.",
            None,
        ),
    ],
    ids=["plain", "html", "attachment"],
)
def test_a_mail_gives_its_body_subject_and_date(mail, text, published):
    document = only(read_bytes(mail.encode(), name="mail.eml"))
    assert document.text_raw == text
    assert document.title == "Calm in the valley"
    assert (document.published.isoformat() if document.published else None) == published
    assert document.byline == ("The Example Post" if published else "")
    assert any("attachments left out: 1" in flag for flag in document.flags) == ("attachment" in mail)


def test_a_word_file_gives_its_paragraphs_and_not_what_was_deleted():
    body = (
        "<w:p><w:r><w:t>The council said </w:t></w:r><w:del><w:r><w:delText>nothing</w:delText></w:r></w:del>"
        "<w:r><w:t>that it was calm.</w:t></w:r></w:p><w:p/>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>One</w:t><w:tab/><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    document = only(read_bytes(make_docx(body, title="Calm in the valley"), name="calm.docx"))
    assert document.text_raw == "The council said that it was calm.\nOne cell"
    assert document.title == "Calm in the valley"
    assert document.kind == "docx"


def test_a_pdf_gives_its_text_without_the_breaks_of_print():
    lines = [
        "Calm in the valley",
        "The council said on Sunday that the truce was holding and that no shel-",
        "ling had been heard since midnight. It was calm.",
        "Residents agreed.",
        "They said that two planes had passed over the town in the night, which",
        "they took for reconnaissance.",
        "7",
    ]
    document = only(read_bytes(make_pdf(lines), name="calm.pdf"))
    assert document.text_raw.split("\n") == [
        "Calm in the valley",
        "The council said on Sunday that the truce was holding and that no shelling had been heard since midnight. "
        "It was calm.",
        "Residents agreed.",
        "They said that two planes had passed over the town in the night, which they took for reconnaissance.",
    ]


def test_a_pdf_of_pictures_says_so():
    assert "no text layer" in fault(read_bytes(make_pdf([]), name="scan.pdf")).message


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("One long line " * 20, "One long line " * 20),
        ("Short\nlines\nstay", "Short\nlines\nstay"),
        ("", ""),
    ],
)
def test_only_layout_is_undone(text, joined):
    assert unwrapped(text) == joined.strip()
