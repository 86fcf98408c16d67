"""From the shapes the library answers with to what `json.dumps` takes."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any


def plain(value: Any) -> Any:
    """Return `value` as dicts, lists, strings, numbers, booleans and None, ready for JSON.

    A dataclass becomes a dict of its fields, without those in its `HIDDEN` and with those in its
    `NAMES` called so; a trailing underscore in a name is dropped.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        hidden: frozenset[str] = getattr(value, "HIDDEN", frozenset())
        names: Mapping[str, str] = getattr(value, "NAMES", {})
        shown = (f.name for f in dataclasses.fields(value) if f.name not in hidden)
        return {names.get(n, n.rstrip("_")): plain(getattr(value, n)) for n in shown}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value
