"""Which character set a document is read in, and whether that was a guess."""

from __future__ import annotations

import pytest

from claims.documents.charset import DISAGREES, GUESSED, NOT_ALLOWED, decode
from claims.documents.records import UnreadableError

UKRAINIAN = "Мешканці повідомили про тишу, а міністерство заявило про сорок два порушення за добу. "
FRENCH = "Le ministère a déclaré que la trêve était respectée à l’est, où des habitants ont été évacués. "
ARABIC = "قالت الوزارة إن الهدنة صامدة وإن السكان عادوا إلى القرية بعد أسبوعين من الهدوء. "


@pytest.mark.parametrize(
    ("data", "media_type", "text"),
    [
        (UKRAINIAN.encode(), "", UKRAINIAN),
        (UKRAINIAN.encode("utf-8-sig"), "", UKRAINIAN),
        (UKRAINIAN.encode("utf-16"), "", UKRAINIAN),
        (b"\xfe\xff" + UKRAINIAN.encode("utf-16-be"), "", UKRAINIAN),
        (UKRAINIAN.encode("cp1251"), "text/plain; charset=windows-1251", UKRAINIAN),
        (UKRAINIAN.encode("koi8-u"), 'text/plain; charset="KOI8-U"', UKRAINIAN),
        (FRENCH.encode("cp1252"), "text/plain; charset=iso-8859-1", FRENCH),
        (ARABIC.encode("cp1256"), "text/plain; charset=windows-1256", ARABIC),
        ("№5".encode("utf-8-sig"), "text/plain; charset=iso-8859-1", "№5"),
    ],
)
def test_what_is_known_needs_no_guess(data, media_type, text):
    assert decode(data, media_type=media_type) == (text, ())


@pytest.mark.parametrize(
    ("data", "text", "charset"),
    [
        (UKRAINIAN.encode("cp1251") * 5, UKRAINIAN * 5, "cp1251"),
        (FRENCH.encode("cp1252") * 5, FRENCH * 5, "cp1252"),
        (FRENCH.encode("utf-16-le"), FRENCH, "utf-16-le"),
        (FRENCH.encode("utf-16-be"), FRENCH, "utf-16-be"),
    ],
)
def test_a_guess_is_right_and_flagged(data, text, charset):
    assert decode(data) == (text, (GUESSED.format(charset),))


@pytest.mark.parametrize(
    "page",
    [
        b'<html><head><meta charset="windows-1251"></head>',
        b'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>',
        b'<?xml version="1.0" encoding="windows-1251"?><html>',
    ],
)
def test_a_page_may_say_its_own(page):
    text, flags = decode(page + UKRAINIAN.encode("cp1251"), markup=True)
    assert text.endswith(UKRAINIAN)
    assert flags == ()


def test_a_set_that_is_not_allowed_is_passed_over_and_flagged():
    text, flags = decode(b"+ADw-script+AD4- hello", media_type="text/html; charset=utf-7")
    assert text == "+ADw-script+AD4- hello"
    assert flags == (NOT_ALLOWED.format("utf-7"),)
    assert decode(b"hello", media_type="text/html; charset=idna")[1] == (NOT_ALLOWED.format("idna"),)


def test_a_set_that_does_not_fit_is_flagged():
    text, flags = decode(FRENCH.encode("utf-8"), media_type="text/plain; charset=shift_jis")
    assert text == FRENCH
    assert flags == (DISAGREES.format("shift_jis"),)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x00\x01\x02" * 50, b"text" + b"\x00" * 50, b"\x89\x01\x02\x03\x04" * 30]
)
def test_binary_data_is_no_text(data):
    with pytest.raises(UnreadableError, match="not text"):
        decode(data)
