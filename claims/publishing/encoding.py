"""How records become JSON, everywhere that they leave the tracker."""

from __future__ import annotations

from typing import Any

import orjson

_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


def as_json(value: Any) -> bytes:
    return orjson.dumps(value, option=_OPTIONS)
