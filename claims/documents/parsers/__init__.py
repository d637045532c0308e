"""Parsers: one file a kind of document, each a function `parse(bytes, media type)` to what was found."""
