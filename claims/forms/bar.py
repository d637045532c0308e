"""The bar of filters above a list: a form whose state is the address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from claims.comparison.wording import Words

PAGING = ("after", "page", "matter")
"""Fields of an address that say which page of a list; a changed filter begins anew."""
CLOCKS: tuple[tuple[str, Words], ...] = (
    ("about", _("what it is about")),
    ("said", _("when it was said")),
    ("reported", _("when it was reported")),
)
Options = Sequence[tuple[str, Words]]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, with the address without it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the bar: `options` where it is a choice, else a day."""

    name: str
    label: Words
    value: str
    options: tuple[tuple[str, Words, bool], ...] | None


class FilterBar:
    """The filters of a list as a form whose state is the address: fields, chips, and what was not understood.

    `choices` are choices of the page that are no filters of rows, by name: label and options, the first the usual one.
    """

    def __init__(
        self,
        filters: django_filters.FilterSet,
        query: QueryDict,
        *,
        shown: Sequence[str],
        choices: Mapping[str, tuple[Words, Options]] | None = None,
    ) -> None:
        self.filters, self.query, self.shown, self.choices = filters, query, shown, choices or {}

    @cached_property
    def fields(self) -> list[Field]:
        return list(self._fields())

    def _fields(self) -> Iterator[Field]:
        for name, (label, options) in self.choices.items():
            value = self.query.get(name) or options[0][0]
            yield Field(name, label, value, tuple((key, words, key == value) for key, words in options))
        for name in self.shown:
            field = self.filters.form.fields[name]
            value = str(self.query.get(name, ""))
            found = _options(field)
            chosen = None if found is None else tuple((key, words, key == value) for key, words in found)
            yield Field(name, field.label or name, value, chosen)

    @property
    def kept(self) -> Iterator[tuple[str, str]]:
        """Fields of the address that the form does not show but must not lose."""
        own = {*self.shown, *self.choices, *PAGING}
        return ((name, value) for name in self.query if name not in own for value in self.query.getlist(name) if value)

    @property
    def chips(self) -> list[Chip]:
        form = self.filters.form
        found = [
            Chip(f"{field.label}: {_words(field, str(self.query[name]))}", self.without(name))
            for name, field in form.fields.items()
            if self.query.get(name) and name not in form.errors and name != "q"
        ]
        for name, (label, options) in self.choices.items():
            words = dict(options).get(self.query.get(name, ""))
            if words and self.query[name] != options[0][0]:
                found.append(Chip(f"{label}: {words}", self.without(name)))
        return found

    @property
    def misunderstood(self) -> list[str]:
        """Filters of the address that mean nothing; they are left out, and the page says so."""
        return [f"{name}={self.query.get(name, '')[:60]}" for name in self.filters.form.errors]

    def without(self, *names: str) -> str:
        query = self.query.copy()
        for name in (*names, *PAGING):
            query.pop(name, None)
        return "?" + query.urlencode()

    @property
    def address(self) -> str:
        return "?" + self.query.urlencode() if self.query else ""


def _options(field: forms.Field) -> list[tuple[str, Words]] | None:
    """The choices of a field, the empty one first; None where it has none."""
    if isinstance(field, forms.ModelChoiceField):
        key = field.to_field_name or "pk"
        rows = field.queryset.values_list(key, "name") if field.queryset is not None else ()
        return [("", field.empty_label or _("any")), *((str(slug), name) for slug, name in rows)]
    if isinstance(field, forms.ChoiceField):
        return [("", _("any")), *((str(key), label) for key, label in list(field.choices) if key)]  # type: ignore[arg-type]
    return None


def _words(field: forms.Field, value: str) -> str:
    """What a value of the address says, in the words of the choice that it is."""
    asked = value.split(",")
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        key = field.to_field_name or "pk"
        names = dict(field.queryset.filter(**{f"{key}__in": asked}).values_list(key, "name"))
        return ", ".join(str(names.get(one, one)) for one in asked)
    labels = dict(_options(field) or ())
    return ", ".join(str(labels.get(one, one)) for one in asked)
