"""Who said what: finds the attributed statements of a text, one a sentence of what is said, each by a named frame."""

from claims.reading.attribution.frames import FRAMES
from claims.reading.attribution.polnear import as_polnear
from claims.reading.attribution.search import Findings, attributions, findings

__all__ = ["FRAMES", "Findings", "as_polnear", "attributions", "findings"]
