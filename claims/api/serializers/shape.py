"""The shape of a record, taken from its serializer: the columns of tables and the names that `fields=` takes."""

from __future__ import annotations

from functools import cache
from typing import Any

from rest_framework import serializers

from claims.api.formats import Shape


class Shown(serializers.Serializer[Any]):
    """A record as it is given out; it is only ever described by a serializer, never made or read by one."""


@cache
def shape(serializer: type[Shown]) -> Shape:
    return _of(serializer())


def _of(serializer: Shown) -> Shape:
    return {name: _of(field) if isinstance(field, Shown) else None for name, field in serializer.fields.items()}
