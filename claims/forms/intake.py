"""What is taken in: addresses, feeds, uploads, and what was understood of them."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import Side, Source


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
