"""Mails: the text of the body, its subject, sender and date; attachments are counted, not read."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from lxml import etree
from lxml import html as lxml_html

from claims.documents.charset import decode
from claims.documents.layout import unwrapped
from claims.documents.parsers import html
from claims.documents.records import DAY_GUESSED, Found, UnreadableError

_BLOCKS = ("p", "div", "li", "td")
ATTACHMENTS = "attachments left out: {}"


def parse(data: bytes, media_type: str) -> Found:
    message = message_from_bytes(data, policy=default)
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise UnreadableError("This mail has no text.")
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    part_type = str(body.get("content-type", ""))
    if body.get_content_type() == "text/html":
        text, flags = _html_text(content, part_type)
    else:
        text, flags = decode(content, media_type=part_type)
        text = unwrapped(text)
    attachments = sum(1 for _ in message.iter_attachments())
    return Found(
        text=text,
        title=" ".join(str(message.get("subject", "")).split()),
        byline=_sender(str(message.get("from", ""))),
        published=str(message.get("date", "")),
        flags=(*flags, ATTACHMENTS.format(attachments)) if attachments else flags,
    )


def _html_text(content: bytes, part_type: str) -> tuple[str, tuple[str, ...]]:
    """The main text; all of the text where a short mail has no main part."""
    try:
        found = html.parse(content, part_type)
    except UnreadableError:
        source, flags = decode(content, media_type=part_type, markup=True)
        try:
            tree = lxml_html.document_fromstring(source.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
        except (etree.ParserError, ValueError) as fault:
            raise UnreadableError("This mail has no text.") from fault
        etree.strip_elements(tree, "script", "style", "head", with_tail=False)
        blocks = [block for block in tree.iter(*_BLOCKS) if next(block.iterdescendants(*_BLOCKS), None) is None]
        return "\n".join(
            line for block in blocks or [tree] if (line := " ".join("".join(map(str, block.itertext())).split()))
        ), flags
    return found.text, tuple(flag for flag in found.flags if flag != DAY_GUESSED)


def _sender(words: str) -> str:
    """The name in `Name <address>`; an address alone stays out."""
    name = words.partition("<")[0].strip().strip('"')
    return "" if "@" in name else name
