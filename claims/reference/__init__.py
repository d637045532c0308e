"""The reviewed reference data: ceasefires, sources and places, read from the TOML files beside this module.

Plain Python, so that the reader works without a database: `services/reference.py` writes the same entries into it.
Each loader raises ReferenceError with the file, the entry and what is wrong; nothing is guessed.
"""

from claims.reference.loading import ReferenceError, ceasefires, places, sides, sources

__all__ = ["ReferenceError", "ceasefires", "places", "sides", "sources"]
