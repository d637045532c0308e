"""Forms of the pages: the bar of filters above a list, the choice of two parties, and a reviewer's decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from claims.comparison.wording import Words
from claims.models import Ceasefire, Side, Source
from claims.vocabulary import ReviewState

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


class ReviewForm(forms.Form):
    """A person's decision about a pair; whoever rejects says why."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (str(ReviewState.CONFIRMED), _("Confirm")),
            (str(ReviewState.REJECTED), _("Reject")),
            (str(ReviewState.SUGGESTED), _("Not sure")),
        ],
    )
    note = forms.CharField(
        label=_("Reason, kept with the decision and shown to everybody; needed to reject"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        if cleaned.get("decision") == ReviewState.REJECTED and not cleaned.get("note"):
            self.add_error("note", _("Say why the pair does not hold."))
        return cleaned


class AddressForm(forms.Form):
    """An article by its address."""

    address = forms.URLField(label=_("Address of an article"), max_length=2000, assume_scheme="https")


class FeedForm(forms.Form):
    """A feed to be polled, and what is known of it."""

    address = forms.URLField(label=_("Address of the feed"), max_length=2000, assume_scheme="https")
    outlet = forms.ModelChoiceField(
        label=_("Outlet"),
        queryset=Source.objects.outlets().order_by("name", "pk"),
        required=False,
        empty_label=_("as each article says"),
    )
    covers = forms.ModelMultipleChoiceField(
        label=_("Sides whose accounts it brings"),
        queryset=Side.objects.order_by("position", "pk"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class UploadForm(forms.Form):
    """A file or a pasted text, and what is known of it."""

    file = forms.FileField(label=_("File: txt, html, eml, docx, pdf, csv, jsonl, or a zip of those"), required=False)
    text = forms.CharField(
        label=_("or a text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        strip=False,
        max_length=2_000_000,
    )
    outlet = forms.CharField(label=_("Outlet, where the documents do not name it"), required=False, max_length=200)

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        if not cleaned.get("file") and not str(cleaned.get("text") or "").strip():
            raise forms.ValidationError(_("Choose a file or paste a text."))
        return cleaned


class UnderstoodForm(forms.Form):
    """What was understood of one document, to be corrected by hand."""

    take = forms.BooleanField(label=_("Take in"), required=False)
    title = forms.CharField(label=_("Title"), required=False, max_length=500)
    outlet = forms.CharField(label=_("Outlet"), required=False, max_length=200)
    published = forms.DateField(
        label=_("Published"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


UnderstoodForms = forms.formset_factory(UnderstoodForm, extra=0)
