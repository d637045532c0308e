"""The languages that can be read, one package each; the language of a text is told in `claims.reading.language`."""

LANGUAGES: dict[str, str] = {"en": "english"}
"""Code (ISO 639-1) -> the package beside this module."""
