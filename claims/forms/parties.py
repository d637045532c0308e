"""The choice of two parties to compare."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from claims.models import Ceasefire, Side, Source


class CompareForm(forms.Form):
    """The two parties and the span; a party is `side:<key>` or `source:<slug>`, `ceasefire` the one that is shown."""

    def __init__(self, query: QueryDict, ceasefire: Ceasefire | None) -> None:
        super().__init__(query)
        self.query, self.ceasefire = query, ceasefire

    def parties(self, name: str) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """Groups of options for one of the two."""
        chosen = self.query.get(name, "")
        sides = [(f"side:{side.key}", side.name) for side in Side.objects.order_by("position")]
        sources = [(f"source:{source.slug}", source.name) for source in Source.objects.listed().order_by("name", "pk")]
        return [
            (label, [(key, words, key == chosen) for key, words in options])
            for label, options in ((str(_("Sides")), sides), (str(_("Sources")), sources))
        ]

    @property
    def left(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        return self.parties("left")

    @property
    def right(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        return self.parties("right")

    @property
    def ceasefires(self) -> list[tuple[str, str, bool]]:
        return [(one.slug, one.name, one == self.ceasefire) for one in Ceasefire.objects.in_order()]

    @property
    def swapped(self) -> str:
        query = self.query.copy()
        query["left"], query["right"] = self.query.get("right", ""), self.query.get("left", "")
        query.pop("after", None)
        return "?" + query.urlencode()
