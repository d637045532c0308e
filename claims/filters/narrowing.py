"""What a filter is: a field that reads a parameter strictly, and the condition that its value stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import django_filters
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.db.models import Exists, Q, QuerySet
from django.forms import Field
from django.utils.translation import gettext_lazy as _

NOT = "!"
"""Behind a parameter's name: only rows that the filter would leave out."""

Condition = Callable[[Any], Q | Exists]


class Narrowing(django_filters.Filter):  # type: ignore[misc]
    """Leaves the rows that meet `condition(value)`. `is_rare`: few rows do, so that they are better looked up first."""

    def __init__(self, field: type[Field], condition: Condition, *, is_rare: bool = False, **extra: Any) -> None:
        super().__init__(**extra)
        self.field_class = field
        self.condition = condition
        self.is_rare = is_rare

    def filter(self, rows: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return rows if value in EMPTY_VALUES else rows.filter(self.condition(value))


class Excluding(Narrowing):
    """Leaves the rows that a filter would not leave."""

    def __init__(self, narrowing: Narrowing) -> None:
        super().__init__(narrowing.field_class, narrowing.condition, label=narrowing.label, **narrowing.extra)

    def filter(self, rows: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return rows if value in EMPTY_VALUES else rows.exclude(self.condition(value))


class Filters(django_filters.FilterSet):  # type: ignore[misc]
    """A set of filters; each can be turned round by `!` behind its name, and takes several values by commas."""

    def __init__(self, data: Mapping[str, Any] | None = None, queryset: Any = None, **options: Any) -> None:
        super().__init__(data, queryset, **options)
        for name in data or ():
            if name.endswith(NOT) and name.removesuffix(NOT) in self.base_filters:
                self.filters[name] = Excluding(self.base_filters[name.removesuffix(NOT)])

    @classmethod
    def narrowed(cls, given: Mapping[str, str], rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that these parameters leave. Raises ValidationError that names each one that cannot be used.

        The same as `cls(given, queryset=rows).qs`, without building the form of all fields first.
        """
        faults: dict[str, ValidationError] = {}
        values: dict[str, Any] = {}
        for name, text in given.items():
            narrowing = cls.base_filters[name.removesuffix(NOT)]
            try:
                value = narrowing.field.clean(text)
            except ValidationError as fault:
                faults[name] = fault
                continue
            values[name] = value
            rows = (Excluding(narrowing) if name.endswith(NOT) else narrowing).filter(rows, value)
        for name in values:
            first = values.get(f"{name.removesuffix('_to')}_from") if name.endswith("_to") else None
            if first is not None and values[name] < first:
                faults[name] = ValidationError(_("The range ends before it begins."), code="reversed")
        if faults:
            raise ValidationError(faults)
        return rows

    @classmethod
    def names(cls) -> frozenset[str]:
        """Every parameter that this set takes."""
        return frozenset(f"{name}{suffix}" for name in cls.base_filters for suffix in ("", NOT))
