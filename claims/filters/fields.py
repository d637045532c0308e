"""The fields that read parameters: one spelling each, several values by commas, an error that says which is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_DAY = re.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}(Z|[+-][0-9]{2}:[0-9]{2})?")
_ID = re.compile("[1-9][0-9]{0,18}")
LARGEST_ID = 2**63 - 1
MOST_VALUES = 100
LONGEST_SEARCH = 200


def _split(value: Any) -> list[str]:
    values = [part.strip() for part in str(value).split(",")]
    if len(values) > MOST_VALUES:
        raise ValidationError(_("At most %(most)s values."), code="too_many", params={"most": MOST_VALUES})
    return values


def _not_a_choice(value: str, choices: Iterable[str] = ()) -> ValidationError:
    """Names the choices, if they are a closed list."""
    if named := ", ".join(choices):
        given = {"value": value[:80], "choices": named}
        return ValidationError(_("“%(value)s” is not one of %(choices)s."), code="invalid_choice", params=given)
    return ValidationError(_("“%(value)s” is not known here."), code="invalid_choice", params={"value": value[:80]})


class Choices(forms.ChoiceField):
    """One or more of the choices; the value is a tuple."""

    def __init__(self, *, choices: Iterable[tuple[str, Any]], **options: Any) -> None:
        offered = list(choices)
        self.keys = [key for key, _ in offered]
        super().__init__(choices=[("", _("any")), *offered], **options)

    def to_python(self, value: Any) -> Any:
        return tuple(_split(value)) if value not in self.empty_values else ()

    def validate(self, value: Any) -> None:
        for one in value:
            if not self.valid_value(one):
                raise _not_a_choice(one, self.keys)


class Slugs(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One or more rows by their key; the value is a tuple of ids."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or self.queryset is None:
            return ()
        wanted = _split(value)
        key = self.to_field_name or "pk"
        found = dict(self.queryset.order_by().filter(**{f"{key}__in": wanted}).values_list(key, "pk"))
        for one in wanted:
            if one not in found:
                raise _not_a_choice(one)
        return tuple(found[one] for one in wanted)


class Ids(forms.CharField):
    """One or more ids; the value is a tuple of numbers."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return ()
        ids = _split(value)
        for one in ids:
            if not _ID.fullmatch(one) or int(one) > LARGEST_ID:
                raise ValidationError(_("“%(value)s” is no id."), code="invalid_id", params={"value": one[:80]})
        return tuple(map(int, ids))


class Day(forms.DateField):
    """YYYY-MM-DD from 1900 to 2199, in ASCII digits."""

    widget = forms.DateInput(attrs={"type": "date"})

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        if not (isinstance(value, str) and _DAY.fullmatch(value)):
            raise ValidationError(_("A day is written YYYY-MM-DD, from 1900 to 2199."), code="invalid_day")
        try:
            return date.fromisoformat(value)
        except ValueError as fault:
            raise ValidationError(_("There is no day %(day)s."), code="invalid_day", params={"day": value}) from fault


class Moment(forms.CharField):
    """A time as ISO 8601, in UTC unless it says otherwise."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            if isinstance(value, str) and _TIME.fullmatch(value):
                moment = datetime.fromisoformat(value)
                return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        except ValueError:
            pass
        raise ValidationError(_("A time is written as 2026-01-31T12:00:00Z."), code="invalid_time")


class Search(forms.CharField):
    """Words to look for, as on a search page: “of a phrase”, -without, or."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_SEARCH, **options)
