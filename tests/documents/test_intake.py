"""Taking in files, folders, tables and archives: what is bad costs one article and is told in plain words."""

from __future__ import annotations

import json
import os
import stat
import zipfile

import pytest

from claims.documents import Document, DocumentError, read_bytes, read_path
from claims.documents.kinds import kind_of
from claims.vocabulary import DateOrigin, ErrorCode
from tests.documents.makers import make_docx, make_zip

TEXT = "The council said on Sunday that the truce was holding."


def told(results):
    """(name, text) of each document, (name, code, message) of each error."""
    return [
        (result.name, result.text_raw)
        if isinstance(result, Document)
        else (result.name, result.code.value, result.message)
        for result in results
    ]


def lay_out(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def lines(*rows):
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)


def test_a_folder_with_a_manifest(tmp_path):
    manifest = lines(
        {"file": "b.txt", "outlet": "Post", "published": "2020-01-12", "url": None},
        {"file": "a.txt", "outlet": "Post", "published": "2020-01-13", "url": "https://example.org/a?utm_source=x"},
    )
    lay_out(tmp_path, {"manifest.jsonl": manifest, "a.txt": TEXT, "b.txt": TEXT + "\n"})
    first, second = read_path(tmp_path)
    assert (first.name, first.text_raw, first.outlet) == ("b.txt", TEXT, "Post")
    assert (first.published.isoformat(), first.published_origin) == ("2020-01-12", DateOrigin.GIVEN)
    assert (first.address, first.canonical, first.flags) == ("", "", ())
    assert (second.address, second.canonical) == ("https://example.org/a?utm_source=x", "https://example.org/a")
    assert second.raw == TEXT.encode()
    assert list(read_path(tmp_path / "manifest.jsonl")) == [first, second]


def test_bad_input_is_told_for_that_article_and_the_others_go_on(tmp_path):
    manifest = lines(
        {"file": "good.txt", "outlet": "Post", "published": "2020-01-12"},
        {"file": "empty.txt", "outlet": "Post", "published": "2020-01-12"},
        {"file": "blank.txt"},
        {"file": "binary.txt"},
        {"file": "picture.txt"},
        {"file": "missing.txt"},
        {"file": "../outside.txt"},
        "{not json",
        "[1, 2]",
        {"outlet": "Post"},
        {"file": 7},
        {"file": "undated.txt", "outlet": "Post"},
        {"file": "impossible.txt", "published": "2019-02-30"},
        {"file": "twice.txt", "published": "2020-01-12"},
        {"file": "twice.txt", "published": "2020-01-12"},
        {"file": "arabic.txt", "published": "2020-01-12"},
        {"text": TEXT, "title": "In the manifest itself", "published": "2020-01-12"},
        {"file": "last.txt", "published": "2020-01-12"},
    )
    folder = lay_out(
        tmp_path / "articles",
        {
            "manifest.jsonl": manifest,
            **dict.fromkeys(("good.txt", "undated.txt", "impossible.txt", "twice.txt", "last.txt"), TEXT),
            "empty.txt": b"",
            "blank.txt": b" \n\t\n",
            "binary.txt": bytes(range(256)) * 8,
            "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(50),
            "arabic.txt": "قالت الوزارة إن الهدنة صامدة.",
            "unlisted.txt": TEXT,
            "notes.xyz": TEXT,
            ".hidden.txt": TEXT,
        },
    )
    (tmp_path / "outside.txt").write_text(TEXT)
    results = list(read_path(folder))
    errors = {result.name: result.message for result in results if isinstance(result, DocumentError)}
    assert all(result.code is ErrorCode.BAD_CONTENT for result in results if isinstance(result, DocumentError))
    assert errors == {
        "empty.txt": "This document is empty.",
        "blank.txt": "This document is empty.",
        "binary.txt": "This is not text: it holds binary data.",
        "picture.txt": "This is named .txt but is an image.",
        "missing.txt": "manifest.jsonl, row 6, names this file, but there is none in the folder.",
        "../outside.txt": "manifest.jsonl, row 7, names this file, but there is none in the folder.",
        "manifest.jsonl, row 8": "This line is not JSON.",
        "manifest.jsonl, row 9": "This line is not a JSON object with an article's fields.",
        "manifest.jsonl, row 10": "This row has no text.",
        "manifest.jsonl, row 11": "The field “file” is not a text.",
        "unlisted.txt": "manifest.jsonl does not name this file; it was left out.",
    }
    documents = {result.name: result for result in results if isinstance(result, Document)}
    assert list(documents) == [
        *("good.txt", "undated.txt", "impossible.txt", "twice.txt", "arabic.txt"),
        *("manifest.jsonl, row 17", "last.txt"),
    ]
    assert documents["good.txt"].flags == ()
    assert documents["undated.txt"].published is None
    assert documents["undated.txt"].flags == ("publication day unknown",)
    assert documents["impossible.txt"].published is None
    assert documents["impossible.txt"].flags == ("publication day is none: “2019-02-30”",)
    assert documents["arabic.txt"].flags == ("written in another script: arabic",)
    assert sum(isinstance(result, Document) and result.name == "twice.txt" for result in results) == 2


def test_a_folder_without_a_manifest_is_read_by_name_and_takes_what_is_given(tmp_path):
    lay_out(tmp_path, {"b/c.txt": TEXT, "a.txt": TEXT, "d.mp4": b"\0\0\0\x18ftyp", ".git/e.txt": TEXT})
    results = list(read_path(tmp_path, outlet="Post", published="2020-01-12"))
    assert told(results) == [
        ("a.txt", TEXT),
        ("b/c.txt", TEXT),
        ("d.mp4", "bad_content", "Documents of this kind are not read here: mp4."),
    ]
    assert {(result.outlet, result.published.isoformat()) for result in results[:2]} == {("Post", "2020-01-12")}


def test_a_folder_may_hold_archives_and_tables(tmp_path):
    lay_out(tmp_path, {"a.zip": make_zip({"b.txt": TEXT}), "c.csv": f"text\n{TEXT}\n"})
    assert told(read_path(tmp_path)) == [("a.zip/b.txt", TEXT), ("c.csv, row 2", TEXT)]


def test_a_line_longer_than_a_row_may_be_costs_itself_alone(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(lines({"text": "x" * 5_000_000}, {"text": TEXT}))
    assert told(read_path(path)) == [
        ("articles.jsonl, row 1", "bad_content", "This line is longer than 2 MiB."),
        ("articles.jsonl, row 2", TEXT),
    ]


def test_a_manifest_elsewhere_names_the_files_of_the_folder(tmp_path):
    lay_out(tmp_path, {"texts/a.txt": TEXT, "list.jsonl": lines({"file": "a.txt", "outlet": "Post"})})
    (document,) = read_path(tmp_path / "texts", manifest=tmp_path / "list.jsonl")
    assert (document.name, document.outlet) == ("a.txt", "Post")


def test_a_jsonl_file_gives_an_article_a_line(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_bytes(
        b"\xef\xbb\xbf"
        + lines(
            {"text": TEXT, "title": "Calm", "source": "Post", "date": "2020-01-12", "url": "https://example.org/a"},
            "",
            {"title": "no text"},
            "[" * 100_000,
            {"text": ["a", "list"]},
            {"body": TEXT, "lang": "uk"},
            {"file": "a.txt"},
        ).encode()
    )
    results = list(read_path(path))
    assert told(results) == [
        ("articles.jsonl, row 1", TEXT),
        ("articles.jsonl, row 3", "bad_content", "This row has no text."),
        ("articles.jsonl, row 4", "bad_content", "This line is not JSON."),
        ("articles.jsonl, row 5", "bad_content", "The field “text” is not a text."),
        ("articles.jsonl, row 6", TEXT),
        ("articles.jsonl, row 7", "bad_content", "This row names a file; only a folder's manifest does that."),
    ]
    first = results[0]
    assert (first.title, first.outlet, first.canonical) == ("Calm", "Post", "https://example.org/a")
    assert results[4].language == "uk"
    (again,) = read_bytes(first.raw, name="x", kind=first.kind)
    assert (again.text_raw, again.title, again.published) == (first.text_raw, first.title, first.published)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_gives_an_article_a_row(separator):
    rows = [
        ["Title", "Outlet", "Published", "Text"],
        ["Calm", "Post", "2020-01-12", f'"{TEXT}\nIt said so ""twice""."'],
        ["Empty", "Post", "2020-01-12", ""],
        ["Undated", "Post", "soon", TEXT],
    ]
    data = "\r\n".join(separator.join(row) for row in rows).encode()
    results = list(read_bytes(data, name="articles.csv"))
    assert told(results) == [
        ("articles.csv, row 2", f'{TEXT}\nIt said so "twice".'),
        ("articles.csv, row 3", "bad_content", "This row has no text."),
        ("articles.csv, row 4", TEXT),
    ]
    assert results[0].published.isoformat() == "2020-01-12"
    assert results[2].flags == ("publication day is none: “soon”",)
    assert results[0].kind == "jsonl"
    assert json.loads(results[0].raw)["title"] == "Calm"


def test_a_table_without_a_text_column_says_what_is_missing():
    (error,) = read_bytes(b"a,b\n1,2\n", name="table.csv")
    assert "one of them “text”" in error.message


def test_an_archive_is_a_folder():
    manifest = lines({"file": "in/a.txt", "outlet": "Post", "published": "2020-01-12"}, {"file": "missing.txt"})
    members = {"manifest.jsonl": manifest, "in/a.txt": TEXT, "b.txt": TEXT, "__MACOSX/in/a.txt": "x", ".DS_Store": "x"}
    results = list(read_bytes(make_zip(members), name="all.zip"))
    assert told(results) == [
        ("all.zip/in/a.txt", TEXT),
        (
            "all.zip/missing.txt",
            "bad_content",
            "manifest.jsonl, row 2, names this file, but there is none in the folder.",
        ),
        ("all.zip/b.txt", "bad_content", "manifest.jsonl does not name this file; it was left out."),
    ]
    assert results[0].outlet == "Post"


def test_an_archive_of_all_kinds(tmp_path):
    members = {
        "a.txt": TEXT,
        "b.jsonl": lines({"text": TEXT}, {"text": ""}),
        "c.docx": make_docx(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"),
        "d.zip": make_zip({"a.txt": TEXT}),
        "e.txt": b"",
        "f.exe": b"MZ\x90\0",
    }
    (tmp_path / "all.zip").write_bytes(make_zip(members))
    assert told(read_path(tmp_path / "all.zip")) == [
        ("all.zip/a.txt", TEXT),
        ("all.zip/b.jsonl, row 1", TEXT),
        ("all.zip/b.jsonl, row 2", "bad_content", "This row has no text."),
        ("all.zip/c.docx", TEXT),
        ("all.zip/d.zip", "bad_content", "An archive within an archive is not read."),
        ("all.zip/e.txt", "bad_content", "This document is empty."),
        ("all.zip/f.exe", "bad_content", "This is not a document that is read here: it is a program."),
    ]


@pytest.mark.parametrize(
    ("data", "name", "content_type", "words"),
    [
        (b"%PDF-1.4 nothing", "a.pdf", "", "damaged"),
        (b"%PDF-1.4 nothing", "a.txt", "", "named .txt but is a PDF"),
        (b"just text", "a.pdf", "", "a pdf file but is none"),
        (b"PK\x03\x04 nothing", "a.zip", "", "damaged"),
        (make_zip({"a": "b"}), "a.docx", "", "lacks its part"),
        (make_zip({}), "a.zip", "", "holds no files"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "", "save it as .docx"),
        (b"\x1f\x8b\x08", "a", "text/plain", "gzip"),
        (b"\0\0\0 ftyp", "v", "video/mp4", "not read here: video/mp4"),
        (make_zip({"a.txt": "b"}, compression=zipfile.ZIP_LZMA), "a.zip", "", "packed in a way"),
    ],
)
def test_what_is_not_what_it_says_is_refused(data, name, content_type, words):
    (error,) = read_bytes(data, name=name, content_type=content_type)
    assert words in error.message
    assert error.code is ErrorCode.BAD_CONTENT


@pytest.mark.parametrize(
    ("name", "content_type", "kind"),
    [
        ("https://example.org/a.pdf", "text/html", "html"),
        ("https://example.org/a.php", "text/html; charset=utf-8", "html"),
        ("https://example.org/a.txt", "application/xhtml+xml", "html"),
        ("https://example.org/a", "", "html"),
        ("https://example.org/a", "text/plain", "html"),
        ("a.csv", "text/plain", "csv"),
        ("a.txt", "", "txt"),
        ("a.txt", "text/plain; charset=utf-8", "txt"),
        ("", "", "html"),
    ],
)
def test_a_sites_word_beats_an_address_and_a_persons_name_beats_a_guess(name, content_type, kind):
    assert kind_of(b"<!doctype html><html>", name=name, media_type=content_type) == kind


@pytest.mark.parametrize(
    ("name", "content_type"), [("https://example.org/a.html", "text/html"), ("a.pdf", ""), ("", "")]
)
def test_bytes_beat_a_sites_word(name, content_type):
    assert kind_of(b"%PDF-1.7", name=name, media_type=content_type) == "pdf"


def test_what_is_too_large_is_refused(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x " * 8_000_000)
    (tmp_path / "b.txt").write_bytes(b"x " * 1_500_000)
    large, long = read_path(tmp_path)
    assert large.code is ErrorCode.TOO_LARGE
    assert "two million" in long.message


def test_what_is_not_there_or_not_ours_to_read_is_told(tmp_path):
    assert told(read_path(tmp_path / "nothing.txt")) == [("nothing.txt", "bad_content", "There is no such file.")]
    assert told(read_path(tmp_path)) == [(tmp_path.name, "bad_content", "This folder holds no files.")]
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe, stat.S_IRUSR)
    assert told(read_path(pipe)) == [("pipe.txt", "bad_content", "There is no such file.")]


def test_a_paste_without_a_name_is_text_or_a_page():
    (text,) = read_bytes(TEXT.encode(), name="")
    assert (text.kind, text.text_raw) == ("txt", TEXT)
    page = f"<!doctype html><html><body><article><p>{TEXT} {TEXT}</p><p>{TEXT} {TEXT}</p></article></body></html>"
    (found,) = read_bytes(page.encode(), name="")
    assert found.kind == "html"
    assert TEXT in found.text_raw
