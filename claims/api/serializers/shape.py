"""The shape of a record, taken from its serializer: the columns of tables and the names that `fields=` takes."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.formats import Shape


class Shown(serializers.Serializer[Any]):
    """A record as it is given out; it is only ever described by a serializer, never made or read by one."""


def shape(serializer: type[Shown] | Shown) -> Shape:
    instance = serializer if isinstance(serializer, Shown) else serializer()
    return {name: shape(field) if isinstance(field, Shown) else None for name, field in instance.fields.items()}
