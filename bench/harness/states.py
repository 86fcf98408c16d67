"""The whole content of a library as a value, but for moments in time and what the index makes."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from store.library.opening import connect
from store.library.recovery import own_tables

Table = frozenset[tuple[Any, ...]]
State = dict[str, Table]

READERS_OWN = ("mark", "tag", "note", "correction", "ledger", "act", "saved")
"""What the reader did: no crash may cost any of it."""
_MOMENTS = {"created", "ingested", "seen", "undone", "forgotten", "read", "starred", "looked"}
# Generations and histories are no content; what the index counts, the doctor looks after.
_PASSING = ("meta", "asked", "vocab", "near", "facet")


def state_of(path: Path) -> State:
    """Return all rows of all tables; a moment counts only as being there or not."""
    with contextlib.closing(connect(path, "ro")) as db:
        tables = [t for t in own_tables(db) if t not in _PASSING]
        return {table: _rows(db, table) for table in tables}


def briefs_of(state: State) -> dict[Any, Any]:
    """Return the texts in a state: the row of each brief in view, by the brief's number."""
    return {row[1]: row for row in state["entry"]}


def difference(one: State, other: State) -> list[str]:
    """Return the names of the tables that differ."""
    return sorted(t for t in one.keys() | other.keys() if one.get(t) != other.get(t))


def _rows(db: sqlite3.Connection, table: str) -> Table:
    cursor = db.execute(f"SELECT * FROM {table}")
    names = [str(d[0]) for d in cursor.description]
    return frozenset(tuple(_values(names, row)) for row in cursor)


def _values(names: Iterable[str], row: Iterable[Any]) -> Iterable[Any]:
    for name, value in zip(names, row, strict=True):
        if name in _MOMENTS:
            yield value is not None
        elif name == "data":  # of an act: it holds the moments of what it would put back
            yield json.loads(value).get("what")
        else:
            yield value
