"""Documents that mean harm: each ends in time as an error or as what little it holds, and never as an exception."""

from __future__ import annotations

import base64
import time
import zipfile
import zlib
from collections.abc import Callable

import pytest

from claims.documents import Document, DocumentError, read_bytes
from claims.vocabulary import ErrorCode
from tests.documents.makers import make_docx, make_pdf, make_zip

MIB = 1024 * 1024
LONGEST = 21.0
TEXT = "The council said on Sunday that the truce was holding and that no shelling had been heard."


def page(body: str) -> bytes:
    return f"<!doctype html><html><body><article><p>{TEXT}</p><p>{TEXT}</p>{body}</article></body></html>".encode()


def pdf_with(content: bytes) -> bytes:
    """A PDF whose one object 4 is this, its page tree as in `make_pdf`."""
    plain = make_pdf(["x"])
    start, end = plain.index(b"4 0 obj"), plain.index(b"5 0 obj")
    return plain[:start] + b"4 0 obj\n" + content + b"\nendobj\n" + plain[end:]


def flate(data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)


def nested_mail(levels: int) -> bytes:
    opening = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level) for level in range(levels)
    )
    return b"Subject: x\nMIME-Version: 1.0\n" + opening + b"Content-Type: text/plain\n\n" + TEXT.encode()


def encrypted_zip() -> bytes:
    data = bytearray(make_zip({"a.txt": TEXT}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def overlapping_zip() -> bytes:
    """A directory of 2,000 entries that all are the one member of 14 MiB."""
    data = make_zip({"a.txt": b"x" * 14 * MIB})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = b"".join(data[start:end].replace(b"a.txt", b"%05d" % number) for number in range(2000))
    tail = data[end : end + 8] + (2000).to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little")
    return data[:start] + entries + tail + start.to_bytes(4, "little") + b"\0\0"


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
)
DEEP_WORD = "<w:p>" * 50_000 + "</w:p>" * 50_000
READ, REFUSED, LARGE, ANY = "read", "bad_content", "too_large", "read bad_content too_large"

CASES: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "page nested without end": ("a.html", ANY, lambda: page("<div>" * 200_000)),
    "page of open tags": ("a.html", ANY, lambda: page("<b><i><a>" * 100_000)),
    "page of tables in tables": ("a.html", ANY, lambda: page("<table><tr><td>" * 20_000)),
    "page of 300,000 links": ("a.html", REFUSED, lambda: page("<a href=x>y</a> " * 300_000)),
    "page of 100,000 paragraphs": ("a.html", REFUSED, lambda: page("<p>The council said so again." * 100_000)),
    "page of entities": ("a.html", ANY, lambda: page("&amp;" * 1_000_000)),
    "page of attributes": ("a.html", ANY, lambda: page("<p " + " ".join(f"a{n}=1" for n in range(10_000)) + ">x")),
    "page with one long attribute": ("a.html", ANY, lambda: page(f"<p class='{'date ' * 100_000}'>x")),
    "page with deep linked data": (
        "a.html",
        READ,
        lambda: page("<script type='application/ld+json'>" + "[" * 500_000 + "</script>"),
    ),
    "page of half a declaration": ("a.html", REFUSED, lambda: b"<!doctype html><html><meta " + b"a " * 4 * MIB),
    "page with entities of its own": ("a.html", ANY, lambda: LAUGHS.encode() + page("&a11;")),
    "page of spaces": ("a.html", ANY, lambda: page(" \n" * 4_000_000)),
    "page of dates": ("a.html", READ, lambda: page("<time>January 12, 2020</time>" * 30_000)),
    "Word file with entities of its own": (
        "a.docx",
        REFUSED,
        lambda: make_docx("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", head=LAUGHS),
    ),
    "Word file with an outside entity": (
        "a.docx",
        REFUSED,
        lambda: make_docx("<w:p/>", head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    "Word file nested without end": ("a.docx", REFUSED, lambda: make_docx(DEEP_WORD)),
    "Word file that unpacks to too much": ("a.docx", LARGE, lambda: make_docx(" " * 30 * MIB)),
    "archive that unpacks to too much": (
        "a.zip",
        "too_large bad_content",
        lambda: make_zip({f"{n}.txt": b"x " * 7 * MIB for n in range(6)}),
    ),
    "archive whose entries overlap": ("a.zip", "too_large bad_content", overlapping_zip),
    "archive of 20,000 files": ("a.zip", LARGE, lambda: make_zip(dict.fromkeys(map(str, range(20_000)), b""))),
    "archive with a password": ("a.zip", REFUSED, encrypted_zip),
    "archive of archives": ("a.zip", REFUSED, lambda: make_zip({"b.zip": make_zip({"c.zip": make_zip({})})})),
    "archive that climbs out": ("a.zip", READ, lambda: make_zip({"../../../tmp/a.txt": TEXT})),
    "archive of bzip2": ("a.zip", REFUSED, lambda: make_zip({"a.txt": b"x" * MIB}, compression=zipfile.ZIP_BZIP2)),
    "mail nested 5,000 deep": ("a.eml", REFUSED, lambda: nested_mail(5000)),
    "mail of headers": (
        "a.eml",
        ANY,
        lambda: b"".join(b"X-%d: y\n" % n for n in range(200_000)) + b"\n" + TEXT.encode(),
    ),
    "mail with a long subject": (
        "a.eml",
        ANY,
        lambda: b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + TEXT.encode(),
    ),
    "mail with a wrong encoding": (
        "a.eml",
        ANY,
        lambda: (
            b"Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n"
            + base64.b64encode(TEXT.encode())[:-3]
        ),
    ),
    "PDF that unpacks to too much": ("a.pdf", REFUSED, lambda: pdf_with(flate(bytes(100 * MIB)))),
    "PDF of 50,000 operators": ("a.pdf", ANY, lambda: pdf_with(flate(b"BT (x) Tj ET " * 50_000))),
    "PDF of open arrays": ("a.pdf", REFUSED, lambda: pdf_with(b"[" * 2_000_000)),
    "PDF whose pages go in circles": ("a.pdf", REFUSED, lambda: make_pdf(["x"]).replace(b"[3 0 R]", b"[2 0 R]")),
    "PDF that is cut short": ("a.pdf", ANY, lambda: make_pdf([TEXT])[:-300]),
    "table with one field of 12 MiB": ("a.csv", REFUSED, lambda: b'text\n"' + b"x" * 12 * MIB),
    "table of 200,000 columns": ("a.csv", ANY, lambda: b"text" + b",a" * 200_000 + b"\n" + b"x," * 200_000),
    "lines nested without end": ("a.jsonl", REFUSED, lambda: b"[" * 2_000_000),
    "lines with a number without end": ("a.jsonl", REFUSED, lambda: b'{"text": ' + b"9" * 1_000_000 + b"}"),
    "text of one line": ("a.txt", READ, lambda: b"x" * 1_900_000),
    "text of marks": ("a.txt", READ, lambda: ("́" * 900_000).encode()),
    "text of breaks": ("a.txt", REFUSED, lambda: b"\r\n" * 1_000_000),
}
"""What each is, to its name, how it may end, and its bytes."""


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_document_ends_in_time(case):
    name, ends, make = CASES[case]
    data = make()
    started = time.monotonic()
    results = list(read_bytes(data, name=name))
    seconds = time.monotonic() - started
    print(f"{case}: {seconds:.2f} s, {results[:1]!r:.200}")
    assert seconds < LONGEST
    assert results
    for result in results:
        outcome = "read" if isinstance(result, Document) else result.code.value
        assert outcome in ends.split(), result
        if isinstance(result, DocumentError):
            assert result.code in (ErrorCode.BAD_CONTENT, ErrorCode.TOO_LARGE)
            assert result.message.endswith(".")
            assert "passwd" not in result.message
        else:
            assert "root:" not in result.text_raw


def test_after_all_of_them_an_honest_page_is_read():
    (document,) = read_bytes(page(""), name="a.html")
    assert isinstance(document, Document)
    assert TEXT in document.text_raw
