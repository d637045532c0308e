"""The pages: one short function each, which names a read model and a template."""

from claims.views.articles import article
from claims.views.ceasefires import ceasefire, day, overview
from claims.views.claims import claim, pair
from claims.views.sources import source

__all__ = ["article", "ceasefire", "claim", "day", "overview", "pair", "source"]
